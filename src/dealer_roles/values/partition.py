"""The coarsest parts of everything in which some scopes all say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dealer_roles.values.scope import ANY, Dimensions, Region, Scope

Numbers = tuple[int, ...]


def partition(scopes: Sequence[Scope], dimensions: Dimensions) -> dict[frozenset[int], Region]:
    """Return the parts, each by the numbers of the scopes that cover it, in a stable order.

    Together the parts are everything. Values that the same scopes name are never told
    apart, so that it costs what the scopes say and not what they could have said.
    """
    found: dict[frozenset[int], list[Scope]] = defaultdict(list)
    named = [dict(scope) for scope in scopes]
    numbers = tuple(range(len(scopes)))
    for covering, box in _boxes(named, sorted(dimensions), dimensions, numbers, ANY):
        found[frozenset(covering)].append(box)
    return {covering: tuple(boxes) for covering, boxes in found.items()}


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
    alike: dict[Numbers, list[str]] = defaultdict(list)
    for value, these in by_value.items():
        alike[tuple(these)].append(value)
    for numbers, values in alike.items():
        yield frozenset(values), numbers
