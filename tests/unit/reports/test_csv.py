"""Findings as a table: what a spreadsheet shows of them."""

from __future__ import annotations

import csv
import io

import pytest

from dealer_roles.reports.formats import render_report
from dealer_roles.reports.report import Report, Reported
from tests.unit.reports.samples import HOSTILE, finding, mixed, report


def rows(one: Report, lang: str = "en") -> list[dict[str, str]]:
    made = render_report(one, "csv", lang)
    assert made.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"))))


def test_a_finding_is_a_row_with_all_that_is_said_of_it() -> None:
    first, run = rows(report(Reported(finding())))
    assert first == {
        "severity": "error",
        "state": "",
        "rule": "keep-count-stock",
        "subject": "desk",
        "message": "wrong",
        "how to mend it": "mend it",
        "why": "Why",
        "evidence": "store/positions/clerk.yaml:3:1: here wrong",
        "file": "store/positions/desk.yaml",
        "line": "7",
        "column": "15",
    }
    assert run["rule"] == "run"
    assert "3 files read" in run["message"]


def test_the_state_says_what_is_new_known_waived_and_mended() -> None:
    states = [row["state"] for row in rows(mixed())]
    assert states == [
        *("new", "new", "new", "known"),
        "waived (boss, 2027-03-31: few | people accepted)",
        "fixed",
        "",
    ]


def test_a_chinese_reader_sees_chinese_headings_and_words() -> None:
    first, *_, mended, _ = rows(mixed(), "zh")
    assert (first["级别"], first["状态"]) == ("错误", "新增")
    assert mended["状态"] == "已改好"


@pytest.mark.parametrize("message", [*HOSTILE, "=1+1", "@SUM(A1)", "-2", "+3", "＝1", "'x", '"'])
def test_no_text_is_a_formula_or_breaks_the_table(message: str) -> None:
    first, _ = rows(report(Reported(finding(message))))
    assert first["message"][0] not in "=+-@＝"
    assert first["line"] == "7"
    assert not any(c in first["message"] for c in "\x00\x07\x1b")
