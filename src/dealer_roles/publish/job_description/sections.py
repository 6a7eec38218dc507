"""The job description of a position or post, in the order HR expects."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.document.blocks import (
    Bullets,
    Item,
    Paragraphs,
)
from dealer_roles.publish.document.document import Document, Meta, Section
from dealer_roles.publish.job_description.authority_section import authority_section
from dealer_roles.publish.job_description.changes_section import changes_section, edition_of
from dealer_roles.publish.job_description.duty_groups import overview_section
from dealer_roles.publish.job_description.duty_section import duty_section
from dealer_roles.publish.job_description.escalation_section import escalation_section
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.publish.job_description.layouts import Layout, facts_in, sections_in
from dealer_roles.publish.job_description.measure_section import measure_section
from dealer_roles.publish.job_description.own_texts import field_items, fixed_clauses
from dealer_roles.publish.job_description.relation_section import relation_section
from dealer_roles.publish.job_description.said import Said
from dealer_roles.publish.job_description.signature_section import signature_section
from dealer_roles.publish.job_description.title_block import code_of, effective_of, title_block
from dealer_roles.values.text import Lang
from dealer_roles.words.document_words import labelled, word
from dealer_roles.words.marks import introduced

KIND = "job-description"
SECTIONS = (
    "purpose", "overview", "duties", "outcomes", "authority", "relations", "escalation", "measures",
    "qualifications", "conditions", "integrity", "other", "changes", "signatures",
)  # fmt: skip
"""The sections a job description may have, in their order."""


def job_description(org: OnDay, position: str, lang: Lang, layout: Layout = "full") -> Document:
    """Return the job description of a position or post as a document.

    Args:
        org: The organization on a day.
        position: The id of the position or post.
        lang: The language.
        layout: All of it, what is signed on few pages, or the annex to that.

    Raises:
        UnknownId: The organization has no such position or post.
    """
    subject = Subject.of(org, position, lang)
    content = content_of(subject)
    hash_ = _hash(subject, content)
    changes = changes_section(subject)
    whole = (*content, *((changes,) if changes else ()), signature_section(subject, hash_))
    sections = sections_in(subject, whole, layout)
    name, title = subject.names.of(position), "annex" if layout == "annex" else KIND
    meta, facts = _meta(subject, hash_, layout), facts_in(title_block(subject), layout)
    return Document(KIND, lang, word(title, lang), name, meta, facts, sections)


def said_here(org: OnDay, position: str) -> Said:
    """Return what a job description says, in every language.

    Raises:
        UnknownId: The organization has no such position or post.
    """
    subject = Subject.of(org, position, "zh")
    return said_by(subject, content_of(subject, overview=_overview_is_said(subject)))


def hash_here(org: OnDay, position: str) -> str:
    """Return the short hash of all that a job description says, found once a day.

    Raises:
        UnknownId: The organization has no such position or post.
    """
    return _hash(Subject.of(org, position, "zh"))


def _hash(subject: Subject, content: tuple[Section, ...] = ()) -> str:
    kept = subject.index.answers.setdefault(hash_here, {})
    if subject.id not in kept:
        said = said_by(subject, content) if content else said_here(subject.index, subject.id)
        kept[subject.id] = said.hash
    return str(kept[subject.id])


def _overview_is_said(subject: Subject) -> bool:
    """Whether the overview says more than the duties put together."""
    return any(member.duty_groups for member in subject.members)


def said_by(subject: Subject, content: tuple[Section, ...]) -> Said:
    """Return what a job description says in every language, one of them already written."""
    grouped = _overview_is_said(subject)
    said = {subject.lang: (title_block(subject), content)}
    languages = subject.index.model.languages_to_ask
    for lang in languages:
        if lang not in said:
            other = Subject.of(subject.index, subject.id, lang)
            said[lang] = (title_block(other), content_of(other, overview=grouped))
    unsaid = frozenset() if grouped else frozenset({"overview"})
    kept = {
        lang: (facts, tuple(section for section in sections if section.id not in unsaid))
        for lang, (facts, sections) in ((lang, said[lang]) for lang in languages)
    }
    return Said.of(kept)


def content_of(subject: Subject, *, overview: bool = True) -> tuple[Section, ...]:
    """Return the sections whose words bind the holder, without the overview if so wished."""
    made = (
        _purpose(subject),
        overview_section(subject) if overview else None,
        duty_section(subject),
        _section(subject, "outcomes", _said(subject, "outcomes")),
        authority_section(subject),
        relation_section(subject),
        escalation_section(subject),
        measure_section(subject),
        _section(subject, "qualifications", _said(subject, "qualifications")),
        _section(subject, "conditions", _said(subject, "conditions")),
        _integrity(subject),
        _other(subject),
    )
    return tuple(section for section in made if section is not None)


def short_content_of(subject: Subject) -> tuple[Section, ...]:
    """Return what it may decide, answers for and is measured by, a line for each statement."""
    made = (
        authority_section(subject),
        _each(subject, "outcomes", _said(subject, "outcomes")),
        measure_section(subject),
        _each(subject, "qualifications", _said(subject, "qualifications")),
    )
    return tuple(section for section in made if section is not None)


def _meta(subject: Subject, hash_: str, layout: Layout) -> Meta:
    model = subject.index.model
    organization = model.name.get(subject.lang)
    page = word("page", subject.lang)
    version = labelled("version", model.version, subject.lang) if model.version else ""
    code, effective = code_of(subject), effective_of(subject)
    stated = edition_of(subject.index.model, subject.id)
    edition = labelled("edition", stated.words.get(subject.lang), subject.lang) if stated else ""
    return Meta(
        subject.id,
        organization,
        code,
        version,
        effective,
        page,
        edition,
        hash_,
        layout,
        organization_id=model.id,
    )


def _section(
    subject: Subject, key: str, items: list[Item], numbered: bool = False
) -> Section | None:
    unique = list({item.text: item for item in items}.values())
    return _each(subject, key, unique, numbered)


def _each(subject: Subject, key: str, items: list[Item], numbered: bool = False) -> Section | None:
    if not items:
        return None
    return Section(key, word(key, subject.lang), (Bullets(tuple(items), numbered),))


def _purpose(subject: Subject) -> Section | None:
    items: list[Item] = []
    for member in subject.members:
        found = subject.items("purpose", member, (member.purpose,) if member.purpose else ())
        if len(subject.members) > 1:
            name = subject.names.of(member.id)
            found = [
                Item(introduced(name, item.text, subject.lang), item.evidence) for item in found
            ]
        items += found
    items += field_items(subject, "purpose")
    if not items:
        return None
    return Section("purpose", word("purpose", subject.lang), (Paragraphs(tuple(items)),))


def _said(subject: Subject, key: str) -> list[Item]:
    """Return what a desk and each of its positions state under a key, then what HR adds there."""
    kind = key.removesuffix("s")
    post = subject.post
    items = subject.items(kind, post, getattr(post, key, ())) if post else []
    for member in subject.members:
        items += subject.items(kind, member, getattr(member, key))
    return items + field_items(subject, key)


def _integrity(subject: Subject) -> Section | None:
    items: list[Item] = []
    for member in subject.members:
        items += subject.items("clause", member, member.clauses)
    items += fixed_clauses(subject, "integrity")
    return _section(subject, "integrity", items, numbered=True)


def _other(subject: Subject) -> Section | None:
    items = [*fixed_clauses(subject, "other"), *field_items(subject, "other")]
    return _section(subject, "other", items, numbered=True)
