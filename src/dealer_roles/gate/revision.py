"""What a change of an organization brings: what is said, what is found, what is signed again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from dealer_roles.gate.check import check_loaded
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.loaded import Loaded
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.names import name_text
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.job_description.changes_section import (
    changed_parts,
    edition_of,
    parts_named,
)
from dealer_roles.publish.job_description.publish import holders
from dealer_roles.publish.job_description.said import Said
from dealer_roles.publish.job_description.sections import said_here
from dealer_roles.questions.diff import diff, languages_of_both
from dealer_roles.questions.diff_value import Diff
from dealer_roles.questions.diff_words import only_in
from dealer_roles.questions.renamed_holders import renamed_holders
from dealer_roles.values.findings import Finding
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text
from dealer_roles.words.marks import bracketed

_NO_EDITION = Text("未标版次", "none")


@frozen
class SignAgain:
    """A job description that says something else.

    Attributes:
        holder: The position or post.
        name: Its name.
        edition: The version that was signed; empty if none is stated.
        parts: The parts that say something else.
        languages: The languages in which they do.
        gone: The lines that are gone, by language.
        new: The lines that are new, by language.
        why: Why it must be signed again, in words.
    """

    holder: str
    name: Text
    edition: str
    parts: tuple[str, ...]
    languages: tuple[str, ...]
    gone: tuple[Text, ...]
    new: tuple[Text, ...]
    why: Text

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return it as plain data."""
        return {
            "position": self.holder,
            "name": self.name.to_dict(),
            "edition": self.edition,
            "parts": list(self.parts),
            "languages": list(self.languages),
            "gone": [line for text in self.gone if (line := text.exactly(lang))],
            "new": [line for text in self.new if (line := text.exactly(lang))],
            "why": self.why.get(lang),
        }


@frozen
class EditionChange:
    """A job description that has another edition.

    Attributes:
        holder: The position or post.
        name: Its name.
        before: The edition before; empty if none was stated.
        after: The edition now; empty if none is stated.
        why: What changed, in words.
    """

    holder: str
    name: Text
    before: str
    after: str
    why: Text

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return it as plain data."""
        return {
            "position": self.holder,
            "name": self.name.to_dict(),
            "before": self.before,
            "after": self.after,
            "why": self.why.get(lang),
        }


@frozen
class Revision:
    """What a change brings.

    Attributes:
        changes: What is stated differently.
        appeared: Findings of a check that were not there before.
        vanished: Findings that are there no more.
        sign_again: The job descriptions that must be signed again.
        sign_first: Those that are new.
        withdrawn: Those that are gone.
        editions: Those that have another edition, whether they say something else or not.
    """

    changes: Diff
    appeared: tuple[Finding, ...]
    vanished: tuple[Finding, ...]
    sign_again: tuple[SignAgain, ...]
    sign_first: tuple[str, ...]
    withdrawn: tuple[str, ...]
    editions: tuple[EditionChange, ...]

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return it as plain data with its texts in ``lang``."""
        return {
            **self.changes.to_dict(lang),
            "findings_appeared": [finding.to_dict(lang) for finding in self.appeared],
            "findings_vanished": [finding.to_dict(lang) for finding in self.vanished],
            "sign_again": [one.to_dict(lang) for one in self.sign_again],
            "sign_first": list(self.sign_first),
            "withdrawn": list(self.withdrawn),
            "editions": [one.to_dict(lang) for one in self.editions],
        }


def revision(old: Loaded, new: Loaded, on: dt.date) -> Revision:
    """Return what the change from one organization to another brings, on a day.

    Raises:
        InvalidDefinitions: One of them cannot be loaded.
    """
    a, b = Linked(old.require()).on(on), Linked(new.require()).on(on)
    appeared, vanished = _findings(old, new, on)
    renamed = renamed_holders(a, b)
    before = {renamed.get(holder, holder): holder for holder in holders(a)}
    after = holders(b)
    else_ = [now for now in after if _says_else(a, b, before, now)]
    return Revision(
        diff(a, b),
        appeared,
        vanished,
        tuple(_again(a, b, before[now], now) for now in else_),
        tuple(holder for holder in after if holder not in before),
        tuple(was for now, was in before.items() if now not in after),
        tuple(
            change
            for now in after
            if now in before and (change := _edition(a, b, (before[now], now), now in else_))
        ),
    )


def _findings(
    old: Loaded, new: Loaded, on: dt.date
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what appeared and what vanished; two organizations may have different ids."""
    found = [check_loaded(one, CheckOptions(on=on)).findings for one in (old, new)]
    known = [{(f.code, f.subject, f.ordinal) for f in one} for one in found]
    return (
        tuple(f for f in found[1] if (f.code, f.subject, f.ordinal) not in known[0]),
        tuple(f for f in found[0] if (f.code, f.subject, f.ordinal) not in known[1]),
    )


def _says_else(a: OnDay, b: OnDay, before: Mapping[str, str], now: str) -> bool:
    return now in before and said_here(a, before[now]).hash != said_here(b, now).hash


def _edition(a: OnDay, b: OnDay, holder: tuple[str, str], says_else: bool) -> EditionChange | None:
    """Return the change of an edition; ``None`` where it is the same."""
    was, now = holder
    old, new = edition_of(a.model, was), edition_of(b.model, now)
    before, after = (one.words if one else None for one in (old, new))
    if before == after:
        return None
    said = [one or _NO_EDITION for one in (before, after)]
    zh, en = f"版次由{said[0].zh}改为{said[1].zh}", f"edition {said[0].en} → {said[1].en}"
    why = Text(zh, en) if says_else else Text(f"{zh}，内容未变", f"{en}; it says the same")
    name = name_text(b.model, now) or Text(now, now)
    plain = [one.en if one else "" for one in (before, after)]
    return EditionChange(now, name, plain[0], plain[1], why)


def _again(a: OnDay, b: OnDay, was: str, now: str) -> SignAgain:
    before, after = said_here(a, was), said_here(b, now)
    parts, asked = changed_parts(before.hashes, after.hashes), languages_of_both(a, b)
    if in_both := [part for part in parts if _differing(before, after, [part], asked)]:
        parts = in_both
    else:
        asked = tuple(dict.fromkeys((*a.model.languages_to_ask, *b.model.languages_to_ask)))
    languages = _differing(before, after, parts, asked)
    named, only = parts_named(parts), only_in(languages, asked)
    why = Text(
        bracketed(f"{named.zh}的内容已变", only.zh, "zh"),
        bracketed(f"says something else: {named.en}", only.en, "en"),
    )
    edition = edition_of(a.model, was)
    name = name_text(b.model, now) or Text(now, now)
    signed = edition.version if edition else ""
    gone, new = _without(before, after, parts), _without(after, before, parts)
    return SignAgain(now, name, signed, tuple(parts), languages, gone, new, why)


def _differing(
    before: Said, after: Said, parts: Iterable[str], asked: Iterable[str]
) -> tuple[str, ...]:
    """Return the languages, of those asked for, in which some parts say something else."""
    return tuple(
        lang
        for lang in asked
        if any(_lines(before, part, lang) != _lines(after, part, lang) for part in parts)
    )


def _lines(said: Said, part: str, lang: str) -> tuple[str, ...]:
    return said.parts.get(part, {}).get(lang, ())


def _without(said: Said, other: Said, parts: list[str]) -> tuple[Text, ...]:
    """Return the lines of one that the other does not have, each in its language."""
    return tuple(
        Text.of({lang: line})
        for part in parts
        for lang in said.parts.get(part, {})
        for line in _lines(said, part, lang)
        if line not in _lines(other, part, lang)
    )
