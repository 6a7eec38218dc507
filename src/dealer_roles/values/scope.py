"""Scopes: which part of a task is meant, by values of dimensions."""

from __future__ import annotations

Scope = tuple[tuple[str, frozenset[str]], ...]
"""A scope: dimensions in order of their ids, each with the values meant. Empty is everything."""

ANY: Scope = ()


def scopes_meet(one: Scope, other: Scope) -> bool:
    """Whether two scopes intersect: every dimension that both name shares a value."""
    if not one or not other:
        return True
    theirs = dict(other)
    return all(dim not in theirs or values & theirs[dim] for dim, values in one)


def scope_within(inner: Scope, outer: Scope) -> bool:
    """Whether all of ``inner`` lies in ``outer``, as far as the dimensions named show."""
    named = dict(inner)
    return all(dim in named and named[dim] <= values for dim, values in outer)


def scopes_joined(one: Scope, other: Scope) -> Scope:
    """Return what lies in both of two scopes that meet."""
    parts = dict(one)
    for dim, values in other:
        parts[dim] = parts[dim] & values if dim in parts else values
    return tuple(sorted(parts.items()))


def scope_words(scope: Scope) -> str:
    """Return a scope as ``area=parts,vehicles place=gate``; empty for everything."""
    return " ".join(f"{dim}={','.join(sorted(values))}" for dim, values in scope)


def scope_dict(scope: Scope) -> dict[str, list[str]]:
    """Return a scope as plain data."""
    return {dim: sorted(values) for dim, values in scope}
