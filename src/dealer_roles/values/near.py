"""The nearest known ids to one that nobody knows, by id and by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import NO_TEXT, Text

CUTOFF = 0.6
SHORTEST_PART = 2
MANY = 3


def nearest(wanted: str, known: Iterable[str], most: int = MANY) -> tuple[str, ...]:
    """Return up to ``most`` known ids that resemble ``wanted``, best first.

    Neither case nor width counts.
    """
    from difflib import get_close_matches

    spelled = grouped((_plain(id_), id_) for id_ in sorted(set(known)))
    close = get_close_matches(_plain(wanted), spelled, n=most, cutoff=CUTOFF)
    words = set(_plain(wanted).split("-"))
    if len(close) < most and len(words) > 1:
        shared = [k for k in spelled if k not in close and len(words & set(k.split("-"))) > 1]
        close += shared[: most - len(close)]
    return tuple(id_ for key in close for id_ in spelled[key])[:most]


def nearest_named(wanted: str, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the few ids that resemble ``wanted``, or whose names do, best first.

    Args:
        wanted: What somebody typed: an id with a slip, or a name in any language.
        names: The names of each known id.
    """
    named = grouped((_folded(name), id_) for id_, its in names.items() for name in its)
    typed = _folded(wanted)
    exact = named.get(typed, ())
    part = [
        id_
        for name, ids in named.items()
        if len(typed) >= SHORTEST_PART and name and (typed in name or name in typed)
        for id_ in ids
    ]
    alike = [id_ for name in nearest(typed, named) for id_ in named[name]]
    found = (*exact, *nearest(wanted, names), *alike, *part)
    return tuple(dict.fromkeys(found))[:MANY]


def did_you_mean(near: Sequence[str], otherwise: Text = NO_TEXT) -> Text:
    """Ask whether one of these was meant; say something else where there are none."""
    if not near:
        return otherwise
    return Text(f"是否想写 {'、'.join(near)}？", f"did you mean {' or '.join(near)}?")


def _folded(name: str) -> str:
    return " ".join(_plain(name).split())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
