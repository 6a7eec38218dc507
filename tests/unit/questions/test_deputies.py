"""Who stands in for whom: deputies in order, whoever acts, colleagues; and for whom nobody does."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dealer_roles.questions.deputies import DeputyAnswer, deputies, printed
from dealer_roles.testing import organization_of
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.printed import PrintedLine, PrintedTable

DAY = dt.date(2026, 11, 1)
AWAY = {"since": "2026-10-01"}
DESK = {"id": "desk", "name": "Desk", "positions": ["anna", "bert"], "headcount": 1}


def answers(positions: dict[str, Any], **more: Any) -> dict[str, DeputyAnswer]:
    org = organization_of({"tasks": ["sell"], "positions": positions, **more}).on(DAY)
    return {answer.position: answer for answer in deputies(org)}


def test_deputies_stand_in_in_their_order_each_present_or_whoever_acts_for_him() -> None:
    found = answers(
        {
            "anna": {"deputy": ["bert", "cara"]},
            "bert": {"vacant": {**AWAY, "acting": "dora"}},
            "cara": {},
            "dora": {},
        }
    )
    assert found["anna"].deputies == ("bert", "cara")
    assert found["anna"].stands_in == ("dora", "cara")
    assert found["anna"].why.en == "dora, then cara would stand in"
    assert found["anna"].why.zh == "由dora、cara代理"
    assert (found["bert"].acting, found["bert"].stands_in) == ("dora", ("dora",))
    assert "vacant since 2026-10-01" in found["bert"].why.en
    assert [e.kind for e in found["bert"].evidence] == ["vacancy"]


def test_nobody_stands_in_for_himself_nor_where_none_is_stated() -> None:
    found = answers({"anna": {"deputy": "bert"}, "bert": {}}, organization={"posts": [DESK]})
    assert found["anna"].stands_in == ()
    assert found["anna"].why.en == "bert as stated: not there, or the same desk"
    assert [e.kind for e in found["anna"].evidence] == ["deputy"]
    assert found["bert"].why.en == "no deputy is stated"
    assert found["bert"].evidence == ()


def test_a_colleague_stands_in_where_there_is_one() -> None:
    found = answers(
        {
            "anna": {"deputy": "same-position", "headcount": 1},
            "bert": {"deputy": "same-position", "headcount": 2},
        }
    )
    assert found["anna"].stands_in == ()
    assert found["bert"].stands_in == ("same-position",)
    assert found["bert"].why.en == "a colleague would stand in"


def test_a_colleague_stands_in_where_he_is_stated_and_never_where_nobody_is() -> None:
    both = {"headcount": 2}
    found = answers(
        {
            "anna": {"deputy": ["same-position", "cara"], **both},
            "bert": {"deputy": ["cara", "same-position"], **both},
            "cara": {"deputy": "same-position", **both, "vacant": AWAY},
        }
    )
    assert found["anna"].stands_in == ("same-position", "cara")
    assert found["anna"].why.en == "a colleague, then cara would stand in"
    assert found["bert"].stands_in == ("cara", "same-position")
    assert found["cara"].stands_in == ()


def test_one_position_or_the_positions_of_a_desk_may_be_asked_about() -> None:
    people: dict[str, Any] = {"anna": {}, "bert": {}, "cara": {}}
    given = {"tasks": ["sell"], "positions": people, "organization": {"posts": [DESK]}}
    org = organization_of(given).on(DAY)
    assert [a.position for a in deputies(org, "cara")] == ["cara"]
    assert [a.position for a in deputies(org, "desk")] == ["anna", "bert"]
    with pytest.raises(UnknownId, match="anna"):
        deputies(org, "ana")


def test_the_terminal_counts_those_for_whom_nobody_stands_in() -> None:
    org = organization_of(
        {"tasks": ["sell"], "positions": {"anna": {"deputy": "bert"}, "bert": {}}}
    )
    table, total = printed(org.on(DAY), org.deputies(on=DAY), "zh")
    assert isinstance(table, PrintedTable)
    assert [row[1] for row in table.rows] == ["Bert", ""] or len(table.rows) == 2
    assert total == PrintedLine("1 个岗位无人代理。")
