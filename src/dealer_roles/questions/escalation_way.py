"""A way onward: whom somebody turns to next, and why."""

from __future__ import annotations

from typing import Literal

from dealer_roles.model.entities import Escalation
from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.lines import Rise
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen_by_name
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope
from dealer_roles.values.text import Text
from dealer_roles.words.marks import named


@frozen_by_name
class Way:
    """Where to, why, and what was passed over.

    Attributes:
        to: The position turned to, if any.
        party: The outside party turned to, if any.
        ends: Why there is nobody: ``top``, ``party``, ``unnamed``, ``absent`` or ``loop``.
        said: What was passed over on the way.
    """

    why: Text
    to: str | None = None
    party: str = ""
    ends: Literal["", "top", "party", "unnamed", "absent", "loop"] = ""
    said: tuple[Text, ...] = ()
    unnamed: Text | None = None
    within: TimeLimit | None = None
    limit: Money | None = None
    when: Text | None = None
    scope: Scope = ANY
    evidence: tuple[Evidence, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from other ways: all but the reasons."""
        goes = (self.to, self.party, self.ends)
        return (*goes, self.when, self.scope, self.within, self.limit, self.unnamed)

    @property
    def order(self) -> tuple[str, ...]:
        """Its place among other ways, whatever the order of the file."""
        return tuple("" if part is None else str(part) for part in self.key)

    def after(self, *said: Text, evidence: tuple[Evidence, ...] = ()) -> Way:
        """Return the way with what was passed over before it."""
        if not said and not evidence:
            return self
        return replace(self, said=(*said, *self.said), evidence=(*evidence, *self.evidence))

    def under(self, before: Way | Escalation) -> Way:
        """Return the way with what an entry states that led to somebody who is passed over."""
        return replace(
            self,
            when=_both(before.when, self.when),
            scope=self.scope or before.scope,
            within=self.within or before.within,
            limit=self.limit or before.limit,
        )

    def by(self, entry: Escalation) -> Way:
        """Return the way with what the entry that leads there states."""
        return replace(
            self,
            within=entry.within,
            limit=entry.limit,
            when=entry.when,
            scope=entry.scope,
        )


def _both(one: Text | None, other: Text | None) -> Text | None:
    if one is None or other is None:
        return one or other
    return Text(f"{one.zh}，且{other.zh}", f"{one.en}, and {other.en}")


def by_rise(
    rise: Rise, why: Text, evidence: tuple[Evidence, ...], unnamed: Text | None = None
) -> Way:
    """Return the way that a step up the reporting line is, to somebody without a name in words."""
    gone = named(rise.passed_over)
    if rise.end in ("unstated", "unnamed"):
        return unnamed_way(evidence, unnamed)
    if rise.end == "absent":
        absent = Text(f"本组织没有上级岗位：{gone.zh}", f"superior not present here: {gone.en}")
        return Way(why=absent, ends="absent", evidence=evidence)
    said = (stands_in(gone),) if rise.passed_over else ()
    return Way(
        why=why, to=rise.to, ends="top" if rise.end == "top" else "", said=said, evidence=evidence
    )


def unnamed_way(evidence: tuple[Evidence, ...], words: Text | None = None) -> Way:
    """Return the way to somebody whom the source does not name."""
    why = Text("此处未指明上级", "superior not named here")
    said = (
        ()
        if words is None
        else (Text(f"来源称其为「{words.zh}」", f"the source calls them '{words.en}'"),)
    )
    return Way(why=why, ends="unnamed", unnamed=words, said=said, evidence=evidence)


def stands_in(gone: Text) -> Text:
    """Say that somebody is absent, so that their usual superior is next."""
    return Text(
        f"本组织没有 {gone.zh}，由其通常上级接替",
        f"{gone.en} is absent here, so its usual superior is next",
    )


def called_because(way: Way, said: tuple[Text, ...]) -> Text:
    """Return why somebody is called: the way that leads there, and what is said on it."""
    zh = "；".join((way.why.zh, *(words.zh for words in said)))
    en = "; ".join((way.why.en, *(words.en for words in said)))
    return Text(f"外部：{zh}", f"outside: {en}") if way.party else Text(zh, en)
