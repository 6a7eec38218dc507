"""The handbook binds a whole organization."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from dealer_roles.app.handbook import handbook_of, render_handbook
from dealer_roles.app.organization import Organization
from dealer_roles.documents.handbook import Handbook, handbook

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
    return handbook(make(GIVEN).index, "en", dt.date(2026, 11, 1))


def test_a_handbook_has_every_chapter_that_has_content(make: Make) -> None:
    ids = [chapter.id for chapter in made(make).chapters]
    assert ids == ["structure", "positions", "processes", "ladders", "tasks"]


def test_departments_come_in_the_order_of_the_organization(make: Make) -> None:
    documents = made(make).chapters[1].documents
    assert [d.meta.subject for d in documents] == ["anna", "boss"]


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
    page = render_handbook(handbook_of(make(given), "en"), "html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_every_contents_link_leads_somewhere(make: Make) -> None:
    page = render_handbook(handbook_of(make(GIVEN), "en"), "html").decode()
    links = {part.split('"')[0] for part in page.split('href="#')[1:]}
    assert links
    assert all(f'id="{link}"' in page for link in links)


def test_the_same_handbook_is_the_same_pdf(make: Make) -> None:
    book = handbook_of(make(GIVEN), "en", "2026-11-01")
    first = render_handbook(book, "pdf")
    assert first.startswith(b"%PDF")
    assert first == render_handbook(book, "pdf")
