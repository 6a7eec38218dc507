"""Parts of a task in words: the values meant, or those left out where they are fewer."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.values.scope import Dimensions, Region, Scope
from dealer_roles.values.text import Text

MOST_NAMED = 5
"""Up to so many values are named behind "other than"."""


def left_out(scope: Scope, dimensions: Dimensions) -> Scope:
    """Return the values that a scope leaves out, where these are fewer than those it names."""
    return tuple(
        (dim, frozenset(dimensions[dim]) - values)
        for dim, values in scope
        if len(dimensions[dim]) < 2 * len(values)
    )


def in_order(scopes: Iterable[Scope], dimensions: Dimensions) -> tuple[Scope, ...]:
    """Return scopes in the order in which the catalogue has their values."""
    scopes = tuple(scopes)
    if len(scopes) < 2:
        return scopes
    places = {dim: {v: n for n, v in enumerate(every)} for dim, every in dimensions.items()}

    def key(scope: Scope) -> list[tuple[str, list[int]]]:
        return [(dim, sorted(places[dim][value] for value in values)) for dim, values in scope]

    return tuple(sorted(scopes, key=key))


def region_id(region: Region, dimensions: Dimensions) -> str:
    """Return a region as part of an id, e.g. ``area!=parts place=gate``; empty for everything."""
    return " | ".join(_box_id(box, dimensions) for box in in_order(region, dimensions) if box)


def _box_id(box: Scope, dimensions: Dimensions) -> str:
    other = dict(left_out(box, dimensions))
    return " ".join(
        f"{dim}!={','.join(sorted(other[dim]))}"
        if dim in other
        else f"{dim}={','.join(sorted(values))}"
        for dim, values in box
    )


def region_words(region: Region, dimensions: Dimensions) -> Text:
    """Return a region in words of ids, e.g. ``area other than parts (cars, tyres)``."""
    boxes = [_box_words(box, dimensions) for box in in_order(region, dimensions) if box]
    if not boxes:
        return Text("全部", "all of it")
    return Text("，以及 ".join(b.zh for b in boxes), ", and ".join(b.en for b in boxes))


def _box_words(box: Scope, dimensions: Dimensions) -> Text:
    other = dict(left_out(box, dimensions))
    parts = [
        _other_than(dim, values, other[dim])
        if dim in other
        else Text(*(f"{dim}={','.join(sorted(values))}",) * 2)
        for dim, values in box
    ]
    return Text(" ".join(p.zh for p in parts), " ".join(p.en for p in parts))


def _other_than(dim: str, values: frozenset[str], others: frozenset[str]) -> Text:
    named = sorted(values) if len(values) <= MOST_NAMED else []
    out = sorted(others)
    return Text(
        f"{dim} 除 {'、'.join(out)} 外" + (f"（{'、'.join(named)}）" if named else "的其余"),
        f"{dim} other than {', '.join(out)}" + (f" ({', '.join(named)})" if named else ""),
    )
