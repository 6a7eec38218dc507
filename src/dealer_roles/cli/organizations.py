"""Which organizations a command judges: those named, those below a folder, or the one here."""

from __future__ import annotations

import os

from dealer_roles.values.errors import NothingToDo
from dealer_roles.values.text import Text

MOST_LISTED = 20


def of_ones_own(org: str | None) -> str:
    """Return the organization whose definitions a command changes: never one that ships.

    Raises:
        Misuse: It is a bundled one.
        NothingToDo: None is named, and there is none here.
    """
    from dealer_roles.loading.bundled import bundled

    (name,) = judged((org,) if org else ())
    if name in bundled():
        from dealer_roles.cli.misuse import misuse

        how = f"dealer-roles init my-store --from {name}"
        raise misuse(
            f"{name} 是随附的组织，不作修改；先建立自己的：{how}",
            f"{name} ships with dealer-roles and is not changed; begin your own first: {how}",
        )
    return name


def judged(
    names: tuple[str, ...], roots: tuple[str, ...] = (), command: str = "check"
) -> tuple[str, ...]:
    """Return what to judge, each once; no bundled organization stands in for one that is missing.

    Args:
        names: The organizations that were named.
        roots: Folders all of whose organizations are meant.
        command: The one that could judge them all.

    Raises:
        NothingToDo: There is no organization here, or none below a root.
    """
    named = (*names, *(one for root in roots for one in _below(root)))
    return _each_once(named or (_here(command),))


def _here(command: str) -> str:
    from dealer_roles.loading.nearest_folder import nearest_folder, organizations_below

    folder = nearest_folder(os.getcwd())
    if folder is None:
        raise NothingToDo(_none_here(organizations_below(os.curdir), command))
    return folder


def _none_here(below: tuple[str, ...], command: str) -> Text:
    zh = "此处没有组织（向上没有 organization.yaml）；请指明一个，如 ./my-store 或 standard"
    en = (
        "no organization here (no organization.yaml from here upward); "
        "name one, e.g. ./my-store or standard"
    )
    if below:
        more = len(below) - MOST_LISTED
        listed = " ".join(below[:MOST_LISTED]) + (f" … (+{more})" if more > 0 else "")
        zh += f"。下面有：{listed}；全部一起请写 {command} --all ."
        en += f". Below there are: {listed}; {command} --all . takes every one"
    return Text(zh, en)


def _below(root: str) -> tuple[str, ...]:
    from dealer_roles.loading.nearest_folder import organizations_below

    found = organizations_below(root)
    if not found:
        words = Text(
            f"{root} 下面没有组织（没有 organization.yaml）",
            f"no organization below {root} (no organization.yaml)",
        )
        raise NothingToDo(words)
    return tuple(one if os.sep in one else os.path.join(os.curdir, one) for one in found)


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names, a folder that is named twice only once."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(os.path.realpath(name) if os.sep in name else name, name)
    return tuple(found.values())
