"""The longest way through a process by its time limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dealer_roles.model.entities import Process, Step
from dealer_roles.values.duration import Calendar, TimeLimit
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Text

Parts = tuple[tuple[Step, TimeLimit | None], ...]


@frozen
class LongestWay:
    """A way through a process and the time that it may take.

    Attributes:
        hours: Elapsed hours of the organization's calendar. Limits that count from one
            event run side by side: the later end counts, they do not add up.
        parts: Its steps with their limits.
        since: When each event happened that a limit counts from, as far as the way tells.
    """

    hours: float
    parts: Parts
    since: Mapping[Text, float]

    def onto(self, step: Step, limit: TimeLimit | None, calendar: Calendar) -> LongestWay:
        """Return the way with one more step."""
        parts = (*self.parts, (step, limit))
        if limit is None:
            return LongestWay(hours=self.hours, parts=parts, since=self.since)
        hours = limit.elapsed_hours(calendar)
        if limit.since is None:
            return LongestWay(hours=self.hours + hours, parts=parts, since=self.since)
        began = self.since.get(limit.since, self.hours)
        since = {**self.since, limit.since: began}
        return LongestWay(hours=max(self.hours, began + hours), parts=parts, since=since)


NOTHING_YET = LongestWay(hours=0.0, parts=(), since={})


def longest_way(
    process: Process,
    *,
    limit_of: Callable[[Step], TimeLimit | None],
    calendar: Calendar,
    start: str = "",
    end: str = "",
) -> LongestWay | None:
    """Return the longest way, or none; one back to an earlier step is not taken.

    Args:
        process: Where it leads through.
        limit_of: A step's limit.
        calendar: How business time converts.
        start: The task whose step it runs from, which does not count itself: its limit has
            passed when it is done. Empty is the first step, and any that nothing leads
            to; these count.
        end: The task whose step it runs to; empty is any last step.
    """
    tasks = {step.task for step in process.steps}
    if not tasks.issuperset(task for task in (start, end) if task):
        return None
    order = {step.id: number for number, step in enumerate(process.steps)}
    leading = steps_before(process)
    best: dict[str, LongestWay] = {}
    for step in process.steps:
        here, led = order[step.id], leading.get(step.id, ())
        before = [best[s.id] for s in led if order[s.id] < here and s.id in best]
        if not start and not (here and led):
            before.append(NOTHING_YET)
        limit = limit_of(step) if before else None
        ways = [way.onto(step, limit, calendar) for way in before]
        if start and step.task == start:
            ways.append(NOTHING_YET)
        if ways:
            best[step.id] = max(ways, key=lambda way: way.hours)
    ends = (best[s.id] for s in process.steps if s.id in best and _ends(order, s, end))
    return max((way for way in ends if way.parts), key=lambda way: way.hours, default=None)


def steps_before(process: Process) -> Mapping[str, Sequence[Step]]:
    """Return the steps that lead to each step, in their order."""
    steps = process.steps
    return grouped((onward, step) for step in steps for onward in dict.fromkeys(step.next))


def _ends(order: Mapping[str, int], step: Step, end: str) -> bool:
    if end:
        return step.task == end
    return not any(order[onward] > order[step.id] for onward in step.next)
