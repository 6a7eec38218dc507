"""Periods of days."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Validity(NamedTuple):
    """A period; both days are included, ``None`` is unbounded."""

    first: dt.date | None
    last: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Whether the period includes ``day``."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins."""
        return self.first is not None and self.last is not None and self.first > self.last

    def to_dict(self) -> dict[str, str]:
        """Return ``from`` and ``to`` as ISO dates, as far as they are given."""
        ends = (("from", self.first), ("to", self.last))
        return {key: day.isoformat() for key, day in ends if day is not None}
