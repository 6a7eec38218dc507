"""Owner, gaps and overlaps are what the text says of every point."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization
from dealer_roles.questions.owner_answer import OwnedCell, OwnerAnswer
from dealer_roles.values.scope import Scope
from tests.laws.loading import build
from tests.laws.strategies import FEW, READ_SLOWLY, Documents, organizations, scopes
from tests.oracle.ownership_by_the_text import ByTheText, Point, lies_in
from tests.oracle.slow_answers import Slow, days_between

WEEK = days_between("2025-12-31", "2026-01-08")
KINDS = ("task-unowned", "task-only-supported", "cell-unowned")


def said_at(answer: OwnerAnswer, point: Point) -> Any:
    """Return what an answer says of a point; a point lies in one cell."""
    (cell,) = [c for c in answer.cells if inside(point, c.scope)]
    return said(cell)


def said(cell: OwnedCell) -> Any:
    nobody = "declared" if cell.declared else "forgotten"
    status = nobody if cell.status == "unowned" else cell.status
    return status, frozenset(cell.owners), cell.inherited_from or None


def inside(point: Point, scope: Scope) -> bool:
    return all(dict(point)[dim] in values for dim, values in scope)


def points_in(text: ByTheText, boxes: Iterable[Scope]) -> frozenset[Point]:
    return frozenset(p for p in text.points if any(inside(p, box) for box in boxes))


@FEW
@given(organizations(READ_SLOWLY), scopes(), st.sampled_from(WEEK))
def test_owner_at_every_point(documents: Documents, scope: Any, day: str) -> None:
    organization, text = build(documents), ByTheText(documents)
    for task in text.tasks:
        answer, scoped = organization.owner(task, None, day), organization.owner(task, scope, day)
        assert answer.outside == scoped.outside == (task not in text.here)
        for point in text.points if task in text.here else ():
            expected = text.standing(task, point, day)
            assert said_at(answer, point) == expected
            if lies_in(point, scope):
                assert said_at(scoped, point) == expected
            (cell,) = organization.owner(task, dict(point), day).cells
            assert said(cell) == expected


@FEW
@given(organizations(READ_SLOWLY), scopes(), st.sampled_from(WEEK))
def test_the_owner_in_sum(documents: Documents, scope: Any, day: str) -> None:
    organization, text = build(documents), ByTheText(documents)
    for task in text.here:
        answer = organization.owner(task, scope, day)
        found = [text.standing(task, p, day) for p in text.points if lies_in(p, scope)]
        owned = [standing for standing in found if standing[1]]
        sets = {holders for _, holders, _ in owned}
        contested = any(len(holders) > 1 for holders in sets)
        assert answer.status == ("contested" if contested else "owned" if owned else "unowned")
        assert set(answer.owners) == {holder for holders in sets for holder in holders}
        assert answer.split == (len(sets) > 1)
        assert answer.declared == all(status == "declared" for status, _, _ in found)
        inherited = bool(owned) and all(whole for _, _, whole in owned)
        assert bool(answer.inherited_from) == inherited
        missing = [p for p in text.points if lies_in(p, scope)]
        missing = [p for p in missing if text.standing(task, p, day)[0] == "forgotten"]
        in_parts = not owned and bool(missing) and text.done_in_parts(task, missing, day)
        assert bool(answer.parts) == in_parts


@FEW
@given(organizations(READ_SLOWLY), st.sampled_from(WEEK))
def test_gaps_in_ownership(documents: Documents, day: str) -> None:
    organization, text = build(documents), ByTheText(documents)
    got: dict[tuple[str, str], frozenset[Point]] = {}
    for gap in organization.gaps(day):
        if gap.kind in KINDS:
            key = gap.kind, gap.about
            points = points_of(gap.subject, text)
            assert not points & got.get(key, frozenset())
            got[key] = got.get(key, frozenset()) | points
    for kind, task, missing in text.gaps(day):
        points = got.pop((kind, task))
        assert points == (missing if kind == "cell-unowned" else frozenset(text.points))
    assert got == {}


def points_of(subject: str, text: ByTheText) -> frozenset[Point]:
    """Return the points that the subject of a gap names, as a reader understands it."""
    _, _, words = subject.removesuffix("]").partition("[")
    return frozenset(
        point
        for point in text.points
        if any(all(fits(point, part) for part in box.split()) for box in words.split(" | "))
    )


def fits(point: Point, part: str) -> bool:
    dim, _, values = part.partition("=")
    named = dict(point)[dim.removesuffix("!")] in values.split(",")
    return named != dim.endswith("!")


@FEW
@given(organizations(READ_SLOWLY), st.sampled_from(WEEK))
def test_overlaps_of_one_task(documents: Documents, day: str) -> None:
    organization, text = build(documents), ByTheText(documents)
    assert same_overlaps(organization, text, day) == text.overlaps(day)


def same_overlaps(organization: Organization, text: ByTheText, day: str) -> Any:
    found = [o for o in organization.overlaps(day) if o.kind == "same"]
    got = {(o.task, frozenset(o.positions)): points_in(text, o.cells) for o in found}
    assert len(found) == len(got)
    return got


@FEW
@given(organizations(READ_SLOWLY), st.sampled_from(WEEK))
def test_overlaps_of_a_whole_and_its_part(documents: Documents, day: str) -> None:
    organization, text = build(documents), ByTheText(documents)
    slow = Slow(documents.values()).on(day)
    expected: dict[Any, set[Point]] = {}
    for whole, above, part, below, point in text.nested(day):
        if not slow.acknowledged(above, below, part, day):
            key = whole, part, frozenset((above, below))
            expected.setdefault(key, set()).add(point)
    got: dict[Any, set[Point]] = {}
    for o in organization.overlaps(day):
        if o.kind == "nested":
            key = o.whole, o.task, frozenset(o.positions)
            got.setdefault(key, set()).update(points_in(text, o.cells))
    assert got == expected


@FEW
@given(organizations(READ_SLOWLY))
def test_overlaps_ever_are_those_of_each_day(documents: Documents) -> None:
    organization, text = build(documents), ByTheText(documents)
    told = {
        (o.task, frozenset(o.positions), day)
        for o in organization.overlaps("ever")
        for day in WEEK
        if o.kind == "same" and any(covers(i.to_dict(), day) for i in o.intervals)
    }
    assert told == {(*key, day) for day in WEEK for key in text.overlaps(day)}


def covers(interval: dict[str, str], day: str) -> bool:
    return interval.get("from", day) <= day <= interval.get("to", day)
