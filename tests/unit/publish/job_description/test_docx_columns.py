"""Columns of Word tables are fitted only where the template says how wide they are."""

from __future__ import annotations

from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement

from dealer_roles.publish.job_description.docx_columns import fit_columns
from dealer_roles.source.office_xml import W

LONG = "Incomprehensibilities" * 2


def filled_table(*columns: tuple[str, str]) -> Any:
    """Return the body of a document with a table of a heading row and one other."""
    document = Document()
    table = document.add_table(rows=2, cols=len(columns))
    for n, texts in enumerate(columns):
        for row, text in zip(table.rows, texts, strict=True):
            row.cells[n].text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return document.element.body


def widths(body: Any) -> list[str | None]:
    return [column.get(f"{W}w") for column in body.iter(f"{W}gridCol")]


@pytest.mark.parametrize("stated", [None, "auto", ""])
@pytest.mark.parametrize("texts", [("who", LONG), ("who", "")])
def test_a_column_without_a_width_is_left_alone(stated: str | None, texts: tuple[str, str]) -> None:
    body = filled_table(("task", "sell"), texts, ("when", "daily"))
    for column in body.iter(f"{W}gridCol"):
        if stated is None:
            del column.attrib[f"{W}w"]
        else:
            column.set(f"{W}w", stated)
    fit_columns(body)
    assert set(widths(body)) == {stated}


def test_a_column_with_a_long_word_is_widened() -> None:
    body = filled_table(("task", "sell"), ("who", LONG), ("when", "daily"), ("what", "x"))
    before = [int(width or 0) for width in widths(body)]
    fit_columns(body)
    after = [int(width or 0) for width in widths(body)]
    assert sum(after) == sum(before)
    assert after[1] > before[1]


@pytest.mark.parametrize(("kind", "stated"), [("pct", "1250"), ("auto", "0"), ("dxa", "2160")])
@pytest.mark.parametrize("texts", [("who", LONG), ("who", "")])
def test_a_cell_is_as_wide_as_its_column_however_the_template_says_it(
    kind: str, stated: str, texts: tuple[str, str]
) -> None:
    """A share of the page (`pct`, in fiftieths of a percent) may not stay one of a width."""
    body = filled_table(("task", "sell"), texts, ("when", "daily"), ("what", "x"))
    for cell in body.iter(f"{W}tcW"):
        cell.set(f"{W}type", kind)
        cell.set(f"{W}w", stated)
    fit_columns(body)
    for row in body.iter(f"{W}tr"):
        cells = list(row.iter(f"{W}tcW"))
        assert [cell.get(f"{W}w") for cell in cells] == widths(body)
        assert {cell.get(f"{W}type") for cell in cells} == {"dxa"}
