"""The paper of a desk speaks of one person, whatever its positions say each for itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.organization.names import called
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.document.blocks import Facts, Signatures, Table
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


def tables(document: Document, section: str) -> list[Table]:
    found = document.section(section)
    return [block for block in found.blocks if isinstance(block, Table)] if found else []


def rows(document: Document, section: str) -> list[list[str]]:
    return [[c.text for c in row.cells] for t in tables(document, section) for row in t.rows]


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


MOST_TASKS = 16
PEOPLE = ("reports-to", "direct-reports", "deputy", "stands-in-for", "also-reports-to")


def named_together(document: Document) -> list[str]:
    """What names people side by side: facts, those dealt with, receivers, who is supported."""
    named = [fact.text for fact in document.facts.items if fact.id in PEOPLE]
    relations = document.section("relations")
    blocks = relations.blocks if relations else ()
    named += [f.text for b in blocks if isinstance(b, Facts) for f in b.items if f.id == "inside"]
    given = [b for b in blocks if isinstance(b, Table) and b.id == "given"]
    named += [row.cells[0].text for table in given for row in table.rows]
    duties = [row for b in tables(document, "duties") for row in b.rows if not row.band]
    named += [row.cells[2].note for row in duties]
    signatures = document.section("signatures")
    assert signatures
    signed = [b for b in signatures.blocks if isinstance(b, Signatures)]
    named += [line.role for block in signed for line in block.items[:4]]
    return [text for text in named if text]


def test_a_desk_may_go_as_far_on_a_ladder_as_the_furthest_of_its_rungs(make: Make) -> None:
    """As whoever is called there may; beyond the ladder's last amount nothing limits it."""

    def cny(amount: int) -> dict[str, Any]:
        return {"limit": {"amount": amount, "currency": "CNY"}}

    org = make(
        {
            "topics": ["fire", "price"],
            "scopes": {"area": ["cars", "parts"]},
            "organization": {
                "ladders": {
                    "price": [
                        {"position": "anna", **cny(100)},
                        {"position": "ben", **cny(500)},
                        {"position": "carl", "for": {"area": "cars"}, **cny(900)},
                        {"position": "boss", **cny(900)},
                    ],
                    "fire": [{"position": "anna", **cny(300)}, {"position": "carl"}],
                },
                "posts": [
                    {"id": id_, "name": {"zh": id_, "en": id_}, "positions": members}
                    for id_, members in (("desk", ["anna", "ben"]), ("top", ["boss", "carl"]))
                ],
            },
            "positions": {one: {} for one in ("anna", "ben", "carl", "boss")},
        }
    )
    assert rows(org.describe("desk", "en"), "authority") == [
        ["fire", "Decide", "up to CNY 300", ""],
        ["price", "Decide", "up to CNY 500", ""],
    ]
    assert rows(org.describe("anna", "en"), "authority")[-1][2] == "up to CNY 100"
    assert rows(org.describe("top", "en"), "authority") == [
        ["price", "Decide", "up to CNY 900", ""]
    ]


def assert_true_of_the_desk(org: OnDay, paper: str, said: dict[str, str]) -> None:
    """Who sits at a desk has a superior, seats and colleagues, also on the paper of a position."""
    desk = org.model.posts.get(org.holder(paper))
    assert said["reports-to"], paper
    assert ("desk" in said) == (desk is not None and len(desk.positions) > 1), paper
    if desk and desk.headcount and paper != desk.id and not org.model.positions[paper].headcount:
        together = f"（{called(desk).zh}合计）" if len(desk.positions) > 1 else ""
        assert said["headcount"] == f"{desk.headcount:g}人{together}", paper


def test_a_paper_names_people_who_are_one_desk_once_and_a_desk_s_own_never(
    store: Organization,
) -> None:
    org = store.on()
    ids = {called(position).zh: position.id for position in org.model.positions.values()}
    ids |= {called(post).zh: post.id for post in org.model.posts.values()}
    seen = 0
    for paper in (*org.model.positions, *org.model.posts):
        own = {org.holder(paper), *org.members(org.holder(paper))}
        document = store.describe(paper, "zh")
        assert_true_of_the_desk(org, paper, {fact.id: fact.text for fact in document.facts.items})
        for text in named_together(document):
            named = [ids[name] for name in text.split("、") if name in ids]
            assert own.isdisjoint(named), (paper, text)
            holders = [org.holder(id_) for id_ in named]
            assert len(holders) == len(set(holders)), (paper, text)
            seen += len(named) > 1
    assert seen > 20


def test_what_begins_above_a_limit_names_whose_limit_and_never_the_desk_s_own(
    store: Organization,
) -> None:
    org = store.on()
    names = {id_: called(org.model.positions[id_]).zh for id_ in org.model.positions}
    seen = 0
    for paper in {org.holder(position) for position in org.model.positions}:
        for row in rows(store.describe(paper, "zh"), "authority"):
            assert not [n for m in org.members(paper) if f"超出{(n := names[m])}权限" in row[-1]]
            seen += "权限的" in row[-1]
    assert seen > 5


def test_the_desk_of_the_top_says_that_nobody_is_above_it(store: Organization) -> None:
    desk = store.on().holder("general-manager")
    facts = {fact.id: fact.text for fact in store.describe(desk, "zh").facts.items}
    assert facts["reports-to"] == "无（最高岗位）"


def test_what_is_to_be_taken_in_at_a_glance_lists_few_tasks(store: Organization) -> None:
    seen = 0
    for post in store.on().model.posts:
        lines = [row for t in tables(store.describe(post, "zh"), "overview") for row in t.rows]
        works = [line.cells[1].text for line in lines if not line.band]
        seen += len(works) < len(lines)
        assert [work for work in works if len(re.split("[、；]", work)) > MOST_TASKS] == []
        weights = [int(line.cells[2].text.rstrip("%")) for line in lines if not line.band]
        assert sum(weights) == 100, post
    assert seen
