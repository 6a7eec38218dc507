"""The handbook binds a whole organization."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.document.blocks import Table
from dealer_roles.publish.handbook.handbook import (
    MOST_DRAWN,
    Handbook,
    handbook,
    handbook_common,
    handbook_part,
    parts_of,
)
from dealer_roles.publish.handbook.publish import handbook_of, render_handbook
from dealer_roles.publish.handbook.tables import (
    MARK,
    MOST_LANES,
    UPRIGHT_LANES,
    WORDED_LANES,
    structure_table,
)
from dealer_roles.publish.matrix.headings import POSITIONS
from dealer_roles.publish.matrix.html import matrix_html
from dealer_roles.publish.matrix.publish import matrix_of
from dealer_roles.publish.pictures.folded import lines_of
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.text import LANGS, Lang
from dealer_roles.words.document_words import word
from tests.support.large_group import write_group
from tests.support.tiny import write_tiny

SVG = "{http://www.w3.org/2000/svg}"
Make = Callable[[dict[str, Any]], Organization]
GIVEN: dict[str, Any] = {
    "tasks": ["sell", "bill"],
    "topics": ["fire"],
    "departments": ["shop", "office"],
    "positions": {
        "boss": {"reports_to": None, "department": "office", "duties": ["bill"]},
        "anna": {
            "reports_to": "boss",
            "duties": ["sell"],
            "handoffs": [{"task": "sell", "then": "bill", "to": "boss"}],
        },
    },
    "processes": {"deal": [{"id": "one", "task": "sell"}, {"id": "two", "task": "bill"}]},
    "organization": {
        "departments": [{"id": "shop"}, {"id": "office", "head": "boss"}],
        "ladders": {"fire": [{"position": "anna"}, {"position": "boss", "within": "1 hour"}]},
    },
}


def made(make: Make) -> Handbook:
    return handbook(make(GIVEN).on(dt.date(2026, 11, 1)), "en")


def test_a_handbook_has_every_chapter_that_has_content(make: Make) -> None:
    ids = [chapter.id for chapter in made(make).chapters]
    assert ids == ["structure", "positions", "processes", "ladders", "tasks", "terms"]


def test_departments_come_in_the_order_of_the_organization(make: Make) -> None:
    documents = made(make).chapters[1].documents
    assert [d.meta.subject for d in documents] == ["anna", "boss"]


def test_desks_come_where_the_first_of_their_positions_stands_whatever_their_ids(
    make: Make,
) -> None:
    desks = {"z-desk": ["boss", "clerk"], "a-desk": ["cook", "maid"]}
    above = ["clerk", "cook", "maid"]
    positions = {"boss": {"reports_to": None}, **{id_: {"reports_to": "boss"} for id_ in above}}
    posts = [
        {"id": id_, "name": {"zh": id_, "en": id_}, "positions": members}
        for id_, members in desks.items()
    ]
    org = make({"positions": positions, "organization": {"posts": posts}}).on()
    documents = handbook(org, "en").chapters[1].documents
    assert [d.meta.subject for d in documents][-2:] == ["z-desk", "a-desk"]


def test_a_process_has_a_lane_for_each_holder(make: Make) -> None:
    (section,) = made(make).chapters[2].sections
    table = section.blocks[-1].to_dict()
    assert "lanes" in str(table)
    assert "anna" in str(table)
    assert "boss" in str(table)


def test_a_bound_copy_is_not_signed(make: Make) -> None:
    documents = made(make).chapters[1].documents
    assert all(document.section("signatures") is None for document in documents)


def test_a_hostile_name_stays_text_in_html(make: Make) -> None:
    evil = "<script>alert(1)</script>"
    given = {**GIVEN, "organization": {"name": {"zh": evil, "en": evil}}}
    page = render_handbook(handbook_of(make(given).on(), "en"), "html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_every_contents_link_leads_somewhere(make: Make) -> None:
    page = render_handbook(handbook_of(make(GIVEN).on(), "en"), "html").decode()
    links = {part.split('"')[0] for part in page.split('href="#')[1:]}
    assert links
    assert all(f'id="{link}"' in page for link in links)


def test_the_same_handbook_is_the_same_pdf(make: Make) -> None:
    book = handbook_of(make(GIVEN).on("2026-11-01"), "en")
    first = render_handbook(book, "pdf")
    assert first.startswith(b"%PDF")
    assert first == render_handbook(book, "pdf")


def of_lanes(count: int) -> dict[str, Any]:
    """A process that passes through as many hands."""
    hands = [f"p{n}" for n in range(count)]
    return {
        "tasks": [f"t{n}" for n in range(count)],
        "positions": {p: {"duties": [f"t{n}"]} for n, p in enumerate(hands)},
        "processes": {"deal": [{"id": f"s{n}", "task": f"t{n}"} for n in range(count)]},
    }


@pytest.mark.parametrize(
    ("count", "columns", "wide", "marked"),
    [
        (2, 1 + 2, False, False),
        (UPRIGHT_LANES, 1 + UPRIGHT_LANES, False, False),
        (WORDED_LANES, 1 + WORDED_LANES, True, False),
        (MOST_LANES, 2 + MOST_LANES, True, True),
        (MOST_LANES + 1, 3, False, False),
    ],
)
def test_many_lanes_are_turned_sideways_then_marked_then_listed(
    make: Make, count: int, columns: int, wide: bool, marked: bool
) -> None:
    book = handbook(make(of_lanes(count)).on(dt.date(2026, 11, 1)), "en")
    (section,) = next(c for c in book.chapters if c.id == "processes").sections
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    assert (len(table.columns), section.wide) == (columns, wide)
    marks = [[cell.text for cell in row.cells].count(MARK) for row in table.rows]
    assert marks == [1 if marked else 0] * count


@pytest.mark.parametrize(("count", "drawn"), [(MOST_DRAWN - 1, True), (MOST_DRAWN, False)])
def test_an_org_chart_without_levels_is_drawn_as_long_as_it_can_be_read(
    make: Make, count: int, drawn: bool
) -> None:
    given = {"tasks": ["work"], "positions": {f"p{n}": {"duties": []} for n in range(count)}}
    book = handbook_of(make(given).on(), "en")
    assert (book.chapters[0].figure is not None) == drawn
    assert ("<figure>" in render_handbook(book, "html").decode()) == drawn


@pytest.mark.parametrize("departments", [0, 30])
def test_a_large_org_chart_is_drawn_with_its_lowest_levels_counted(
    tmp_path: Path, departments: int
) -> None:
    org = load(write_group(tmp_path / "group", 300, departments)).on()
    figure = handbook_of(org, "en").chapters[0].figure
    assert figure is not None
    assert lines_of(figure) <= MOST_DRAWN
    below = [re.search(r"(\d+) positions? below", node.note) for node in figure.nodes]
    assert len(figure.nodes) + sum(int(found[1]) for found in below if found) == 300


def test_a_department_in_another_says_of_which_it_is_a_part(tmp_path: Path) -> None:
    org = load(write_group(tmp_path / "group", 120, 60)).on()
    book = handbook_of(org, "en", "d7")
    assert book.name == "Voyage Motors · Division 0 › Division 1 › Division 7"
    (table,) = (b for b in book.chapters[0].sections[0].blocks if isinstance(b, Table))
    assert "Division 0 › Division 1 › Division 7" in table.rows[0].cells[0].text
    whole = structure_table(org, "en")
    bands = [row.cells[0].text for row in whole.rows if row.band]
    assert any(band.startswith("Division 0 › Division 1 › Division 7") for band in bands)
    assert any(band.startswith("Division 1 › Division 7 › Division 43") for band in bands)


def test_the_structure_says_who_sits_at_a_desk_with_others(make: Make) -> None:
    posts = [
        {
            "id": "desk",
            "name": {"zh": "Desk", "en": "Desk"},
            "positions": ["anna", "boss"],
            "headcount": 2,
        }
    ]
    org = make({**GIVEN, "organization": {"posts": posts}}).on("2026-11-01")
    rows = {row.cells[0].text: row.cells[0].note for row in structure_table(org, "zh").rows}
    assert rows["anna"] == rows["boss"] == "Desk（2人）"


def test_the_org_chart_stands_in_both_formats(make: Make) -> None:
    book = handbook_of(make(GIVEN).on("2026-11-01"), "en")
    page = render_handbook(book, "html").decode()
    chart = ElementTree.fromstring(page.partition("<figure>")[2].partition("</figure>")[0])
    assert {"anna", "boss"} <= {"".join(t.itertext()) for t in chart.iter(f"{SVG}title")}
    figure = book.chapters[0].figure
    assert figure is not None
    bare = replace(book, chapters=(replace(book.chapters[0], figure=None), *book.chapters[1:]))
    assert len(render_handbook(book, "pdf")) > len(render_handbook(bare, "pdf"))


def test_the_parts_together_describe_every_position_once(make: Make) -> None:
    org = make(GIVEN).on(dt.date(2026, 11, 1))
    books = [handbook_common(org, "en"), *(handbook_part(org, "en", d) for d in parts_of(org))]
    described = [d.meta.subject for b in books for c in b.chapters for d in c.documents]
    assert sorted(described) == sorted(org.model.positions)


def test_a_part_is_about_its_department(make: Make) -> None:
    org = make(GIVEN).on(dt.date(2026, 11, 1))
    book = handbook_part(org, "en", "shop")
    assert "shop" in book.name
    assert [chapter.id for chapter in book.chapters] == ["structure", "positions"]
    assert "boss" not in [d.meta.subject for d in book.chapters[1].documents]
    with pytest.raises(UnknownId):
        handbook_of(org, "en", "shopp")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("alone", [("boss",), ("boss", "clerk")])
def test_a_position_in_no_department_stands_in_the_structure(
    tmp_path: Path, alone: tuple[str, ...], lang: Lang
) -> None:
    positions = {"boss": {"duties": ["sell"]}, "clerk": {"reports_to": "boss"}}
    write_tiny(tmp_path, {"tasks": ["sell"], "positions": positions})
    for id_ in alone:
        path = tmp_path / "positions" / f"{id_}.yaml"
        path.write_text(path.read_text("utf-8").replace("department: shop\n", ""), "utf-8")
    org = load(tmp_path)
    rows = structure_table(org.on(), lang).rows
    assert {e.position for row in rows for e in row.evidence} == {"boss", "clerk"}
    bands = [row.cells[0].text for row in rows if row.band]
    assert (word("no-department", lang) in bands) == bool(org.departments) == (len(alone) == 1)
    page = matrix_html(matrix_of(org.on(), lang))
    assert (f'scope="colgroup">{POSITIONS.get(lang)}</th>' in page) != bool(org.departments)
