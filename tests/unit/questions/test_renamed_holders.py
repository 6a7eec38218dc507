"""A position that only has another id is the same one, and nothing that names it has changed."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from dealer_roles.gate.revision import Revision, revision
from dealer_roles.loading.read import read
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.diff import diff
from dealer_roles.testing import organization_of
from tests.support.sample import DAY, STORE

OLD, NEW = "warranty-specialist", "claims-clerk"


def renamed(folder: Path, old: str = OLD, new: str = NEW) -> Path:
    """Return a copy of the sample in which an id is another one wherever it stands."""
    store = Path(shutil.copytree(STORE, folder / "store"))
    for file in store.rglob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text), "utf-8")
    return store


def brought(store: Path, day: dt.date = DAY) -> Revision:
    return revision(read(f"{STORE}/"), read(f"{store}/"), day)


@pytest.mark.parametrize("old", [OLD, "service-advisor", "parts-desk"])
def test_another_id_is_one_change(tmp_path: Path, old: str) -> None:
    changes = list(brought(renamed(tmp_path, old)).changes)
    (one,) = [change for change in changes if change.kind in ("position", "post")]
    assert (one.verb, one.holder) == ("changed", NEW)
    assert [(f.key, f.before.en, f.after.en) for f in one.facts if f.key == "id"] == [
        ("id", old, NEW)
    ]
    assert changes == [one]


def with_edition(folder: Path, version: str, word: str = "") -> Path:
    """Return a copy of the sample in which the warranty specialist's edition is another one."""
    store = Path(shutil.copytree(STORE, folder / f"store-{version}"))
    people = store / "positions" / "people.yaml"
    text, mark = people.read_text("utf-8"), "\nid: warranty-specialist\n"
    assert mark in text
    stated = f"{mark}edition: {{version: '{version}', date: 2026-11-01}}\n"
    text = re.sub(r"(?m)^edition: .*\n", "", text).replace(mark, stated)
    people.write_text(text.replace("逐笔", word or "逐笔"), "utf-8")
    return store


@pytest.mark.parametrize("word", ["", "逐件"])
def test_an_edition_that_was_raised_is_told_whether_the_paper_says_something_else_or_not(
    tmp_path: Path, word: str
) -> None:
    first, second = with_edition(tmp_path, "1.0"), with_edition(tmp_path, "1.1", word)
    found = revision(read(f"{first}/"), read(f"{second}/"), DAY)
    (one,) = found.editions
    assert (one.holder, one.before, one.after) == (
        "warranty-specialist", "1.0 (2026-11-01)", "1.1 (2026-11-01)",
    )  # fmt: skip
    assert ("it says the same" in one.why.en) == (not word) == (not found.sign_again)
    assert "内容未变" in one.why.zh or word
    assert found.to_dict("en")["editions"] == [one.to_dict("en")]
    same = revision(read(f"{first}/"), read(f"{first}/"), DAY)
    assert same.editions == ()


@pytest.mark.parametrize("task", ["clerk", "report-to-clerk", "warden"])
def test_a_task_that_is_called_as_a_position_was_stays_the_same(task: str) -> None:
    """Ids of tasks and of positions are apart: one may be what the other is."""

    def called(id_: str) -> OnDay:
        duty = {"task": task, "responsibility": "accountable"}
        people = {id_: {"name": "Clerk", "duties": [duty]}, "boss": {"duties": [duty]}}
        return organization_of({"tasks": [task], "positions": people}).on(DAY)

    changes = diff(called("clerk"), called("warden"))
    assert [(one.verb, one.kind, one.holder) for one in changes] == [
        ("changed", "position", "warden")
    ]


def test_nobody_signs_for_the_first_time_what_has_only_another_id(tmp_path: Path) -> None:
    found = brought(renamed(tmp_path))
    assert (found.sign_first, found.withdrawn) == ((), ())
    assert NEW not in {one.holder for one in found.sign_again}


def test_what_changed_beside_the_id_is_told_of_it(tmp_path: Path) -> None:
    store = renamed(tmp_path)
    people = store / "positions" / "people.yaml"
    text = people.read_text("utf-8")
    wording = re.search(r"text: \{zh: ([^,}\n]{6,})[,}]", text[text.index(f"id: {NEW}") :])
    assert wording is not None
    people.write_text(text.replace(wording[1], f"{wording[1]}改"), "utf-8")
    found = brought(store)
    assert NEW in {one.holder for one in found.sign_again}
    told = [change for change in found.changes if change.kind != "position"]
    assert [(one.verb, one.languages) for one in told] == [("reworded", ("zh",))]


def test_two_that_could_be_it_are_not_guessed(tmp_path: Path) -> None:
    store = renamed(tmp_path)
    people = store / "positions" / "people.yaml"
    parts = people.read_text("utf-8").split("---\n")
    (entry,) = [part for part in parts if f"id: {NEW}\n" in part]
    twin = entry.partition("duties:")[0].replace(NEW, "claims-clerk-2")
    twin += "name: {zh: 保修专员, en: Warranty Specialist}\n"
    people.write_text("---\n".join((*parts, twin)), "utf-8")
    found = brought(store)
    assert found.withdrawn == (OLD,)
    assert set(found.sign_first) == {NEW, "claims-clerk-2"}
