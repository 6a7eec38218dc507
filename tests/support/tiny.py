"""Tiny organizations for tests: a short description in, a folder of definitions out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from dealer_roles.facade import Organization, load


def write_tiny(folder: Path, given: Mapping[str, Any]) -> Path:
    """Write an organization with its own catalogue; return its folder.

    ``given`` may hold ``tasks`` (ids or entries), ``scopes`` (dimension to values),
    ``topics``, ``parties``, ``forms``, ``departments`` (ids), ``known_positions`` (those of
    the catalogue that are absent), ``positions`` (id to fields; duties may be just task
    ids), ``processes`` (id to steps), and ``organization`` (fields of the organization).
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in documents_of(given).items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        plain = json.loads(json.dumps(document))  # nothing shared, so nothing aliased
        path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def tiny(folder: Path, given: Mapping[str, Any]) -> Organization:
    """Write a tiny organization and load it."""
    return load(write_tiny(folder, given))


def documents_of(given: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the documents of a tiny organization by file name."""
    departments = given.get("departments", ["shop"])
    found: dict[str, dict[str, Any]] = {
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
