"""Who may decide how much?"""

from __future__ import annotations

import math

from dealer_roles.organization.authority import Authorities, Decider, authorities
from dealer_roles.organization.decider_words import limit_words
from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import require_position, require_topic
from dealer_roles.questions.vacancy_words import with_vacancies
from dealer_roles.values.answers import Answers
from dealer_roles.values.frozen import frozen, frozen_by_name
from dealer_roles.values.html_table import html_table
from dealer_roles.values.money import Money
from dealer_roles.values.scope import Scope, scope_dict
from dealer_roles.values.text import Text
from dealer_roles.words.marks import named


@frozen_by_name
class AuthorityAnswer:
    """Who decides on one topic.

    Attributes:
        topic: The topic.
        task: The task in which it is decided, if the table names one.
        scope: The cases that it is for.
        deciders: Who decides, from the lowest to the highest.
        absent: Positions of the table that this organization does not have.
        amount: The amount asked about, if any.
        decider: The lowest that decides the amount; ``None`` if nobody does or none was asked.
        own: What the position asked about decides itself.
        beyond: Who decides what is beyond that.
        why: The answer in words.
        evidence: The steps of the table that it rests on.
    """

    topic: str
    task: str
    scope: Scope
    deciders: tuple[Decider, ...]
    absent: tuple[str, ...]
    amount: Money | None
    decider: Decider | None
    own: Decider | None
    beyond: Decider | None
    why: Text
    evidence: tuple[Evidence, ...]

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the answer as plain data with its texts in ``lang``."""
        return {
            "topic": self.topic,
            "task": self.task or None,
            "scope": scope_dict(self.scope),
            "steps": [_step(decider, lang) for decider in self.deciders],
            "absent": list(self.absent),
            "amount": self.amount.to_dict() if self.amount else None,
            "decider": self.decider.holder if self.decider else None,
            "own": _step(self.own, lang) if self.own else None,
            "beyond": self.beyond.holder if self.beyond else None,
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


@frozen
class AuthorityAnswers(Answers[AuthorityAnswer]):
    """The rows of the authority table, in its order."""

    @property
    def undecided(self) -> bool:
        """Whether an amount was asked that nobody in some row decides."""
        return any(item.amount is not None and item.decider is None for item in self.items)

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all rows as plain data with their texts in ``lang``."""
        return {"authority": [item.to_dict(lang) for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [(a.topic, a.task, in_words(a.deciders, "en"), a.why.en) for a in self.items]
        return html_table(("topic", "task", "decides", "why"), rows)


def authority(
    org: OnDay,
    topic: str | None = None,
    position: str | None = None,
    amount: float | Money | None = None,
) -> AuthorityAnswers:
    """Return the rows of the table that fit every given filter.

    Args:
        org: The organization on a day.
        topic: Only this topic.
        position: Only rows in which this position or post decides.
        amount: An amount to be decided; a number is in the currency of the row.

    Raises:
        UnknownId: No such topic or position.
        ValueError: The amount is negative or no number.
    """
    if topic is not None:
        require_topic(org, topic)
    if position is not None:
        require_position(org, position)
    _require_amount(amount)
    answers = (
        _answer(org, found, _own(org, found, position), amount)
        for found in authorities(org)
        if topic in (None, found.row.topic)
    )
    return AuthorityAnswers(tuple(a for a in answers if position is None or a.own is not None))


def _require_amount(amount: float | Money | None) -> None:
    number = amount.amount if isinstance(amount, Money) else amount
    if number is not None and not (math.isfinite(number) and number >= 0):
        raise ValueError(f"an amount is a number from 0 up, not {number}")


def _own(org: OnDay, found: Authorities, position: str | None) -> Decider | None:
    if position is None:
        return None
    return next((d for d in found.deciders if d.holder == org.holder(position)), None)


def _answer(
    org: OnDay, found: Authorities, own: Decider | None, amount: float | Money | None
) -> AuthorityAnswer:
    asked = _money(found, amount)
    decider = found.decider_of(asked) if asked else None
    beyond = found.beyond(own) if own else None
    shown = [d for d in (decider, own, beyond) if d] or found.deciders
    evidence = tuple(dict.fromkeys(e for d in shown for e in d.evidence))
    here = [d.holder for d in shown if not d.outside]
    why, evidence = with_vacancies(org, _why(found, asked, decider), evidence, here)
    return AuthorityAnswer(
        topic=found.row.topic,
        task=found.row.task,
        scope=found.row.scope,
        deciders=found.deciders,
        absent=found.absent,
        amount=asked,
        decider=decider,
        own=own,
        beyond=beyond,
        why=why,
        evidence=evidence,
    )


def _money(found: Authorities, amount: float | Money | None) -> Money | None:
    if amount is None or isinstance(amount, Money):
        return amount
    currencies = [step.up_to.currency for step in found.row.steps if step.up_to]
    return Money(float(amount), currencies[0] if currencies else "CNY")


def _why(found: Authorities, asked: Money | None, decider: Decider | None) -> Text:
    zh, en = [], []
    if asked is None:
        zh.append(in_words(found.deciders, "zh"))
        en.append(in_words(found.deciders, "en"))
    elif decider is None:
        zh.append(f"{asked.get('zh')}超出权限表中所有人的权限")
        en.append(f"{asked.get('en')} is beyond everybody in the table")
    else:
        zh.append(f"{asked.get('zh')}由{in_words((decider,), 'zh')}审批，为有权审批的最低一级")
        en.append(f"{asked.get('en')}: the lowest who may is {in_words((decider,), 'en')}")
    if found.absent:
        who = named(found.absent)
        zh.append(f"本组织没有 {who.zh}，跳过")
        en.append(f"{who.en} passed over: absent here")
    return Text("；".join(zh), "; ".join(en))


def in_words(deciders: tuple[Decider, ...], lang: str) -> str:
    """Return deciders and their limits in one line, by their ids."""
    return " → ".join(f"{_called(d, lang)} {limit_words(d, lang)}" for d in deciders) or "-"


def _called(decider: Decider, lang: str) -> str:
    return decider.name.get(lang) if decider.name else decider.holder


def _step(decider: Decider, lang: str) -> dict[str, object]:
    return {
        **decider.to_dict(),
        "name": decider.name.get(lang) if decider.name else None,
        "positions": list(decider.positions),
        "notes": [note.get(lang) for note in decider.notes],
    }
