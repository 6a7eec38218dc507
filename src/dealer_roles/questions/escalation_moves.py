"""The moves that an escalation is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.lines import Rise
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.text import Text


@dataclass(slots=True)
class Move:
    """A move under way: where to, why, and what was passed over."""

    to: str | None
    why: Text
    evidence: tuple[Evidence, ...]
    within: TimeLimit | None = None
    limit: Money | None = None
    alert: bool = False
    party: str = ""
    end: str = ""
    said: list[Text] = field(default_factory=list)


def from_rise(rise: Rise, why: Text, evidence: tuple[Evidence, ...]) -> Move:
    """Return the move that a step up the reporting line makes."""
    if rise.end in ("unstated", "unnamed"):
        return unnamed_move(evidence)
    gone = ", ".join(rise.passed_over)
    if rise.end == "absent":
        absent = Text(f"本组织没有上级岗位：{gone}", f"superior not present here: {gone}")
        return Move(None, absent, evidence, end="absent")
    move = Move(rise.to, why, evidence, end=rise.end)
    if gone:
        words = Text(
            f"本组织没有 {gone}，由其通常上级接替",
            f"{gone} is absent here, so its usual superior is next",
        )
        move.said.append(words)
    return move


def unnamed_move(evidence: tuple[Evidence, ...]) -> Move:
    """Return the move to somebody whom the source does not name."""
    return Move(None, Text("此处未指明上级", "superior not named here"), evidence, end="unnamed")
