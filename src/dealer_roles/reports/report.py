"""The outcome of a check as one value: what renderers of findings see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

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
class LookedAt:
    """One organization that a run looked at.

    Attributes:
        id: Its id; empty if its definitions do not even say it.
        origin: Where it comes from: ``bundled:NAME`` or its folder.
        loads: Whether its definitions load, so that rules and scenarios could run.
    """

    id: str
    origin: str
    loads: bool = True


@frozen
class Manifest:
    """What a run looked at, so that "nothing found" says where.

    Attributes:
        organizations: The organizations.
        files_read: How many files were read.
        files_passed_over: How many files of their folders were not.
        rules: How many rules ran.
        scenarios: How many scenarios ran.
        waivers: How many waivers were applied.
        day: The day that was asked about.
    """

    organizations: tuple[LookedAt, ...] = ()
    files_read: int = 0
    files_passed_over: int = 0
    rules: int = 0
    scenarios: int = 0
    waivers: int = 0
    day: dt.date | None = None

    def to_dict(self) -> dict[str, object]:
        """Return it as plain data."""
        return {
            "organizations": [
                {"id": one.id, "from": one.origin, "loads": one.loads} for one in self.organizations
            ],
            "files_read": self.files_read,
            "files_passed_over": self.files_passed_over,
            "rules": self.rules,
            "scenarios": self.scenarios,
            "waivers": self.waivers,
            "day": self.day.isoformat() if self.day else "",
        }

    @property
    def words(self) -> Text:
        """What was looked at, in one line."""
        who = [f"{one.id or '?'} ({one.origin})" for one in self.organizations]
        stuck = [one.id or one.origin for one in self.organizations if not one.loads]
        zh = [
            f"已查看：{'、'.join(who)}",
            f"日期 {self.day}",
            f"读取 {self.files_read} 个文件，略过 {self.files_passed_over} 个",
            f"规则 {self.rules} 条，场景 {self.scenarios} 个，豁免 {self.waivers} 条",
        ]
        en = [
            f"Looked at {', '.join(who)}",
            f"on {self.day}",
            f"{_many(self.files_read, 'file')} read, {self.files_passed_over} passed over",
        ]
        counted = ((self.rules, "rule"), (self.scenarios, "scenario"), (self.waivers, "waiver"))
        en.append(", ".join(_many(count, noun) for count, noun in counted))
        if stuck:
            zh.append(f"{'、'.join(stuck)} 无法加载，规则未运行")
            en.append(f"the rules did not run for {', '.join(stuck)}: it does not load")
        return Text(" · ".join(zh), " · ".join(en))


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


@frozen
class Report:
    """Everything that a check found.

    Attributes:
        items: The findings, sorted by place.
        rules: The rules that were run or that found something, by id.
        fixed: What a baseline held and is gone, by fingerprint.
        excerpts: The source line of each span that has one.
        organizations: The ids of the organizations checked.
        fail_level: The least severity that fails the run.
        run: What was looked at.
    """

    items: tuple[Reported, ...]
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    fixed: Mapping[str, Mended] = field(default_factory=dict)
    excerpts: Mapping[Span, str] = field(default_factory=dict)
    organizations: tuple[str, ...] = ()
    run: Manifest = Manifest()
    fail_level: Severity = "error"

    def failing(self, item: Reported) -> bool:
        """Whether an item is one of those that fail the run."""
        order = SEVERITIES.index
        return item.counts and order(item.finding.severity) <= order(self.fail_level)

    def worst(self) -> Severity | None:
        """Return the gravest severity among what counts, if anything does."""
        found = {item.finding.severity for item in self.items if item.counts}
        return next((s for s in SEVERITIES if s in found), None)

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity count."""
        return sum(i.counts and i.finding.severity == severity for i in self.items)

    def fails(self, level: Severity) -> bool:
        """Whether anything that counts is at least as grave as ``level``."""
        worst = self.worst()
        return worst is not None and SEVERITIES.index(worst) <= SEVERITIES.index(level)
