"""Scopes: which part of a task is meant, by values of dimensions.

A scope is a *box*: all combinations of the values that it names. What a box leaves of
another is several boxes, so that the algebra here gives and takes *regions*: boxes that do
not meet. The dimensions are closed, which makes "everything but parts" a box like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Scope = tuple[tuple[str, frozenset[str]], ...]
"""A scope: dimensions in order of their ids, each with the values meant. Empty is everything."""

Region = tuple[Scope, ...]
"""Scopes that do not meet; empty is nothing."""

Dimensions = Mapping[str, tuple[str, ...]]
"""Every value of each dimension, in the order of the catalogue."""

ANY: Scope = ()
EVERYWHERE: Region = (ANY,)
NOWHERE: Region = ()


def scopes_meet(one: Scope, other: Scope) -> bool:
    """Whether two scopes intersect: every dimension that both name shares a value."""
    if not one or not other:
        return True
    theirs = dict(other)
    return all(dim not in theirs or not values.isdisjoint(theirs[dim]) for dim, values in one)


def scope_within(inner: Scope, outer: Scope) -> bool:
    """Whether all of ``inner`` lies in ``outer``; both name no dimension in full."""
    named = dict(inner)
    return all(dim in named and named[dim] <= values for dim, values in outer)


def scopes_joined(one: Scope, other: Scope) -> Scope:
    """Return what lies in both of two scopes that meet."""
    if not one or not other:
        return one or other
    parts = dict(one)
    for dim, values in other:
        parts[dim] = parts[dim] & values if dim in parts else values
    return tuple(sorted(parts.items()))


def shortened(scope: Scope, dimensions: Dimensions) -> Scope:
    """Return a scope without the dimensions of which it names every value."""
    return tuple((dim, named) for dim, named in scope if len(named) < len(dimensions[dim]))


def common(one: Region, other: Region) -> Region:
    """Return what lies in both of two regions."""
    if other == EVERYWHERE:
        return one
    return tuple(scopes_joined(a, b) for a in one for b in other if scopes_meet(a, b))


def without(region: Region, scopes: Iterable[Scope], dimensions: Dimensions) -> Region:
    """Return what is left of a region where these scopes, named in full nowhere, are taken out."""
    for scope in scopes:
        if not region:
            return region
        region = tuple(part for box in region for part in _left(box, scope, dimensions))
    return region


def _left(box: Scope, scope: Scope, dimensions: Dimensions) -> Iterator[Scope]:
    """Yield what a scope leaves of a box: one part a dimension, none of which meet."""
    if not scopes_meet(box, scope):
        yield box
        return
    inside = dict(box)
    for dim, values in scope:
        every = inside.get(dim)
        outside = (frozenset(dimensions[dim]) if every is None else every) - values
        if outside:
            yield tuple(sorted({**inside, dim: outside}.items()))
        inside[dim] = values if every is None else every & values


def scope_words(scope: Scope) -> str:
    """Return a scope as ``area=parts,vehicles place=gate``; empty for everything."""
    return " ".join(f"{dim}={','.join(sorted(values))}" for dim, values in scope)


def scope_dict(scope: Scope) -> dict[str, list[str]]:
    """Return a scope as plain data."""
    return {dim: sorted(values) for dim, values in scope}
