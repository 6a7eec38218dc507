"""An organization that means to do what another does is asked for all of that, by area."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import dealer_roles as dr
from dealer_roles.loading.read import read
from tests.support.tiny import write_tiny


def store(tmp_path: Path, **organization: Any) -> Path:
    given = {
        "departments": ["management"],
        "positions": {"general-manager": {"reports_to": None, "duties": ["appraise-used-vehicle"]}},
        "organization": {"catalogue": ["bundled"], **organization},
    }
    folder = Path(write_tiny(tmp_path / "org", given))
    for path in (folder / "catalogue").iterdir():
        path.unlink()
    return folder


def of_area(area: str) -> set[str]:
    tasks = dr.load().catalogue.tasks.values()
    return {task.id for task in tasks if task.area == area}


def area_of(task: str) -> str:
    return dr.load().catalogue.tasks[task].area


def test_its_tasks_are_those_of_the_areas_and_what_it_does_anyway(tmp_path: Path) -> None:
    area = area_of("appraise-used-vehicle")
    organization = dr.load(store(tmp_path, coverage={"like": "standard", "areas": [area]}))
    assert set(organization.tasks) == of_area(area)
    unowned = {g.subject for g in organization.gaps() if g.kind == "task-unowned"}
    assert unowned
    assert unowned <= of_area(area)
    other = next(iter(sorted(unowned)))
    assert not organization.owner(other).outside


def test_without_areas_they_are_all_that_the_other_does(tmp_path: Path) -> None:
    organization = dr.load(store(tmp_path, coverage={"like": "d05"}))
    assert set(organization.tasks) == {*dr.load("d05").tasks, "appraise-used-vehicle"}


def test_what_is_stated_alone_is_not_asked_for_more(tmp_path: Path) -> None:
    assert set(dr.load(store(tmp_path)).tasks) == {"appraise-used-vehicle"}


@pytest.mark.parametrize(
    ("coverage", "message"),
    [
        ({"like": "standrad"}, "no bundled organization 'standrad'"),
        (
            {"like": "standard", "areas": ["used-cras"]},
            "no task in a business area 'used-cras'",
        ),
    ],
)
def test_what_nobody_knows_is_a_finding(
    tmp_path: Path, coverage: dict[str, Any], message: str
) -> None:
    findings = read(store(tmp_path, coverage=coverage)).findings
    assert [f.code for f in findings] == ["unknown-coverage"]
    assert message in findings[0].message.en


def test_a_catalogue_without_any_of_the_tasks_is_a_finding(tmp_path: Path) -> None:
    given = {
        "tasks": ["own"],
        "positions": {"anna": {"duties": ["own"]}},
        "organization": {"coverage": {"like": "standard"}},
    }
    findings = read(write_tiny(tmp_path / "org", given)).findings
    assert "the catalogue has no task of standard" in findings[0].message.en


def test_a_whole_area_or_a_glob_may_be_unowned_on_purpose(tmp_path: Path) -> None:
    area = area_of("appraise-used-vehicle")
    reason = {"zh": "外包", "en": "outsourced"}
    kept = {"like": "standard", "areas": [area, "parts"]}
    for declared in ({"area": "parts"}, {"tasks": "*-part*"}):
        organization = dr.load(
            store(tmp_path, coverage=kept, unowned=[{**declared, "reason": reason}])
        )
        gone = {u.task for u in organization.linked.model.unowned}
        assert gone
        assert gone == of_area("parts") or "area" not in declared
        named = {g.subject for g in organization.gaps() if g.kind == "task-unowned"}
        assert not named & gone
        assert organization.owner(min(gone & set(organization.tasks))).declared


@pytest.mark.parametrize("declared", [{"area": "nowhere"}, {"tasks": "zzz-*"}, {}])
def test_what_declares_nothing_unowned_is_a_finding(
    tmp_path: Path, declared: dict[str, Any]
) -> None:
    reason = {"zh": "外包", "en": "outsourced"}
    findings = read(store(tmp_path, unowned=[{**declared, "reason": reason}])).findings
    assert [f.code for f in findings] == ["unowned-nothing"]
