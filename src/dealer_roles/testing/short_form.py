"""A whole organization in a few words: a short description in, definitions out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dealer_roles.facade import Organization, load
from dealer_roles.output.files import write_file

Documents = dict[str, dict[str, Any]]
"""The documents of an organization by file name, without the ending."""


def organization_of(given: Mapping[str, Any]) -> Organization:
    """Load an organization from its short form; nothing is left on the disk.

    Args:
        given: As :func:`documents_of` takes it.

    Raises:
        InvalidDefinitions: Its definitions cannot be loaded.
    """
    return loaded(documents_of(given))


def loaded(documents: Mapping[str, Mapping[str, Any]]) -> Organization:
    """Load an organization from its documents by file name."""
    with TemporaryDirectory() as folder:
        return load(write_documents(Path(folder), documents), cache=False)


def write_documents(folder: Path, documents: Mapping[str, Mapping[str, Any]]) -> Path:
    """Write documents into a folder, each into a file of its name; return the folder."""
    for name, document in documents.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, json.dumps(document, ensure_ascii=False, indent=1))
    return folder


def documents_of(given: Mapping[str, Any]) -> Documents:
    """Return the documents of an organization with its own catalogue, by file name.

    Args:
        given: May hold ``tasks`` (ids or entries), ``scopes`` (dimension to values),
            ``topics``, ``parties``, ``forms``, ``departments`` (ids), ``known_positions``
            (those of the catalogue that are absent), ``positions`` (id to fields; duties may
            be just task ids), ``processes`` (id to steps), and ``organization`` (fields of
            the organization).
    """
    departments = given.get("departments", ["shop"])
    found: Documents = {
        "organization": {
            "kind": "organization",
            "id": "tiny",
            "name": both("tiny"),
            "catalogue": [],
            **given.get("organization", {}),
        },
        "catalogue/departments": entries("departments", departments),
        "catalogue/tasks": {
            "kind": "tasks",
            "area": {"id": "work", **both("work")},
            "tasks": [entry(task) for task in given.get("tasks", [])],
        },
        "catalogue/topics": entries("topics", given.get("topics", [])),
        "catalogue/parties": entries("parties", given.get("parties", [])),
        "catalogue/forms": entries("forms", given.get("forms", [])),
        "catalogue/scopes": {
            "kind": "scopes",
            "scopes": [
                {**entry(dim), "values": [entry(value) for value in values]}
                for dim, values in given.get("scopes", {}).items()
            ],
        },
        "catalogue/positions": {
            "kind": "positions",
            "positions": [
                {"department": departments[0], "reports_to": None, **entry(id_), **fields}
                for id_, fields in given.get("known_positions", {}).items()
            ],
        },
    }
    for id_, fields in given.get("positions", {}).items():
        found[f"positions/{id_}"] = position(id_, fields or {}, departments[0])
    for id_, steps in given.get("processes", {}).items():
        found[f"processes/{id_}"] = {
            "kind": "process",
            "id": id_,
            "name": both(id_),
            "steps": steps,
        }
    return found


def position(id_: str, fields: Mapping[str, Any], department: str) -> dict[str, Any]:
    """Return a position's document; a duty that is just a task id is accountable."""
    made = {"kind": "position", "id": id_, "name": both(id_), "department": department, **fields}
    if "duties" in fields:
        made["duties"] = [duty(item) for item in fields["duties"]]
    if "handoffs" in fields:
        made["handoffs"] = [handoff(id_, n, item) for n, item in enumerate(fields["handoffs"])]
    return made


def duty(item: Any) -> dict[str, Any]:
    """Return a duty's mapping."""
    fields = {"task": item} if isinstance(item, str) else dict(item)
    return {"responsibility": "accountable", **fields}


def handoff(giver: str, number: int, item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a hand-off's mapping; id and deliverable may be left out."""
    return {"id": f"{giver}-{number}", "deliverable": both("paper"), **item}


def entries(kind: str, items: Any) -> dict[str, Any]:
    """Return a catalogue document of plain entries."""
    return {"kind": kind, kind: [entry(item) for item in items]}


def entry(item: Any) -> dict[str, Any]:
    """Return an entry of the catalogue."""
    fields = {"id": item} if isinstance(item, str) else dict(item)
    return {"id": fields["id"], "name": both(fields["id"]), **fields}


def both(text: str) -> dict[str, str]:
    """Return one text as both languages."""
    return {"zh": text, "en": text}
