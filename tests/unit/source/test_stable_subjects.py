"""A finding has one fingerprint wherever one stands, and keeps it when lines are inserted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dealer_roles.gate.baseline import baseline_of
from dealer_roles.gate.baseline_checks import acceptable
from dealer_roles.gate.check import check_all, report_of
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.read import read
from tests.support.tiny import write_tiny

BROKEN = "kind: position\nid: broken\nname: {zh: 坏, en: Broken}\nduties:\n"
DUTY = "- {task: %s, responsibility: accountable}\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """An organization with unknown ids, unknown keys, a syntax error and an empty file."""
    folder = write_tiny(
        tmp_path / "shops" / "one",
        {"tasks": ["sell"], "positions": {"anna": {"reports_to": None, "duties": ["sell"]}}},
    )
    broken = BROKEN + DUTY % "sel" + DUTY % "nothing" + "- {tusk: sell}\n"
    (folder / "broken.yaml").write_text(broken, "utf-8")
    (folder / "torn.yaml").write_text("a: [\n", "utf-8")
    (folder / "empty.yaml").write_text("", "utf-8")
    return folder


def fingerprints(folder: str) -> dict[str, str]:
    return {f.fingerprint: f.subject for f in read(folder).findings}


def test_the_working_directory_changes_no_fingerprint(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for here, name in (
        (store.parent, "./one"), (store, "./"), (store.parent.parent, "./shops/one"),
        (store / "positions", "../"), (Path("/"), str(store)),
    ):  # fmt: skip
        monkeypatch.chdir(here)
        found.append(fingerprints(name))
    assert len(found[0]) >= 3
    assert found[1:] == found[:1] * 4
    assert all(str(store) not in subject for subject in found[0].values())


def test_a_copy_elsewhere_has_the_same_ones(store: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(store, tmp_path / "two")
    assert fingerprints(f"{tmp_path}/two") == fingerprints(str(store))


def test_what_is_inserted_before_changes_none(store: Path) -> None:
    for name in ("torn.yaml", "empty.yaml"):
        (store / name).unlink()
    broken = store / "broken.yaml"
    broken.write_text(BROKEN + DUTY % "nothing", "utf-8")
    before = fingerprints(str(store))
    broken.write_text("# a line\n" + BROKEN + DUTY % "sell" + DUTY % "nothing", "utf-8")
    assert fingerprints(str(store)) == before
    assert "nothing" in before.values()


def test_findings_of_one_place_have_one_each(store: Path) -> None:
    found = read(str(store)).findings
    assert len({f.fingerprint for f in found}) == len(found)
    assert {f.org for f in found} == {"tiny"}


def test_two_stores_of_one_id_share_none(store: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(store, tmp_path / "two")
    checked = check_all([str(store), str(tmp_path / "two")], CheckOptions())
    report = report_of(checked)
    prints = [item.finding.fingerprint for item in report.items]
    that_there_are_two = 1
    expected = 2 * len(checked[0].findings) + that_there_are_two
    assert len(set(prints)) == len(prints) == expected
    (alone,) = check_all([str(store)], CheckOptions())
    first = min(checked, key=lambda one: one.loaded.folder)
    assert {f.fingerprint for f in first.findings} == {f.fingerprint for f in alone.findings}


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("where", [".", "b", "a/positions", "/"])
def test_neither_order_nor_working_directory_changes_a_fingerprint(
    where: str, reverse: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of twin copies of one store, and of broken ones that say no id."""
    given = {"tasks": ["sell"], "positions": {"b": {"duties": ["sell"]}, "a": {"duties": ["sell"]}}}
    for name in ("a", "b", "c/d", "e/d"):
        folder = write_tiny(tmp_path / name, given)
        if name.endswith("d"):
            (folder / "organization.yaml").write_text("kind: organization\nid: [\n", "utf-8")

    def run(place: str) -> dict[str, tuple[str, ...]]:
        monkeypatch.chdir(tmp_path / place)
        names = [os.path.relpath(tmp_path / name) + "/" for name in ("a", "b", "c/d", "e/d")]
        report = report_of(check_all(names[::-1] if reverse else names, CheckOptions("strict")))
        prints: dict[str, tuple[str, ...]] = {
            item.finding.fingerprint: (
                item.finding.code, item.finding.subject, os.path.abspath(item.finding.span.file)
            )
            for item in report.items
        }  # fmt: skip
        assert len(prints) == len(report.items)
        return prints

    found = run(where)
    assert found == run(".")
    assert {"organization-id-twice", "one-owner"} <= {code for code, *_ in found.values()}


def test_a_baseline_of_twins_holds_all_of_both(tmp_path: Path) -> None:
    given = {"tasks": ["sell"], "positions": {"b": {"duties": ["sell"]}, "a": {"duties": ["sell"]}}}
    names = [str(write_tiny(tmp_path / name, given)) for name in ("one", "two")]
    checked = check_all(names, CheckOptions())
    findings, _ = acceptable(checked)
    report = report_of(checked, baseline_of(findings))
    counting = [item.finding.code for item in report.items if item.counts]
    assert counting == ["organization-id-twice"]
