"""The coarsest parts of everything in which some scopes all say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from dealer_roles.values.grouped import grouped
from dealer_roles.values.scope import ANY, Dimensions, Region, Scope

Numbers = tuple[int, ...]
Said = TypeVar("Said", bound=Hashable)


def partition(scopes: Sequence[Scope], dimensions: Dimensions) -> dict[frozenset[int], Region]:
    """Return the parts, each by the numbers of the scopes that cover it, in a stable order.

    Together the parts are everything. Values that the same scopes name are never told
    apart, so that it costs what the scopes say and not what they could have said.
    """
    named = [dict(scope) for scope in scopes]
    numbers = tuple(range(len(scopes)))
    boxes = _boxes(named, sorted(dimensions), dimensions, numbers, ANY)
    return grouped((frozenset(covering), box) for covering, box in boxes)


def _boxes(
    named: Sequence[dict[str, frozenset[str]]],
    order: Sequence[str],
    dimensions: Dimensions,
    left: Numbers,
    box: Scope,
) -> Iterator[tuple[Numbers, Scope]]:
    """Yield boxes with the scopes that cover them, dimension by dimension in this order."""
    for place, dim in enumerate(order):
        naming = [n for n in left if dim in named[n]]
        if naming:
            others = tuple(n for n in left if dim not in named[n])
            for values, these in _told_apart(named, dim, dimensions[dim], naming):
                inner = (*box, (dim, values))
                covering = tuple(sorted((*others, *these)))
                yield from _boxes(named, order[place + 1 :], dimensions, covering, inner)
            return
    yield left, box


def _told_apart(
    named: Sequence[dict[str, frozenset[str]]], dim: str, every: Sequence[str], naming: list[int]
) -> Iterator[tuple[frozenset[str], Numbers]]:
    """Yield the values of a dimension that the same scopes name, together with these."""
    by_value: dict[str, list[int]] = {value: [] for value in every}
    for n in naming:
        for value in named[n][dim]:
            by_value[value].append(n)
    alike = grouped((tuple(these), value) for value, these in by_value.items())
    for numbers, values in alike.items():
        yield frozenset(values), numbers


def coarsest(
    parts: Sequence[tuple[Scope, Said]], dimensions: Dimensions
) -> tuple[tuple[Scope, Said], ...]:
    """Return parts that say the same, however they were cut, in the order of the dimensions.

    Args:
        parts: Parts that do not meet, each with what is said of it.
        dimensions: Every value of each dimension.
    """
    named = sorted({dim for box, _ in parts for dim, _ in box})
    if not named:
        return tuple((ANY, said) for _, said in parts[:1])
    dim, every = named[0], dimensions[named[0]]
    alike: dict[tuple[tuple[Scope, Said], ...], list[str]] = defaultdict(list)
    for value in every:
        inside = [(dict(box), said) for box, said in parts]
        there = [(box, said) for box, said in inside if value in box.get(dim, every)]
        cut = [(tuple((d, v) for d, v in box.items() if d != dim), said) for box, said in there]
        alike[coarsest(cut, dimensions)].append(value)
    if len(alike) == 1:
        return next(iter(alike))
    return tuple(
        (((dim, frozenset(values)), *box), said)
        for inner, values in alike.items()
        for box, said in inner
    )
