"""An old id of the catalogue works and means what it is called now; check says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import dealer_roles as dr
from dealer_roles.loading.read import read
from tests.support.tiny import both, write_tiny

TASKS: list[Any] = [
    {
        "id": "lead-team",
        "name": both("lead"),
        "formerly": ["lead", {"id": "lead-sellers", "scope": {"business": "sales"}}],
    },
    "sell",
]


def given(**fields: Any) -> dict[str, Any]:
    return {
        "tasks": TASKS,
        "scopes": {"business": ["sales", "service"]},
        "forms": [{"id": "exit-slip", "name": both("slip"), "formerly": ["gate-pass"]}],
        "positions": {"boss": {"reports_to": None, **fields}},
    }


def test_a_duty_in_an_old_task_is_one_in_the_new_task(tmp_path: Path) -> None:
    """The duty stands in the new task, and a note says what it is called now."""
    folder = write_tiny(tmp_path / "org", given(duties=["lead"]))
    org = dr.load(folder)
    assert org.owner("lead-team").owners == ("boss",)
    [note] = read(folder).notes
    assert (note.code, note.severity) == ("former-id", "note")
    assert "lead-team" in note.message.en
    assert [f.code for f in org.check() if f.code == "former-id"] == ["former-id"]


def test_an_old_task_that_was_a_part_keeps_its_part(tmp_path: Path) -> None:
    """Where the old id meant one scope of the new task, only that scope is owned."""
    org = dr.load(write_tiny(tmp_path / "org", given(duties=["lead-sellers"])))
    assert org.owner("lead-team", scope={"business": "sales"}).owners == ("boss",)
    assert org.owner("lead-team", scope={"business": "service"}).owners == ()


def test_a_scope_that_is_stated_goes_before_the_old_part(tmp_path: Path) -> None:
    """A scope of the same dimension is what was meant."""
    duty = {"task": "lead-sellers", "scope": {"business": "service"}}
    org = dr.load(write_tiny(tmp_path / "org", given(duties=[duty])))
    assert org.owner("lead-team", scope={"business": "service"}).owners == ("boss",)


def test_an_old_form_is_the_new_one(tmp_path: Path) -> None:
    """A deliverable by an old form's id bears the new form's name."""
    give = {"id": "g", "task": "sell", "to": "shop", "deliverable": {"form": "gate-pass"}}
    org = dr.load(write_tiny(tmp_path / "org", given(duties=["sell"], handoffs=[give])))
    assert org.handoffs()[0].deliverable.en == both("slip")["en"]


def test_what_uses_new_ids_gets_no_note(tmp_path: Path) -> None:
    """Nothing is said of an organization that is up to date."""
    assert read(write_tiny(tmp_path / "org", given(duties=["lead-team"]))).notes == ()


def test_an_old_id_that_is_used_again_is_the_new_thing(tmp_path: Path) -> None:
    """An id that the organization's own catalogue defines is never taken for an old one."""
    content = given(duties=["lead"])
    content["tasks"] = [*TASKS, "lead"]
    org = dr.load(write_tiny(tmp_path / "org", content))
    assert org.owner("lead").owners == ("boss",)


def test_asking_for_an_old_id_names_the_new_one(tmp_path: Path) -> None:
    """A question by an old id is answered with the id used now."""
    org = dr.load(write_tiny(tmp_path / "org", given(duties=["sell"])))
    with pytest.raises(dr.UnknownId, match="did you mean lead-team"):
        org.owner("lead-sellers")
