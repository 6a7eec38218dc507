"""A lenient load leaves out what cannot stand, says what, and answers everything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import dealer_roles as dr
from dealer_roles.source import yaml_nodes
from dealer_roles.source.plain_files import ALSO_READ
from dealer_roles.values.errors import InvalidDefinitions
from tests.support.command import ran
from tests.support.tiny import write_tiny

GIVEN: dict[str, Any] = {
    "tasks": ["sell", "bill"],
    "scopes": {"area": ["parts", "cars"]},
    "topics": ["fire"],
    "positions": {"boss": {"reports_to": None, "duties": ["bill"]}, "anna": {"duties": ["sell"]}},
}


def loaded(tmp_path: Path, **changes: Any) -> dr.Organization:
    return dr.load(write_tiny(tmp_path / "org", {**GIVEN, **changes}), lenient=True)


def anna(**fields: Any) -> dict[str, Any]:
    return {"positions": {**GIVEN["positions"], "anna": fields}}


def left(organization: dr.Organization) -> list[str]:
    return [f.message.en for f in organization.problems if f.code == "left-out"]


def test_a_chart_with_450_unknown_superiors_answers_everything_else(tmp_path: Path) -> None:
    people = {
        f"p{number}": {"reports_to": f"absent-{number % 3}", "duties": ["sell"]}
        for number in range(450)
    }
    folder = write_tiny(tmp_path / "org", {**GIVEN, "positions": {**GIVEN["positions"], **people}})
    with pytest.raises(InvalidDefinitions) as refused:
        dr.load(folder)
    assert [f.code for f in refused.value.findings] == ["unknown-id"] * 3
    assert "at 150 places" in refused.value.findings[0].message.en
    assert "--lenient" in str(refused.value)
    organization = dr.load(folder, lenient=True)
    assert len(organization.positions) == 452
    assert organization.owner("bill").owners == ("boss",)
    answer = organization.escalation("p7")
    assert answer.steps[-1].position is None
    assert left(organization) == [
        "450 superiors are defined nowhere and stand as somebody not named here"
    ]


def test_what_loads_strictly_has_no_problems(tmp_path: Path) -> None:
    assert loaded(tmp_path).problems == ()
    assert dr.load("standard", lenient=True).problems == ()


def test_a_duty_goes_as_one_where_its_scope_cannot_stand(tmp_path: Path) -> None:
    organization = loaded(
        tmp_path, **anna(duties=[{"task": "sell", "scope": {"area": "part"}}, "bill"])
    )
    assert [d.duty.task for d in organization.duties("anna")] == ["bill"]
    assert left(organization) == ["left out: 1 duties"]


def test_a_key_that_nobody_knows_never_widens_a_duty(tmp_path: Path) -> None:
    organization = loaded(tmp_path, **anna(duties=[{"task": "sell", "scop": {"area": "parts"}}]))
    assert not organization.duties("anna")


def test_a_counterpart_goes_alone(tmp_path: Path) -> None:
    organization = loaded(tmp_path, **anna(duties=[{"task": "sell", "with": ["boss", "nobody"]}]))
    (share,) = organization.duties("anna")
    assert share.duty.counterparts == ("boss",)


def test_what_a_left_out_thing_defined_is_left_out_where_it_is_named(tmp_path: Path) -> None:
    folder = Path(write_tiny(tmp_path / "org", {**GIVEN, **anna(reports_to="boss")}))
    boss = next(p for p in folder.rglob("*.yaml") if "id: boss" in p.read_text("utf-8"))
    boss.write_text("kind: [position\n", "utf-8")
    organization = dr.load(folder, lenient=True)
    assert set(organization.positions) == {"anna"}
    assert organization.escalation("anna").steps[-1].position is None
    assert "yaml-syntax" in {f.code for f in organization.problems}


def test_a_loop_is_opened_at_one_place(tmp_path: Path) -> None:
    organization = loaded(
        tmp_path,
        positions={
            "boss": {"reports_to": "anna", "duties": ["bill"]},
            "anna": {"reports_to": "boss", "duties": ["sell"]},
        },
    )
    lines = {p.id: p.reports_to for p in organization.positions.values()}
    assert lines == {"anna": None, "boss": "anna"}
    assert left(organization) == ["left out: 1 superiors"]


def test_the_first_of_two_definitions_stays(tmp_path: Path) -> None:
    folder = Path(write_tiny(tmp_path / "org", GIVEN))
    text = "kind: position\nid: anna\nname: {zh: 甲, en: Second}\n"
    (folder / "zz-second.yaml").write_text(text, "utf-8")
    organization = dr.load(folder, lenient=True)
    assert organization.positions["anna"].name.en != "Second"
    assert {f.code for f in organization.problems} == {"duplicate-id", "left-out"}


def test_an_organization_whose_own_file_is_broken_is_called_as_its_folder(tmp_path: Path) -> None:
    folder = Path(write_tiny(tmp_path / "org", GIVEN))
    (folder / "organization.yaml").write_text("kind: [\n", "utf-8")
    organization = dr.load(folder, lenient=True)
    assert organization.id == "org"
    assert organization.problems


def test_where_nothing_stands_a_lenient_load_refuses_too(tmp_path: Path) -> None:
    folder = tmp_path / "org"
    folder.mkdir()
    (folder / "organization.yaml").write_text("kind: [\n", "utf-8")
    with pytest.raises(InvalidDefinitions):
        dr.load(folder, lenient=True)


def test_a_check_of_what_was_loaded_leniently_is_not_green(tmp_path: Path) -> None:
    found = tuple(loaded(tmp_path, **anna(reports_to="nobody")).check())
    assert "unknown-id" in {finding.code for finding in found}


def test_the_command_line_says_what_was_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_tiny(tmp_path / "org", {**GIVEN, **anna(reports_to="nobody", duties=["sell"])})
    asked = ["owner", "sell", "--org", str(folder), "--lang", "en"]
    assert ran(capsys, *asked).code == 2
    shown = ran(capsys, *asked, "--lenient", "--format", "json")
    data = shown.json()
    assert shown.code == 0
    assert data["owners"] == ["anna"]
    assert [p["code"] for p in data["problems"]] == ["unknown-id", "left-out"]
    assert "nobody" in shown.err


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_tiny(tmp_path / "org", {**GIVEN, "organization": {"catalogue": ["../more"]}})
    beside = tmp_path / "more" / "topics.yaml"
    beside.parent.mkdir()
    beside.write_text("kind: topics\ntopics: [{id: fire, name: {zh: 火, en: Fire}}]\n", "utf-8")
    (folder / "broken.yaml").write_text("kind: nothing-we-know\n", "utf-8")
    composed: list[str] = []
    real = yaml_nodes.read_yaml

    def watched(text: str, depth: int) -> Any:
        composed.append(text)
        return real(text, depth)

    monkeypatch.setenv(ALSO_READ, str(tmp_path))
    monkeypatch.setattr(yaml_nodes, "read_yaml", watched)
    organization = dr.load(folder, lenient=True)
    texts = [path.read_text("utf-8") for path in (*folder.rglob("*.yaml"), beside)]
    assert organization.problems
    assert sorted(composed) == sorted(texts)
