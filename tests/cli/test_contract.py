"""Every command keeps its JSON keys, its exit codes, and its streams apart."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.cli.commands import COMMANDS
from dealer_roles.loading.bundled import bundled
from dealer_roles.source.resources import resource
from tests.support.command import ran
from tests.support.sample import STORE
from tests.support.tiny import write_tiny

ROOT = Path(__file__).parent.parent.parent
ORG = ["--org", str(STORE)]
ANY = object()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run the command line in this process."""
    return partial(ran, capsys)


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A tiny organization with an overlap, gaps and a hand-off."""
    positions = {
        "boss": {"reports_to": None, "duties": ["sell", "bill"]},
        "anna": {
            "reports_to": "boss",
            "duties": ["sell", {"task": "keep", "scope": {"area": "parts"}, "sources": ["D1.1"]}],
            "handoffs": [{"task": "sell", "then": "bill", "to": "boss", "sources": ["D1.2"]}],
            "escalations": [{"topic": "fire", "to": "manager", "within": "2 hours"}],
        },
    }
    given = {
        "tasks": ["sell", "bill", {"id": "keep", "split_by": ["area"]}, "count"],
        "scopes": {"area": ["parts", "cars"]},
        "topics": ["fire"],
        "positions": positions,
        "processes": {"deal": [{"id": "one", "task": "sell"}, {"id": "two", "task": "bill"}]},
    }
    return str(write_tiny(tmp_path / "org", given))


CONTRACT: dict[str, tuple[list[str], dict[str, Any]]] = {
    "owner": (
        ["owner", "keep"],
        {"task": "keep", "status": "owned", "split": False, "owners": ["anna"], "why": ANY,
         "evidence": [{"file": ANY, "line": ANY, "position": "anna", "responsibility":
                       "accountable", "sources": ["D1.1"]}]},
    ),
    "owner in a scope on a day": (
        ["owner", "keep", "--scope", "area=cars", "--on", "2026-01-31"],
        {"status": "unowned", "owners": []},
    ),
    "escalation": (
        ["escalation", "anna", "--topic", "fire"],
        {"position": "anna", "topic": "fire",
         "steps": [{"position": "boss", "within": "2 hours", "why": ANY}]},
    ),
    "overlaps": (
        ["overlaps"],
        {"overlaps": [{"kind": "same", "task": "sell", "positions": ["anna", "boss"],
                       "evidence": ANY}]},
    ),
    "gaps": (
        ["gaps"],
        {"gaps": [{"kind": "cell-unowned", "subject": "keep[area=cars]", "message": ANY,
                   "evidence": ANY}]},
    ),
    "handoffs": (
        ["handoffs", "--from", "anna", "--to", "boss", "--task", "bill"],
        {"handoffs": [{"id": "anna-0", "from": "anna", "to": "boss", "to_kind": "position",
                       "receivers": ["boss"], "deliverable": {"zh": "paper", "en": "paper"},
                       "task": "sell", "then": "bill", "sources": ["D1.2"]}]},
    ),
    "duties": (
        ["duties", "anna", "--task", "keep", "--source", "D1.1"],
        {"duties": [{"position": "anna", "positions": ["anna"], "task": "keep",
                     "responsibility": "accountable", "sources": ["D1.1"], "file": ANY,
                     "line": ANY}]},
    ),
    "positions": (
        ["list", "positions"],
        {"positions": [{"id": "anna", "name": {"zh": "anna", "en": "anna"}}, {"id": "boss"}]},
    ),
    "tasks": (["list", "tasks"], {"tasks": [{"id": "bill"}, {"id": "keep"}, {"id": "sell"}]}),
    "departments": (["list", "departments"], {"departments": [{"id": "shop"}]}),
    "topics": (["list", "topics"], {"topics": [{"id": "fire"}]}),
    "processes": (["list", "processes"], {"processes": [{"id": "deal"}]}),
}  # fmt: skip


def assert_holds(expected: Any, got: Any) -> None:
    if expected is ANY:
        return
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert key in got
            assert_holds(value, got[key])
    elif isinstance(expected, list):
        assert len(got) == len(expected), got
        for one, other in zip(expected, got, strict=True):
            assert_holds(one, other)
    else:
        assert got == expected


@pytest.mark.parametrize("case", CONTRACT)
def test_json_has_the_keys_of_the_contract(run: Any, store: str, case: str) -> None:
    args, expected = CONTRACT[case]
    done = run(*args, "--org", store, "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert_holds(expected, done.json())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", CONTRACT)
def test_text_is_for_people_in_their_language(run: Any, store: str, case: str, lang: str) -> None:
    done = run(*CONTRACT[case][0], "--org", store, "--lang", lang)
    assert (done.code, done.err) == (0, "")
    assert done.out.strip()
    chinese = any("\u4e00" <= char <= "\u9fff" for char in done.out.replace("中文", ""))
    assert chinese == (lang == "zh") or CONTRACT[case][0][0] == "list"
    assert "\x1b" not in done.out


FINDING = (
    "code", "severity", "message", "org", "file", "line", "column", "subject", "fingerprint",
)  # fmt: skip


def test_check_has_the_keys_of_the_contract(run: Any, store: str) -> None:
    for args in (["check", store], ["check", "--org", store]):
        done = run(*args, "--format", "json", "--fail-level", "warning")
        assert (done.code, done.err) == (1, "")
        found = done.json()["findings"]
        assert any("sell" in f["subject"] for f in found)
        assert all(f.keys() >= set(FINDING) for f in found)
        assert {f["org"] for f in found} == {"tiny"}


def test_the_organizations_are_listed(run: Any) -> None:
    done = run("list", "organizations", "--format", "json")
    assert [o["id"] for o in done.json()["organizations"]] == list(bundled())


def test_trace_tells_what_is_cited(run: Any, store: str, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.yaml"
    statements = "documents: [{id: D1, sections: [{id: D1.s, statements: [%s]}]}]\n"
    corpus.write_text(statements % "D1.1, {id: D1.2, text: x}", "utf-8")
    done = run("trace", str(corpus), "--org", store, "--format", "json")
    assert_holds({"statements": 2, "cited": 2, "uncited": [], "unknown": []}, done.json())
    assert done.code == 0
    corpus.write_text(statements % "D1.1, D1.3", "utf-8")
    done = run("trace", str(corpus), "--org", store, "--format", "json")
    assert_holds({"uncited": ["D1.3"], "unknown": ["D1.2"]}, done.json())
    assert done.code == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1\n",
        "documents: 5\n",
        "documents: [1]\n",
        "- x\n",
        "a: [\n",
        "documents: [{sections: [{intro: true, statements: []}]}]\n",
    ],
)
def test_a_corpus_of_another_shape_is_no_fault_of_ours(
    run: Any, store: str, tmp_path: Path, text: str
) -> None:
    corpus = tmp_path / "corpus.yaml"
    corpus.write_text(text, "utf-8")
    done = run("trace", str(corpus), "--org", store)
    assert (done.code, done.out) == (2, "")
    assert "corpus.yaml" in done.err
    assert run("trace", str(tmp_path / "none.yaml"), "--org", store).code == 2


def test_an_unknown_task_exits_2_with_suggestions(run: Any, store: str) -> None:
    done = run("owner", "sel", "--org", store, "--format", "json")
    assert done.code == 2
    assert_holds({"task": "sel", "status": "unknown", "suggestions": ["sell"]}, done.json())
    done = run("owner", "sel", "--org", store)
    assert (done.code, done.out) == (2, "")
    assert "did you mean sell?" in done.err


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["escalation", "ann"], "did you mean anna?"),
        (["escalation", "anna", "--topic", "fir"], "did you mean fire?"),
        (["escalation", "anna", "--about", "bos"], "did you mean boss?"),
        (["handoffs", "--from", "ann"], "did you mean anna?"),
        (["handoffs", "--to", "ann"], "did you mean anna?"),
        (["handoffs", "--task", "bil"], "did you mean bill?"),
        (["duties", "ann"], "did you mean anna?"),
        (["duties", "--task", "bil"], "did you mean bill?"),
        (["owner", "keep", "--scope", "aera=parts"], "did you mean area?"),
        (["owner", "keep", "--scope", "area=part"], "did you mean parts?"),
        (["owner", "keep", "--scope", "area"], "KEY=VALUE"),
        (["owner", "keep", "--on", "tomorrow"], "2026-01-31"),
        (["owner", "keep", "--on", "20260131"], "Did you mean 2026-01-31?"),
        (["owner", "keep", "--on", "2026年1月31日"], "Did you mean 2026-01-31?"),
        (["gaps", "--on", "ever"], "say --ever"),
        (["gaps", "--on", "org"], "is not a date such as 2026-01-31."),
        (["owner", "keep", "--on", "2026-W05-6"], "2026-01-31"),
        (["escalation", "anna", "--topic", ""], "--topic is empty"),
        (["escalation", "anna", "--about", ""], "--about is empty"),
        (["list", "things"], "positions"),
        (["ownr", "keep"], "Did you mean 'owner'?"),
        (["owner"], "TASK"),
        (["walk", "deel"], "did you mean deal?"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_exits_2_and_says_why(
    run: Any, store: str, args: list[str], hint: str
) -> None:
    done = run(*args, *([] if args[0] == "ownr" else ["--org", store]))
    assert (done.code, done.out) == (2, "")
    assert hint in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("org", "hint"),
    [("d141", "did you mean d14"), ("./nowhere", "there is no folder"), ("standrad", "standard")],
)
def test_an_unknown_organization_exits_2(run: Any, org: str, hint: str) -> None:
    done = run("owner", "x", "--org", org)
    assert (done.code, done.out) == (2, "")
    assert hint in done.err


def test_a_broken_organization_exits_2_with_places(run: Any, store: str) -> None:
    Path(store, "bad.yaml").write_text("a: 1\na: 2\n", "utf-8")
    done = run("gaps", "--org", store)
    assert (done.code, done.out) == (2, "")
    assert "bad.yaml:2:1" in done.err
    done = run("check", store, "--format", "json")
    assert done.code == 1
    assert ("yaml-duplicate-key", 2) in {(f["code"], f["line"]) for f in done.json()["findings"]}


def test_broken_settings_exit_2(run: Any, store: str) -> None:
    Path(store, "dealer-roles.toml").write_text("max-depht = 3\n", "utf-8")
    done = run("owner", "sell", "--org", store)
    assert (done.code, done.out) == (2, "")
    assert "max-depth" in done.err


def test_our_own_fault_exits_3_and_says_so(
    run: Any, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("dealer_roles.cli.question_command.load", broken)
    done = run("gaps", "--org", store)
    assert (done.code, done.out) == (3, "")
    assert "bug in dealer-roles" in done.err
    assert "Traceback" not in done.err


def test_queries_exit_0_whatever_they_find(run: Any, store: str) -> None:
    for command in ("overlaps", "gaps"):
        assert run(command, "--org", store).code == 0


def test_the_default_organization_is_the_nearest_one_upward(
    run: Any, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(store, "positions"))
    done = run("owner", "sell", "--format", "json")
    assert done.json()["owners"] == ["anna", "boss"]
    assert done.json()["evidence"][0]["file"] == "anna.yaml"


def test_without_any_it_is_the_standard(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("list", "positions", "--format", "json")
    assert done.json() == run("list", "positions", "--org", "standard", "--format", "json").json()


def test_a_path_needs_a_separator_and_a_bundled_name_goes_first(
    run: Any, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = Path(store).parent
    Path(store).rename(parent / "d14")
    monkeypatch.chdir(parent)
    assert run("list", "tasks", "--org", "./d14", "--format", "json").json()["tasks"][0]["id"] == (
        "bill"
    )
    assert len(run("list", "tasks", "--org", "d14", "--format", "json").json()["tasks"]) > 9


def test_schemas_are_printed(run: Any) -> None:
    listed = run("schema").out.split()
    assert "position" in listed
    for kind in listed:
        assert run("schema", kind).json()["$id"] == f"urn:dealer-roles:schema:{kind}"
    done = run("schema", "positon")
    assert (done.code, "did you mean position" in done.err) == (2, True)


def test_every_command_has_help_in_the_table(run: Any) -> None:
    out = run("--help").out
    for name in COMMANDS:
        assert f"\n  {name}" in out
        done = run(name, "--help")
        assert done.code == 0
        assert done.out.startswith("Usage: dealer-roles")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Any, shell: str) -> None:
    assert "_DEALER_ROLES_COMPLETE" in run("completion", shell).out


def command_line(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "dealer_roles", *args],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", **env},
    )


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("dealer-roles owner se", "sell"),
        ("dealer-roles escalation an", "anna"),
        ("dealer-roles escalation anna --topic f", "fire"),
        ("dealer-roles duties --task bi", "bill"),
        ("dealer-roles own", "owner"),
    ],
)
def test_completion_completes_ids(store: str, words: str, wanted: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dealer_roles"],
        capture_output=True,
        check=False,
        cwd=store,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "_DEALER_ROLES_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
        },
    )
    assert wanted in done.stdout.decode().replace(",", "\n").split(), done


def test_completion_is_silent_where_definitions_are_broken(store: str) -> None:
    Path(store, "bad.yaml").write_text("a: [", "utf-8")
    from dealer_roles.cli.completion import complete

    class Context:
        def __init__(self) -> None:
            self.params = {"org": store}

    assert complete("tasks")(Context(), None, "s") == []


def test_a_reader_that_goes_away_is_no_error(store: str) -> None:
    code = (
        "import subprocess, sys; p = subprocess.Popen([sys.executable, '-m', 'dealer_roles', "
        "'list', 'tasks', '--org', 'standard'], stdout=subprocess.PIPE, stderr=subprocess.PIPE); "
        "p.stdout.close(); print(p.stderr.read().decode()); sys.exit(p.wait())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception" not in done.stdout + done.stderr


def test_no_color_and_no_terminal_mean_plain_text(store: str) -> None:
    for env in ({"NO_COLOR": "1", "FORCE_COLOR": ""}, {}):
        done = command_line("owner", "sell", "--org", store, **env)
        assert done.returncode == 0
        assert b"\x1b" not in done.stdout


def test_the_language_is_that_of_the_locale(store: str) -> None:
    chinese = command_line("gaps", "--org", store, DEALER_ROLES_LANG="", LC_ALL="zh_CN.UTF-8")
    english = command_line("gaps", "--org", store, DEALER_ROLES_LANG="", LC_ALL="C.UTF-8")
    assert "处缺口" in chinese.stdout.decode()
    assert "gap" in english.stdout.decode()


def test_the_version_is_told(run: Any) -> None:
    import dealer_roles as dr

    done = run("--version")
    assert (done.code, done.out.strip()) == (0, f"dealer-roles {dr.__version__}")


def test_bundled_definitions_are_named_as_such(run: Any) -> None:
    duties = run("duties", "--org", "d14", "--format", "json").json()["duties"]
    assert duties
    assert all(d["file"].startswith("bundled:d14/") for d in duties)
    names = {Path(p).name for p in Path(resource("definitions", "references", "d14")).rglob("*")}
    assert {d["file"].rsplit("/", 1)[1] for d in duties} <= names
