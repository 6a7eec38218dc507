"""Where do several holders own the same thing?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter, itemgetter
from typing import Literal

from dealer_roles.model.entities import Duty
from dealer_roles.organization.acknowledgement import acknowledged
from dealer_roles.organization.cells import (
    CellOwners,
    owned_anywhere,
    owned_cells,
    owning_of_each,
)
from dealer_roles.organization.evidence import Evidence, of_duty
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import once_a_day
from dealer_roles.organization.standing import above_in, nearest_owned
from dealer_roles.organization.with_ids import words_of, words_of_all, words_of_task
from dealer_roles.values.answers import Answers
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped
from dealer_roles.values.html_table import html_table
from dealer_roles.values.later import Finders, each_later, of_each_later, with_late_fields
from dealer_roles.values.part_words import in_order, region_words
from dealer_roles.values.scope import EVERYWHERE, Region, Scope, scope_dict
from dealer_roles.values.text import Text
from dealer_roles.values.timeline import intervals_as_data, told_over_time
from dealer_roles.values.validity import Validity
from dealer_roles.words.shares import SHARE_NAMES

Kind = Literal["same", "nested"]


@with_late_fields("cells", "why", "evidence")
@frozen
class Overlap:
    """A maximal set of holders that own the same cell of a task at the same time.

    Attributes:
        kind: ``same``, or ``nested``: the owner of a part and the owner of the nearest
            larger task that has one there, with nothing that acknowledges it.
        task: The task; of a nested overlap, the part.
        positions: The holders, sorted: positions, or posts as one holder.
        cells: Where: scopes that do not meet; one empty scope if it is the whole task.
        why: The reason, in both languages.
        evidence: The duties that overlap.
        whole: Of a nested overlap, the larger task.
        intervals: When it holds; only asked with ``on="ever"``.
        told: Why in each interval, where that changes over time; else empty.
    """

    kind: Kind
    task: str
    positions: tuple[str, ...]
    cells: tuple[Scope, ...]
    why: Text
    evidence: tuple[Evidence, ...]
    whole: str = ""
    intervals: tuple[Validity, ...] = ()
    told: tuple[Text, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the overlap as plain data with its texts in ``lang``."""
        return {
            "kind": self.kind,
            "task": self.task,
            "whole": self.whole or None,
            "positions": list(self.positions),
            "cells": [scope_dict(cell) for cell in self.cells],
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
            "intervals": intervals_as_data(self.intervals, self.told, "why", lang),
        }


@frozen
class Overlaps(Answers[Overlap]):
    """All overlaps of an organization, sorted by task, kind and positions."""

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all overlaps as plain data with their texts in ``lang``."""
        return {"overlaps": [item.to_dict(lang) for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [(o.kind, o.task, ", ".join(o.positions), o.why.en) for o in self.items]
        return html_table(("kind", "task", "positions", "why"), rows)


def overlaps(org: OnDay) -> Overlaps:
    """Return every overlap on a day."""
    late = of_each_later(_SAME, org)
    return Overlaps(
        tuple(
            Overlap("same", task, holders, late, late, late)
            if apart is None
            else _nested_overlap(apart, holders)
            for task, _, _, holders, apart in _owned_by_several(org)
        )
    )


def overlaps_ever(organization: Linked) -> Overlaps:
    """Return every overlap there ever is, with the intervals in which it holds."""
    found = grouped(
        ((overlap.kind, overlap.task, overlap.whole, overlap.positions), (period, overlap))
        for period, org in organization.over_time()
        for overlap in overlaps(org)
    )
    told = [_over_time(each) for each in found.values()]
    return Overlaps(tuple(sorted(told, key=attrgetter("task", "kind", "whole", "positions"))))


def _over_time(found: tuple[tuple[Validity, Overlap], ...]) -> Overlap:
    """Return one overlap of what holds in each of several periods."""
    each = [overlap for _, overlap in found]
    intervals, told = told_over_time((period, overlap.why) for period, overlap in found)
    return replace(
        each[0],
        cells=tuple(dict.fromkeys(cell for overlap in each for cell in overlap.cells)),
        evidence=tuple(dict.fromkeys(e for overlap in each for e in overlap.evidence)),
        intervals=intervals,
        told=told,
    )


_Found = tuple[str, Kind, str, tuple[str, ...], "_Apart | None"]
"""A task, the kind of its overlap, the larger task, the holders, and what is nested there."""


@once_a_day
def _owned_by_several(org: OnDay) -> Sequence[_Found]:
    """Return what several own, in the order in which it is told: each maximal set of a cell."""
    owning = owning_of_each(org)
    in_cells = ((task, its) for task in owning.scoped for its in _in_cells(org, task))
    found: list[_Found] = [(task, "same", "", its, None) for task, its in owning.several]
    found += [(task, "same", "", its, None) for task, its in in_cells]
    found += [
        (apart.part, "nested", apart.whole, tuple(sorted((apart.above, apart.below))), apart)
        for apart in _owned_apart(org)
    ]
    return sorted(found, key=itemgetter(0, 1, 2, 3))


def _in_cells(org: OnDay, task: str) -> Sequence[tuple[str, ...]]:
    cells = owned_cells(org, task)
    return _maximal({cell.holders for cell in cells if org.are_several(cell.holders)})


def _maximal(sets: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the sets that no other one contains, looked for where their rarest member is."""
    members = {holders: frozenset(holders) for holders in sets}
    having = grouped((member, own) for own in members.values() for member in own)
    return sorted(
        holders
        for holders, own in members.items()
        if not any(own < other for other in min((having[m] for m in own), key=len))
    )


def _cells_of(org: OnDay, same: Overlap) -> Sequence[CellOwners]:
    return [cell for cell in owned_cells(org, same.task) if cell.holders == same.positions]


def _region(org: OnDay, same: Overlap) -> Region:
    cells = _cells_of(org, same)
    return in_order((box for cell in cells for box in cell.region), org.dimensions)


def _evidence_same(org: OnDay, same: Overlap) -> tuple[Evidence, ...]:
    return tuple(map(of_duty, _duties_of(_cells_of(org, same))))


def _duties_of(cells: Iterable[CellOwners]) -> dict[Duty, None]:
    return dict.fromkeys(duty for cell in cells for duty in cell.duties)


def _why_same(org: OnDay, same: Overlap) -> Text:
    region = same.cells
    words = region_words(region, org.dimensions)
    split = region != EVERYWHERE
    who = words_of_all(org.model, same.positions)
    kind = next(iter(_duties_of(_cells_of(org, same)))).responsibility
    return Text(
        f"{who.zh}同时{SHARE_NAMES[kind].zh}同一任务{f'（{words.zh}）' if split else ''}",
        f"{who.en} are each {kind} for the same task{f' ({words.en})' if split else ''}",
    )


@frozen
class _Apart:
    """An owner of a larger task and another one of its part."""

    org: OnDay
    whole: str
    above: str
    part: str
    below: str
    duties: Sequence[Duty]
    region: Region


def _owned_apart(org: OnDay) -> Iterator[_Apart]:
    """Yield the wholes and parts that different holders own, who do not know of it."""
    for whole, parts in org.parts.items():
        if nearest_owned(org, whole):
            for part in filter(partial(owned_anywhere, org), parts):
                for apart in _apart_in(org, part):
                    if not acknowledged(org, apart.above, apart.below, part):
                        yield apart


def _apart_in(org: OnDay, part: str) -> Iterator[_Apart]:
    """Yield the owners of a part beside other owners of the larger task.

    The larger task is the nearest one that has an owner where the part has one: what lies
    above that is delegated already.
    """
    found: dict[tuple[str, str, str], tuple[list[Duty], list[Scope]]] = {}
    for cell in (each for each in owned_cells(org, part) if each.holders):
        for whole, region, larger in above_in(org, part, cell.region):
            for above in larger.holders:
                if org.hand(above) not in map(org.hand, cell.holders):
                    for below in cell.holders:
                        duties, where = found.setdefault((whole, above, below), ([], []))
                        duties += (*larger.duties, *cell.duties)
                        where += region
    for (whole, above, below), (duties, where) in sorted(found.items()):
        yield _Apart(org, whole, above, part, below, duties, in_order(where, org.dimensions))


def _nested_overlap(apart: _Apart, holders: tuple[str, ...]) -> Overlap:
    late = each_later(_NESTED, apart)
    return Overlap("nested", apart.part, holders, apart.region, late, late, apart.whole)


def _why_nested(apart: _Apart) -> Text:
    model = apart.org.model
    above, below = (words_of(model, one) for one in (apart.above, apart.below))
    whole, part = (words_of_task(model, one) for one in (apart.whole, apart.part))
    return Text(
        f"{above.zh}负责整体{whole.zh}，{below.zh}负责其中的{part.zh}，"
        "两者之间没有汇报、交接或协助关系",
        f"{above.en} owns the whole {whole.en} and {below.en} its part {part.en}, and no "
        "reporting line, hand-off or share acknowledges it",
    )


_SAME: Finders = {
    "cells": _region,
    "why": _why_same,
    "evidence": _evidence_same,
}
_NESTED: Finders = {
    "why": _why_nested,
    "evidence": lambda apart: tuple(map(of_duty, dict.fromkeys(apart.duties))),
}
