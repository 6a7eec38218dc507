"""How an organization states its business time."""

from __future__ import annotations

from dealer_roles.model.declare import declared, required
from dealer_roles.model.forms import ByType, Nested, Number, Whole
from dealer_roles.values.duration import Calendar


@declared
class CalendarForm:
    """工作日历 — How business time converts."""

    hours_per_day: float = required(Number(more_than=0, most=24), "每日工时", "Hours a day")
    days_per_week: int = required(Whole(1, 7), "每周天数", "Days a week")


def _calendar(written: CalendarForm) -> Calendar:
    return Calendar(float(written.hours_per_day), written.days_per_week)


CALENDAR = ByType(_calendar, Calendar, mapping=Nested(CalendarForm))
