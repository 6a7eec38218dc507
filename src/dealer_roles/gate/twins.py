"""Two organizations of one id in one run: what is found in them could not be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_roles.gate.remembered import Remembered
from dealer_roles.loading.loaded import Loaded
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.text import Text

One = Loaded | Remembered
TWIN = "organization-id-twice"


def twin_ids(organizations: Iterable[One]) -> Iterator[tuple[One, Finding]]:
    """Yield each organization whose id an earlier one of the run has, with a finding on it."""
    seen: dict[str, list[One]] = {}
    for one in organizations:
        if one.id:
            alike = seen.setdefault(one.id, [])
            alike.append(one)
            if len(alike) > 1:
                yield one, _twin(one, alike[0], len(alike))


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
