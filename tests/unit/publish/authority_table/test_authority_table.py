from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from dealer_roles.facade import load
from dealer_roles.organization.authority import authorities
from dealer_roles.publish.authority_table.authority_page import authority_table
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from dealer_roles.values.text import Lang
from tests.support.sample import DAY, sample


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_decider_of_the_table_has_a_row_with_the_limit(lang: Lang) -> None:
    org = load("standard").on(DAY)
    table = authority_table(org, lang)
    assert table is not None
    wanted = sum(len(found.deciders) + len(found.absent) for found in authorities(org))
    assert len(table.rows) == wanted
    assert all(cell.text for row in table.rows for cell in (row.cells[0], *row.cells[2:4]))


def test_the_workbook_has_a_sheet_of_it_and_so_has_the_product() -> None:
    whole = load("standard")
    book = load_workbook(io.BytesIO(render_matrix(matrix_of(whole.on(DAY), "zh"), "xlsx")))
    alone = load_workbook(io.BytesIO(whole.publish("authority", format="xlsx", lang="zh", on=DAY)))
    both = [[[c.value for c in row] for row in b["权限表"].iter_rows()] for b in (book, alone)]
    assert both[0] == both[1]
    assert len(both[0]) > 10
    assert book["权限表"].print_title_rows
    columns = [*zip(*both[0], strict=True)]
    assert len(columns) > 3
    assert [column[0] for column in columns if not any(column[1:])] == []


def test_an_organization_without_a_table_has_none() -> None:
    assert not sample().on(DAY).model.authority
    assert authority_table(sample().on(DAY), "zh") is None
