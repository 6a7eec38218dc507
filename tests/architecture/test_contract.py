"""What others rely on: public names, schemas that are current, both languages everywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import dealer_roles as dr
from dealer_roles.loading.file_kinds import declarations, schema_json
from dealer_roles.model.schema_files import kinds
from dealer_roles.source.resources import resource

PUBLIC = {
    "AuthorityAnswer", "AuthorityAnswers", "DealerRolesError", "DeputyAnswer", "DeputyAnswers",
    "Document", "Duties", "DutyView", "Entries", "EntryView", "EscalationAnswer",
    "EscalationBranch", "EscalationStep", "Evidence", "Finding", "Findings", "Gap", "Gaps",
    "HandoffView", "Handoffs", "InvalidArgument", "InvalidDefinitions", "InvalidSettings",
    "MissingExtra", "Move", "NothingToDo", "Organization", "Overlap", "Overlaps", "OwnedCell",
    "OwnerAnswer", "Revision", "Similar", "SimilarPair", "Span", "Text", "ToldAtOnce", "UnknownId",
    "UnknownOrganization", "Walk", "WalkStep", "Workload", "Workloads", "__version__", "bundled",
    "load",
}  # fmt: skip
QUESTIONS = {
    "owner", "escalation", "overlaps", "gaps", "handoffs", "duties", "walk", "check", "describe",
    "publish", "positions", "tasks", "departments", "parties", "posts", "topics", "processes",
    "graph", "catalogue", "id", "name", "span", "loaded",
}  # fmt: skip


def test_the_public_names_are_the_documented_ones() -> None:
    assert set(dr.__all__) == PUBLIC == set(dir(dr))
    assert all(getattr(dr, name) is not None for name in PUBLIC)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = dr.nothing


def test_an_organization_answers_the_documented_questions() -> None:
    assert {n for n in dir(dr.Organization) if not n.startswith("_")} >= QUESTIONS


def test_there_is_a_schema_for_every_kind_and_no_other() -> None:
    assert set(kinds()) == set(declarations())


def test_a_schema_file_is_current() -> None:
    stale = [kind for kind in declarations() if _written(kind) != schema_json(kind)]
    assert stale == []


def _written(kind: str) -> str:
    return Path(resource("schemas", f"{kind}.schema.json")).read_text("utf-8")


def test_a_schema_has_titles_and_bilingual_hovers_everywhere() -> None:
    bare = []
    for kind in declarations():
        schema = json.loads(schema_json(kind))
        if not schema["title"].startswith(f"dealer-roles: {kind} ("):
            bare.append(f"{kind}: title")
        described = [("", schema), *properties(schema)]
        assert len(described) > 1, kind
        bare += [
            f"{kind}: {path}"
            for path, node in described
            if " — " not in node.get("description", "")
            and not path.endswith(("zh", "en", "from", "unnamed"))
        ]
    assert bare == []


def properties(node: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    found = []
    if isinstance(node, dict):
        for name, value in node.get("properties", {}).items():
            if "$ref" not in value:
                found.append((f"{path}/{name}", value))
        for key, value in node.items():
            found += properties(value, f"{path}/{key}")
    return found


def test_a_schema_uses_no_union_that_editors_word_badly() -> None:
    plain = [kind for kind in declarations() if kind not in ("rules", "waivers")]
    unions = ('"anyOf"', '"oneOf"')
    assert plain
    assert [k for k in plain if any(union in schema_json(k) for union in unions)] == []


def test_every_definition_file_names_its_schema() -> None:
    root = Path(resource("definitions"))
    for path in sorted(root.rglob("*.yaml")):
        first = path.read_text("utf-8").splitlines()[0]
        prefix = "# yaml-language-server: $schema="
        assert first.startswith(prefix), path
        schema = path.parent / first.removeprefix(prefix)
        assert schema.resolve().is_file(), path
