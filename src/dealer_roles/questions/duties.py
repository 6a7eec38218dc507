"""Which shares does a holder have, or who has a share in a task?"""

from __future__ import annotations

from dealer_roles.model.declare import keys_of
from dealer_roles.model.entities import Duty
from dealer_roles.organization.evidence import Evidence, of_duty
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import require_position, require_task
from dealer_roles.values.answers import Answers
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.money import Money
from dealer_roles.values.scope import scope_dict, scope_words
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.words.marks import named


@frozen
class DutyView:
    """A duty with its holder's positions and its wording.

    Attributes:
        duty: The duty itself.
        positions: The positions of its holder.
        text: Its wording: its own, else the task's name.
        why: Where it comes from.
    """

    duty: Duty
    positions: tuple[str, ...]
    text: Text
    why: Text

    @property
    def task(self) -> str:
        """The task that it is a share in."""
        return self.duty.task

    @property
    def position(self) -> str:
        """The holder: a position, or the post that combines it with others."""
        return self.duty.holder

    @property
    def responsibility(self) -> str:
        """The kind of share."""
        return self.duty.responsibility

    @property
    def sources(self) -> tuple[str, ...]:
        """The statements that it comes from."""
        return self.duty.sources

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.duty.span

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The duty's place and sources."""
        return (of_duty(self.duty),)

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the duty as plain data with its texts in ``lang``."""
        d = self.duty
        stated = _stated(d, lang)
        own_work = stated.pop("own_work")
        return {
            "position": d.holder,
            "positions": list(self.positions),
            **stated,
            "scope": scope_dict(d.scope),
            "text": self.text.to_dict(),
            "valid": d.valid.to_dict() if d.valid else {},
            "basis": d.basis,
            "own_work": own_work,
            "handoff": d.handoff or None,
            **d.span.to_dict(),
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


def _stated(duty: Duty, lang: str) -> dict[str, object]:
    """Return whatever a duty states, by its keys in YAML."""
    keys = keys_of(Duty).items()
    return {name: _plain(getattr(duty, key.attribute), lang) for name, key in keys}


def _plain(value: object, lang: str) -> object:
    if isinstance(value, Text):
        return value.get(lang)
    if isinstance(value, TimeLimit):
        return value.get("en")
    if isinstance(value, Money):
        return value.to_dict()
    return list(value) if isinstance(value, tuple) else value or None


@frozen
class Duties(Answers[DutyView]):
    """Duties in the order of their holders and files; derived ones last."""

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all duties as plain data with their texts in ``lang``."""
        return {"duties": [item.to_dict(lang) for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [
            (
                v.duty.holder,
                v.duty.responsibility,
                v.duty.task,
                scope_words(v.duty.scope),
                v.text.zh,
                " ".join(v.duty.sources),
            )
            for v in self.items
        ]
        head = ("position", "responsibility", "task", "scope", "text", "sources")
        return html_table(head, rows)


def duties(
    org: OnDay, position: str | None = None, task: str | None = None, source: str | None = None
) -> Duties:
    """Return the duties that fit every given filter.

    Args:
        org: The organization on a day.
        position: The holder; for a position at a post, the post's duties are included.
        task: The task.
        source: A statement that the duty cites.

    Raises:
        UnknownId: A filter names an id that nobody knows.
    """
    if position is not None:
        require_position(org, position)
    if task is not None:
        require_task(org, task)
    pool = _pool(org, task) if position is None else _shares(org, position)
    return Duties(
        tuple(
            view(org, duty)
            for duty in pool
            if (task is None or duty.task == task) and (source is None or source in duty.sources)
        )
    )


def _pool(org: OnDay, task: str | None) -> tuple[Duty, ...]:
    return org.duties if task is None else org.duties_of_task.get(task, ())


def _shares(org: OnDay, holder: str) -> tuple[Duty, ...]:
    if holder not in org.model.posts:
        return org.shares(holder)
    members = org.model.posts[holder].positions
    own = org.duties_of_holder.get(holder, ())
    return own + tuple(d for m in members for d in org.duties_of_holder.get(m, ()))


def view(org: OnDay, duty: Duty) -> DutyView:
    """Return a duty of this organization with its positions and wording."""
    known = org.model.catalogue.tasks.get(duty.task)
    text = duty.text or (known.name if known else Text(duty.task, duty.task))
    if duty.handoff:
        why = Text(f"由交接 {duty.handoff} 推出", f"derived from the hand-off {duty.handoff}")
    elif duty.sources:
        by = named(duty.sources)
        why = Text(f"出自 {by.zh}", f"stated by {by.en}")
    else:
        why = Text("本项目的行业惯例", "this organization's own practice")
    return DutyView(duty, org.members(duty.holder), text, why)
