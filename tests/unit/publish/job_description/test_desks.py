"""The paper of a desk speaks of one person, whatever its positions say each for itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.document.blocks import Table
from dealer_roles.publish.document.document import Document
from dealer_roles.starter.begin import begin
from dealer_roles.starter.wish import SIZES, Wish
from dealer_roles.values.text import Text

CHINESE_MARKS = set("、，；：（）")
Make = Callable[[dict[str, Any]], Organization]


@pytest.fixture(scope="module", params=SIZES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Organization:
    folder = tmp_path_factory.mktemp("stores") / request.param
    begin(folder, Wish(id="store", name=Text("店", "Store"), origin="standard", size=request.param))
    return load(folder)


def rows(document: Document, section: str) -> list[list[str]]:
    found = document.section(section)
    tables = [block for block in found.blocks if isinstance(block, Table)] if found else []
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def test_the_key_figures_of_a_desk_come_to_a_hundred_and_none_weighs_nothing(
    store: Organization,
) -> None:
    assert store.on().model.posts
    for post in store.on().model.posts:
        weights = [int(row[3].rstrip("%")) for row in rows(store.describe(post, "zh"), "measures")]
        assert sum(weights) == 100, post
        assert min(weights) > 0, post


def test_a_desk_says_once_how_far_it_may_go_in_a_matter(store: Organization) -> None:
    for post in store.on().model.posts:
        matters = [tuple(row[:2]) for row in rows(store.describe(post, "zh"), "authority")]
        assert {one for one, times in Counter(matters).items() if times > 1} == set(), post


def test_the_english_papers_of_desks_have_no_chinese_marks(store: Organization) -> None:
    for post in store.on().model.posts:
        document = store.describe(post, "en")
        facts = [fact.text for fact in document.facts.items]
        assert facts
        said = [*facts, document.meta.control]
        assert [text for text in said if set(text) & CHINESE_MARKS] == []


def test_no_colleague_stands_in_where_a_desk_has_one_seat(store: Organization) -> None:
    alone = [post.id for post in store.on().model.posts.values() if post.headcount == 1]
    assert alone
    for desk in alone:
        facts = {fact.id: fact.text for fact in store.describe(desk, "zh").facts.items}
        assert "同岗位" not in facts["deputy"], desk
        assert "same-position" not in {w for a in store.deputies(desk) for w in a.stands_in}, desk


LIMITS = [
    pytest.param([500, 2000], "≤2,000元", "甲（≤500元）：甲说；乙：乙说", id="the highest stands"),
    pytest.param([700, 700], "≤700元", "甲：甲说；乙：乙说", id="one limit for both"),
]


@pytest.mark.parametrize(("amounts", "limit", "words"), LIMITS)
def test_the_highest_limit_of_a_desk_stands_and_each_position_s_words_stay(
    make: Make, amounts: list[int], limit: str, words: str
) -> None:
    positions = {
        id_: {
            "name": {"zh": name, "en": id_},
            "duties": [task],
            "authority": [
                {
                    "task": "sell",
                    "kind": "approve",
                    "limit": {"amount": amount, "currency": "CNY"},
                    "text": {"zh": f"{name}说", "en": f"{id_} says"},
                    "basis": "practice",
                }
            ],
        }
        for (id_, name, task), amount in zip(
            [("clerk", "甲", "sell"), ("cook", "乙", "buy")], amounts, strict=True
        )
    }
    post = {"id": "both", "name": {"zh": "合岗", "en": "Both"}, "positions": [*positions]}
    org = make(
        {"tasks": ["sell", "buy"], "positions": positions, "organization": {"posts": [post]}}
    )
    found = rows(org.describe("both", "zh"), "authority")
    assert [(row[2], row[3]) for row in found] == [(limit, words)]
    assert [row[3] for row in rows(org.describe("cook", "zh"), "authority")] == ["乙说"]
