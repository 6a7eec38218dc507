"""What an organization consists of: frozen values, each with the place it stands at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.values.validity import Validity

Responsibility = Literal[
    "accountable", "responsible", "supporting", "consulted", "informed", "approver"
]
RESPONSIBILITIES: tuple[Responsibility, ...] = (
    "accountable", "responsible", "approver", "supporting", "consulted", "informed",
)  # fmt: skip
RESPONSIBILITY_NAMES: dict[str, Text] = {
    "accountable": Text("负责", "accountable"),
    "responsible": Text("执行", "responsible"),
    "approver": Text("审批", "approver"),
    "supporting": Text("协助", "supporting"),
    "consulted": Text("会签", "consulted"),
    "informed": Text("知会", "informed"),
}


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A text with the statements it comes from, or ``basis`` where there are none."""

    text: Text
    sources: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A key performance indicator."""

    text: Text
    formula: Text | None
    target: Text | None
    weight: int | None
    data: Text | None
    sources: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """One holder's share in one task.

    Attributes:
        holder: The position or post that has it.
        task: The task.
        responsibility: The kind of share; ``approver`` is derived from a hand-off.
        scope: The part of the task that is meant; empty is all of it.
        span: Where it stands.
        supports: Whose share is supported.
        handoff: The hand-off that a derived share comes from.
    """

    holder: str
    task: str
    responsibility: Responsibility
    span: Span
    scope: Scope = ANY
    sources: tuple[str, ...] = ()
    basis: str = ""
    valid: Validity | None = None
    supports: tuple[str, ...] = ()
    text: Text | None = None
    when: Text | None = None
    counterparts: tuple[str, ...] = ()
    cadence: tuple[str, ...] = ()
    within: TimeLimit | None = None
    limit: Money | None = None
    forms: tuple[str, ...] = ()
    own_work_never: bool = False
    decision: str = ""
    handoff: str = ""


@dataclass(frozen=True, slots=True)
class Handoff:
    """What a holder gives to somebody, in a task.

    Attributes:
        giver: The position or post that gives.
        to: The written receivers: ids, or ``manager``; empty if the source names nobody.
        unnamed: The source's words for a receiver without a name.
        then: The receiver's task; without one the receiver is informed.
        approval: The receiver approves.
    """

    id: str
    giver: str
    task: str
    to: tuple[str, ...]
    deliverable: Text
    span: Span
    form: str = ""
    then: str = ""
    unnamed: Text | None = None
    approval: bool = False
    signers: tuple[str, ...] = ()
    within: TimeLimit | None = None
    when: Text | None = None
    scope: Scope = ANY
    valid: Validity | None = None
    sources: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """To whom a holder turns on a topic; an empty topic is any, an empty ``to`` is unnamed.

    Attributes:
        scope: The cases that it is for; empty is all of them.
    """

    holder: str
    topic: str
    to: str
    span: Span
    unnamed: Text | None = None
    within: TimeLimit | None = None
    limit: Money | None = None
    when: Text | None = None
    scope: Scope = ANY
    valid: Validity | None = None
    sources: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """What a holder may decide alone, by topic or task."""

    topic: str
    task: str
    kind: str
    limit: Money | None
    text: Text | None
    sources: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A position of an organization.

    Attributes:
        reports_to: The superior; ``None`` if there is none or it is not stated.
        line_stated: Whether the superior, or that there is none, is stated.
        title: What the source document calls it.
    """

    id: str
    name: Text
    department: str
    span: Span
    reports_to: str | None = None
    line_stated: bool = False
    title: Text | None = None
    deputy: str = ""
    headcount: int | None = None
    grade: Text | None = None
    code: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    titles: tuple[str, ...] = ()
    purpose: SourcedText | None = None
    authority: tuple[Authority, ...] = ()
    outcomes: tuple[SourcedText, ...] = ()
    measures: tuple[Measure, ...] = ()
    qualifications: tuple[SourcedText, ...] = ()
    conditions: tuple[SourcedText, ...] = ()
    clauses: tuple[SourcedText, ...] = ()

    @property
    def display_name(self) -> Text:
        """The document's own title where it has one, else the name."""
        if self.title is None:
            return self.name
        return Text(self.title.zh, self.title.en or self.name.en)


@dataclass(frozen=True, slots=True)
class Post:
    """A desk that combines positions; one holder."""

    id: str
    name: Text
    positions: tuple[str, ...]
    span: Span
    title: Text | None = None
    headcount: int | None = None
    outcomes: tuple[SourcedText, ...] = ()
    qualifications: tuple[SourcedText, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """A department.

    Attributes:
        head: The position that heads it, if stated.
        declared: The organization names it itself; otherwise only a position sits in it.
    """

    id: str
    name: Text
    span: Span
    head: str = ""
    title: Text | None = None
    sources: tuple[str, ...] = ()
    declared: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the catalogue that is just an id and a name: a party, topic or form."""

    id: str
    name: Text
    span: Span
    about: Text | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """A scope dimension and its closed list of values."""

    id: str
    name: Text
    values: tuple[Entry, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work of the catalogue."""

    id: str
    name: Text
    area: str
    span: Span
    about: Text | None = None
    part_of: str = ""
    split_by: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One step of a ladder: a position, an outside party, or whoever is above the asker.

    Attributes:
        manager: It is the superior of the one who asks.
        head: It is the head of the department of the one who asks.
        scope: The cases that it is for; empty is all of them.
    """

    position: str
    party: str
    span: Span
    manager: bool = False
    head: bool = False
    scope: Scope = ANY
    within: TimeLimit | None = None
    limit: Money | None = None
    alert: bool = False
    skip_subject: bool = False
    note: Text | None = None

    @property
    def who(self) -> str:
        """The position or party; ``@manager`` or ``@head`` where it depends on the asker."""
        return self.position or self.party or ("@manager" if self.manager else "@head")


@dataclass(frozen=True, slots=True)
class Unowned:
    """A task that nobody owns here, on purpose."""

    task: str
    scope: Scope
    reason: Text
    span: Span
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement that is not encoded, with the reason."""

    source: str
    reason: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process."""

    id: str
    task: str
    next: tuple[str, ...]
    span: Span
    scope: Scope = ANY
    optional: bool = False
    when: Text | None = None
    within: TimeLimit | None = None


@dataclass(frozen=True, slots=True)
class Process:
    """Steps in order, with branches."""

    id: str
    name: Text
    steps: tuple[Step, ...]
    span: Span
    about: Text | None = None
    sources: tuple[str, ...] = ()
    basis: str = ""
