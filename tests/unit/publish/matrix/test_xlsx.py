"""The responsibility matrix as an Excel workbook, read back with another library."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from itertools import pairwise
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
from dealer_roles.publish.matrix.xlsx_sheet import FIRST
from dealer_roles.publish.matrix.xlsx_styles import COLOURS
from dealer_roles.values.text import Lang
from tests.support.sample import DAY, sample
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store

Make = Callable[[dict[str, Any]], Organization]


def book(org: Organization, lang: Lang = "zh") -> Workbook:
    return load_workbook(io.BytesIO(render_matrix(matrix_of(org.on(DAY), lang), "xlsx")))


def sheet(made: Workbook, name: str) -> Worksheet:
    found = made[name]
    assert isinstance(found, Worksheet)
    return found


def rows(found: Worksheet) -> list[tuple[Any, ...]]:
    """Return the rows of tasks: those with a task id."""
    return [row for row in found.iter_rows(min_row=3, values_only=True) if row[0]]


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
        assert found.freeze_panes == "F3"
        end = found.cell(len(rows(found)) + 2, found.max_column).coordinate
        assert found.auto_filter.ref == f"A2:{end}"


def test_the_task_ids_stand_in_a_hidden_column(zh: Workbook) -> None:
    found = sheet(zh, "全部")
    assert found.column_dimensions["A"].hidden
    assert {row[0] for row in rows(found)} == set(sample().on().tasks)


def test_the_sheets_of_the_areas_together_are_the_sheet_of_all(zh: Workbook) -> None:
    parts = [row for name in zh.sheetnames[2:] for row in rows(sheet(zh, name))]
    without_totals = [[*row[:-2], row[-1]] for row in parts]
    assert without_totals == [[*row[:-2], row[-1]] for row in rows(sheet(zh, "全部"))]


def test_headings_are_read_in_the_language_asked_for() -> None:
    cases: tuple[tuple[Lang, str, str], ...] = (
        ("zh", "任务", "保修专员"),
        ("en", "Task", "Warranty Specialist"),
    )
    for lang, head, name in cases:
        found = sheet(book(sample(), lang), "全部" if lang == "zh" else "All")
        heads = [cell.value for cell in found[2]]
        assert heads[2] == head
        assert name in heads


def test_chinese_headings_stand_upright_character_by_character(zh: Workbook) -> None:
    assert sheet(zh, "全部")["F2"].alignment.textRotation == 255
    assert sheet(book(sample(), "en"), "All")["F2"].alignment.textRotation == 90


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
    shown = [(row[2], *row[5:7]) for row in rows(found)]
    assert shown == [("sell", "A", "PC"), ("wash", "S", None)]
    assert found["G3"].fill.fgColor.rgb == "FF" + COLOURS["P"][1:]


def test_a_share_in_a_part_of_a_task_says_which(make: Make) -> None:
    duty = {"task": "keep", "scope": {"area": "cars"}}
    given = {
        "tasks": ["keep"],
        "scopes": {"area": ["cars", "parts"]},
        "positions": {"a": {"duties": [duty]}},
    }
    assert rows(sheet(book(make(given), "en"), "All"))[0][3:6] == ("cars", "✓", "A")


@pytest.mark.parametrize(
    ("lang", "departments", "heads"),
    [
        ("zh", ("", ""), ["岗位", None]),
        ("en", ("", ""), ["Positions", None]),
        ("zh", ("", "财务部"), ["未列入部门", "财务部"]),
        ("en", ("Finance", ""), ["Finance", "In no department"]),
    ],
)
def test_what_stands_above_the_positions_is_never_empty(
    lang: Lang, departments: tuple[str, ...], heads: list[str | None]
) -> None:
    columns = tuple(MatrixColumn(f"p{n}", f"P{n}", d) for n, d in enumerate(departments))
    row = MatrixRow("sell", "Sell", (MatrixCell("A"), MatrixCell("S")))
    matrix = Matrix("Store", lang, columns, (MatrixArea("work", "Work", (row,)),))
    made = load_workbook(io.BytesIO(render_matrix(matrix, "xlsx")))
    found = sheet(made, "全部" if lang == "zh" else "All")
    assert [cell.value for cell in found[1][FIRST : FIRST + 2]] == heads
    page = render_matrix(matrix, "html").decode()
    shown = re.findall(r'<th colspan="(\d+)" scope="colgroup">(.*?)</th>', page)
    assert [head for _, head in shown] == [head for head in heads if head]
    assert sum(int(count) for count, _ in shown) == len(columns)


def test_a_department_heads_its_positions(zh: Workbook) -> None:
    found = sheet(zh, "全部")
    merged = {str(area) for area in found.merged_cells.ranges}
    assert merged
    assert {found[area.split(":")[0]].value for area in merged} <= {
        column.department for column in matrix_of(sample().on(DAY), "zh").columns
    }


@pytest.mark.parametrize(
    ("department", "members", "lines"),
    [
        ("Procurement", 2, 1),
        ("Management", 1, 1),
        ("Customer Relations", 2, 2),
        ("Sales", 4, 1),
        ("客户关系部", 1, 3),
    ],
)
def test_no_word_above_positions_breaks_and_each_of_its_lines_is_seen(
    department: str, members: int, lines: int
) -> None:
    columns = tuple(MatrixColumn(f"p{n}", f"P{n}", department) for n in range(members))
    row = MatrixRow("t", "T", (MatrixCell("A"),) * members)
    matrix = Matrix("S", "en", columns, (MatrixArea("a", "A", (row,)),))
    found = sheet(
        made := load_workbook(io.BytesIO(render_matrix(matrix, "xlsx"))), made.sheetnames[1]
    )
    wide = sum(points(width_of(found, FIRST + n)) for n in range(1, members + 1))
    longest = max(len(word) for word in department.split()) if department.isascii() else 2
    assert wide >= longest * 10 * 0.6
    assert (found.row_dimensions[1].height or 15) >= 13 * lines


def test_it_prints_sideways_with_its_headings(zh: Workbook) -> None:
    found = sheet(zh, "全部")
    assert found.page_setup.orientation == "landscape"
    assert found.print_title_rows == "$1:$2"


def points(width: float) -> float:
    """Return how wide a column is on paper: seven pixels a character, its padding counted in."""
    return width * 7 * 72 / 96


A3_ACROSS = 420 / 25.4 * 72


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("positions", "departments"), [(3, 1), (36, 9), (400, 7), (120, 120)])
def test_paper_has_room_for_its_columns_in_letters_of_seven_points(
    lang: Lang, positions: int, departments: int
) -> None:
    columns = [
        MatrixColumn(f"p{n}", f"P{n}", f"D{n * departments // positions}") for n in range(positions)
    ]
    row = MatrixRow("t", "T", (MatrixCell("A", "when it rains"),) * positions)
    matrix = Matrix("S", lang, tuple(columns), (MatrixArea("a", "A", (row,)),))
    made = load_workbook(io.BytesIO(render_matrix(matrix, "xlsx")))
    found = sheet(made, made.sheetnames[1])
    scale = (found.page_setup.scale or 100) / 100
    sizes = {cell.font.size for line in found.iter_rows() for cell in line if cell.value}
    assert min(sizes) * scale >= 7
    last = found.max_column
    widths = {n: points(width_of(found, n)) for n in range(2, last + 1)}
    breaks = [one.id for one in found.col_breaks.brk]  # the columns after which a page ends
    repeated = sum(widths[n] for n in range(2, FIRST + 1))
    edges = [FIRST, *breaks, last]
    pages = [sum(widths[n] for n in range(a + 1, b + 1)) for a, b in pairwise(edges)]
    assert (repeated + max(pages)) * scale <= A3_ACROSS - 2 * 0.4 * 72
    assert len(pages) <= 2 + 1.5 * sum(pages) * scale / (A3_ACROSS - repeated * scale)
    starts = {c.department: FIRST + n for n, c in reversed([*enumerate(columns)])}
    if departments == 9:
        assert {*breaks} <= {*starts.values(), FIRST + positions}


def width_of(found: Worksheet, number: int) -> float:
    """Return the stated width of a column; columns of one width are stated together."""
    stated = [d for d in found.column_dimensions.values() if d.min <= number <= d.max]
    return float(stated[0].width)


def test_the_same_matrix_is_the_same_file() -> None:
    made = [render_matrix(matrix_of(sample().on(DAY), "zh"), "xlsx") for _ in range(2)]
    assert made[0] == made[1]
    properties = load_workbook(io.BytesIO(made[0])).properties
    assert properties.created == dt.datetime(2000, 1, 1)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_names_are_text_and_no_formula(tmp_path: Path, text: str) -> None:
    made = book(hostile_store(tmp_path, text))
    cells = [cell for found in made.worksheets for row in found.iter_rows() for cell in row]
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert {cell.data_type for cell in cells} <= {"s", "n", "f"}
    assert all(re.fullmatch(r'=COUNTIF\([A-Z0-9:]+,"[?*A-Z]+"\)', text) for text in formulas)
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


def grid(org: Organization) -> Worksheet:
    return sheet(book(org, "en"), "All")


SPLIT = {
    "tasks": ["keep", "sell"],
    "scopes": {"area": ["cars", "parts", "tools"]},
    "positions": {
        "a": {
            "duties": [
                {"task": "keep", "scope": {"area": "cars"}},
                {"task": "keep", "scope": {"area": "parts"}, "responsibility": "informed"},
                {"task": "sell", "when": {"zh": "旺季", "en": "in season"}},
            ]
        },
        "b": {"duties": [{"task": "keep", "scope": {"area": "parts"}}, "sell"]},
    },
}


def test_totals_are_formulas_whose_shown_value_is_what_they_count(make: Make) -> None:
    made = render_matrix(matrix_of(make(SPLIT).on(), "en"), "xlsx")
    shown = sheet(load_workbook(io.BytesIO(made), data_only=True), "All")
    found = sheet(load_workbook(io.BytesIO(made)), "All")
    held = {c: [row[c] for row in rows(shown)] for c in (5, 6)}
    totals = {row[4]: row for row in shown.iter_rows(min_row=3, values_only=True) if not row[0]}
    assert list(totals) == [*(f"Total {letter}" for letter in LEGEND), "Total"]
    for column, letters in held.items():
        for letter in LEGEND:
            wanted = sum(letter in (text or "") for text in letters)
            assert totals[f"Total {letter}"][column] == wanted
        assert totals["Total"][column] == sum(text is not None for text in letters)
    end = len(rows(shown)) + 2
    assert found.cell(end + 1, 6).value == f'=COUNTIF(F3:F{end},"*A*")'


def test_the_check_says_where_not_exactly_one_answers(make: Make) -> None:
    checks = {(row[0], row[3]): row[4] for row in rows(grid(make(SPLIT)))}
    assert checks == {
        ("keep", "cars"): "✓",
        ("keep", "parts"): "✓",
        ("keep", "tools"): "✗ nobody",
        ("sell", None): "✗ several",
    }


def test_a_condition_is_a_comment_and_stands_in_the_last_column(make: Make) -> None:
    found = grid(make(SPLIT))
    noted = {c.coordinate: c.comment.text for row in found.iter_rows() for c in row if c.comment}
    assert list(noted.values()) == ["A when: in season"]
    assert [row[-1] for row in rows(found) if row[0] == "sell"] == ["a: A when: in season"]


def test_an_organization_of_one_area_has_one_sheet_beside_the_legend(make: Make) -> None:
    assert book(make(SPLIT), "en").sheetnames == ["Legend", "All"]


def test_cells_without_a_share_are_not_written(make: Make) -> None:
    people = {f"p{n}": {"duties": [f"t{n}"]} for n in range(60)}
    org = make({"tasks": [f"t{n}" for n in range(60)], "positions": people})
    made = render_matrix(matrix_of(org.on(), "en"), "xlsx")
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        written = parts.read("xl/worksheets/sheet2.xml").decode().count("<c ")
    assert written < 60 * 60 / 2
    assert len(rows(grid(org))) == 60


def test_tasks_stand_as_the_processes_come_to_them_and_people_from_the_top_down(make: Make) -> None:
    org = make(
        {
            "tasks": ["close", "begin", {"id": "check", "part_of": "begin"}, "other"],
            "positions": {
                "anna": {"reports_to": "zoe", "duties": ["begin", "close", "other", "check"]},
                "zoe": {"reports_to": None},
            },
            "processes": {"case": [{"id": "one", "task": "begin"}, {"id": "two", "task": "close"}]},
        }
    )
    matrix = matrix_of(org.on(), "en")
    assert [column.id for column in matrix.columns] == ["zoe", "anna"]
    assert [row.task for row in matrix.areas[0].rows] == ["begin", "check", "close", "other"]


def test_printed_pages_repeat_headings_and_tasks_on_a3(zh: Workbook) -> None:
    found = sheet(zh, "全部")
    assert found.page_setup.paperSize == 8
    assert found.print_title_cols == "$B:$E"
