"""What the holder may decide alone, and up to which amount."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from dealer_roles.model.authority_table import amounts_of
from dealer_roles.model.entities import Authority, LadderStep, Position
from dealer_roles.organization.authority import Authorities, Decider, authorities
from dealer_roles.organization.decider_words import decider_name, limit_words
from dealer_roles.organization.evidence import of_authority, of_ladder
from dealer_roles.organization.names import Names
from dealer_roles.publish.document.blocks import Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.questions.escalation_words import for_cases
from dealer_roles.questions.ladder_faults import ladders_by_case
from dealer_roles.values.grouped import grouped
from dealer_roles.values.money import Money
from dealer_roles.words.document_words import AUTHORITY, remarked, word
from dealer_roles.words.marks import bracketed, clauses, introduced, listed

_Held = tuple[Position, Authority]


def authority_section(subject: Subject) -> Section | None:
    """Return its own authority, then the limits that ladders give it; ``None`` without any."""
    rows = [_row(subject, alike) for alike in _by_matter(subject)]
    stated = {(held.topic, held.limit) for _, held in _held(subject) if held.topic}
    rows += _from_table(subject, {topic for topic, _ in stated})
    rows += _from_ladders(subject, stated)
    if not rows:
        return None
    lang = subject.lang
    return Section("authority", word("authority", lang), (table("authority", lang, rows),))


def _by_matter(subject: Subject) -> Iterator[Sequence[_Held]]:
    """Yield the authorities of all positions; those of one kind on one matter together."""
    every = (((h.topic or h.task or h.text, h.kind), (m, h)) for m, h in _held(subject))
    for alike in grouped(every).values():
        if len({held.limit.currency for _, held in alike if held.limit}) > 1:
            yield from ((each,) for each in alike)
        else:
            yield alike


def _held(subject: Subject) -> Iterator[_Held]:
    return ((member, held) for member in subject.members for held in member.authority)


def _row(subject: Subject, alike: Sequence[_Held]) -> Row:
    """Return what a holder may do in a matter: the furthest limit, and what each position says."""
    _, held = max(alike, key=_reach)
    names, lang = subject.names, subject.lang
    matter = names.topic(held.topic) if held.topic else names.task(held.task) if held.task else ""
    standing = list(_standing(subject, held)) if held.kind == "approve" else []
    limits = [names.up_to(held.limit), *(limit_words(own, lang) for _, own in standing)]
    limit = next(filter(None, limits), "")
    said = [_above(names, standing)]
    said += [_said(names, each, limit, named=len(alike) > 1) for each in alike] if matter else []
    said += [_beyond(names, *place) for place in standing]
    evidence = [of_authority(*each) for each in alike]
    evidence += [each for _, own in standing for each in own.evidence]
    row = cells(
        matter or (held.text.get(lang) if held.text else ""),
        AUTHORITY[held.kind].get(lang),
        limit,
        clauses(list(dict.fromkeys(said)), lang),
    )
    return Row(row, tuple(evidence))


def _reach(one: _Held) -> float:
    """Return how far an authority reaches; one without a limit reaches furthest."""
    limit = one[1].limit
    return math.inf if limit is None else limit.amount


def _said(names: Names, one: _Held, shown: str, *, named: bool) -> str:
    """Return the words of a position, if need be after its name and a limit other than shown."""
    position, held = one
    words = held.text.get(names.lang) if held.text else ""
    if not named:
        return words
    limit = names.up_to(held.limit)
    head = bracketed(names.of(position.id), "" if limit == shown else limit, names.lang)
    return introduced(head, words, names.lang) if words else head


def _standing(subject: Subject, held: Authority) -> Iterator[tuple[Authorities, Decider]]:
    """Yield the rows on the matter of an authority, with the subject's own place in them."""
    for found in authorities(subject.index):
        if held.topic and found.row.topic == held.topic:
            yield from ((found, d) for d in found.deciders if d.holder in subject.holders)


def _above(names: Names, standing: Iterable[tuple[Authorities, Decider]]) -> str:
    """Return whose limits end where it begins to decide; empty if nobody decides less."""
    below = (found.below(own) for found, own in standing)
    who = listed([decider_name(names, one) for one in below if one], names.lang)
    return word("above", names.lang).format(who) if who else ""


def _beyond(names: Names, found: Authorities, own: Decider) -> str:
    beyond = found.beyond(own)
    return remarked("beyond", decider_name(names, beyond), names.lang) if beyond else ""


def _from_table(subject: Subject, stated: set[str]) -> list[Row]:
    """Return what the authority table lets it decide, beyond what it states itself.

    Cases in which it decides the same are told in one line.
    """
    names, kind = subject.names, AUTHORITY["decide"].get(subject.lang)
    alike: dict[tuple[object, ...], list[tuple[Authorities, Decider]]] = {}
    for found in authorities(subject.index):
        own = [d for d in found.deciders if d.holder in subject.holders]
        if own and found.row.topic not in stated:
            same = found.row.topic, found.row.task, own[0].up_to, own[0].notes
            alike.setdefault((*same, _beyond(names, found, own[0])), []).append((found, own[0]))
    rows = []
    for cases in alike.values():
        found, own_place = cases[0]
        words = _of_table(names, [each for each, _ in cases], own_place)
        limit = limit_words(own_place, names.lang)
        evidence = tuple(e for _, place in cases for e in place.evidence)
        rows.append(Row(cells(names.topic(found.row.topic), kind, limit, words), evidence))
    return rows


def _of_table(names: Names, alike: Sequence[Authorities], own: Decider) -> str:
    """Return in which task and cases it decides, the table's remarks, and who decides beyond."""
    row, scopes, lang = alike[0].row, [found.row.scope for found in alike], names.lang
    said = [
        remarked("task", names.task(row.task), lang) if row.task else "",
        for_cases(names, scopes if all(scopes) else []),
        *(note.get(lang) for note in own.notes),
        _beyond(names, alike[0], own),
    ]
    return clauses(said, lang)


def _from_ladders(subject: Subject, stated: set[tuple[str, Money | None]]) -> list[Row]:
    rows = []
    for topic, steps in subject.index.model.ladders.items():
        for step in _furthest(subject, topic, steps):
            if step.limit is None:
                continue
            told_by = subject.index.model.authority
            told = amounts_of(told_by, topic, step.position, step.scope) == {step.limit}
            if not step.limit.amount or (topic, step.limit) in stated or told:
                continue
            kind = AUTHORITY["decide"].get(subject.lang)
            limit = subject.names.up_to(step.limit)
            words = for_cases(subject.names, [step.scope] if step.scope else [])
            row = cells(subject.names.topic(topic), kind, limit, words)
            rows.append(Row(row, (of_ladder(topic, step),)))
    return rows


def _furthest(subject: Subject, topic: str, steps: Sequence[LadderStep]) -> list[LadderStep]:
    """Return the steps on which it goes furthest in some case: all of them are one call.

    One without an amount above the ladder's last amount sets no limit, whatever the others say.
    """
    own = {n for n, step in enumerate(steps, 1) if _stands_on(subject, step)}
    found: set[int] = set()
    for numbers in ladders_by_case(subject.index, topic) if own else ():
        limits = {n: limit for n in numbers if (limit := steps[n - 1].limit) is not None}
        here = own.intersection(numbers)
        if any(n not in limits and n > max(limits, default=n) for n in here):
            continue
        by_currency = grouped((limits[n].currency, n) for n in sorted(here & limits.keys()))
        found.update(
            max(each, key=lambda n: (limits[n].amount, n)) for each in by_currency.values()
        )
    return [steps[n - 1] for n in sorted(found)]


def _stands_on(subject: Subject, step: LadderStep) -> bool:
    """Whether a step is the subject: by name, as a head of a department, or as a superior."""
    org, members = subject.index, {member.id for member in subject.members}
    if step.head:
        return any(members & set(heads) for heads in org.heads.values())
    if step.manager:
        return any(org.lines.rise(position).to in members for position in org.model.positions)
    return step.position in subject.holders
