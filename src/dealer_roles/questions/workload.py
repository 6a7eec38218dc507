"""How much recurs at each desk: its duties, how often each comes, how many people share them.

Occasions are counted always, hours where a duty says how long one occasion takes (`effort`).
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

WEEKS = 52
_A_YEAR = {"weekly": WEEKS, "monthly": 12, "quarterly": 4, "half-yearly": 2, "yearly": 1}
_WORK = ("accountable", "responsible", "supporting")


@frozen
class Workload:
    """What recurs at one desk.

    Attributes:
        position: The holder: a position, or a post as one.
        positions: Its positions.
        headcount: How many people share it; ``None`` where that is not stated.
        a_year: How often, all in all, something is due in a year.
        hours_a_year: The working hours of those occasions of which the effort is stated.
        counted: The duties that are in the sum of occasions.
        timed: Those of them that say how long an occasion takes: they are in the sum of hours.
        not_stated: Duties of which nobody says how often they come.
        by_case: Duties that come as cases come, besides what is counted of them.
        why: The answer in words.
    """

    position: str
    positions: tuple[str, ...]
    headcount: float | None
    a_year: int
    hours_a_year: float
    counted: tuple[Duty, ...]
    timed: tuple[Duty, ...]
    not_stated: tuple[Duty, ...]
    by_case: tuple[Duty, ...]
    why: Text

    @property
    def each(self) -> float | None:
        """How often a year for each of its people; ``None`` where they are not counted."""
        return round(self.a_year / self.headcount, 1) if self.headcount else None

    @property
    def hours_each(self) -> float | None:
        """Working hours a year for each of its people; ``None`` where they are not counted."""
        return round(self.hours_a_year / self.headcount, 1) if self.headcount else None

    @property
    def untimed(self) -> tuple[Duty, ...]:
        """Counted duties of which nobody says how long an occasion takes."""
        return tuple(duty for duty in self.counted if duty not in self.timed)

    @property
    def known(self) -> bool:
        """Whether the occasions are all there are: every duty counted, and the people too."""
        return not self.not_stated and not self.by_case and bool(self.headcount)

    @property
    def hours_known(self) -> bool:
        """Whether the hours are all there are: all is known, and every duty is timed."""
        return self.known and not self.untimed

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
            "hours_a_year": self.hours_a_year,
            "hours_each": self.hours_each,
            "known": self.known,
            "hours_known": self.hours_known,
            "counted": [d.task for d in self.counted],
            "timed": [d.task for d in self.timed],
            "untimed": [d.task for d in self.untimed],
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
        rows = [
            (w.position, w.headcount, w.a_year, w.each, w.hours_each, w.why.en) for w in self.items
        ]
        return html_table(("position", "headcount", "a year", "each", "hours each", "why"), rows)


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
    timed = tuple(d for d in counted if d.effort)
    by_case = tuple(d for d in work if any(_unsteady(c) for c in d.cadence))
    not_stated = tuple(d for d in work if not d.cadence)
    a_year = sum(_times(org, d) for d in work)
    hours = round(sum(_times(org, d) * _hours(d) for d in timed), 1)
    heads = _headcount(org, holder)
    return Workload(
        holder,
        org.members(holder),
        heads,
        a_year,
        hours,
        counted,
        timed,
        not_stated,
        by_case,
        _why(a_year, hours, heads, len(counted) - len(timed), len(by_case), len(not_stated)),
    )


def _stated(org: OnDay, holder: str) -> Iterator[Duty]:
    """Yield the duties of a desk, each once; what is derived is no work of its own."""
    for one in dict.fromkeys((holder, *org.members(holder))):
        yield from (d for d in org.duties_of_holder.get(one, ()) if not d.handoff)


def _times(org: OnDay, duty: Duty) -> int:
    daily = org.model.calendar.days_per_week * WEEKS
    return sum(daily if c == "daily" else _A_YEAR.get(c, 0) for c in duty.cadence)


def _hours(duty: Duty) -> float:
    assert duty.effort is not None
    return duty.effort.amount / (60 if duty.effort.unit == "minute" else 1)


def _unsteady(cadence: str) -> bool:
    return cadence != "daily" and cadence not in _A_YEAR


def _headcount(org: OnDay, holder: str) -> float | None:
    post = org.model.posts.get(holder)
    return post.headcount if post else org.model.positions[holder].headcount


def _why(
    a_year: int, hours: float, heads: float | None, untimed: int, by_case: int, not_stated: int
) -> Text:
    zh, en = [f"每年共 {a_year} 次"], [f"{a_year} times a year"]
    if hours:
        zh.append(f"已知工时 {hours:g} 小时")
        en.append(f"{hours:g} hours of it known")
    if heads:
        zh.append(f"由 {heads:g} 人分担")
        en.append(f"shared by {heads:g}")
    else:
        zh.append("未写明人数")
        en.append("by how many is not stated")
    if hours and untimed:
        zh.append(f"{untimed} 项未写明每次工时")
        en.append(f"duties of unknown effort: {untimed}")
    if by_case:
        zh.append(f"另有 {by_case} 项随业务发生")
        en.append(f"duties that come as cases come: {by_case}")
    if not_stated:
        zh.append(f"{not_stated} 项未写明频次")
        en.append(f"duties of unknown frequency: {not_stated}")
    return Text("，".join(zh), "; ".join(en))


_HEADS = (
    Text("岗位", "position"),
    Text("人数", "headcount"),
    Text("每年次数", "a year"),
    Text("人均", "each"),
    Text("随业务", "by case"),
    Text("未写明频次", "not stated"),
    Text("人均工时", "hours each"),
)


def printed(org: OnDay, found: Workloads, lang: str) -> Printed:
    """Yield the desks as one table, and of how many all is known."""
    width = len(_HEADS) if any(w.timed for w in found) else len(_HEADS) - 1
    rows = [_row(org, w, lang)[:width] for w in found]
    if rows:
        yield PrintedTable(tuple(head.get(lang) for head in _HEADS[:width]), rows)
    known, timed = sum(w.known for w in found), sum(w.hours_known for w in found)
    total = Text(
        f"{len(found)} 个岗位中，{known} 个次数全部可知，{timed} 个工时全部可知。",
        f"Of {len(found)}, all occasions are known of {known}, all hours of {timed}.",
    )
    yield PrintedLine(total.get(lang))


def _row(org: OnDay, found: Workload, lang: str) -> tuple[object, ...]:
    return (
        with_id(org.model, found.position, lang),
        "?" if found.headcount is None else f"{found.headcount:g}",
        found.a_year,
        "?" if found.each is None else f"{found.each:g}",
        len(found.by_case) or "",
        len(found.not_stated) or "",
        _hours_cell(found),
    )


def _hours_cell(found: Workload) -> str:
    """Return the hours for each; marked as the least where more is known to come."""
    if not found.timed:
        return ""
    if found.hours_each is None:
        return "?"
    return f"{'' if found.hours_known else '≥ '}{found.hours_each:g}"
