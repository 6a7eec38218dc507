"""The algebra of scopes, held against the cases that they mean: sets of single points."""

from __future__ import annotations

from itertools import chain, combinations, product

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.values.partition import coarsest, partition
from dealer_roles.values.scope import (
    ANY,
    EVERYWHERE,
    NOWHERE,
    Region,
    Scope,
    common,
    scope_within,
    scopes_joined,
    scopes_meet,
    shortened,
    without,
)

DIMENSIONS = {"area": ("parts", "cars", "oil"), "place": ("gate", "yard")}
Point = tuple[str, ...]
EVERY: list[Point] = list(product(*DIMENSIONS.values()))


def points(*scopes: Scope) -> set[Point]:
    """Every single case that lies in one of some scopes."""
    found = set[Point]()
    for scope in scopes:
        named = [dict(scope).get(dim, values) for dim, values in DIMENSIONS.items()]
        found |= set(product(*named))
    return found


def is_made_of_boxes_that_do_not_meet(region: Region) -> bool:
    return sum(len(points(box)) for box in region) == len(points(*region))


def _choices(values: tuple[str, ...]) -> list[frozenset[str]]:
    """Every choice of some values, but not of none or all; then the one that names none."""
    sizes = range(1, len(values))
    return [*map(frozenset, chain(*(combinations(values, n) for n in sizes))), frozenset()]


SCOPES: list[Scope] = [
    tuple((dim, values) for dim, values in zip(DIMENSIONS, chosen, strict=True) if values)
    for chosen in product(*map(_choices, DIMENSIONS.values()))
]
"""Every scope that there is, as organizations keep them."""
PAIRS = list(product(SCOPES, SCOPES))


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    """Draw a scope as organizations keep them: no dimension in full."""
    found = []
    for dim, values in DIMENSIONS.items():
        named = draw(st.frozensets(st.sampled_from(values)))
        if named and len(named) < len(values):
            found.append((dim, named))
    return tuple(found)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    """Draw a region: what some scopes leave of everything."""
    left: Region = EVERYWHERE
    for scope in draw(st.lists(scopes(), max_size=2)):
        left = without(left, [scope], DIMENSIONS)
    return left


def test_two_scopes_meet_where_they_share_a_case() -> None:
    for one, other in PAIRS:
        both = points(one) & points(other)
        assert scopes_meet(one, other) is bool(both)
        if both:
            assert points(scopes_joined(one, other)) == both
            assert scopes_joined(one, other) == scopes_joined(other, one)
        assert scope_within(one, other) is (points(one) <= points(other))


def test_what_one_scope_leaves_of_another() -> None:
    for one, other in PAIRS:
        left = without((one,), [other], DIMENSIONS)
        assert points(*left) == points(one) - points(other)
        assert is_made_of_boxes_that_do_not_meet(left)


def test_two_scopes_cut_everything_in_their_parts() -> None:
    for one, other in PAIRS:
        parts = partition([one, other], DIMENSIONS)
        covered = {numbers: points(*region) for numbers, region in parts.items()}
        inside, beside = points(one), points(other)
        expected = {
            frozenset({0, 1}): inside & beside,
            frozenset({0}): inside - beside,
            frozenset({1}): beside - inside,
            frozenset[int](): set(EVERY) - inside - beside,
        }
        told = coarsest([(box, n) for n, region in parts.items() for box in region], DIMENSIONS)
        for numbers, where in covered.items():
            assert points(*(box for box, said in told if said == numbers)) == where
        assert covered == {numbers: where for numbers, where in expected.items() if where}


@given(regions(), regions())
def test_what_lies_in_both_of_two_regions(one: Region, other: Region) -> None:
    assert points(*common(one, other)) == points(*one) & points(*other)
    assert is_made_of_boxes_that_do_not_meet(common(one, other))


@given(regions(), st.lists(scopes(), max_size=3))
def test_what_is_left_where_scopes_are_taken_out(region: Region, out: list[Scope]) -> None:
    left = without(region, out, DIMENSIONS)
    assert isinstance(left, tuple)
    assert points(*left) == points(*region) - points(*out)
    assert is_made_of_boxes_that_do_not_meet(left)
    for box in left:
        assert list(box) == sorted(box)
        assert points(box)


def test_what_is_taken_out_in_full_leaves_nowhere() -> None:
    assert without(EVERYWHERE, [ANY, ANY], DIMENSIONS) == NOWHERE


@given(scopes())
def test_a_dimension_named_in_full_says_nothing(scope: Scope) -> None:
    named = dict(scope)
    in_full = tuple((dim, named.get(dim, frozenset(DIMENSIONS[dim]))) for dim in DIMENSIONS)
    assert shortened(in_full, DIMENSIONS) == scope


@given(st.lists(scopes(), max_size=4))
def test_a_partition_tells_the_cases_apart_that_other_scopes_cover(drawn: list[Scope]) -> None:
    parts = partition(drawn, DIMENSIONS)
    assert set().union(*(points(*region) for region in parts.values())) == set(EVERY)
    assert sum(len(points(*region)) for region in parts.values()) == len(EVERY)
    for numbers, region in parts.items():
        assert is_made_of_boxes_that_do_not_meet(region)
        for point in points(*region):
            covering = {n for n, scope in enumerate(drawn) if point in points(scope)}
            assert covering == numbers


@given(st.lists(scopes(), max_size=3), st.data())
def test_parts_that_say_the_same_are_told_once_however_they_were_cut(
    drawn: list[Scope], data: st.DataObject
) -> None:
    said = {point: data.draw(st.sampled_from("ab")) for point in EVERY}
    parts = [
        (box, words)
        for words in "ab"
        for box in _single([point for point, each in said.items() if each == words])
    ]
    whole = partition(drawn, DIMENSIONS)
    cut = [
        (box, words)
        for one, words in parts
        for region in whole.values()
        for box in common((one,), region)
    ]
    found = coarsest(parts, DIMENSIONS)
    assert found == coarsest(cut, DIMENSIONS) == coarsest(parts[::-1], DIMENSIONS)
    for words in "ab":
        boxes = tuple(box for box, each in found if each == words)
        assert points(*boxes) == {point for point, each in said.items() if each == words}
        assert is_made_of_boxes_that_do_not_meet(boxes)
    assert all(box == shortened(box, DIMENSIONS) for box, _ in found)


def _single(cases: list[Point]) -> list[Scope]:
    """Each case as a scope that names every dimension."""
    return [
        tuple((dim, frozenset({value})) for dim, value in zip(DIMENSIONS, point, strict=True))
        for point in cases
    ]


def test_one_answer_in_every_case_is_told_of_no_case_in_particular() -> None:
    assert coarsest([], DIMENSIONS) == ()
    every = [(scope, "a") for scope in _single(EVERY)]
    assert coarsest(every, DIMENSIONS) == ((ANY, "a"),)
