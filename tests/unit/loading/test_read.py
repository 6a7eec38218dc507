"""Loading: bundled names, folders, files; places as answers show them."""

from __future__ import annotations

import copy
import os
import pickle
import shutil
from pathlib import Path

import pytest

import dealer_roles as dr
from dealer_roles.loading.nearest_folder import nearest_folder
from dealer_roles.loading.read import read
from dealer_roles.source.resources import resource
from tests.support.tiny import write_tiny

TINY = {"tasks": ["sell"], "positions": {"anna": {"duties": ["sell"]}}}


@pytest.mark.parametrize("name", dr.bundled())
def test_everything_bundled_loads_and_answers(name: str) -> None:
    organization = dr.load(name)
    assert organization.id == name
    assert organization.tasks
    organization.gaps()
    organization.overlaps("ever")
    for task in organization.tasks:
        assert organization.owner(task).why.zh


@pytest.mark.parametrize("name", dr.bundled())
def test_spans_of_bundled_definitions_point_at_what_they_name(name: str) -> None:
    folder = "standard" if name == "standard" else f"references/{name}"
    root = Path(resource("definitions", *folder.split("/")))
    for duty in dr.load(name).on().model.duties:
        path = root / duty.span.file.removeprefix(f"bundled:{name}/")
        line = path.read_text("utf-8").splitlines()[duty.span.line - 1]
        assert line[duty.span.column - 1 :].startswith(f"task: {duty.task}")


def test_a_copy_of_a_reference_in_a_folder_of_ones_own_says_the_same(tmp_path: Path) -> None:
    shutil.copytree(resource("definitions", "references", "d14"), tmp_path / "mine")
    mine, theirs = dr.load(tmp_path / "mine"), dr.load("d14")
    for task in theirs.catalogue.tasks:
        assert mine.owner(task).owners == theirs.owner(task).owners
    assert [(g.kind, g.subject) for g in mine.gaps()] == [
        (g.kind, g.subject) for g in theirs.gaps()
    ]


def test_a_path_may_be_the_file_of_the_organization(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", TINY)
    assert dr.load(folder / "organization.yaml").id == "tiny"
    assert dr.load(str(folder)).id == "tiny"


@pytest.mark.parametrize("name", ["nowhere", "./nowhere", "/", ""])
def test_what_is_no_organization_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    target = str(tmp_path / "empty") + "/" if name == "/" else name
    (tmp_path / "empty").mkdir()
    with pytest.raises((dr.UnknownOrganization, dr.InvalidDefinitions)):
        dr.load(target)


@pytest.mark.parametrize("name", ["org/README.md", "org/x.csv", "/dev/null"])
def test_a_file_that_defines_nothing_is_no_organization(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = write_tiny(tmp_path / "org", TINY)
    (folder / "README.md").write_text("x", "utf-8")
    (folder / "x.csv").write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    for lenient in (False, True):
        with pytest.raises(dr.UnknownOrganization, match="is no folder of an organization"):
            dr.load(name, lenient=lenient)


def test_a_part_of_an_organization_says_which_folder_to_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tiny(tmp_path / "org", TINY)
    monkeypatch.chdir(tmp_path)
    for part in ("org/positions", "org/positions/anna.yaml"):
        (finding,) = read(part).findings
        assert finding.code == "no-organization"
        assert finding.fix.en == "it belongs to the organization in org; name that folder"
    (tmp_path / "none").mkdir()
    assert read(tmp_path / "none").findings[0].fix.en == "add an organization.yaml"


def test_leniency_is_advised_only_where_it_helps(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", TINY)
    write_tiny(tmp_path / "other", TINY)
    (tmp_path / "none").mkdir()
    for lenient in (False, True):  # where there is nothing, or too much, nothing stands
        for place in (tmp_path / "none", tmp_path):
            with pytest.raises(dr.InvalidDefinitions) as caught:
                dr.load(place, lenient=lenient)
            assert "lenient" not in str(caught.value)
    (folder / "positions" / "anna.yaml").write_text("kind: position\nid: anna\nx: 1\n", "utf-8")
    with pytest.raises(dr.InvalidDefinitions, match="load\\(…, lenient=True\\)"):
        dr.load(folder)


def test_a_near_name_is_suggested() -> None:
    with pytest.raises(dr.UnknownOrganization) as caught:
        dr.load("standart")
    assert caught.value.suggestions == ("standard",)


def test_files_below_the_working_directory_are_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_tiny(tmp_path / "org", TINY)
    for here, file in (
        (tmp_path, "org/positions/anna.yaml"),
        (folder, "positions/anna.yaml"),
        (folder / "positions", "anna.yaml"),
        (folder / "catalogue", f"{folder}/positions/anna.yaml"),
    ):
        monkeypatch.chdir(here)
        for path in (folder, Path(os.path.relpath(folder))):
            assert dr.load(path).owner("sell").evidence[0].span.file == file


def test_the_nearest_folder_upward_holds_an_organization(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", TINY)
    assert nearest_folder(folder / "positions") == str(folder)
    assert nearest_folder(tmp_path) is None


def test_a_catalogue_of_ones_own_adds_to_the_bundled_one(tmp_path: Path) -> None:
    given = {**TINY, "departments": ["my-shop"], "organization": {"catalogue": ["bundled"]}}
    organization = dr.load(write_tiny(tmp_path / "org", given))
    assert "sell" in organization.catalogue.tasks
    assert len(organization.catalogue.tasks) > 100
    assert list(organization.tasks) == ["sell"]


def test_a_catalogue_elsewhere_is_read_only_if_the_caller_allows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_tiny(tmp_path / "org", {**TINY, "organization": {"catalogue": ["../shared"]}})
    (folder / "catalogue").rename(tmp_path / "shared")
    codes = [finding.code for finding in read(folder).findings]
    assert codes.count("outside-folder") == 1
    monkeypatch.setenv("DEALER_ROLES_ALSO_READ", str(tmp_path / "shared"))
    assert dr.load(folder).owner("sell").owners == ("anna",)


def test_a_broken_organization_is_read_with_its_findings_and_not_loaded(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", TINY)
    (folder / "bad.yaml").write_text("a: [", "utf-8")
    loaded = read(folder)
    assert [f.code for f in loaded.findings] == ["yaml-syntax"]
    with pytest.raises(dr.InvalidDefinitions):
        loaded.require()


def test_answers_can_be_copied_and_pickled(tmp_path: Path) -> None:
    organization = dr.load(write_tiny(tmp_path / "org", TINY))
    for answer in (organization.owner("sell"), organization.gaps(), organization.duties()):
        assert pickle.loads(pickle.dumps(answer)) == answer
        assert copy.deepcopy(answer) == answer


def test_the_standard_is_complete_and_has_one_top() -> None:
    standard = dr.load()
    assert set(standard.tasks) == set(standard.catalogue.tasks)
    tops = [p for p in standard.positions if standard.on().lines.rise(p).end == "top"]
    assert len(tops) == 1
    assert standard.escalation("service-advisor").steps[-1].position == tops[0]


def test_the_statement_on_settlement_is_answered_with_its_place() -> None:
    duties = dr.load("d14").duties(source="D14.6.2")
    assert [d.duty.holder for d in duties] == ["settlement-specialist"]
    answer = dr.load("d14").owner(duties[0].duty.task)
    assert answer.owners == ("settlement-specialist",)
    assert "D14.6.2" in answer.evidence[0].sources
    assert answer.evidence[0].span.file.startswith("bundled:d14/")
