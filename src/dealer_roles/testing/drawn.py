"""Whole random organizations for property tests; they always load. Needs hypothesis.

Lines may be stated, left out or null, superiors absent here, hand-offs of every kind of
receiver, duties with scopes and periods, posts with shares of their own, ladders and
escalations that may loop, processes with branches.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dealer_roles.facade import Organization
from dealer_roles.model.base_forms import SHARES
from dealer_roles.testing.short_form import Documents, both, entries, entry, loaded

DIMENSIONS = {"area": ["parts", "cars", "tyres"], "place": ["gate", "hall"]}
POSITIONS = [f"p{n}" for n in range(6)]
DAYS = [f"2026-01-{day:02}" for day in range(1, 8)]

_flag = st.booleans()


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy that is often ``None``: the key is left out."""
    return st.none() | strategy


def present(**fields: Any) -> dict[str, Any]:
    """Return a mapping without the keys that are ``None``."""
    return {key.rstrip("_"): value for key, value in fields.items() if value is not None}


@st.composite
def scopes(draw: st.DrawFn) -> dict[str, Any] | None:
    """A scope over one or two dimensions, or none."""
    dims = draw(st.lists(st.sampled_from(sorted(DIMENSIONS)), max_size=2, unique=True))
    found: dict[str, Any] = {}
    for dim in dims:
        values = draw(st.lists(st.sampled_from(DIMENSIONS[dim]), min_size=1, unique=True))
        found[dim] = values[0] if len(values) == 1 and draw(_flag) else values
    return found or None


@st.composite
def periods(draw: st.DrawFn) -> dict[str, str] | None:
    """A period within a week, open at either end, or none."""
    first, last = draw(maybe(st.sampled_from(DAYS))), draw(maybe(st.sampled_from(DAYS)))
    if first and last and first > last:
        first, last = last, first
    return present(**{"from": first, "to": last}) or None


@st.composite
def duties(draw: st.DrawFn, tasks: list[str]) -> dict[str, Any]:
    """A duty in one of the tasks."""
    return present(
        task=draw(st.sampled_from(tasks)),
        responsibility=draw(st.sampled_from([*SHARES, "accountable", "accountable"])),
        scope=draw(scopes()),
        valid=draw(periods()),
        sources=draw(maybe(st.just(["D1.1"]))),
    )


@st.composite
def receivers(draw: st.DrawFn, posts: list[str]) -> Any:
    """Every kind of receiver."""
    one = st.sampled_from([*POSITIONS, "shop", "office", "maker", "manager", *posts])
    return draw(
        one | st.lists(one, min_size=1, max_size=3, unique=True)
        | st.just({"unnamed": both("the team")})
    )  # fmt: skip


@st.composite
def handoffs(draw: st.DrawFn, id_: str, tasks: list[str], posts: list[str]) -> dict[str, Any]:
    """A hand-off in one of the tasks."""
    return present(
        id=id_,
        task=draw(st.sampled_from(tasks)),
        then=draw(maybe(st.sampled_from(tasks))),
        to=draw(receivers(posts)),
        deliverable=both("paper"),
        approval=draw(maybe(_flag)),
        scope=draw(scopes()),
        valid=draw(periods()),
    )


@st.composite
def escalations(draw: st.DrawFn, topics: list[str], posts: list[str]) -> dict[str, Any]:
    """An entry of a holder, for a topic or for any."""
    to = st.sampled_from([*POSITIONS, "manager", *posts]) | st.just({"unnamed": both("boss")})
    return present(
        topic=draw(maybe(st.sampled_from(topics))),
        to=draw(to),
        within=draw(maybe(st.just("2 hours"))),
        valid=draw(periods()),
    )


@st.composite
def held(draw: st.DrawFn, id_: str, tasks: list[str], topics: list[str], posts: list[str]) -> Any:
    """What a position or post holds: duties, hand-offs, escalations."""
    count = draw(st.integers(0, 2))
    return present(
        duties=draw(st.lists(duties(tasks), max_size=4)) or None,
        handoffs=[draw(handoffs(f"{id_}-{n}", tasks, posts)) for n in range(count)] or None,
        escalations=draw(st.lists(escalations(topics, posts), max_size=2)) or None,
    )


@st.composite
def forests(draw: st.DrawFn, ids: list[str]) -> dict[str, str | None]:
    """A parent for each id, never in a circle."""
    order = draw(st.permutations(ids))
    return {
        id_: draw(maybe(st.sampled_from(order[:place]))) if place else None
        for place, id_ in enumerate(order)
    }


@st.composite
def ladders(draw: st.DrawFn, topics: list[str]) -> dict[str, Any]:
    """Ladders for some topics: positions present or absent, parties, skips, limits."""
    found = {}
    for topic in draw(st.lists(st.sampled_from(topics), unique=True, max_size=2)):
        steps = draw(st.lists(st.sampled_from([*POSITIONS, "maker"]), min_size=1, max_size=4))
        found[topic] = [
            {"party": step}
            if step == "maker"
            else present(
                position=step,
                skip=draw(maybe(st.just("subject"))),
                within=draw(maybe(st.just("1 hour"))),
                limit=draw(maybe(st.just({"amount": 5, "currency": "CNY"}))),
            )
            for step in steps
        ]
    return found


@st.composite
def processes(draw: st.DrawFn, tasks: list[str]) -> list[dict[str, Any]]:
    """The steps of a process, with branches and loops."""
    count = draw(st.integers(1, 4))
    ids = [f"s{n}" for n in range(count)]
    return [
        present(
            id=id_,
            task=draw(st.sampled_from(tasks)),
            scope=draw(scopes()),
            next=draw(maybe(st.lists(st.sampled_from(ids), unique=True, max_size=2))),
        )
        for id_ in ids
    ]


def organizations() -> st.SearchStrategy[Organization]:
    """Draw whole organizations, loaded."""
    return documents().map(loaded)


@st.composite
def documents(draw: st.DrawFn) -> Documents:
    """A whole organization with its own catalogue, as documents by file name."""
    tasks = [f"t{n}" for n in range(draw(st.integers(1, 6)))]
    topics = ["fire", "price"]
    whole, usual, line = draw(forests(tasks)), draw(forests(POSITIONS)), draw(forests(POSITIONS))
    here = draw(st.lists(st.sampled_from(POSITIONS), min_size=1, unique=True))
    posts = ["q0", "q1"][: draw(st.integers(0, 2))]
    desks = draw(st.permutations(POSITIONS))
    found = catalogue(draw, tasks, whole, usual)
    found["organization"] = present(
        kind="organization",
        id="tiny",
        name=both("tiny"),
        catalogue=[],
        coverage=draw(maybe(st.sampled_from(["stated", "complete"]))),
        departments=draw(
            maybe(st.just([{"id": "office", "head": here[0]}]) | st.just([{"id": "shop"}]))
        ),
        ladders=draw(ladders(topics)) or None,
        posts=[
            {
                "id": post,
                "name": both(post),
                "positions": desks[2 * n : 2 * n + draw(st.integers(1, 2))],
                **draw(held(post, tasks, topics, posts)),
            }
            for n, post in enumerate(posts)
        ]
        or None,
        unowned=[
            present(task=task, scope=draw(scopes()), reason=both("meant"))
            for task in draw(st.lists(st.sampled_from(tasks), max_size=1))
        ]
        or None,
    )
    for id_ in here:
        stated = draw(st.sampled_from(["line", "line", "absent"]))
        found[f"positions/{id_}"] = {
            "kind": "position",
            "id": id_,
            "department": draw(st.sampled_from(["shop", "office"])),
            "name": both(id_),
            **({"reports_to": line[id_]} if stated == "line" else {}),
            **draw(held(id_, tasks, topics, posts)),
        }
    if draw(_flag):
        steps = draw(processes(tasks))
        found["deal"] = {"kind": "process", "id": "deal", "name": both("deal"), "steps": steps}
    return found


def catalogue(
    draw: st.DrawFn, tasks: list[str], whole: dict[str, str | None], usual: dict[str, str | None]
) -> Documents:
    """The catalogue's documents."""
    return {
        "catalogue/departments": entries("departments", ["shop", "office"]),
        "catalogue/topics": entries("topics", ["fire", "price"]),
        "catalogue/parties": entries("parties", ["maker"]),
        "catalogue/positions": {
            "kind": "positions",
            "positions": [
                {**entry(id_), "department": "shop", "reports_to": usual[id_]} for id_ in POSITIONS
            ],
        },
        "catalogue/scopes": {
            "kind": "scopes",
            "scopes": [
                {**entry(dim), "values": [entry(value) for value in values]}
                for dim, values in DIMENSIONS.items()
            ],
        },
        "catalogue/tasks": {
            "kind": "tasks",
            "area": {"id": "work", **both("work")},
            "tasks": [
                present(
                    **entry(task),
                    part_of=whole[task],
                    split_by=draw(maybe(st.just(["area"]))),
                )
                for task in tasks
            ],
        },
    }
