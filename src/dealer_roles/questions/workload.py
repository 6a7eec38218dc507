"""How much recurs at each desk: its duties, how often each comes, how many people share them.

It counts occasions, not hours: nothing here says how long one takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.entities import Duty
from dealer_roles.organization.evidence import Evidence, of_duty
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import with_id
from dealer_roles.questions.arguments import require_position
from dealer_roles.values.answers import Answers
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable
from dealer_roles.values.text import Text

_WEEKS = 52
_A_YEAR = {"weekly": _WEEKS, "monthly": 12, "quarterly": 4, "half-yearly": 2, "yearly": 1}
_WORK = ("accountable", "responsible", "supporting")


@frozen
class Workload:
    """What recurs at one desk.

    Attributes:
        position: The holder: a position, or a post as one.
        positions: Its positions.
        headcount: How many people share it; ``None`` where that is not stated.
        a_year: How often, all in all, something is due in a year.
        counted: The duties that are in that sum.
        not_stated: Duties of which nobody says how often they come.
        by_case: Duties that come as cases come, besides what is counted of them.
        why: The answer in words.
    """

    position: str
    positions: tuple[str, ...]
    headcount: float | None
    a_year: int
    counted: tuple[Duty, ...]
    not_stated: tuple[Duty, ...]
    by_case: tuple[Duty, ...]
    why: Text

    @property
    def each(self) -> float | None:
        """How often a year for each of its people; ``None`` where they are not counted."""
        return round(self.a_year / self.headcount, 1) if self.headcount else None

    @property
    def known(self) -> bool:
        """Whether the sum is all there is: every duty is in it, and so is the headcount."""
        return not self.not_stated and not self.by_case and bool(self.headcount)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The duties, counted or not."""
        every = (*self.counted, *self.by_case, *self.not_stated)
        return tuple(of_duty(duty) for duty in dict.fromkeys(every))

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the answer as plain data with its texts in ``lang``."""
        return {
            "position": self.position,
            "positions": list(self.positions),
            "headcount": self.headcount,
            "a_year": self.a_year,
            "each": self.each,
            "known": self.known,
            "counted": [d.task for d in self.counted],
            "not_stated": [d.task for d in self.not_stated],
            "by_case": [d.task for d in self.by_case],
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


@frozen
class Workloads(Answers[Workload]):
    """The desks, the busiest for each of its people first; those not counted last."""

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all desks as plain data with their texts in ``lang``."""
        return {"workload": [item.to_dict(lang) for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [(w.position, w.headcount, w.a_year, w.each, w.why.en) for w in self.items]
        return html_table(("position", "headcount", "a year", "each", "why"), rows)


def workload(org: OnDay, position: str | None = None) -> Workloads:
    """Return how much recurs at each desk, and where that is not known.

    Args:
        org: The organization on a day.
        position: Only the desk of this position or post.

    Raises:
        UnknownId: No such position.
    """
    if position is not None:
        require_position(org, position)
    holders = dict.fromkeys(map(org.holder, org.model.positions))
    wanted = [h for h in holders if position is None or h == org.holder(position)]
    found = [_of(org, holder) for holder in wanted]
    found.sort(key=lambda w: (w.each is None, -(w.each or 0), w.position))
    return Workloads(tuple(found))


def _of(org: OnDay, holder: str) -> Workload:
    work = tuple(d for d in _stated(org, holder) if d.responsibility in _WORK)
    counted = tuple(d for d in work if _times(org, d))
    by_case = tuple(d for d in work if any(_unsteady(c) for c in d.cadence))
    not_stated = tuple(d for d in work if not d.cadence)
    a_year = sum(_times(org, d) for d in work)
    heads = _headcount(org, holder)
    return Workload(
        holder,
        org.members(holder),
        heads,
        a_year,
        counted,
        not_stated,
        by_case,
        _why(a_year, heads, len(by_case), len(not_stated)),
    )


def _stated(org: OnDay, holder: str) -> Iterator[Duty]:
    """Yield the duties of a desk, each once; what is derived is no work of its own."""
    for one in dict.fromkeys((holder, *org.members(holder))):
        yield from (d for d in org.duties_of_holder.get(one, ()) if not d.handoff)


def _times(org: OnDay, duty: Duty) -> int:
    daily = org.model.calendar.days_per_week * _WEEKS
    return sum(daily if c == "daily" else _A_YEAR.get(c, 0) for c in duty.cadence)


def _unsteady(cadence: str) -> bool:
    return cadence != "daily" and cadence not in _A_YEAR


def _headcount(org: OnDay, holder: str) -> float | None:
    post = org.model.posts.get(holder)
    return post.headcount if post else org.model.positions[holder].headcount


def _why(a_year: int, heads: float | None, by_case: int, not_stated: int) -> Text:
    zh, en = [f"每年共 {a_year} 次"], [f"{a_year} times a year"]
    if heads:
        zh.append(f"由 {heads:g} 人分担")
        en.append(f"shared by {heads:g}")
    else:
        zh.append("未写明人数")
        en.append("by how many is not stated")
    if by_case:
        zh.append(f"另有 {by_case} 项随业务发生")
        en.append(f"duties that come as cases come: {by_case}")
    if not_stated:
        zh.append(f"{not_stated} 项未写明频次")
        en.append(f"duties of unknown frequency: {not_stated}")
    return Text("，".join(zh), "; ".join(en))


_HEAD_ZH = ("岗位", "人数", "每年次数", "人均", "随业务", "未写明频次")
_HEAD_EN = ("position", "headcount", "a year", "each", "by case", "not stated")


def printed(org: OnDay, found: Workloads, lang: str) -> Printed:
    """Yield the desks as one table, and of how many all is known."""
    zh = lang == "zh"
    rows = [
        (
            with_id(org.model, w.position, lang),
            "?" if w.headcount is None else f"{w.headcount:g}",
            w.a_year,
            "?" if w.each is None else f"{w.each:g}",
            len(w.by_case) or "",
            len(w.not_stated) or "",
        )
        for w in found
    ]
    if rows:
        yield PrintedTable(_HEAD_ZH if zh else _HEAD_EN, rows)
    known, count = sum(w.known for w in found), len(found)
    yield PrintedLine(
        f"{count} 个岗位中，{known} 个全部可知。次数不是工时。"
        if zh
        else f"All is known of {known} of {count}. Occasions are counted, not hours."
    )
