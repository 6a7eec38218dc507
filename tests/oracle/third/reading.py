"""The files of an organization and of its catalogues, read by PyYAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from tests.oracle.third.amounts import ladders_with_amounts
from tests.oracle.third.written import Raw, Written


def read_organization(folder: Path, *, bundled: Path) -> Written:
    """Read an organization's folder and the catalogues that it names."""
    (organization,) = (one for one in _documents([folder]) if one["kind"] == "organization")
    named = organization.get("catalogue", [])
    catalogues = [bundled if name == "bundled" else folder / name for name in named]
    packs = [bundled.parent / "packs" / name for name in organization.get("packs", ())]
    return written_in(_documents([*catalogues, *packs, folder]))


def written_in(documents: Iterable[Raw]) -> Written:
    """Return what documents say; those of the catalogue come first."""
    written = Written()
    for document in documents:
        if document["kind"] == "organization":
            written.organization = document
        _take(written, document)
        written.rules += document.get("rules", ())
    written.ladders = ladders_with_amounts(written)
    return written


def _documents(folders: list[Path]) -> Iterator[Raw]:
    seen = set()
    for folder in folders:
        for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")]):
            if path not in seen:
                seen.add(path)
                text = path.read_text("utf-8")
                every = yaml.load_all(text, yaml.CSafeLoader)
                yield from (one for one in every if one and "kind" in one)


def _take(written: Written, document: Raw) -> None:
    match document["kind"]:
        case "position":
            written.positions[document["id"]] = document
        case "positions":
            written.usual.update({one["id"]: one for one in document["positions"]})
        case "tasks":
            area = document["area"]["id"]
            written.tasks.update({t["id"]: {**t, "area": area} for t in document["tasks"]})
        case "scopes":
            for dimension in document["scopes"]:
                written.values[dimension["id"]] = [v["id"] for v in dimension["values"]]
        case "departments":
            written.known_departments |= {one["id"] for one in document["departments"]}
        case "parties":
            written.parties |= {one["id"] for one in document["parties"]}
        case "topics":
            written.topics += [one["id"] for one in document["topics"]]
        case "process":
            written.processes[document["id"]] = document
