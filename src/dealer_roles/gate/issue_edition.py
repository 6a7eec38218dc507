"""Issuing an edition: what is written into the position's file and into the ledger."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable

from dealer_roles.loading.loaded import Loaded
from dealer_roles.model.edition import EditionEntry
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.job_description.changes_section import edition_of, entries_of
from dealer_roles.publish.job_description.said import Said
from dealer_roles.publish.job_description.sections import said_here
from dealer_roles.source.document import YamlDocument
from dealer_roles.source.gate import read_text
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.source.yaml_edit import CannotPlace, append_items, scalar, set_key
from dealer_roles.values.frozen import frozen

LEDGER = "editions.yaml"
FIRST = "1.0"
_EMPTY = "kind: editions\neditions: []\n"


@frozen
class Issued:
    """An edition that is to be written.

    Attributes:
        holder: The position or post.
        version: Its new version.
        date: The day from which it holds.
        said: What its job description says.
        states: Its own file states this version already.
    """

    holder: str
    version: str
    date: dt.date
    said: Said
    states: bool


def due(org: OnDay, only: Iterable[str], date: dt.date, version: str = "") -> tuple[Issued, ...]:
    """Return the editions to issue: of the holders named whose content the ledger does not know.

    Args:
        org: The organization on a day.
        only: The positions and posts.
        date: The day from which a raised edition holds.
        version: The version; by default the next one.
    """
    found = (_due(org, holder, date, version) for holder in only)
    return tuple(one for one in found if one is not None)


def _due(org: OnDay, holder: str, date: dt.date, version: str) -> Issued | None:
    said = said_here(org, holder)
    stated, entries = edition_of(org.model, holder), entries_of(org.model, holder)
    if stated and stated.version not in {entry.version for entry in entries} and not version:
        return Issued(holder, stated.version, stated.date, said, states=True)
    last = entries[-1] if entries else None
    if last and last.hash == said.hash and stated and stated.version == last.version:
        return None
    new = version or _next(last, stated.version if stated else "")
    return Issued(holder, new, date, said, states=False)


def _next(last: EditionEntry | None, stated: str) -> str:
    """Return the version after the last one: its last number plus one."""
    before = last.version if last else stated
    head, dot, tail = before.rpartition(".")
    if tail.isdigit():
        return f"{head}{dot}{int(tail) + 1}"
    return f"{before}.1" if before else FIRST


def write(loaded: Loaded, issued: Iterable[Issued], reason: str) -> dict[str, str]:
    """Return the files to write, by path, with their new text; comments stay as they are.

    Raises:
        CannotPlace: The edition cannot be set in a file.
    """
    issued = tuple(issued)
    texts: dict[str, str] = {}
    for one in issued:
        if not one.states:
            document, path = _place(loaded, one.holder)
            file = str(document.file.path)
            value = f"{{version: {json.dumps(one.version)}, date: {one.date.isoformat()}}}"
            old = texts.get(file) or _read(file, document.file.inside)
            texts[file] = set_key(old, document.index, path, "edition", value)
    ledger, index = _ledger(loaded)
    old = _read(ledger, loaded.folder) if os.path.lexists(ledger) else _EMPTY
    if issued:
        items = [_entry(one, reason) for one in issued]
        texts[ledger] = append_items(old, index, "editions", items)
    return texts


def _entry(one: Issued, reason: str) -> list[str]:
    parts, languages = (
        ", ".join(f'{name}: "{hash_}"' for name, hash_ in hashes.items())
        for hashes in (one.said.hashes, one.said.languages)
    )
    return [
        f"position: {one.holder}",
        f"version: {json.dumps(one.version)}",
        f"date: {one.date.isoformat()}",
        f'hash: "{one.said.hash}"',
        f"parts: {{{parts}}}",
        f"languages: {{{languages}}}",
        f"reason: {scalar(reason)}",
    ]


def _ledger(loaded: Loaded) -> tuple[str, int]:
    found = [d for d in loaded.documents if d.kind == "editions"]
    if found:
        return str(found[-1].file.path), found[-1].index
    return os.path.join(loaded.folder, LEDGER), 0


def _place(loaded: Loaded, holder: str) -> tuple[YamlDocument, tuple[str | int, ...]]:
    """Return the document in which a position or post is defined, and the way to it."""
    for document in loaded.documents:
        if document.kind == "position" and document.value.id == holder:
            return document, ()
        if document.kind == "organization":
            for number, post in enumerate(document.value.posts):
                if post.id == holder:
                    return document, ("posts", number)
    raise CannotPlace(holder)


def _read(path: str, root: str | os.PathLike[str]) -> str:
    return read_text(path, root, DEFAULTS.max_file_bytes)
