"""What cannot be loaded is told, all at once, each with its place and the nearest id."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import dealer_roles as dr
from dealer_roles.loading.file_kinds import declarations, schema_json
from dealer_roles.loading.read import read
from dealer_roles.model.unknown_ids import ENTRY_NAMESPACES
from dealer_roles.values.findings import Finding
from tests.support.tiny import both, write_tiny

GIVEN: dict[str, Any] = {
    "tasks": ["sell", "bill"],
    "scopes": {"area": ["parts", "cars"]},
    "topics": ["fire"],
    "parties": ["maker"],
    "forms": ["slip"],
    "positions": {"boss": {"reports_to": None, "duties": ["bill"]}, "anna": {"duties": ["sell"]}},
}


def found(tmp_path: Path, **changes: Any) -> list[Finding]:
    return list(read(write_tiny(tmp_path / "org", {**GIVEN, **changes})).findings)


def anna(**fields: Any) -> dict[str, Any]:
    return {"positions": {**GIVEN["positions"], "anna": fields}}


HAND = {"task": "sell", "to": "boss"}
UNKNOWN: dict[str, tuple[dict[str, Any], str]] = {
    "a duty's task": (anna(duties=["sel"]), "unknown task 'sel'"),
    "a scope's dimension": (
        anna(duties=[{"task": "sell", "scope": {"aera": "cars"}}]),
        "unknown scope dimension 'aera'",
    ),
    "a scope's value": (
        anna(duties=[{"task": "sell", "scope": {"area": ["cars", "part"]}}]),
        "unknown value of scope area 'part'",
    ),
    "a counterpart": (
        anna(duties=[{"task": "sell", "with": ["boss", "makr"]}]),
        "unknown position, department or party 'makr'",
    ),
    "whom it supports": (
        anna(duties=[{"task": "sell", "supports": "bos"}]),
        "unknown position 'bos'",
    ),
    "a form of a duty": (
        anna(duties=[{"task": "sell", "forms": ["slp"]}]),
        "unknown form 'slp'",
    ),
    "a superior": (anna(reports_to="bos"), "unknown position 'bos'"),
    "a deputy": (anna(deputy="bos"), "unknown position 'bos'"),
    "a department": (anna(department="shopp"), "unknown department 'shopp'"),
    "a hand-off's receiver": (
        anna(handoffs=[{**HAND, "to": "makr"}]),
        "unknown position, department or party 'makr'",
    ),
    "one of several receivers": (
        anna(handoffs=[{**HAND, "to": ["boss", "makr"]}]),
        "unknown position, department or party 'makr'",
    ),
    "a receiver's task": (anna(handoffs=[{**HAND, "then": "bil"}]), "unknown task 'bil'"),
    "a deliverable's form": (
        anna(handoffs=[{**HAND, "deliverable": {"form": "slp"}}]),
        "unknown form 'slp'",
    ),
    "a signer": (
        anna(handoffs=[{**HAND, "signers": ["bos"]}]),
        "unknown position, department or party 'bos'",
    ),
    "an escalation's topic": (
        anna(escalations=[{"topic": "fir", "to": "boss"}]),
        "unknown topic 'fir'",
    ),
    "whom it escalates to": (
        anna(escalations=[{"to": "bos"}]),
        "unknown position or party 'bos'",
    ),
    "an authority's topic": (anna(authority=[{"topic": "fir"}]), "unknown topic 'fir'"),
    "a ladder's topic": (
        {"organization": {"ladders": {"fir": [{"position": "boss"}]}}},
        "unknown topic 'fir'",
    ),
    "a ladder's position": (
        {"organization": {"ladders": {"fire": [{"position": "bos"}]}}},
        "unknown position 'bos'",
    ),
    "a ladder's party": (
        {"organization": {"ladders": {"fire": [{"party": "makr"}]}}},
        "unknown party 'makr'",
    ),
    "a head": (
        {"organization": {"departments": [{"id": "shop", "head": "bos"}]}},
        "unknown position 'bos'",
    ),
    "a member of a post": (
        {"organization": {"posts": [{"id": "q", "name": both("q"), "positions": ["bos"]}]}},
        "unknown position 'bos'",
    ),
    "an unowned task": (
        {"organization": {"unowned": [{"task": "sel", "reason": both("x")}]}},
        "unknown task 'sel'",
    ),
    "a step's task": (
        {"processes": {"deal": [{"id": "one", "task": "sel"}]}},
        "unknown task 'sel'",
    ),
    "a following step": (
        {"processes": {"deal": [{"id": "one", "task": "sell", "next": ["on"]}]}},
        "unknown step 'on'",
    ),
    "a larger task": (
        {"tasks": ["sell", "bill", {"id": "x", "part_of": "sel"}]},
        "unknown task 'sel'",
    ),
    "a splitting dimension": (
        {"tasks": ["sell", "bill", {"id": "x", "split_by": ["aera"]}]},
        "unknown scope dimension 'aera'",
    ),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_an_id_that_nobody_defines_is_told_where_it_stands(tmp_path: Path, what: str) -> None:
    changes, message = UNKNOWN[what]
    (finding,) = found(tmp_path, **changes)
    assert finding.code == "unknown-id"
    assert finding.message.en == message
    assert finding.fix.en.startswith("did you mean ")
    line = Path(finding.span.file).read_text("utf-8").splitlines()[finding.span.line - 1]
    wrong = message.rsplit("'", 2)[1]
    assert line[finding.span.column - 1 :].startswith((wrong, f"'{wrong}'"))


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    positions = {
        "anna": {"duties": ["sel", "bil"], "reports_to": "bos"},
        "ben": {"department": "shopp"},
    }
    assert len(found(tmp_path, positions=positions)) == 4
    with pytest.raises(dr.InvalidDefinitions) as caught:
        dr.load(tmp_path / "org")
    assert len(caught.value.findings) == 4


def test_a_department_with_one_head_and_several_is_refused(tmp_path: Path) -> None:
    departments = [{"id": "shop", "head": "boss", "heads": ["boss", "anna"]}]
    (finding,) = found(tmp_path, organization={"departments": departments})
    assert finding.code == "head-and-heads"
    assert "'shop'" in finding.message.en


DUPLICATES: dict[str, dict[str, Any]] = {
    "a task": {"tasks": ["sell", "bill", "sell"]},
    "a topic": {"topics": ["fire", "fire"]},
    "a party that is a position": {"parties": ["maker", "boss"]},
    "a department that is a party": {"parties": ["maker", "shop"]},
    "a post that is a position": {
        "organization": {"posts": [{"id": "boss", "name": both("q"), "positions": ["anna"]}]}
    },
    "a hand-off": anna(duties=["sell"], handoffs=[{**HAND, "id": "h"}, {**HAND, "id": "h"}]),
    "a department of the organization": {
        "organization": {"departments": [{"id": "shop", "head": "boss"}, {"id": "shop"}]}
    },
    "a value": {"scopes": {"area": ["parts", "cars", "parts"]}},
    "a field of documents": {
        "organization": {"document_fields": [{"id": "f", "name": both(n)} for n in ("a", "b")]}
    },
    "a step": {
        "processes": {"deal": [{"id": "one", "task": "sell"}, {"id": "one", "task": "bill"}]}
    },
}


def lists_of_ids(schema: Mapping[str, Any], part: Any, path: str = "") -> Iterator[str]:
    """Yield the keys of a kind of file under which entries with ids are listed."""
    if "$ref" in part:
        part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    for key, value in part.get("properties", {}).items():
        items = value.get("items", {})
        listed = schema["$defs"][items["$ref"].rpartition("/")[2]] if "$ref" in items else items
        if "id" in listed.get("properties", {}):
            yield f"{path}{key}"
            yield from lists_of_ids(schema, listed, f"{path}{key}.")


def test_every_list_of_ids_is_known_here() -> None:
    """Whoever adds one decides where its ids are used once, and adds a line above."""
    kinds = {kind: json.loads(schema_json(kind)) for kind in declarations()}
    found = {f"{k}.{path}" for k, schema in kinds.items() for path in lists_of_ids(schema, schema)}
    elsewhere = {path for path in found if path.startswith(("corpus.", "rules."))}
    renamed = {path for path in found if path.endswith(".formerly")}
    assert found - elsewhere - renamed == {
        *(f"{kind}.{kind}" for kind in ENTRY_NAMESPACES),
        "scopes.scopes.values",
        "process.steps",
        "position.handoffs",
        *(f"organization.{key}" for key in ("departments", "document_fields", "posts")),
        "organization.posts.handoffs",
    }


@pytest.mark.parametrize("what", DUPLICATES)
def test_an_id_used_twice_names_the_first_place(tmp_path: Path, what: str) -> None:
    (finding,) = found(tmp_path, **DUPLICATES[what])
    assert finding.code == "duplicate-id"
    assert len(finding.witnesses) == 1
    assert str(finding.witnesses[0].span) in finding.message.en


def test_the_same_position_in_two_files_is_an_id_used_twice(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", GIVEN)
    text = (folder / "positions" / "anna.yaml").read_text("utf-8")
    (folder / "again.yaml").write_text(text, "utf-8")
    assert [f.code for f in read(folder).findings] == ["duplicate-id"]


def test_a_position_of_the_catalogue_may_be_placed_here(tmp_path: Path) -> None:
    assert found(tmp_path, known_positions={"anna": {}}) == []


def test_the_id_manager_is_reserved(tmp_path: Path) -> None:
    positions = {**GIVEN["positions"], "manager": {"duties": ["sell"]}}
    assert [f.code for f in found(tmp_path, positions=positions)] == ["reserved-id"]


def test_a_reporting_loop_is_one_finding_with_its_way(tmp_path: Path) -> None:
    positions = {
        "anna": {"reports_to": "ben"},
        "ben": {"reports_to": "cleo"},
        "cleo": {"reports_to": "anna"},
    }
    (finding,) = found(tmp_path, positions=positions)
    assert finding.code == "reporting-loop"
    assert "anna → ben → cleo → anna" in finding.message.en
    assert len(finding.witnesses) == 3


def test_whoever_reports_to_himself_loops(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, positions={"anna": {"reports_to": "anna"}})
    assert "anna → anna" in finding.message.en


def test_a_loop_of_parts_is_a_finding(tmp_path: Path) -> None:
    tasks = [{"id": "sell", "part_of": "bill"}, {"id": "bill", "part_of": "sell"}]
    assert [f.code for f in found(tmp_path, tasks=tasks)] == ["part-of-loop"]


def test_a_loop_of_usual_superiors_is_a_finding(tmp_path: Path) -> None:
    known = {"x": {"reports_to": "y"}, "y": {"reports_to": "x"}}
    assert [f.code for f in found(tmp_path, known_positions=known)] == ["reporting-loop"]


def test_a_reversed_period_is_a_finding(tmp_path: Path) -> None:
    valid = {"from": "2026-02-01", "to": "2026-01-01"}
    changes = anna(
        duties=[{"task": "sell", "valid": valid}],
        handoffs=[{**HAND, "valid": valid}],
        escalations=[{"to": "boss", "valid": valid}],
    )
    assert [f.code for f in found(tmp_path, **changes)] == ["valid-reversed"] * 3


def test_a_position_sits_in_one_post_at_most(tmp_path: Path) -> None:
    posts = [{"id": q, "name": both(q), "positions": ["anna"]} for q in ("q", "r")]
    codes = [f.code for f in found(tmp_path, organization={"posts": posts})]
    assert codes == ["position-in-two-posts"]


def test_a_rung_names_a_position_or_a_party(tmp_path: Path) -> None:
    steps = [{"position": "boss", "party": "maker"}, {"within": "2 hours"}]
    codes = [f.code for f in found(tmp_path, organization={"ladders": {"fire": steps}})]
    assert codes == ["ladder-step"] * 2


def test_a_position_that_no_catalogue_knows_states_its_name(
    tmp_path: Path,
) -> None:
    folder = write_tiny(tmp_path / "org", GIVEN)
    (folder / "new.yaml").write_text("kind: position\nid: new\n", "utf-8")
    assert [f.code for f in read(folder).findings] == ["position-not-in-catalogue"]


def test_a_folder_without_an_organization_and_one_with_two_are_refused(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", GIVEN)
    main = folder / "organization.yaml"
    (folder / "second.yaml").write_text(main.read_text("utf-8"), "utf-8")
    codes = {f.code for f in read(folder).findings}
    assert codes >= {"several-organizations"}
    main.unlink()
    (folder / "second.yaml").unlink()
    assert [f.code for f in read(folder).findings] == ["no-organization"]


def test_a_catalogue_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, organization={"catalogue": [".", "none"]})
    assert finding.code == "unknown-catalogue"


def test_what_a_broken_file_may_define_is_not_missing_as_well(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", GIVEN)
    tasks = folder / "catalogue" / "tasks.yaml"
    tasks.write_text(tasks.read_text("utf-8") + "tasks: []\n", "utf-8")
    assert [f.code for f in read(folder).findings] == ["yaml-duplicate-key"]


def test_a_broken_file_of_scopes_breaks_nothing_else(tmp_path: Path) -> None:
    changes = anna(duties=[{"task": "sell", "scope": {"area": "cars"}}])
    folder = write_tiny(tmp_path / "org", {**GIVEN, **changes})
    scopes = folder / "catalogue" / "scopes.yaml"
    scopes.write_text(scopes.read_text("utf-8") + "extra: 1\n", "utf-8")
    assert [f.code for f in read(folder).findings] == ["schema"]
