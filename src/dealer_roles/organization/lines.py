"""The reporting line: who is above whom here, and who is passed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.entities import Position
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped

LineEnd = Literal["", "top", "unstated", "unnamed", "absent"]


@frozen
class Rise:
    """One step up the reporting line.

    Attributes:
        to: The superior that is present here, if any.
        end: Why there is none: ``top`` (nobody above), ``unstated`` (not named here) or
            ``unnamed`` (somebody who is not listed here) or ``absent`` (every usual superior
            is absent here); empty if there is one.
        passed_over: Superiors that are absent here, nearest first.
    """

    to: str | None
    end: LineEnd = ""
    passed_over: tuple[str, ...] = ()


@frozen
class Leaving:
    """How a line leaves a desk, or ends at it.

    Attributes:
        path: Whose line it is, then the colleagues above at the desk; the last one leaves.
        rise: The step of the last one.
    """

    path: tuple[str, ...]
    rise: Rise


class Lines:
    """The reporting lines of one organization."""

    def __init__(self, positions: Mapping[str, Position], catalogue: Catalogue) -> None:
        self._positions = positions
        self._usual = catalogue.positions
        self._ends: dict[str, Rise] = {}
        self._rises: dict[str, Rise] = {}
        self._present: dict[str, Rise] = {}

    def rise(self, position: str) -> Rise:
        """Return the step above ``position``, passing over superiors that are absent here."""
        found = self._rises.get(position)
        if found is None:
            found = self._rises[position] = self._rise(position)
        return found

    def _rise(self, position: str) -> Rise:
        here = self._positions[position]
        if not here.line_stated:
            return Rise(None, "unstated")
        if here.line.unnamed is not None:
            return Rise(None, "unnamed")
        if here.reports_to is None:
            return Rise(None, "top")
        return self.present(here.reports_to)

    def present(self, wanted: str) -> Rise:
        """Return ``wanted`` if it is present here, else its nearest usual superior that is."""
        found = self._present.get(wanted)
        if found is None:
            found = self._present[wanted] = self._nearest_present(wanted)
        return found

    def _nearest_present(self, wanted: str) -> Rise:
        passed: list[str] = []
        current: str | None = wanted
        while current is not None and current not in self._positions and current not in passed:
            passed.append(current)
            usual = self._usual.get(current)
            current = usual.reports_to if usual else None
        if current is None or current in passed:
            return Rise(None, "absent", tuple(passed))
        return Rise(current, passed_over=tuple(passed))

    @cached_property
    def below(self) -> Mapping[str, tuple[str, ...]]:
        """Who reports directly to each position that is present here, in the order written."""
        above = ((self.rise(position).to, position) for position in self._positions)
        return grouped((to, position) for to, position in above if to is not None)

    def above(self, position: str) -> tuple[tuple[str, ...], Rise]:
        """Return everybody above ``position``, nearest first, and how the line ends."""
        line: dict[str, None] = {}
        rise = self.rise(position)
        while rise.to is not None and rise.to not in line and rise.to != position:
            line[rise.to] = None
            rise = self.rise(rise.to)
        return tuple(line), rise

    def within(self, desk: Sequence[str], position: str) -> Leaving:
        """Return the line of a position as far as it stays at a desk.

        Where colleagues turn in a circle, its last step is to one of them.
        """
        path = [position]
        rise = self.rise(position)
        while rise.to is not None and rise.to in desk and rise.to not in path:
            path.append(rise.to)
            rise = self.rise(rise.to)
        return Leaving(tuple(path), rise)

    def leaving(self, desk: Sequence[str], asked: Sequence[str]) -> list[Leaving]:
        """Return how the lines of some at a desk leave it, or end.

        Where none of them is stated, or all turn in a circle at the desk, those of all who sit
        there are theirs.
        """
        lines = (self.within(desk, position) for position in asked)
        found = [line for line in lines if line.rise.to not in desk]
        if asked != desk and all(line.rise.end == "unstated" for line in found):
            return self.leaving(desk, desk)
        return found

    def end(self, position: str) -> Rise:
        """Return how the line above ``position`` ends: the last step, or one of a loop."""
        passed: dict[str, None] = {}
        current, rise = position, self._ends.get(position)
        while rise is None:
            passed[current] = None
            step = self.rise(current)
            if step.to is None or step.to in passed:
                rise = step
            else:
                current, rise = step.to, self._ends.get(step.to)
        self._ends.update(dict.fromkeys(passed, rise))
        return rise
