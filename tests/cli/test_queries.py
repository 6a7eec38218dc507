"""The questions as commands: what a person reads, what a program reads, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import ran
from tests.support.tiny import write_tiny


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store of three, with a process and a scenario that holds and one that does not."""
    folder = write_tiny(
        tmp_path / "store",
        {
            "tasks": ["sell", "bill"],
            "topics": ["fire"],
            "departments": ["shop", "office"],
            "positions": {
                "boss": {"reports_to": None, "department": "office", "duties": ["bill"]},
                "anna": {
                    "reports_to": "boss",
                    "duties": ["sell", {"task": "bill", "responsibility": "supporting"}],
                    "handoffs": [{"task": "sell", "then": "bill", "to": "boss"}],
                },
            },
            "processes": {"deal": [{"id": "one", "task": "sell"}, {"id": "two", "task": "bill"}]},
        },
    )
    (folder / "expectations.yaml").write_text(
        "kind: expectations\ncases:\n"
        "- name: {zh: 甲卖, en: Anna sells}\n  owner: {task: sell, owned_by: anna}\n"
        "- name: {zh: 老板卖, en: The boss sells}\n  owner: {task: sell, owned_by: boss}\n",
        "utf-8",
    )
    return str(folder)


def plain(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    code, out, err = ran(capsys, *args, "--format", "json")
    assert err == ""
    assert code in (0, 1)
    return json.loads(out)


def test_walk_shows_each_step_with_its_holder_and_the_sum(
    capsys: pytest.CaptureFixture[str], store: str
) -> None:
    code, out, _ = ran(capsys, "walk", "deal", "--org", store)
    assert code == 0
    assert out.index("sell") < out.index("bill")
    assert "1 change of hands" in out
    assert plain(capsys, "walk", "deal", "--org", store)["moves"][0]["handoffs"] == ["anna-0"]


def test_compare_shows_where_two_disagree(
    capsys: pytest.CaptureFixture[str], store: str, tmp_path: Path
) -> None:
    other = write_tiny(
        tmp_path / "other",
        {
            "tasks": ["sell", "bill"],
            "organization": {"id": "other"},
            "positions": {"bert": {"duties": ["sell"]}},
        },
    )
    _, out, _ = ran(capsys, "compare", store, str(other))
    assert "disagree 1" in out
    assert "only one 1" in out
    only = plain(capsys, "compare", store, str(other), "--only", "disagree")
    assert [t["task"] for t in only["tasks"]] == ["sell"]


def test_compare_needs_two(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, out, err = ran(capsys, "compare", store)
    assert (code, out) == (2, "")
    assert "at least two" in err


def test_test_fails_and_says_which_scenario_and_where(
    capsys: pytest.CaptureFixture[str], store: str
) -> None:
    code, out, _ = ran(capsys, "test", store, "--coverage")
    assert code == 1
    assert "✓ Anna sells" in out
    assert "✗ The boss sells" in out
    assert "expectations.yaml:5:3" in out
    assert "expected boss, got anna" in out
    assert "1 held, 1 did not" in out
    assert "handoff anna-0" in out
    assert plain(capsys, "test", store)["failed"] == 1


def test_trace_lists_what_is_not_cited_and_fails(
    capsys: pytest.CaptureFixture[str], store: str, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus.yaml"
    corpus.write_text("documents: [{sections: [{statements: [D1.1.1]}]}]\n", "utf-8")
    code, out, _ = ran(capsys, "trace", str(corpus), "--org", store)
    assert code == 1
    assert "D1.1.1" in out
    assert plain(capsys, "trace", str(corpus), "--org", store)["uncited"] == ["D1.1.1"]


def test_trace_of_the_references_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, "trace")
    assert code == 0
    assert "364 of 364 statements are cited" in out


def test_duties_are_filtered(capsys: pytest.CaptureFixture[str], store: str) -> None:
    _, out, _ = ran(capsys, "duties", "anna", "--org", store)
    assert "sell" in out
    found = plain(capsys, "duties", "anna", "--task", "bill", "--org", store)
    assert [d["responsibility"] for d in found["duties"]] == ["supporting"]


def test_handoffs_are_filtered_by_either_end(
    capsys: pytest.CaptureFixture[str], store: str
) -> None:
    for end in (("--from", "anna"), ("--to", "boss")):
        assert len(plain(capsys, "handoffs", *end, "--org", store)["handoffs"]) == 1
    assert plain(capsys, "handoffs", "--from", "boss", "--org", store)["handoffs"] == []


@pytest.mark.parametrize(
    ("what", "first"),
    [("positions", "anna"), ("tasks", "sell"), ("departments", "shop"), ("processes", "deal")],
)
def test_list_names_what_there_is(
    capsys: pytest.CaptureFixture[str], store: str, what: str, first: str
) -> None:
    code, out, _ = ran(capsys, "list", what, "--org", store)
    assert code == 0
    assert first in out


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (("walk", "dael"), "deal"),
        (("duties", "ana"), "anna"),
        (("handoffs", "--from", "bos"), "boss"),
        (("owner", "sel"), "sell"),
        (("escalation", "anna", "--topic", "fier"), "fire"),
        (("describe", "anan"), "anna"),
    ],
)
def test_a_slip_of_the_pen_suggests_the_nearest_name(
    capsys: pytest.CaptureFixture[str], store: str, args: tuple[str, ...], near: str
) -> None:
    code, out, err = ran(capsys, *args, "--org", store)
    assert (code, out) == (2, "")
    assert near in err
    assert "Traceback" not in err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_people_are_answered_in_the_language_they_ask_for(
    capsys: pytest.CaptureFixture[str], store: str, lang: str
) -> None:
    outs = [
        ran(capsys, *args, "--org", store, "--lang", lang)[1]
        for args in (("walk", "deal"), ("gaps",), ("overlaps",), ("duties", "anna"))
    ]
    assert all(any("\u4e00" <= c <= "\u9fff" for c in out) == (lang == "zh") for out in outs)
