"""The authority table (权限表): who decides how much, row by row, step by step."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.model.base_forms import (
    BASIS,
    BASIS_SAID,
    MONEY,
    SCOPE,
    SOURCES,
    SOURCES_SAID,
    TEXT,
    id_of,
)
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.forms import Listed, Nested
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope, scope_within, scopes_meet
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text

GROUP = "group"
"""What stands for whoever decides in the group above, who is no position and no party here."""


@declared
class AuthorityStep:
    """权限表的一级 — One step of a row: who decides, and up to how much."""

    position: str = optional(id_of("position"), "岗位", "The position that decides", default="")
    party: str = optional(id_of("party"), "外部方", "The outside party that decides", default="")
    group: Text | None = optional(
        TEXT,
        "上级集团的决策人，以文字写明",
        "Who decides in the group above, in words",
        default=None,
    )
    up_to: Money | None = optional(
        MONEY, "金额上限；省略为不限", "The most it decides; left out: any amount", default=None
    )
    note: Text | None = optional(TEXT, "说明", "A remark", default=None)
    span: Span = derived(default=NOWHERE)

    @property
    def who(self) -> str:
        """The position or party; ``group`` for the group above."""
        return self.position or self.party or GROUP


@declared
class AuthorityRow:
    """权限表的一行 — Who decides on a topic, from the lowest to the highest."""

    topic: str = required(id_of("topic"), "事项", "The topic")
    task: str = optional(id_of("task"), "任务", "The task in which it is decided", default="")
    scope: Scope = optional(SCOPE, "适用的个案范围", "The cases that it is for", default=ANY)
    steps: tuple[AuthorityStep, ...] = required(
        Listed(Nested(AuthorityStep), fewest=1, most=20),
        "各级审批人，由低到高",
        "Who decides, from the lowest to the highest",
    )
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    basis: str = optional(BASIS, *BASIS_SAID, default="")
    span: Span = derived(default=NOWHERE)


AUTHORITY = Listed(Nested(AuthorityRow), most=200)


def limit_of(rows: Iterable[AuthorityRow], topic: str, who: str, scope: Scope) -> Money | None:
    """Return up to how much the table lets somebody decide; ``None`` if it sets no amount.

    A row counts that is for all of the cases in ``scope``. Rows that disagree set none:
    which of them is meant depends on the case.
    """
    found = {
        _most(row, who)
        for row in rows
        if row.topic == topic and scope_within(scope, row.scope) and _names(row, who)
    }
    return found.pop() if len(found) == 1 else None


def amounts_of(
    rows: Iterable[AuthorityRow], topic: str, who: str, scope: Scope
) -> frozenset[Money | None]:
    """Return what rows let somebody decide in any of the cases; ``None`` is any amount."""
    return frozenset(
        _most(row, who)
        for row in rows
        if row.topic == topic and scopes_meet(scope, row.scope) and _names(row, who)
    )


def _names(row: AuthorityRow, who: str) -> bool:
    return any(who == (step.position or step.party) for step in row.steps)


def _most(row: AuthorityRow, who: str) -> Money | None:
    own = [step.up_to for step in row.steps if who == (step.position or step.party)]
    amounts = [up_to for up_to in own if up_to is not None]
    return max(amounts) if len(amounts) == len(own) else None
