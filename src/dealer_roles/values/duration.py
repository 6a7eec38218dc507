"""Time limits, and the calendar that compares them."""

from __future__ import annotations

from typing import NamedTuple

from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text


@frozen
class Calendar:
    """How business time converts to elapsed time.

    Attributes:
        hours_per_day: Business hours of a business day.
        days_per_week: Business days of a week.
    """

    hours_per_day: float = 8
    days_per_week: int = 5


class TimeLimit(NamedTuple):
    """A time limit, e.g. two business days from the receipt of the part.

    Attributes:
        since: The event it runs from.
        before: The event it counts back from.
    """

    amount: int
    unit: str
    since: Text | None = None
    before: Text | None = None

    @classmethod
    def parse(cls, text: str, since: Text | None = None, before: Text | None = None) -> TimeLimit:
        """Read ``2 business days`` and the like; the form is already checked."""
        amount, _, unit = text.partition(" ")
        return cls(int(amount), unit.rstrip("s"), since, before)

    def elapsed_hours(self, calendar: Calendar) -> float:
        """Return the hours that pass on the wall clock, on average over a week."""
        week = 7 * 24
        business_day = week / calendar.days_per_week
        hours = {
            "minute": 1 / 60,
            "hour": 1.0,
            "day": 24.0,
            "business hour": business_day / calendar.hours_per_day,
            "business day": business_day,
        }
        return self.amount * hours[self.unit]

    def get(self, lang: str) -> str:
        """Return the limit in words of ``lang``, with what it runs from."""
        words = self._words(lang)
        if self.before is not None:
            event = self.before.get(lang)
            return Text(f"{event}前{words}", f"{words} before {event}").get(lang)
        if self.since is None:
            return words
        since = self.since.get(lang)
        return Text(f"{since}后{words}", f"{words} from {since}").get(lang)

    def _words(self, lang: str) -> str:
        return Text(f"{self.amount}{_UNITS_ZH[self.unit]}", str(self)).get(lang)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}{'' if self.amount == 1 else 's'}"


_UNITS_ZH = {
    "minute": "分钟", "hour": "小时", "day": "天",
    "business hour": "个工作小时", "business day": "个工作日",
}  # fmt: skip
