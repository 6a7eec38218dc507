"""The responsibility matrix as an Excel workbook, read back with another library."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dealer_roles.facade import Organization
from dealer_roles.publish.matrix.matrix import (
    LEGEND,
    LETTERS,
    Matrix,
    MatrixArea,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
)
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from dealer_roles.publish.matrix.xlsx import COLOURS
from tests.support.sample import DAY, sample
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store

Make = Callable[[dict[str, Any]], Organization]


def book(org: Organization, lang: str = "zh") -> Workbook:
    return load_workbook(io.BytesIO(render_matrix(matrix_of(org.on(DAY), lang), "xlsx")))


def sheet(made: Workbook, name: str) -> Worksheet:
    found = made[name]
    assert isinstance(found, Worksheet)
    return found


def rows(found: Worksheet) -> list[tuple[Any, ...]]:
    return list(found.iter_rows(min_row=3, values_only=True))


@pytest.fixture(scope="module")
def zh() -> Workbook:
    return book(sample())


def test_there_is_a_legend_a_sheet_of_all_and_one_a_business_area(zh: Workbook) -> None:
    matrix = matrix_of(sample().on(DAY), "zh")
    assert zh.sheetnames == ["图例", "全部", *(area.name for area in matrix.areas)]
    assert book(sample(), "en").sheetnames[:2] == ["Legend", "All"]


def test_the_legend_explains_every_letter_in_its_colour(zh: Workbook) -> None:
    legend = sheet(zh, "图例")
    shown = {
        row[0].value: (row[1].value, row[0].fill.fgColor.rgb)
        for row in legend.iter_rows(min_row=4, max_row=3 + len(LEGEND))
    }
    assert shown == {k: (t.zh, "FF" + COLOURS[k][1:]) for k, t in LEGEND.items()}
    assert set(LEGEND) == set(LETTERS.values())


def test_headings_and_tasks_stay_in_view_and_can_be_filtered(zh: Workbook) -> None:
    for name in zh.sheetnames[1:]:
        found = sheet(zh, name)
        assert found.freeze_panes == "D3"
        assert (
            found.auto_filter.ref == f"A2:{found.cell(found.max_row, found.max_column).coordinate}"
        )


def test_the_task_ids_stand_in_a_hidden_column(zh: Workbook) -> None:
    found = sheet(zh, "全部")
    assert found.column_dimensions["A"].hidden
    assert {row[0] for row in rows(found)} == set(sample().on().tasks)


def test_the_sheets_of_the_areas_together_are_the_sheet_of_all(zh: Workbook) -> None:
    parts = [row for name in zh.sheetnames[2:] for row in rows(sheet(zh, name))]
    assert parts == rows(sheet(zh, "全部"))


def test_headings_are_read_in_the_language_asked_for() -> None:
    for lang, head, name in (("zh", "任务", "保修专员"), ("en", "Task", "Warranty Specialist")):
        found = sheet(book(sample(), lang), "全部" if lang == "zh" else "All")
        heads = [cell.value for cell in found[2]]
        assert heads[2] == head
        assert name in heads


def test_chinese_headings_stand_upright_character_by_character(zh: Workbook) -> None:
    assert sheet(zh, "全部")["D2"].alignment.textRotation == 255
    assert sheet(book(sample(), "en"), "All")["D2"].alignment.textRotation == 90


def test_a_cell_shows_the_shares_of_a_position_in_the_colour_of_the_gravest(make: Make) -> None:
    org = make(
        {
            "tasks": ["sell", "wash"],
            "positions": {
                "anna": {
                    "duties": ["sell", {"task": "wash", "responsibility": "supporting"}],
                    "handoffs": [{"task": "sell", "to": "boss", "approval": True}],
                },
                "boss": {"duties": [{"task": "sell", "responsibility": "consulted"}]},
            },
        }
    )
    found = sheet(book(org, "en"), "All")
    assert [row[2:] for row in rows(found)] == [("sell", "A", "PC"), ("wash", "S", None)]
    assert found["E3"].fill.fgColor.rgb == "FF" + COLOURS["P"][1:]


def test_a_share_in_a_part_of_a_task_says_which(make: Make) -> None:
    duty = {"task": "keep", "scope": {"area": "cars"}}
    given = {
        "tasks": ["keep"],
        "scopes": {"area": ["cars"]},
        "positions": {"a": {"duties": [duty]}},
    }
    assert rows(sheet(book(make(given), "en"), "All"))[0][3] == "A (cars)"


def test_a_department_heads_its_positions(zh: Workbook) -> None:
    found = sheet(zh, "全部")
    merged = {str(area) for area in found.merged_cells.ranges}
    assert merged
    assert {found[area.split(":")[0]].value for area in merged} <= {
        column.department for column in matrix_of(sample().on(DAY), "zh").columns
    }


def test_it_prints_sideways_on_one_page_across_with_its_headings(zh: Workbook) -> None:
    found = sheet(zh, "全部")
    assert found.page_setup.orientation == "landscape"
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert found.page_setup.fitToHeight == 0
    assert found.print_title_rows == "$1:$2"


def test_the_same_matrix_is_the_same_file() -> None:
    made = [render_matrix(matrix_of(sample().on(DAY), "zh"), "xlsx") for _ in range(2)]
    assert made[0] == made[1]
    properties = load_workbook(io.BytesIO(made[0])).properties
    assert properties.created == dt.datetime(2000, 1, 1)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_names_are_text_and_no_formula(tmp_path: Path, text: str) -> None:
    made = book(hostile_store(tmp_path, text))
    cells = [cell for found in made.worksheets for row in found.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells)
    start = text[:4].split("\x07", maxsplit=1)[0].strip()
    assert sum(str(cell.value or "").startswith(start) for cell in cells) >= 2


AREAS = ["a" * 40, "a" * 40 + "b", "x/y\\z?*[]:", "'quoted'", "History", "All", "::"]


def test_sheet_names_are_such_as_excel_takes() -> None:
    row = MatrixRow("t", "task", (MatrixCell("A"),))
    areas = tuple(MatrixArea(f"a{n}", name, (row,)) for n, name in enumerate(AREAS))
    matrix = Matrix("store", "en", (MatrixColumn("p", "position", "shop"),), areas)
    names = load_workbook(io.BytesIO(render_matrix(matrix, "xlsx"))).sheetnames
    assert len({name.lower() for name in names}) == len(names) == 2 + len(AREAS)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name
        assert name.lower() != "history"
