"""The outcome of a check as one value: what renderers of findings see."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from dealer_roles.reports.manifest import NOTHING, Manifest
from dealer_roles.values.fields import field
from dealer_roles.values.findings import SEVERITIES, Finding, Severity
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import NO_TEXT, Text

State = Literal["", "new", "unchanged"]


@frozen
class Suppression:
    """Why a finding is accepted.

    Attributes:
        reason: The reason of the waiver.
        owner: Who answers for it.
        until: Its last day.
    """

    reason: Text
    owner: str
    until: dt.date


@frozen
class Reported:
    """A finding in a report.

    Attributes:
        finding: The finding.
        state: Against a baseline ``new`` or ``unchanged``; empty without one.
        suppression: The waiver that accepts it, if any.
    """

    finding: Finding
    state: State = ""
    suppression: Suppression | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts: neither accepted nor known before."""
        return self.suppression is None and self.state != "unchanged"


class CountedBy(NamedTuple):
    """What findings are counted by."""

    code: str
    severity: Severity
    state: State
    waived: bool

    @property
    def counts(self) -> bool:
        """Whether such a finding counts."""
        return not self.waived and self.state != "unchanged"


def counted_by(item: Reported) -> CountedBy:
    """Return what an item is counted by."""
    finding = item.finding
    return CountedBy(finding.code, finding.severity, item.state, item.suppression is not None)


def tally(items: Iterable[Reported]) -> Counter[CountedBy]:
    """Count items by their kind."""
    return Counter(counted_by(item) for item in items)


class Tallied(Collection[Reported]):
    """Items that know how many of each kind they are."""

    @property
    @abstractmethod
    def tally(self) -> Mapping[CountedBy, int]:
        """How many of each kind there are."""


@frozen
class RuleInfo:
    """What a report says of a rule or check."""

    id: str
    name: Text
    why: Text = NO_TEXT
    fix: Text = NO_TEXT
    severity: Severity = "error"


@frozen
class Mended:
    """A finding that a baseline held and that is gone.

    Attributes:
        code: Its rule or check.
        message: What it said.
        severity: How grave it was.
        place: Where it stood, if the baseline remembers.
    """

    code: str
    message: str
    severity: Severity = "error"
    place: Span | None = None


@frozen
class Report:
    """Everything that a check found.

    Attributes:
        items: The findings, sorted by place; they may be gone through again, but where there
            are many each is made anew when its turn comes.
        rules: The rules that were run or that found something, by id.
        fixed: What a baseline held and is gone, by fingerprint.
        excerpts: The source line of each span that has one.
        organizations: The ids of the organizations checked.
        fail_level: The least severity that fails the run.
        run: What was looked at.
    """

    items: Collection[Reported]
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    fixed: Mapping[str, Mended] = field(default_factory=dict)
    excerpts: Mapping[Span, str] = field(default_factory=dict)
    organizations: tuple[str, ...] = ()
    run: Manifest = NOTHING
    fail_level: Severity = "error"

    @property
    def vacuous(self) -> bool:
        """Whether nothing was looked at, so that having found nothing says nothing."""
        return not self.items and not self.run.ran

    def failing(self, item: Reported) -> bool:
        """Whether an item is one of those that fail the run."""
        order = SEVERITIES.index
        return item.counts and order(item.finding.severity) <= order(self.fail_level)

    @property
    def waived(self) -> Iterator[Reported]:
        """The items that a waiver accepts."""
        if self.count_waived:
            yield from (item for item in self.items if item.suppression is not None)

    @property
    def codes(self) -> set[str]:
        """The rules and checks that found something."""
        return {kind.code for kind in self._tally}

    def gravest(self, most: int) -> Iterator[Reported]:
        """Yield that many items at most, in order: those that count before others, by severity.

        Args:
            most: What the reader of a format takes.
        """
        left = {}
        for kind in sorted(self._tally, key=lambda k: (not k.counts, SEVERITIES.index(k.severity))):
            left[kind] = min(most, self._tally[kind])
            most -= left[kind]
        for item in self.items:
            kind = counted_by(item)
            if left[kind]:
                left[kind] -= 1
                yield item

    def worst(self) -> Severity | None:
        """Return the gravest severity among what counts, if anything does."""
        return next((severity for severity in SEVERITIES if self.count(severity)), None)

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity count."""
        return self._count(lambda kind: kind.counts and kind.severity == severity)

    @property
    def count_waived(self) -> int:
        """How many findings a waiver accepts."""
        return self._count(lambda kind: kind.waived)

    @property
    def count_known(self) -> int:
        """How many findings a baseline holds that no waiver accepts."""
        return self._count(lambda kind: kind.state == "unchanged" and not kind.waived)

    def _count(self, wanted: Callable[[CountedBy], bool]) -> int:
        return sum(number for kind, number in self._tally.items() if wanted(kind))

    @property
    def _tally(self) -> Mapping[CountedBy, int]:
        return self.items.tally if isinstance(self.items, Tallied) else tally(self.items)

    def fails(self, level: Severity) -> bool:
        """Whether anything that counts is at least as grave as ``level``."""
        worst = "error" if self.vacuous else self.worst()
        return worst is not None and SEVERITIES.index(worst) <= SEVERITIES.index(level)
