"""What each command says where nothing matched, nothing was found or nothing was loaded."""

from __future__ import annotations

import datetime as dt
import json
import os
import shlex
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.loading.nearest_folder import nearest_folder
from dealer_roles.loading.read import read
from dealer_roles.organization.linked import Linked
from dealer_roles.rules.kinds import KINDS
from dealer_roles.rules.read_rule import read_rule
from dealer_roles.rules.rule import Rule
from dealer_roles.rules.run import run_rules
from dealer_roles.source.document import Locator
from dealer_roles.source.settings import DEFAULTS
from tests.support.command import Run, ran
from tests.support.rules import HEAD, TAIL, documents
from tests.support.tiny import write_tiny

TWO = "{positions: {a: [wash], b: [wash]}}"


Call = Callable[..., Run]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("DEALER_ROLES_LANG", "en")
    return partial(ran, capsys)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sound store, a broken one and an empty folder, none of them on top."""
    given: dict[str, Any] = {
        "tasks": ["sell", "wash"],
        "topics": ["fire"],
        "positions": {
            "boss": {"reports_to": None, "duties": ["wash"]},
            "anna": {"reports_to": "boss", "duties": ["sell"]},
        },
    }
    write_tiny(tmp_path / "store", given)
    write_tiny(tmp_path / "broken", given | {"organization": {"id": "broken"}})
    (tmp_path / "broken" / "positions" / "anna.yaml").write_text(
        "kind: position\nid: anna\nsurprise: 1\n", "utf-8"
    )
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


REFUSED: dict[str, tuple[str, str]] = {
    # nothing here, and nothing bundled takes its place
    "check": ("check", "no organization here"),
    "test": ("test", "no organization here"),
    "baseline": ("baseline -o b.json", "no organization here"),
    "render": ("render empty --check", "no organization here"),
    "check --all": ("check --all empty", "no organization below empty"),
    # names that nobody knows
    "select": ("check ./store --select one-ownr", "did you mean one-owner"),
    "select in capitals": ("check ./store --select ONE-OWNER", "did you mean one-owner"),
    "select by name": ("check ./store --select 一事一个负责人", "did you mean one-owner"),
    "select glob": ("check ./store --select nosuch*", "unknown rule 'nosuch*'"),
    "ignore": ("check ./store --ignore one-ownr", "did you mean one-owner"),
    "organization": ("check standrd", "did you mean standard?"),
    "task": ("owner sel --org ./store", "did you mean sell?"),
    "task of handoffs": ("handoffs --task sel --org ./store", "did you mean sell?"),
    "task by name": ("owner 开具发票 --org standard", "did you mean issue-invoice"),
    "position": ("escalation ana --org ./store", "did you mean anna?"),
    "position by name": ("duties 服务顾问 --org standard", "did you mean service-advisor"),
    "topic by name": ("escalation service-advisor --topic 重大投诉 --org standard", "major-compl"),
    "subject": ("escalation anna --about bos --org ./store", "did you mean boss?"),
    "party": ("handoffs --to manufacturr --org standard", "did you mean manufacturer?"),
    "scope": ("owner issue-invoice --scope aera=x --org standard", "did you mean area?"),
    "process": ("walk new-vehicle-sal --org standard", "did you mean new-vehicle-sale"),
    "statement": ("duties --source D02.1.999 --org standard", "unknown statement"),
    "department": ("picture handoffs --department 销售 --org standard", "sales"),
    "rule": ("explain one-ownr --org ./store", "did you mean one-owner"),
    "kind": ("schema positon", "did you mean position"),
    # one file for two things
    "two reports": (
        "check ./store --output json=r.json --output sarif=./r.json",
        "./r.json is r.json, that is the file of another report",
    ),
    "a report over the baseline": (
        "check ./store --since b.json --output json=b.json",
        "b.json is the file of another report, or what is compared with",
    ),
    # a variable that is not set names nothing
    "no name": ('check ""', "an argument is empty"),
    "no organization": ('owner sell --org ""', "--org is empty"),
    "no value": ("owner sell --org=", "--org is empty"),
    "no root": ('check --all ""', "--all is empty"),
    "no file": ('import store/organization.yaml -o ""', "-o is empty"),
    # a folder where one file is written
    "folder": ("matrix --org ./store -o new/", "new/ names a folder"),
    "folder of one": ("describe anna --org ./store -o new/", "new/ names a folder"),
    "folder of the whole": ("handbook --org ./store -o new/", "new/ names a folder"),
    "folder of a baseline": ("baseline ./store -o new/", "new/ names a folder"),
    # nothing to run
    "no rule left": ("check ./store --ignore *", "no rule would run"),
    "rule of another profile": (
        "check ./store --profile minimal --select accountable-owner",
        "say --profile strict",
    ),
    "no scenario": ("test ./store", "has no scenario"),
    "no document": ("render empty --check --org ./store", "holds no document of ours"),
    "does not load": ("test ./broken", "unknown key 'surprise'"),
    "baseline of what does not load": ("baseline ./broken -o b.json", "unknown key 'surprise'"),
}


@pytest.mark.parametrize(("line", "said"), REFUSED.values(), ids=list(REFUSED))
def test_where_nothing_can_run_the_exit_is_2_and_says_why(
    here: Path, run: Call, line: str, said: str
) -> None:
    done = run(*shlex.split(line))
    assert done.code == 2, done
    assert said in done.err
    zh = run(*shlex.split(line), "--lang", "zh") if "schema" not in line else done
    assert zh.code == 2
    assert zh.err.startswith(("错误", "Usage", "用法")) or "schema" in line


@pytest.mark.parametrize("line", ["check ./store", "baseline ./store -o b.json"])
def test_findings_are_not_asked_for_in_a_language_that_they_have_not(
    here: Path, run: Call, line: str
) -> None:
    done = run(*line.split(), "--lang", "fr")
    assert done.code == 2
    assert "Findings are worded in Chinese and English, not in 'fr'" in done.err
    assert run(*line.split(), "--lang", "ZH").code in (0, 1)


MANIFESTS: dict[str, str] = {
    "check": "check ./store --format json",
    "check what does not load": "check ./broken --format json",
    "check both": "check --all . --format json",
    "test": "test standard --format json",
    "trace": "trace --format json",
}


@pytest.mark.parametrize("line", MANIFESTS.values(), ids=list(MANIFESTS))
def test_every_run_says_what_it_looked_at(here: Path, run: Call, line: str) -> None:
    done = run(*line.split())
    found = json.loads(done.out)["run"]
    assert found["organizations"]
    assert all(one["from"] for one in found["organizations"])
    assert found["files_read"] > 0
    assert found["day"]
    words = line.replace(" --format json", "")
    assert "Looked at" in run(*words.split()).out


def test_what_does_not_load_is_said_to_be_unchecked(here: Path, run: Call) -> None:
    done = run("check", "./broken")
    assert done.code == 1
    assert "the rules did not run for broken" in done.out
    run_ = json.loads(run("check", "./broken", "--format", "json").out)["run"]
    assert (run_["rules"], run_["organizations"][0]["loads"]) == (0, False)


def test_files_that_are_not_read_are_counted(here: Path, run: Call) -> None:
    (here / "store" / "notes.txt").write_text("x", "utf-8")
    found = json.loads(run("check", "./store", "--format", "json").out)["run"]
    assert found["files_passed_over"] == 1


@pytest.mark.parametrize("question", ["gaps", "overlaps", "handoffs", "duties", "list tasks"])
def test_a_question_falls_back_to_the_standard_and_says_so(
    here: Path, run: Call, question: str
) -> None:
    done = run(*question.split(), "--format", "json")
    assert done.code == 0
    assert "'standard' answers" in done.err
    data = json.loads(done.out)
    assert (data["organization"], data["organization_from"]) == ("standard", "bundled:standard")
    named = run(*question.split(), "--org", "./store", "--format", "json")
    assert named.err == ""
    assert json.loads(named.out)["organization_from"] == "store"


@pytest.mark.parametrize(
    "name",
    ["organization.yml", "organization.YML", "Organization.yaml", "ORGANIZATION.YAML"],
)
def test_every_name_that_is_read_counts_upward_as_well(here: Path, run: Call, name: str) -> None:
    main_file = here / "broken" / "organization.yaml"
    main_file.rename(main_file.with_name(name))
    (here / "broken" / "papers").mkdir()
    listed: list[object] = []

    def empty(folder: object) -> list[str]:
        listed.append(folder)
        return []

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here / "broken" / "papers")
        patch.setattr(os, "listdir", empty)
        assert nearest_folder(os.getcwd()) == os.path.dirname(os.getcwd())
    assert listed == [str(here / "broken" / "papers")], "folders above may be huge"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here / "broken")
        assert run("check").code == 1


def test_a_root_of_several_stores_lists_them(here: Path, run: Call) -> None:
    shutil.copytree(here / "store", here / "group" / "north")
    shutil.copytree(here / "broken", here / "group" / "south")
    assert "./store" in run("check").err
    found = json.loads(run("check", "./group", "--format", "json").out)["findings"]
    assert [f["code"] for f in found] == ["several-organizations"]
    assert "north" in found[0]["message"]
    every = json.loads(run("check", "--all", "./group", "--format", "json").out)
    assert [one["id"] for one in every["run"]["organizations"]] == ["tiny", "broken"]


def test_two_organizations_of_one_id_are_a_finding_and_one_named_twice_is_checked_once(
    here: Path, run: Call
) -> None:
    shutil.copytree(here / "store", here / "copy")
    found = json.loads(run("check", "./store", "./copy", "--format", "json").out)
    assert "organization-id-twice" in {f["code"] for f in found["findings"]}
    once = json.loads(run("check", "./store", "./store/", "--format", "json").out)
    assert len(once["run"]["organizations"]) == 1
    assert run("baseline", "./store", "./copy", "-o", "b.json").code == 2


@pytest.mark.parametrize("also", [(), ("--select", "one-owner"), ("--all", "store")])
def test_an_organization_without_positions_is_not_green(
    here: Path, run: Call, also: tuple[str, ...]
) -> None:
    write_tiny(here / "bare", {"organization": {"id": "bare"}})
    done = run("check", "./bare", "--format", "json", *also)
    found = [(f["code"], f["org"], f["severity"]) for f in done.json()["findings"]]
    assert (done.code, found) == (1, [("nothing-looked-at", "bare", "error")])
    run("baseline", "./bare", "-o", "b.json")
    assert run("check", "./bare", "--since", "b.json").code == 1


def _broken_by_one_key(here: Path) -> Path:
    anna = here / "store" / "positions" / "anna.yaml"
    sound = anna.read_text("utf-8")
    anna.write_text(sound + "surprise: 1\n", "utf-8")
    return anna


def test_a_baseline_that_holds_a_load_error_accepts_nothing(here: Path, run: Call) -> None:
    anna = here / "store" / "positions" / "anna.yaml"
    sound = anna.read_text("utf-8")
    _broken_by_one_key(here)
    (error,) = json.loads(run("check", "./store", "--format", "json").out)["findings"]
    held = {k: error[k] for k in ("code", "org", "subject", "message")} | {"org": "tiny"}
    known = {"version": 1, "findings": {error["fingerprint"]: held}}
    (here / "b.json").write_text(json.dumps(known, indent=2), "utf-8")
    done = run("check", "./store", "--since", "b.json")
    assert done.code == 1
    assert "rules did not run" in done.out
    anna.write_text(sound, "utf-8")
    found = json.loads(run("check", "./store", "--since", "b.json", "--format", "json").out)
    (about,) = [f for f in found["findings"] if f["code"].startswith("baseline-")]
    assert (about["code"], about["file"], about["line"]) == ("baseline-names-unknown", "b.json", 4)


def test_what_does_not_load_never_enters_a_baseline(here: Path, run: Call) -> None:
    assert run("baseline", "./broken", "-o", "b.json").code == 2
    assert json.loads((here / "b.json").read_text("utf-8"))["findings"] == {}
    assert run("check", "./broken", "--since", "b.json").code == 1
    held = (here / "b.json").read_bytes()
    for more in ([], ["--prune"]):
        assert run("baseline", "./broken", "-o", "b.json", *more).code == 2
        assert (here / "b.json").read_bytes() == held


def test_a_baseline_entry_that_fits_nothing_any_more_is_a_finding(here: Path, run: Call) -> None:
    known = {"code": "one-owner", "org": "tiny", "subject": "sell", "message": "two owners"}
    elsewhere = known | {"org": "another-store"}
    data = {"version": 1, "findings": {"0" * 32: known, "1" * 32: elsewhere}}
    (here / "b.json").write_text(json.dumps(data, indent=2), "utf-8")
    found = json.loads(run("check", "./store", "--since", "b.json", "--format", "json").out)
    (about,) = [f for f in found["findings"] if f["code"].startswith("baseline-")]
    assert (about["code"], about["severity"]) == ("baseline-unused", "note")
    assert run("check", "./store", "--since", "b.json", "--fail-level", "warning").code == 0


def test_a_census_that_does_not_hold_the_organization_is_a_finding(here: Path, run: Call) -> None:
    run("check", "standard", "--write-census", "census.json")
    done = run("check", "./store", "--guard", "census.json")
    assert done.code == 1
    assert "guard-without-census" in done.out


LOST_RULES: dict[str, tuple[str, str, str, str]] = {
    "task": ("{what: task, id: wsah}", "{ownership: {at_most: 1}}", TWO, "rule-names-unknown-task"),
    "glob": ("{what: task, id: zz-*}", "{ownership: {at_most: 1}}", TWO, "rule-names-nothing"),
    "tag": ("{what: task, tag: cahs}", "{ownership: {at_most: 1}}", TWO, "rule-names-nothing"),
    "path": (
        "{what: position, id: anna}",
        '{count: {path: "duty[responsibility=acountable]", at_most: 1}}',
        TWO,
        "rule-names-nothing",
    ),
    "protected": (
        "{what: task, id: wash}",
        "{protected: {positions: [bos]}}",
        TWO,
        "rule-names-nothing",
    ),
    "nothing of the sort": (
        "{what: process}",
        '{count: {path: "step", at_most: 1}}',
        TWO,
        "rule-selects-nothing",
    ),
}


@pytest.mark.parametrize(
    ("selector", "check", "bad", "code"), LOST_RULES.values(), ids=list(LOST_RULES)
)
def test_a_rule_whose_names_fit_nothing_is_a_finding(
    here: Path, selector: str, check: str, bad: str, code: str
) -> None:
    text = (
        f"{HEAD}  severity: error\n  for: {selector}\n  check: {check}\n{TAIL}"
        f"  examples: {{ok: [{bad}], bad: [{bad}]}}\n"
    )
    found, problems = documents(text)
    assert not problems
    rule = read_rule(found[0], 0, {kind.name: kind for kind in KINDS}, Locator(DEFAULTS))
    assert isinstance(rule, Rule)
    org = Linked(read(here / "store").require()).on(dt.date(2026, 1, 1))
    assert code in {finding.code for finding in run_rules(org, [rule])}


def test_empty_lists_are_said_in_words(here: Path, run: Call) -> None:
    for line in ("handoffs", "overlaps", "list processes"):
        done = run(*line.split(), "--org", "./store")
        assert (done.code, done.out.startswith("No ")) == (0, True), done


def test_of_nothing_nothing_is_covered(here: Path, run: Call) -> None:
    bare = here / "bare"
    write_tiny(bare, {"positions": {"boss": {"reports_to": None, "duties": []}}})
    (bare / "asked.yaml").write_text(
        "kind: expectations\ncases:\n- name: {zh: 无, en: None}\n  nothing: {overlaps: none}\n",
        "utf-8",
    )
    done = run("test", "./bare")
    assert done.code == 0
    assert "no duties, hand-offs or ladder steps to touch" in done.out
    assert "100" not in done.out


def test_a_corpus_without_statements_is_refused(here: Path, run: Call) -> None:
    for text in ("documents: []\n", "documents: [{id: A, sections: []}]\n"):
        (here / "corpus.yaml").write_text(text, "utf-8")
        done = run("trace", "corpus.yaml", "--org", "./store")
        assert (done.code, "no statement that can be cited" in done.err) == (2, True)


def test_owner_in_json_answers_unknown_with_what_is_near(here: Path, run: Call) -> None:
    done = run("owner", "开具发票", "--org", "standard", "--format", "json")
    data = json.loads(done.out)
    assert (done.code, data["status"], data["suggestions"][0]) == (2, "unknown", "issue-invoice")
