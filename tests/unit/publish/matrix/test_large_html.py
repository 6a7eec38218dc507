"""A matrix too wide for one table has one a department, and says as much."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.matrix import html
from dealer_roles.publish.matrix.html import matrix_html
from dealer_roles.publish.matrix.matrix import Matrix
from dealer_roles.publish.matrix.publish import matrix_of
from tests.support.large_group import write_group


@pytest.fixture(scope="module")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> Matrix:
    return matrix_of(load(write_group(tmp_path_factory.mktemp("group"), 60, 8)).on(), "zh")


def cells(matrix: Matrix) -> int:
    return sum(bool(c.letters) for area in matrix.areas for row in area.rows for c in row.cells)


def test_each_share_stands_once(matrix: Matrix, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "WIDEST", 10)
    page = matrix_html(matrix)
    assert page.count("<table>") == 8
    shown = sum(page.count(f'<td class="{letter}"') for letter, _ in matrix.legend)
    assert shown == cells(matrix) > 0
    assert page.count('<th scope="col"><div class="up">') == len(matrix.columns)


def test_tasks_in_which_nobody_takes_part_are_there(
    matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "WIDEST", 10)
    (area,) = matrix.areas
    first = area.rows[0]
    bare = replace(first, cells=tuple(replace(c, letters="") for c in first.cells))
    made = replace(matrix, areas=(replace(area, rows=(bare, *area.rows[1:])),))
    page = matrix_html(made)
    assert "没有岗位参与的任务" in page
    assert first.name in page.split("没有岗位参与的任务")[-1]


def test_without_departments_no_table_is_wider_than_can_be_read(tmp_path: Path) -> None:
    matrix = matrix_of(load(write_group(tmp_path / "group", 170, 0)).on(), "zh")
    page = matrix_html(matrix)
    assert [t for t in ("(1/3)", "(2/3)", "(3/3)", "(4/3)") if t in page] == [
        "(1/3)",
        "(2/3)",
        "(3/3)",
    ]
    assert max(t.count('<div class="up">') for t in page.split("<table>")) <= html.WIDEST
    assert page.count('<th scope="col"><div class="up">') == len(matrix.columns)
    shown = sum(page.count(f'<td class="{letter}"') for letter, _ in matrix.legend)
    assert shown == cells(matrix)


def test_a_small_one_is_one_table(matrix: Matrix) -> None:
    assert matrix_html(matrix).count("<table>") == 1


def test_the_largest_group_is_a_page_that_opens(tmp_path: Path) -> None:
    page = matrix_html(matrix_of(load(write_group(tmp_path / "group")).on(), "zh"))
    assert len(page) < 8_000_000
