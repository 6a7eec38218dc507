"""Random organizations in which it is all about who is called next.

Desks on several rungs, rungs by case and by asker, absent and unnamed superiors, parties,
subjects, entries with conditions, for cases, for a period, and lines that end or do not.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.laws.strategies import Documents, forests, maybe, present
from tests.support.tiny import both, documents_of

HERE = ["a", "b", "c", "d", "e"]
GHOSTS = ["x", "y"]
EVERYBODY = [*HERE, *GHOSTS]
BUSINESS = ["sales", "service", "parts"]
PERIODS: list[dict[str, str]] = [{"to": "2026-01-03"}, {"from": "2026-01-04"}]
times = st.sampled_from(["10 minutes", "1 hour", "2 hours", "1 day"])
amounts = st.sampled_from([100, 500, 2000]).map(lambda n: {"amount": n, "currency": "CNY"})
cases = st.sampled_from([["sales"], ["service"], ["sales", "parts"], "parts"]).map(
    lambda values: {"business": values}
)


@st.composite
def rungs(draw: st.DrawFn) -> dict[str, Any]:
    """One rung: mostly a position, sometimes a party or whoever is above the asker."""
    who: dict[str, Any] = draw(
        st.sampled_from(EVERYBODY + HERE).map(lambda id_: {"position": id_})
        | st.sampled_from([{"party": "maker"}, {"manager": True}, {"head": True}])
    )
    return present(
        **who,
        for_=draw(maybe(cases)) if draw(st.booleans()) else None,
        within=draw(maybe(times)),
        limit=draw(maybe(amounts)),
        alert=draw(st.sampled_from([None, None, None, True])),
        skip=draw(maybe(st.just("subject"))),
    )


@st.composite
def entries(draw: st.DrawFn, posts: list[str]) -> dict[str, Any]:
    """One entry of a position or post."""
    to = st.sampled_from([*EVERYBODY, "manager", "maker", *posts])
    return present(
        topic=draw(st.sampled_from(["fire", "fire", "fire", None])),
        to=draw(to | st.just({"unnamed": both("boss")})),
        within=draw(maybe(times)),
        limit=draw(maybe(amounts)),
        when=draw(maybe(st.sampled_from(["hurt", "urgent"]).map(both))),
        scope=draw(maybe(cases)) if draw(st.booleans()) else None,
        valid=draw(st.sampled_from([None, None, *PERIODS])),
    )


def _entries(posts: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.just([]) | st.just([]) | st.lists(entries(posts), max_size=3)


@st.composite
def stores(draw: st.DrawFn) -> Documents:
    """An organization, as documents by file name."""
    order = draw(st.permutations(HERE))
    cut = draw(st.integers(0, 3))
    desks = [list(desk) for desk in (order[:cut], order[cut : cut + 2]) if len(desk) > 1]
    posts = [f"q{n}" for n in range(len(desks))]
    usual, line = draw(forests(EVERYBODY)), draw(forests(EVERYBODY))
    positions = {}
    for id_ in HERE:
        stated = draw(st.sampled_from([True, True, True, False]))
        positions[id_] = present(
            escalations=draw(_entries(posts)) or None,
            department=draw(st.sampled_from(["red", "blue"])),
        ) | ({"reports_to": line[id_]} if stated else {})
    organization = present(
        departments=draw(maybe(st.just([{"id": "red", "head": draw(st.sampled_from(EVERYBODY))}]))),
        ladders={"fire": draw(st.lists(rungs(), min_size=1, max_size=5))}
        if draw(st.integers(0, 4))
        else None,
        posts=[
            present(
                id=post,
                name=both(post),
                positions=desk,
                escalations=draw(_entries(posts)) or None,
            )
            for post, desk in zip(posts, desks, strict=True)
        ]
        or None,
    )
    return documents_of(
        {
            "departments": ["red", "blue"],
            "topics": ["fire"],
            "parties": ["maker"],
            "scopes": {"business": BUSINESS},
            "known_positions": {id_: {"reports_to": usual[id_]} for id_ in EVERYBODY},
            "positions": positions,
            "organization": organization,
        }
    )
