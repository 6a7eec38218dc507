"""The responsibility matrix as CSV, as Excel opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import Organization
from dealer_roles.output.cell_text import MOST_CHARACTERS, cell_text, csv_text
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from dealer_roles.values.text import Lang
from tests.support.sample import DAY, sample
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store

Make = Callable[[dict[str, Any]], Organization]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u3000=1", "＝1", "＠x"]


def table(org: Organization, lang: Lang = "zh") -> list[list[str]]:
    made = render_matrix(matrix_of(org.on(DAY), lang), "csv")
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_it_begins_with_the_mark_by_which_excel_knows_utf_8() -> None:
    assert render_matrix(matrix_of(sample().on(DAY), "zh"), "csv").startswith(b"\xef\xbb\xbf")


def test_it_has_a_line_a_task_and_a_column_a_position() -> None:
    head, *lines = table(sample())
    assert head[:3] == ["任务编号", "业务领域", "任务"]
    assert "保修专员" in head
    assert {line[0] for line in lines} == set(sample().on().tasks)
    assert {len(line) for line in lines} == {len(head)}
    assert table(sample(), "en")[0][:3] == ["Task id", "Area", "Task"]


def test_shares_of_different_scope_stand_in_lines_of_their_own(make: Make) -> None:
    given = {
        "tasks": [{"id": "stock", "split_by": ["area"]}],
        "scopes": {"area": ["parts", "cars", "tools"]},
        "positions": {
            "a": {
                "duties": [
                    {"task": "stock", "scope": {"area": "parts"}},
                    {"task": "stock", "scope": {"area": "cars"}, "responsibility": "informed"},
                ]
            }
        },
    }
    assert [line[3:] for line in table(make(given), "en")[1:]] == [
        ["parts", "✓", "A", ""],
        ["cars", "✗ nobody", "I", ""],
        ["tools", "✗ nobody", "", ""],
    ]


def test_a_part_for_which_the_larger_task_answers_stands_in_a_line_as_well(make: Make) -> None:
    """Every case of a task lies in some line, and its check is what `owner` says of it."""
    given = {
        "tasks": ["stock", {"id": "count", "part_of": "stock"}, {"id": "sort", "part_of": "stock"}],
        "scopes": {"area": ["parts", "cars", "tools"]},
        "organization": {"coverage": "complete"},
        "positions": {
            "a": {
                "duties": [
                    {"task": "stock", "scope": {"area": ["parts", "cars"]}},
                    {"task": "count", "scope": {"area": "parts"}},
                ]
            }
        },
    }
    org = make(given)
    lines = [line[0:1] + line[3:5] for line in table(org, "en")[1:]]
    assert lines == [
        ["stock", "other than tools", "✓"],
        ["stock", "tools", "✗ nobody"],
        ["count", "parts", "✓"],
        ["count", "cars", "↑ larger task"],
        ["count", "tools", "✗ nobody"],
        ["sort", "other than tools", "↑ larger task"],
        ["sort", "tools", "✗ nobody"],
    ]


def test_a_condition_and_a_declared_reason_stand_in_the_last_column(make: Make) -> None:
    when = {"zh": "月末", "en": "at month-end"}
    given = {
        "tasks": ["count", "wash"],
        "positions": {"a": {"duties": [{"task": "count", "when": when, "within": "2 hours"}]}},
        "organization": {
            "coverage": "complete",
            "unowned": [{"task": "wash", "reason": {"zh": "外包", "en": "outsourced"}}],
        },
    }
    org = make(given)
    lines = {line[0]: line[4:] for line in table(org, "en")[1:]}
    assert lines["count"] == ["✓", "A", "a: A when: at month-end; within 2 hours"]
    assert lines["wash"] == ["— none, declared", "", "outsourced"]
    assert table(org)[1][-1] == "a：A 条件：月末；2小时内"


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_is_marked_as_text(text: str) -> None:
    assert csv_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "A", "1-1", "a=b", "保养", "a\tb"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert csv_text(text) == text


def test_a_cell_holds_what_excel_can_and_shows_that_it_was_cut() -> None:
    assert cell_text("a" * MOST_CHARACTERS) == "a" * MOST_CHARACTERS
    cut = cell_text("a" * (MOST_CHARACTERS + 1))
    assert (len(cut), cut[-1]) == (MOST_CHARACTERS, "…")
    assert cell_text("a\x00b\ud800") == "a\ufffdb\ufffd"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_names_break_no_line_and_begin_no_formula(tmp_path: Path, text: str) -> None:
    head, *lines = table(hostile_store(tmp_path, text))
    assert {len(line) for line in lines} == {len(head)}
    cells = [cell for line in (head, *lines) for cell in line]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    start = text[:4].split("\x07", maxsplit=1)[0].strip()
    assert sum(cell.lstrip("'").startswith(start) for cell in cells) >= 2
