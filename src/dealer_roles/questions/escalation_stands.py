"""Places on a way up, and whether two ways that come to the same step go on alike.

What was asked for beyond a place is only put together where a second way comes to its step:
otherwise a line of many positions would be told again at each of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dealer_roles.organization.evidence import Evidence
from dealer_roles.questions.escalation_way import Way
from dealer_roles.values.text import Text


class Stand:
    """A place on the way that is being followed.

    Attributes:
        holder: Who stands there.
        called: Who was called in the holder's place, who is vacant; empty if it was the holder.
        number: The step; that of the one before where somebody is passed over.
        ways: The ways onward that are still to be followed.
        said: What is said of whoever was passed over there.
        key: By what other ways come to the same step; empty where somebody is passed over.
        before: The place before it on the way.
        asked: The holders of whom it was asked here whether they are on the way already.
        beyond: The places that ways from here go on to.
        every: All who were asked for on the ways from here, once somebody needs to know.
        met: Those of them who were there before this place.
    """

    __slots__ = (
        "asked", "before", "beyond", "called", "every", "evidence", "holder", "key", "met",
        "number", "said", "ways",
    )  # fmt: skip

    def __init__(
        self,
        holder: str,
        number: int,
        ways: Iterator[Way],
        said: tuple[Text, ...] = (),
        evidence: tuple[Evidence, ...] = (),
        key: tuple[str, ...] = (),
        called: str = "",
    ) -> None:
        self.holder = holder
        self.number = number
        self.ways = ways
        self.said = said
        self.evidence = evidence
        self.key = key
        self.called = called
        self.before: Stand | None = None
        self.asked = set[str]()
        self.beyond: list[Stand] = []
        self.every: frozenset[str] | None = None
        self.met = frozenset[str]()

    @property
    def here(self) -> tuple[str, ...]:
        """Who is on the way by it: the holder, and whoever was called in his place."""
        return (self.holder, in_place(self.called)) if self.called else (self.holder,)

    def goes_on_alike(self, on_the_way: Collection[str]) -> bool:
        """Whether the ways from here, once followed, are the same on another way to this step.

        They are where whoever they come by is on both ways already, or on neither.
        """
        if self.every is None:
            self.every = self._asked_from_here()
            self.met = self.every.intersection(self._holders_before())
        return self.every.intersection(on_the_way) == self.met

    def _asked_from_here(self) -> frozenset[str]:
        """Return all who were asked for on the ways from here."""
        found, seen, open_ = set[str](), set[int](), [self]
        while open_:
            place = open_.pop()
            if place.every is not None:
                found |= place.every
            elif id(place) not in seen:
                seen.add(id(place))
                found |= place.asked
                open_ += place.beyond
        return frozenset(found)

    def _holders_before(self) -> Iterator[str]:
        place = self.before
        while place is not None:
            yield from place.here
            place = place.before


def in_place(holder: str) -> str:
    """Return by what a holder is on the way who was called in the place of another."""
    return f"as {holder}"
