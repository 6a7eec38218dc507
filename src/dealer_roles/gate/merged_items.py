"""What was found in many organizations as one sorted report, unpacked while it is gone through."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat

from dealer_roles.gate.checked import Checked
from dealer_roles.gate.packed_findings import PackedFindings, parts_of, without_reasons
from dealer_roles.reports.report import (
    CountedBy,
    Reported,
    State,
    Suppression,
    Tallied,
    counted_by,
    tally,
)
from dealer_roles.values.findings import Finding, SortKey
from dealer_roles.values.frozen import frozen

StateOf = Callable[[Checked, Finding], State]


@frozen
class Run:
    """Sorted items, made when their turn comes.

    Attributes:
        first: Where the first of them sorts.
        size: How many they are.
        items: Makes them.
    """

    first: SortKey
    size: int
    items: Callable[[], Iterator[Reported]]


class MergedItems(Tallied):
    """The items of all runs, sorted; of equal places those of an earlier run come first."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = tuple(runs)
        self._tally: Mapping[CountedBy, int] | None = None

    def __len__(self) -> int:
        return sum(run.size for run in self._runs)

    def __contains__(self, one: object) -> bool:
        return any(one == item for item in self)

    def __iter__(self) -> Iterator[Reported]:
        counted = Counter[CountedBy]()
        for item in _in_order(self._runs):
            counted[counted_by(item)] += 1
            yield item
        self._tally = counted

    @property
    def tally(self) -> Mapping[CountedBy, int]:
        """How many of each kind there are; known for nothing once all were gone through."""
        if self._tally is None:
            self._tally = tally(_in_order(self._runs))
        return self._tally


def merged(
    checked: Sequence[Checked], about: Sequence[Finding], state: StateOf
) -> Collection[Reported]:
    """Return everything that was found, in the order of places.

    Args:
        checked: What was found in each organization.
        about: What was found besides, sorted; all of it is new.
        state: Compares a finding of an organization with what was known before.
    """
    runs = [run for one in checked for run in _runs(one, state)]
    if about:
        new = tuple(Reported(finding, "new") for finding in about)
        runs.append(Run(about[0].sort_key(), len(new), partial(iter, new)))
    items = MergedItems(runs)
    return items if any(isinstance(c.findings, PackedFindings) for c in checked) else tuple(items)


def _runs(one: Checked, state: StateOf) -> Iterator[Run]:
    for first, part in parts_of(one.findings):
        yield Run(first, len(part), partial(_reported, part, repeat(None), one, state))
    waived, reasons = without_reasons(one.waived)
    for first, part in parts_of(waived):
        these, reasons = reasons[: len(part)], reasons[len(part) :]
        yield Run(first, len(part), partial(_reported, part, these, one, state))


def _reported(
    part: Iterable[Finding],
    reasons: Iterable[Suppression | None],
    one: Checked,
    state: StateOf,
) -> Iterator[Reported]:
    pairs = zip(part, reasons, strict=False)  # endless where there is no reason
    return (Reported(found, state(one, found), why) for found, why in pairs)


def _in_order(runs: Sequence[Run]) -> Iterator[Reported]:
    """Yield the items of all runs; none begins before an item of it comes next."""
    waiting = sorted(enumerate(runs), key=lambda pair: (pair[1].first, pair[0]), reverse=True)
    begun: list[tuple[SortKey, int, Reported, Iterator[Reported]]] = []
    while waiting or begun:
        while waiting and (not begun or (waiting[-1][1].first, waiting[-1][0]) < begun[0][:2]):
            number, run = waiting.pop()
            rest = run.items()
            heapq.heappush(begun, (run.first, number, next(rest), rest))
        _, number, item, rest = begun[0]
        yield item
        following = next(rest, None)
        if following is None:
            heapq.heappop(begun)
        else:
            key = following.finding.sort_key()
            heapq.heapreplace(begun, (key, number, following, rest))
