"""Beginning an organization in a folder: nothing that is there is written over."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from dealer_roles.gate.check import check_loaded
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read
from dealer_roles.loading.store_schemas import store_schemas
from dealer_roles.organization.linked import Linked
from dealer_roles.output.files import write_file
from dealer_roles.source.boundary import is_main_file
from dealer_roles.source.plain_files import SUFFIXES
from dealer_roles.starter.copied import copied
from dealer_roles.starter.first_scenario import first_scenario
from dealer_roles.starter.open_points import open_points
from dealer_roles.starter.project_files import project_files
from dealer_roles.starter.skeleton import skeleton
from dealer_roles.starter.wish import EMPTY, Wish
from dealer_roles.values.errors import NothingToDo
from dealer_roles.values.text import Text

CONTROL = "control"
"""The kind of rule whose findings name what a small store does instead."""


class Begun(NamedTuple):
    """What came of it.

    Attributes:
        written: The files that were written, by path below the folder.
        kept: The files that were there and stay as they are.
        waived: How many findings a waiver accepts for now.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    waived: int


def begin(folder: Path, wish: Wish) -> Begun:
    """Write the files of a new organization into a folder; all of them, or none.

    Raises:
        NothingToDo: The folder holds definitions already.
    """
    _refuse_definitions(folder)
    made: list[Path] = []
    try:
        return _begun(folder, wish, made)
    except BaseException:  # what is left of it would be in the way of the next try
        _take_back(made)
        raise


def _begun(folder: Path, wish: Wish, made: list[Path]) -> Begun:
    definitions = skeleton(wish) if wish.origin == EMPTY else copied(wish)
    written, kept = _write(folder, {**definitions, **project_files(wish)}, made)
    loaded = read(folder)
    org = Linked(loaded.require()).on(dt.date.today())
    waivers, waived = _accepted(loaded, org.model.id, wish)
    more = {
        "expectations/first.yaml": first_scenario(org, wish),
        **waivers,
        **{f".schemas/{name}": text for name, text in store_schemas(loaded).items()},
    }
    also, stay = _write(folder, more, made)
    return Begun((*written, *also), (*kept, *stay), waived)


def _accepted(loaded: Loaded, org: str, wish: Wish) -> tuple[Mapping[str, str], int]:
    """Return the waivers of what the documents that one begins from leave open."""
    checked = check_loaded(loaded, CheckOptions())
    found = checked.findings
    if not found:
        return {}, 0
    controls = frozenset(rule.id for rule in checked.rules if rule.kind == CONTROL)
    waivers = open_points(found, controls, _top(loaded) or org, wish)
    return {"waivers.yaml": waivers}, len(found)


def _top(loaded: Loaded) -> str:
    """Return the first position that reports to nobody: who answers for what is left open."""
    positions = loaded.require().positions.values()
    return next((p.id for p in positions if p.line_stated and p.reports_to is None), "")


def _refuse_definitions(folder: Path) -> None:
    there = sorted(
        name
        for _, _, names in os.walk(folder)
        for name in names
        if name.lower().endswith(SUFFIXES) and not name.startswith(".")
    ) if folder.is_dir() else []  # fmt: skip
    ours = [name for name in there if is_main_file(name)] or _among_ours(folder)
    if ours:
        raise NothingToDo(
            Text(
                f"{folder} 中已有定义（{ours[0]}）；init 从不覆盖，请另选文件夹",
                f"{folder} holds definitions already ({ours[0]}); init never overwrites, "
                "name another folder",
            )
        )


def _among_ours(folder: Path) -> list[str]:
    """Return the files that stand where definitions would be written."""
    places = ("positions", "processes", "catalogue", "expectations")
    return sorted(
        f"{place}/{path.name}"
        for place in places
        for path in (folder / place).glob("*")
        if path.suffix in SUFFIXES
    )


def _write(folder: Path, files: Mapping[str, str], made: list[Path]) -> tuple[list[str], list[str]]:
    """Write the files that are not there; return the paths written, and those kept.

    Args:
        folder: The folder.
        files: The texts by path below it.
        made: Takes every folder and file that was not there before.
    """
    kept = [path for path in files if (folder / path).exists()]
    for path in _new(files, kept):
        place = folder / path
        made += [p for p in reversed(place.parents) if not p.exists()]
        place.parent.mkdir(parents=True, exist_ok=True)
        made.append(place)
        write_file(place, files[path])
    return list(_new(files, kept)), kept


def _take_back(made: Iterable[Path]) -> None:
    """Remove what was made, the last first; a folder that somebody else put something in stays."""
    for path in reversed(list(made)):
        with contextlib.suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def _new(files: Iterable[str], kept: Iterable[str]) -> Iterable[str]:
    there = frozenset(kept)
    return [path for path in files if path not in there]
