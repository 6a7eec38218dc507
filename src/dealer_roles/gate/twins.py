"""Two organizations of one id in one run: what is found in them could not be told apart."""

from __future__ import annotations

import os
from collections.abc import Iterable

from dealer_roles.gate.remembered import Remembered
from dealer_roles.loading.loaded import Loaded
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import is_bundled
from dealer_roles.values.text import Text

One = Loaded | Remembered
TWIN = "organization-id-twice"


@frozen
class Copy:
    """One of several organizations that go by one name.

    Attributes:
        number: Which of them it is, from 0.
        finding: What is wrong with that, from the second one on.
    """

    number: int
    finding: Finding | None = None


def copies(organizations: Iterable[One]) -> list[Copy]:
    """Return which of several of its name each organization of a run is.

    They are counted by where they lie: the order in which they are named, and the folder one
    stands in, change nothing.
    """
    every = list(organizations)
    seen: dict[str, list[One]] = {}
    found: dict[int, Copy] = {}
    for one in sorted(every, key=_where):
        alike = seen.setdefault(one.id or os.path.basename(one.origin), [])
        alike.append(one)
        twin = _twin(one, alike[0], len(alike)) if one.id and len(alike) > 1 else None
        found[id(one)] = Copy(len(alike) - 1, twin)
    return [found[id(one)] for one in every]


def _where(one: One) -> tuple[bool, str]:
    bundled = is_bundled(one.origin)
    return not bundled, one.origin if bundled else os.path.realpath(one.folder or one.origin)


def _twin(one: One, before: One, number: int) -> Finding:
    return Finding(
        TWIN,
        "error",
        Text(
            f"{one.origin} 与 {before.origin} 的组织编号都是 {one.id}",
            f"{one.origin} has the id {one.id} of {before.origin}",
        ),
        one.place,
        one.id,
        f"{one.id},{number}",
        Text("给复制出来的组织改一个 id", "give the copy an id of its own"),
        (Witness(before.place, Text("第一个", "the first one")),),
    )
