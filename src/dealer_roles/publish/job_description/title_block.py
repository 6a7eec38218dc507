"""The title block of a job description: the position's place in the organization."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.model.entities import Position
from dealer_roles.model.position import SAME_POSITION
from dealer_roles.organization.evidence import Evidence, of_line
from dealer_roles.organization.lines import Rise
from dealer_roles.organization.ranks import in_order
from dealer_roles.organization.stand_ins import called_on
from dealer_roles.publish.document.blocks import Fact, Facts
from dealer_roles.publish.job_description.changes_section import edition_of
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.publish.job_description.own_texts import own_fields
from dealer_roles.words.document_words import people, word
from dealer_roles.words.marks import bracketed, listed

FACTS = (
    "name", "code", "department", "grade", "headcount", "reports-to", "direct-reports", "deputy",
    "version", "effective", "desk", "stands-in-for",
)  # fmt: skip
"""The facts a title block may hold; the last two only where there is something to say."""


def title_block(subject: Subject) -> Facts:
    """Return the facts HR expects on top; those that are not stated have an empty text."""
    model = subject.index.model
    version = Evidence("organization", model.span, ref=model.id)
    line = _own(subject)
    post = () if subject.post is None else (Evidence("post", subject.post.span, subject.post.id),)
    seats = post if subject.is_post else line + post
    facts = [
        _fact(subject, "name", subject.names.of(subject.id), line),
        _fact(subject, "code", code_of(subject), line),
        _fact(subject, "department", _departments(subject), line),
        _fact(subject, "grade", _grades(subject), line),
        _fact(subject, "headcount", headcount_of(subject), seats),
        _fact(subject, "reports-to", _superiors(subject), line),
        _fact(subject, "direct-reports", *_reports(subject)),
        _fact(subject, "deputy", _deputies(subject), line),
        _fact(subject, "version", version_of(subject), (version,)),
        _fact(subject, "effective", effective_of(subject), (version,)),
    ]
    desk = subject.names.several(_together(subject))
    extra = [
        _fact(subject, "desk", desk, post),
        _fact(subject, "stands-in-for", *_stands_in(subject)),
        _fact(subject, "also-reports-to", _dotted(subject), line),
        _fact(subject, "vacant", _vacant(subject), line),
        _fact(subject, "acts-for", *_acts_for(subject)),
    ]
    own = own_fields(subject, "title-block")
    return Facts((*facts, *(fact for fact in extra if fact.text), *own))


def code_of(subject: Subject) -> str:
    """Return the position's code in HR, else its id."""
    return listed([m.code for m in subject.members], subject.lang) or subject.id


def version_of(subject: Subject) -> str:
    """Return the version of the job description's edition, else that of the definitions."""
    edition = edition_of(subject.index.model, subject.id)
    return edition.version if edition else subject.index.model.version


def effective_of(subject: Subject) -> str:
    """Return the day from which the edition holds, else the definitions; ISO, may be empty."""
    edition = edition_of(subject.index.model, subject.id)
    effective = edition.date if edition else subject.index.model.effective
    return effective.isoformat() if effective else ""


def superiors_of(subject: Subject) -> tuple[str, ...]:
    """Return the direct superiors that are present here and sit outside the subject's desk."""
    return tuple(dict.fromkeys(rise.to for rise in _rises(subject) if rise.to is not None))


def _rises(subject: Subject) -> list[Rise]:
    org = subject.index
    desk = org.members(org.holder(subject.id))
    return [line.rise for line in org.lines.leaving(desk, org.members(subject.id))]


def _fact(subject: Subject, key: str, text: str, evidence: tuple[Evidence, ...]) -> Fact:
    return Fact(key, word(key, subject.lang), text, evidence)


def _own(subject: Subject) -> tuple[Evidence, ...]:
    return tuple(of_line(member) for member in subject.members)


def _departments(subject: Subject) -> str:
    return subject.names.several([d for m in subject.members for d in m.departments])


def _grades(subject: Subject) -> str:
    return listed([m.grade.get(subject.lang) for m in subject.members if m.grade], subject.lang)


def headcount_of(subject: Subject) -> str:
    """Return how many people sit there; empty where that is not stated."""
    lang, post, own = subject.lang, subject.post, subject.members[0].headcount
    if post is None or (own is not None and not subject.is_post):
        return people(own, lang)
    seats = people(post.headcount, lang)
    if subject.is_post or not seats or not _together(subject):
        return seats
    return bracketed(seats, word("in-all", lang).format(subject.names.of(post.id)), lang)


def _together(subject: Subject) -> tuple[str, ...]:
    """Return the positions that its desk combines; none where it is the only one."""
    positions = subject.post.positions if subject.post else ()
    return positions if len(positions) > 1 else ()


def _superiors(subject: Subject) -> str:
    found = [subject.others(superiors_of(subject))]
    found += [m.line.unnamed.get(subject.lang) for m in subject.members if m.line.unnamed]
    if any(found):
        return listed(found, subject.lang)
    ends = {rise.end for rise in _rises(subject)}
    return word("top", subject.lang) if ends == {"top"} else ""


def _reports(subject: Subject) -> tuple[str, tuple[Evidence, ...]]:
    members = {member.id for member in subject.members}
    positions, below = subject.index.model.positions, subject.index.lines.below
    reports = {id_ for member in members for id_ in below.get(member, ())} - subject.desk
    found = _listed(subject, (positions[id_] for id_ in reports))
    text = subject.others(p.id for p in found)
    stated = any(p.line_stated for p in positions.values())
    nobody = word("none", subject.lang) if stated else ""
    return text or nobody, _lines(found)


def _deputies(subject: Subject) -> str:
    """Return who is stated to stand in, of others than its desk; a colleague where one sits."""
    org = subject.index
    stated = [(m.id, d) for m in subject.members for d in m.deputies]
    found = [d for m, d in stated if d != SAME_POSITION or d in called_on(org, m)]
    return subject.others(found)


def _dotted(subject: Subject) -> str:
    return subject.others(id_ for m in subject.members for id_ in m.also_reports_to)


def _vacant(subject: Subject) -> str:
    """Say since when it is vacant, and who acts; empty where it is held."""
    vacancy = subject.index.vacancy(subject.id)
    if vacancy is None:
        return ""
    acting = subject.index.acting(subject.id)
    if not acting:
        return word("vacant-nobody", subject.lang).format(vacancy.since)
    return word("vacant-acting", subject.lang).format(vacancy.since, subject.names.of(acting))


def _acts_for(subject: Subject) -> tuple[str, tuple[Evidence, ...]]:
    """Return the vacant positions for which the subject acts."""
    members = {member.id for member in subject.members}
    org = subject.index
    vacant = (p for p in org.model.positions.values() if p.vacant is not None)
    found = _listed(subject, (p for p in vacant if org.acting(p.id) in members))
    return subject.others(p.id for p in found), _lines(found)


def _stands_in(subject: Subject) -> tuple[str, tuple[Evidence, ...]]:
    members = {member.id for member in subject.members}
    positions = subject.index.model.positions.values()
    found = _listed(
        subject, (p for p in positions if members & set(p.deputies) and p.id not in members)
    )
    return subject.others(p.id for p in found), _lines(found)


def _listed(subject: Subject, positions: Iterable[Position]) -> list[Position]:
    found = {position.id: position for position in positions}
    return [found[id_] for id_ in in_order(subject.index, found)]


def _lines(positions: list[Position]) -> tuple[Evidence, ...]:
    return tuple(of_line(position) for position in positions)
