"""What the holder may decide alone, and up to which amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.model.authority_table import amounts_of
from dealer_roles.model.entities import Authority, LadderStep, Position
from dealer_roles.organization.authority import Authorities, Decider, authorities
from dealer_roles.organization.decider_words import decider_name, limit_words
from dealer_roles.organization.evidence import Evidence, of_authority, of_ladder
from dealer_roles.organization.names import Names
from dealer_roles.publish.document.blocks import Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.questions.escalation_words import for_cases
from dealer_roles.values.money import Money
from dealer_roles.words.document_words import AUTHORITY, remarked, word
from dealer_roles.words.marks import clauses


def authority_section(subject: Subject) -> Section | None:
    """Return its own authority, then the limits that ladders give it; ``None`` without any."""
    rows = [_row(subject, m, held) for m in subject.members for held in m.authority]
    stated = {
        (held.topic, held.limit) for m in subject.members for held in m.authority if held.topic
    }
    rows += _from_table(subject, {topic for topic, _ in stated})
    rows += _from_ladders(subject, stated)
    if not rows:
        return None
    lang = subject.lang
    return Section("authority", word("authority", lang), (table("authority", lang, rows),))


def _row(subject: Subject, position: Position, held: Authority) -> Row:
    names, lang = subject.names, subject.lang
    matter = names.topic(held.topic) if held.topic else names.task(held.task) if held.task else ""
    words = held.text.get(lang) if held.text else ""
    kind = AUTHORITY[held.kind].get(lang)
    limit, said = names.up_to(held.limit), [words] if matter else []
    evidence: list[Evidence] = []
    for found, own in _standing(subject, held) if held.kind == "approve" else ():
        limit = limit or limit_words(own, names.lang)
        said.append(_beyond(names, found, own))
        evidence += own.evidence
    row = cells(matter or words, kind, limit, clauses(list(dict.fromkeys(said)), lang))
    return Row(row, (of_authority(position, held), *evidence))


def _standing(subject: Subject, held: Authority) -> Iterator[tuple[Authorities, Decider]]:
    """Yield the rows on the matter of an authority, with the subject's own place in them."""
    for found in authorities(subject.index):
        if held.topic and found.row.topic == held.topic:
            yield from ((found, d) for d in found.deciders if d.holder in subject.holders)


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
        for step in steps:
            if step.limit is None or not _stands_on(subject, step):
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


def _stands_on(subject: Subject, step: LadderStep) -> bool:
    """Whether a step is the subject: by name, as a head of a department, or as a superior."""
    org, members = subject.index, {member.id for member in subject.members}
    if step.head:
        return any(members & set(heads) for heads in org.heads.values())
    if step.manager:
        return any(org.lines.rise(position).to in members for position in org.model.positions)
    return step.position in subject.holders
