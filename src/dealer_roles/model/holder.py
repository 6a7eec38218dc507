"""What a position or a post holds: duties, hand-offs and escalations."""

from __future__ import annotations

from typing import Any, Literal

from dealer_roles.model.base_forms import (
    BASIS,
    BASIS_SAID,
    CADENCES,
    EFFORT,
    ID,
    MONEY,
    PERIOD,
    SCOPE,
    SHARES,
    SOURCES,
    SOURCES_SAID,
    TEXT,
    WITHIN,
    id_of,
    ids,
    one_or_more,
)
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.forms import Always, ByType, Choice, Flag, Listed, Nested
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text
from dealer_roles.values.validity import Validity

Responsibility = Literal[
    "accountable", "responsible", "supporting", "consulted", "informed", "approver"
]
OWNING = frozenset({"accountable", "responsible"})
"""The shares by which something is owned."""
RESPONSIBILITIES: tuple[Responsibility, ...] = (
    "accountable", "responsible", "approver", "supporting", "consulted", "informed",
)  # fmt: skip
_SCOPE = ("范围", "The part of the task that is meant")
_VALID = ("有效期", "When it holds")
_WHEN = ("条件", "The condition under which it happens")
_WITHIN = ("时限", "The time limit")


@declared
class Duty:
    """职责 — One holder's share in one task.

    Attributes:
        holder: The position or post that has it.
        responsibility: The kind of share; ``approver`` is derived from a hand-off.
        counterparts: YAML's ``with``.
        handoff: The hand-off that a derived share comes from.
    """

    task: str = required(id_of("task"), "任务编号", "The task of the catalogue")
    responsibility: Responsibility = required(
        Choice(SHARES),
        "责任类型：accountable 负责、responsible 执行、supporting 协助、"
        "consulted 会签、informed 知会",
        "The kind of share in the task",
    )
    supports: tuple[str, ...] = optional(
        one_or_more("holder"), "协助的岗位", "The positions whose share is supported", default=()
    )
    scope: Scope = optional(SCOPE, *_SCOPE, default=ANY)
    text: Text | None = optional(
        TEXT, "岗位说明书中的措辞", "How a job description words it", default=None
    )
    when: Text | None = optional(TEXT, "条件", "The condition under which it holds", default=None)
    counterparts: tuple[str, ...] = optional(
        ids("counterpart", most=50),
        "对接的岗位、部门或外部方",
        "Counterparts; they get no share by this",
        alias="with",
        default=(),
    )
    cadence: tuple[str, ...] = optional(
        Listed(Choice(CADENCES), fewest=1, most=5), "频次", "How often", default=()
    )
    effort: TimeLimit | None = optional(
        EFFORT,
        "每次所需工时，如 `30 minutes`",
        "The working time that one occasion takes, e.g. `30 minutes`",
        default=None,
    )
    within: TimeLimit | None = optional(WITHIN, *_WITHIN, default=None)
    limit: Money | None = optional(MONEY, "权限金额", "The authority limit", default=None)
    forms: tuple[str, ...] = optional(
        ids("form"), "所用表单", "The forms used or filled in", default=()
    )
    own_work: str = optional(
        Always("never"),
        "不得经手本人承办的个案",
        "Never done on a case that the holder worked on",
        default="",
    )
    valid: Validity | None = optional(PERIOD, *_VALID, default=None)
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    basis: str = optional(BASIS, *BASIS_SAID, default="")
    decision: str = optional(
        ID, "决策记录", "The decision record that settles a conflict of sources", default=""
    )
    holder: str = derived(default="")
    handoff: str = derived(default="")
    span: Span = derived(default=NOWHERE)

    @property
    def own_work_never(self) -> bool:
        """Whether it is never done on a case that the holder worked on."""
        return self.own_work == "never"


@declared
class Deliverable:
    """交付物 — What is handed over: a form of the catalogue, or words, or both."""

    form: str = optional(id_of("form"), "表单编号", "A form of the catalogue", default="")
    text: Text | None = optional(TEXT, "说法", "In words", alias="*", default=None)


@declared
class Unnamed:
    """未指名的对象 — Somebody the source speaks of without a name."""

    unnamed: Text = required(TEXT, "来源的说法", "The source's words for it")


@declared
class Addressee:
    """To whom something goes: ids, or the source's words for somebody without a name."""

    ids: tuple[str, ...] = derived(default=())
    unnamed: Text | None = derived(default=None)


def _addressee(written: Any) -> Addressee:
    if isinstance(written, Unnamed):
        return Addressee(unnamed=written.unnamed)
    return Addressee(ids=(written,) if isinstance(written, str) else tuple(written))


RECEIVER = ByType(
    _addressee,
    Addressee,
    text=id_of("receiver"),
    many=ids("receiver", most=50, fewest=1),
    mapping=Nested(Unnamed),
)
SUPERIOR = ByType(_addressee, Addressee, text=id_of("superior"), mapping=Nested(Unnamed))


@declared
class Handoff:
    """交接 — What a holder gives to somebody, in a task.

    Attributes:
        giver: The position or post that gives.
        deliverable: What is handed over in words: those stated, else the form's name.
    """

    id: str = required(ID, "交接编号", "Unique in the organization")
    task: str = required(id_of("task"), "所属任务", "The giver's task")
    then: str = optional(
        id_of("task"),
        "接收方的任务",
        "The receiver's task; without it the receiver is informed",
        default="",
    )
    addressee: Addressee = required(
        RECEIVER,
        "接收方：岗位、部门、外部方、manager（直接上级）或未指名者",
        "A position, department, party, list of them, `manager`, or {unnamed: …}",
        alias="to",
    )
    given: Deliverable = required(
        Nested(Deliverable), "交付物", "What is handed over", alias="deliverable"
    )
    approval: bool = optional(
        Flag(),
        "须经接收方批准",
        "The receiver approves; derives an approver share",
        default=False,
    )
    signers: tuple[str, ...] = optional(
        ids("counterpart"), "签字人", "Who signs the deliverable", default=()
    )
    within: TimeLimit | None = optional(WITHIN, *_WITHIN, default=None)
    when: Text | None = optional(TEXT, *_WHEN, default=None)
    scope: Scope = optional(SCOPE, *_SCOPE, default=ANY)
    valid: Validity | None = optional(PERIOD, *_VALID, default=None)
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    basis: str = optional(BASIS, *BASIS_SAID, default="")
    giver: str = derived(default="")
    deliverable: Text = derived(default=Text())
    span: Span = derived(default=NOWHERE)

    @property
    def to(self) -> tuple[str, ...]:
        """The written receivers: ids, or ``manager``; empty if the source names nobody."""
        return self.addressee.ids

    @property
    def unnamed(self) -> Text | None:
        """The source's words for a receiver without a name."""
        return self.addressee.unnamed

    @property
    def form(self) -> str:
        """The form that is handed over, if it is one."""
        return self.given.form


@declared
class Escalation:
    """上报 — To whom a holder turns on a topic; an empty topic is any."""

    topic: str = optional(
        id_of("topic"), "事项；省略表示一切事项", "The topic; without it, any topic", default=""
    )
    addressee: Addressee = required(
        SUPERIOR,
        "上报对象：岗位、编制岗、外部方、manager 或未指名者",
        "A position, post, party, `manager` or {unnamed: …}",
        alias="to",
    )
    within: TimeLimit | None = optional(WITHIN, *_WITHIN, default=None)
    limit: Money | None = optional(
        MONEY, "该级权限", "What the called one may decide", default=None
    )
    when: Text | None = optional(TEXT, *_WHEN, default=None)
    scope: Scope = optional(SCOPE, "适用的个案范围", "The cases that it is for", default=ANY)
    valid: Validity | None = optional(PERIOD, *_VALID, default=None)
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    basis: str = optional(BASIS, *BASIS_SAID, default="")
    holder: str = derived(default="")
    span: Span = derived(default=NOWHERE)

    @property
    def to(self) -> str:
        """Whom it turns to: an id, or ``manager``; empty if the source names nobody."""
        return self.addressee.ids[0] if self.addressee.ids else ""

    @property
    def unnamed(self) -> Text | None:
        """The source's words for somebody without a name."""
        return self.addressee.unnamed
