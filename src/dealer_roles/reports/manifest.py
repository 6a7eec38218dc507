"""What a run looked at, so that "nothing found" says where."""

from __future__ import annotations

import datetime as dt

from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many


@frozen
class LookedAt:
    """One organization that a run looked at.

    Attributes:
        id: Its id; empty if its definitions do not even say it.
        origin: Where it comes from: ``bundled:NAME`` or its folder.
        loads: Whether its definitions load, so that rules and scenarios could run.
        place: Where it is defined.
    """

    id: str
    origin: str
    loads: bool = True
    place: Span = NOWHERE


@frozen
class Manifest:
    """What a run looked at.

    Attributes:
        organizations: The organizations.
        files_read: How many files were read.
        files_passed_over: How many files of their folders were not.
        positions: How many positions the organizations have.
        rules: How many rules ran.
        scenarios: How many scenarios ran.
        waivers: How many waivers were applied.
        known: How many findings the baseline holds.
        day: The day that was asked about.
        baseline: The baseline that it was compared with; empty without one.
        census: The census of duties that it was compared with; empty without one.
        counted: How many duties the census holds.
    """

    organizations: tuple[LookedAt, ...] = ()
    files_read: int = 0
    files_passed_over: int = 0
    positions: int = 0
    rules: int = 0
    scenarios: int = 0
    waivers: int = 0
    known: int = 0
    day: dt.date | None = None
    baseline: str = ""
    census: str = ""
    counted: int = 0

    @property
    def ran(self) -> bool:
        """Whether there was something to look at, and something that looked."""
        return bool(self.organizations) and bool(self.rules or self.scenarios)

    @property
    def complete(self) -> bool:
        """Whether every organization could be looked at as was meant."""
        return self.ran and all(one.loads for one in self.organizations)

    @property
    def place(self) -> Span:
        """Where what was looked at begins, for formats in which everything has a place."""
        return next((one.place for one in self.organizations if one.place.file), Span("."))

    @property
    def counts(self) -> dict[str, int]:
        """Every number, by its name."""
        return {
            "files_read": self.files_read,
            "files_passed_over": self.files_passed_over,
            "positions": self.positions,
            "rules": self.rules,
            "scenarios": self.scenarios,
            "waivers": self.waivers,
        }

    def to_dict(self) -> dict[str, object]:
        """Return it as plain data."""
        return {
            "organizations": [
                {"id": one.id, "from": one.origin, "loads": one.loads} for one in self.organizations
            ],
            **self.counts,
            "baseline": {"file": self.baseline, "findings": self.known} if self.baseline else None,
            "census": {"file": self.census, "duties": self.counted} if self.census else None,
            "day": self.day.isoformat() if self.day else "",
        }

    @property
    def words(self) -> Text:
        """What was looked at, in one line."""
        zh, en = [*_who(self)], [*_whom(self)]
        stuck = [one.id or one.origin for one in self.organizations if not one.loads]
        if stuck:
            zh.append(f"{'、'.join(stuck)} 无法加载，规则未运行")
            en.append(f"the rules did not run for {', '.join(stuck)}: it does not load")
        return Text(" · ".join(zh), " · ".join(en))


_COUNTED = ("岗位", "规则", "场景", "豁免")


def _who(run: Manifest) -> list[str]:
    counts = (run.positions, run.rules, run.scenarios, run.waivers)
    who = "、".join(f"{one.id or '?'} ({one.origin})" for one in run.organizations)
    parts = [
        f"已查看：{who or '无'}",
        f"日期 {run.day}",
        f"读取 {run.files_read} 个文件，略过 {run.files_passed_over} 个",
        "，".join(f"{words} {count}" for words, count in zip(_COUNTED, counts, strict=True)),
    ]
    if run.baseline:
        parts.append(f"基线 {run.baseline}（{run.known} 项）")
    if run.census:
        parts.append(f"职责普查 {run.census}（{run.counted} 项职责）")
    return parts


def _whom(run: Manifest) -> list[str]:
    who = ", ".join(f"{one.id or '?'} ({one.origin})" for one in run.organizations)
    nouns = ("position", "rule", "scenario", "waiver")
    parts = [
        f"Looked at {who or 'nothing'}",
        f"on {run.day}",
        f"{how_many(run.files_read, 'file')} read, {run.files_passed_over} passed over",
        ", ".join(how_many(run.counts[f"{noun}s"], noun) for noun in nouns),
    ]
    if run.baseline:
        parts.append(f"baseline {run.baseline} ({how_many(run.known, 'finding')})")
    if run.census:
        parts.append(f"census {run.census} ({how_many(run.counted, 'duty', 'duties')})")
    return parts


NOTHING = Manifest()
"""What was looked at where nothing was."""
