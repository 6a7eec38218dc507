"""Whole random organizations: descriptions for ``tests.support.tiny``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

TASKS = ("t0", "t1", "t2", "t3", "t4", "t5")
POSITIONS = ("p0", "p1", "p2", "p3", "p4")
ABSENT = ("x0", "x1")
TOPICS = ("fire", "price")
VALUES = {"area": ("parts", "cars"), "age": ("new", "old")}
DAYS = ("2026-01-01", "2026-03-01", "2026-06-01", "2026-09-01", "2026-12-01")
RESPONSIBILITIES = ("accountable", "responsible", "supporting", "consulted", "informed")

scopes = st.fixed_dictionaries(
    {},
    optional={
        dim: st.one_of(st.sampled_from(values), st.just(list(values)))
        for dim, values in VALUES.items()
    },
).filter(bool)
periods = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).flatmap(
    lambda pair: st.sampled_from(
        [{"from": min(pair)}, {"to": max(pair)}, {"from": min(pair), "to": max(pair)}]
    )
)
duties = st.fixed_dictionaries(
    {"task": st.sampled_from(TASKS), "responsibility": st.sampled_from(RESPONSIBILITIES)},
    optional={"scope": scopes, "valid": periods},
)
receivers = st.one_of(
    st.sampled_from((*POSITIONS, *ABSENT, "shop", "office", "maker", "manager")),
    st.lists(st.sampled_from(POSITIONS), min_size=1, max_size=2, unique=True),
    st.just({"unnamed": {"zh": "某人", "en": "somebody"}}),
)
handoffs = st.fixed_dictionaries(
    {"task": st.sampled_from(TASKS), "to": receivers},
    optional={"then": st.sampled_from(TASKS), "approval": st.booleans(), "valid": periods},
)
escalations = st.fixed_dictionaries(
    {"to": st.sampled_from((*POSITIONS, *ABSENT, "manager"))},
    optional={"topic": st.sampled_from(TOPICS), "within": st.just("2 hours")},
)
rungs = st.one_of(
    st.fixed_dictionaries(
        {"position": st.sampled_from((*POSITIONS, *ABSENT))},
        optional={"skip": st.just("subject"), "alert": st.just(True)},
    ),
    st.just({"party": "maker"}),
)


@st.composite
def lines(draw: st.DrawFn) -> dict[str, Any]:
    """Reporting lines without loops: each reports to an earlier one, an absent one or nobody."""
    found: dict[str, Any] = {}
    for number, position in enumerate(POSITIONS):
        above = [*POSITIONS[:number], *ABSENT, None, "unstated"]
        superior = draw(st.sampled_from(above))
        if superior != "unstated":
            found[position] = superior
    return found


@st.composite
def organizations(draw: st.DrawFn) -> dict[str, Any]:
    """Return the description of a random organization that loads."""
    superiors = draw(lines())
    positions: dict[str, Any] = {}
    for position in POSITIONS:
        fields: dict[str, Any] = {
            "department": draw(st.sampled_from(["shop", "office"])),
            "duties": draw(st.lists(duties, max_size=5)),
            "handoffs": draw(st.lists(handoffs, max_size=2)),
            "escalations": draw(st.lists(escalations, max_size=2)),
        }
        if position in superiors:
            fields["reports_to"] = superiors[position]
        positions[position] = fields
    tasks = [
        {"id": task, **draw(_task_fields(TASKS[:number]))} for number, task in enumerate(TASKS)
    ]
    organization: dict[str, Any] = {"coverage": draw(st.sampled_from(["stated", "complete"]))}
    if draw(st.booleans()):
        members = draw(st.lists(st.sampled_from(POSITIONS), min_size=2, max_size=3, unique=True))
        organization["posts"] = [
            {
                "id": "desk",
                "name": {"zh": "岗", "en": "Desk"},
                "positions": members,
                "duties": draw(st.lists(duties, max_size=2)),
            }
        ]
    if draw(st.booleans()):
        topic = draw(st.sampled_from(TOPICS))
        organization["ladders"] = {topic: draw(st.lists(rungs, min_size=1, max_size=4))}
    return {
        "tasks": tasks,
        "scopes": VALUES,
        "topics": list(TOPICS),
        "parties": ["maker"],
        "departments": ["shop", "office"],
        "known_positions": {"x0": {"reports_to": "p0"}, "x1": {"reports_to": None}},
        "positions": positions,
        "organization": organization,
    }


def _task_fields(earlier: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    optional: dict[str, st.SearchStrategy[Any]] = {
        "split_by": st.lists(st.sampled_from(list(VALUES)), unique=True, max_size=2)
    }
    if earlier:
        optional["part_of"] = st.sampled_from(earlier)
    return st.fixed_dictionaries({}, optional=optional)
