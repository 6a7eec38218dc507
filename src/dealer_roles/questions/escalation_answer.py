"""What the answer to "who is called next?" consists of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from dealer_roles.organization.evidence import Evidence
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.frozen import frozen_by_name
from dealer_roles.values.html_table import html_table
from dealer_roles.values.later import with_late_fields
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope, scope_dict, scope_words
from dealer_roles.values.text import Text

End = Literal["top", "unnamed", "absent", "party", "loop", "again"]
"""How a branch ends; ``again`` goes on as an earlier branch did."""


@with_late_fields("why", "evidence")
@frozen_by_name
class EscalationStep:
    """One step of an escalation.

    Attributes:
        number: Its number in the answer, from 1.
        after: The number of the step that it follows; 0 is the one who asks.
        position: Who is called; ``None`` if the source does not name them, or if an
            outside party is called.
        party: The outside party called, if any.
        acting_for: The vacant position for which this one acts, if any.
        unnamed: The source's words for somebody whom it does not name.
        within: The time limit: that of the ladder for whoever stands on it.
        limit: What this step may decide, in the same way.
        alert: Told at once, in parallel.
        when: The condition under which the one before turns here.
        scope: The cases in which the one before turns here.
        entry_within: What the entry that leads here says otherwise than the ladder.
        entry_limit: The same for the amount.
        note: What the ladder remarks.
        continues: The step from which it goes on as there; ``None`` if it goes on here.
        why: Why this step follows, in both languages.
        evidence: What it rests on.
    """

    number: int
    after: int
    position: str | None
    why: Text
    within: TimeLimit | None = None
    limit: Money | None = None
    alert: bool = False
    party: str = ""
    acting_for: str = ""
    unnamed: Text | None = None
    when: Text | None = None
    scope: Scope = ANY
    entry_within: TimeLimit | None = None
    entry_limit: Money | None = None
    note: Text | None = None
    continues: int | None = None
    evidence: tuple[Evidence, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the step as plain data with its texts in ``lang``."""
        return {
            "number": self.number,
            "after": self.after,
            "position": self.position,
            "party": self.party or None,
            "acting_for": self.acting_for or None,
            "unnamed": _text(self.unnamed, lang),
            "within": _limit(self.within, lang),
            "limit": self.limit.to_dict() if self.limit else None,
            "alert": self.alert,
            "when": _text(self.when, lang),
            "scope": scope_dict(self.scope),
            "entry_within": _limit(self.entry_within, lang),
            "entry_limit": self.entry_limit.to_dict() if self.entry_limit else None,
            "note": _text(self.note, lang),
            "continues": self.continues,
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


@frozen_by_name
class EscalationBranch:
    """One way from the one who asks to an end.

    Attributes:
        last: The number of its last step; 0 if nobody is called.
        ends: How it ends.
        at: For a loop, or where it goes on as before, the step it comes back to.
        cases: The cases in which it is taken; empty if in every case.
        said: Who was passed over after its last step, and why.
        evidence: Where it stands that it ends so.
    """

    last: int
    ends: End
    at: int = 0
    cases: tuple[Scope, ...] = ()
    said: tuple[Text, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the branch as plain data with its texts in ``lang``."""
        return {
            "last": self.last,
            "ends": self.ends,
            "at": self.at,
            "cases": [scope_dict(case) for case in self.cases],
            "said": [words.get(lang) for words in self.said],
        }


@frozen_by_name
class ToldAtOnce:
    """Somebody who is told at once, whoever is called.

    Attributes:
        position: Who is told; ``None`` for an outside party.
        party: The outside party told, if any.
        note: What the ladder remarks.
        cases: The cases in which they are told; empty if in every case.
    """

    position: str | None
    party: str = ""
    within: TimeLimit | None = None
    limit: Money | None = None
    note: Text | None = None
    cases: tuple[Scope, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return it as plain data with its texts in ``lang``."""
        return {
            "position": self.position,
            "party": self.party or None,
            "within": _limit(self.within, lang),
            "limit": self.limit.to_dict() if self.limit else None,
            "note": self.note.get(lang) if self.note else None,
            "cases": [scope_dict(case) for case in self.cases],
            "evidence": [e.to_dict() for e in self.evidence],
        }


@with_late_fields("told", "why")
@frozen_by_name
class EscalationAnswer:
    """The steps of an escalation; the position itself is not among them.

    Attributes:
        position: Who asks.
        topic: The topic; empty for no particular one.
        case: The case asked about; empty if none was given.
        steps: Who is called, branch after branch; without branches, in order.
        branches: The ways to the ends; several where conditions or the case decide.
        told: Who is told at once, in parallel.
        ends: How it ends; of several branches the worst: ``loop``, ``unnamed``,
            ``absent``, ``party``, ``top``.
        why: How it ends, in both languages.
    """

    position: str
    topic: str
    steps: tuple[EscalationStep, ...]
    branches: tuple[EscalationBranch, ...]
    told: tuple[ToldAtOnce, ...]
    ends: str
    why: Text
    case: Scope = ANY

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What all steps and ends rest on, each once."""
        rests: tuple[EscalationStep | ToldAtOnce | EscalationBranch, ...]
        rests = (*self.steps, *self.told, *self.branches)
        return tuple(dict.fromkeys(e for one in rests for e in one.evidence))

    def chain(self, branch: EscalationBranch) -> tuple[EscalationStep, ...]:
        """Return the steps of a branch, from the one who asks to its last."""
        found: list[EscalationStep] = []
        number = branch.last
        while number:
            found.append(self.steps[number - 1])
            number = found[-1].after
        return tuple(reversed(found))

    def goes_on(self, branch: EscalationBranch) -> bool:
        """Whether a branch joins another one at a step after which somebody is called."""
        return branch.ends == "again" and any(step.after == branch.at for step in self.steps)

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the answer as plain data with its texts in ``lang``."""
        return {
            "position": self.position,
            "topic": self.topic or None,
            "case": scope_dict(self.case),
            "steps": [step.to_dict(lang) for step in self.steps],
            "branches": [branch.to_dict(lang) for branch in self.branches],
            "told_at_once": [told.to_dict(lang) for told in self.told],
            "ends": self.ends,
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }

    def _repr_html_(self) -> str:
        head = ("#", "after", "position", "when", "within", "limit", "told at once", "why")
        rows = [
            (
                s.number,
                s.after or "",
                s.position or s.party or "?",
                "; ".join(filter(None, (_text(s.when, "en"), scope_words(s.scope)))),
                s.within.get("en") if s.within else "",
                s.limit,
                "yes" if s.alert else "",
                s.why.en,
            )
            for s in self.steps
        ]
        told = ", ".join(t.position or t.party for t in self.told)
        also = f"; told at once: {told}" if told else ""
        return html_table(head, rows, f"{self.position} {self.topic}: {self.why.en}{also}")


def worst(ends: Iterable[End]) -> End:
    """Return the end that matters most."""
    order: tuple[End, ...] = ("loop", "unnamed", "absent", "party", "top")
    found = set(ends)
    return next(end for end in order if end in found)


def _text(text: Text | None, lang: str) -> str | None:
    return None if text is None else text.get(lang)


def _limit(limit: TimeLimit | None, lang: str) -> object:
    """Return a time limit as YAML states it: bare, or with the event it counts from."""
    if limit is None or (limit.since is None and limit.before is None):
        return None if limit is None else str(limit)
    events = {"from": _text(limit.since, lang), "before": _text(limit.before, lang)}
    return {"limit": str(limit), **{key: text for key, text in events.items() if text}}
