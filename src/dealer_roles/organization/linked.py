"""One organization, linked once; a day of it is made on demand and kept."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.timeline import day_in, intervals
from dealer_roles.values.validity import Validity

MOST_KEPT = 64


class Linked:
    """What does not depend on the day, and the way to any day.

    Between two days on which something begins or ends nothing changes, so that all days
    of such a period share one :class:`OnDay`.
    """

    def __init__(self, model: OrganizationModel) -> None:
        self.model = model
        self.periods: tuple[Validity, ...] = intervals(_dated(model))
        self._starts = [period.first for period in self.periods[1:] if period.first]
        self._kept: dict[int, OnDay] = {}

    def on(self, day: dt.date) -> OnDay:
        """Return the organization on a day: without what does not hold then."""
        return self._period(bisect_right(self._starts, day))

    def over_time(self) -> Iterator[tuple[Validity, OnDay]]:
        """Yield each period, from the first to the last, with the organization in it."""
        for number in range(len(self.periods)):
            yield self.periods[number], self._period(number)

    def _period(self, number: int) -> OnDay:
        found = self._kept.get(number)
        if found is None:
            found = OnDay(self.model, day_in(self.periods[number]))
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[number] = found
        return found


def _dated(model: OrganizationModel) -> Iterator[Validity]:
    """Yield the periods of everything that has one."""
    for dated in (model.duties, model.handoffs, model.escalations):
        for fact in dated:
            if fact.valid is not None:
                yield fact.valid
    for position in model.positions.values():
        if position.vacant is not None:
            yield Validity(position.vacant.since, None)
