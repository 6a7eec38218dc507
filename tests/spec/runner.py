"""The one runner of YAML cases: builds an organization, asks, compares what is expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dealer_roles.facade import Organization
from dealer_roles.source.yaml_nodes import read_yaml
from dealer_roles.values.errors import UnknownId
from tests.support.tiny import tiny

FOLDER = Path(__file__).parent
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["about", "cases"],
    "properties": {
        "about": {"type": "string"},
        "given": {"type": "object"},
        "cases": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name", "ask", "expect"],
                "properties": {
                    "name": {"type": "string", "minLength": 10},
                    "given": {"type": "object"},
                    "ask": {"type": "object", "minProperties": 1, "maxProperties": 1},
                    "expect": {},
                },
            },
        },
    },
}


def files() -> list[Path]:
    """Return the files of cases."""
    return sorted(FOLDER.glob("*.yaml"))


def read_case_file(path: Path) -> Any:
    """Return what a file of cases holds, read as definitions are: ``on`` is no boolean."""
    documents, problems = read_yaml(path.read_text("utf-8"), max_depth=60)
    assert not problems, problems
    ((data, _),) = documents
    return data


def cases() -> list[tuple[str, dict[str, Any]]]:
    """Return every case with its name; what a file gives to all, a case may override."""
    found = []
    for path in files():
        data = read_case_file(path)
        for case in data["cases"]:
            given = {**data.get("given", {}), **case.get("given", {})}
            found.append((f"{path.stem}: {case['name']}", {**case, "given": given}))
    return found


def run(case: dict[str, Any], folder: Path) -> None:
    """Ask a case's question and compare; says what was answered instead."""
    organization = tiny(folder, case["given"])
    ((question, arguments),) = case["ask"].items()
    try:
        answer = ASK[question](organization, arguments or {})
    except UnknownId as error:
        answer = {"error": str(error)}
    problems = list(differences(case["expect"], answer, "answer"))
    assert not problems, "\n".join(problems)


def differences(expected: Any, got: Any, path: str) -> list[str]:
    """Return where an answer differs; a mapping need only hold the expected keys.

    A text that begins with ``~`` need only occur; a list of mappings must match one by one.
    """
    if isinstance(expected, dict) and isinstance(got, dict):
        return [
            line
            for key, value in expected.items()
            for line in differences(value, got.get(key, "<missing>"), f"{path}.{key}")
        ]
    if isinstance(expected, list) and isinstance(got, list):
        if len(expected) != len(got):
            return [f"{path}: expected {len(expected)} items, got {len(got)}: {got}"]
        return [
            line
            for n, (one, other) in enumerate(zip(expected, got, strict=True))
            for line in differences(one, other, f"{path}[{n}]")
        ]
    if isinstance(expected, str) and expected.startswith("~"):
        return [] if expected[1:] in str(got) else [f"{path}: {expected[1:]!r} not in {got!r}"]
    return [] if expected == got else [f"{path}: expected {expected!r}, got {got!r}"]


def _gaps(organization: Organization, arguments: dict[str, Any]) -> Any:
    asked = dict(arguments)
    kinds = asked.pop("kinds", None)
    gaps = organization.gaps(**asked).to_dict()["gaps"]
    assert isinstance(gaps, list)
    return [g for g in gaps if kinds is None or g["kind"] in kinds]


ASK: dict[str, Callable[[Organization, dict[str, Any]], Any]] = {
    "owner": lambda o, a: o.owner(**a).to_dict(),
    "escalation": lambda o, a: o.escalation(**a).to_dict(),
    "overlaps": lambda o, a: o.overlaps(**a).to_dict()["overlaps"],
    "gaps": _gaps,
    "handoffs": lambda o, a: o.handoffs(**a).to_dict()["handoffs"],
    "authority": lambda o, a: o.authority(**a).to_dict()["authority"],
    "duties": lambda o, a: o.duties(**a).to_dict()["duties"],
    "workload": lambda o, a: o.workload(**a).to_dict()["workload"],
}
