"""What an organization adds to every job description: its clauses, and fields of its own."""

from __future__ import annotations

from dealer_roles.organization.evidence import Evidence
from dealer_roles.publish.document.blocks import Fact, Item
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.words.marks import clauses, introduced


def fixed_clauses(subject: Subject, where: str) -> list[Item]:
    """Return the organization's clauses for one part of the document."""
    return [
        Item(
            clause.text.get(subject.lang),
            (Evidence("fixed-clause", clause.span, sources=clause.sources, basis=clause.basis),),
        )
        for clause in subject.index.model.clauses
        if clause.where == where
    ]


def own_fields(subject: Subject, where: str) -> tuple[Fact, ...]:
    """Return the fields of HR's own for one part of the document, those that have a value."""
    found = []
    for field in subject.index.model.document_fields:
        if field.where != where:
            continue
        told = [m for m in subject.members if m.more and field.id in m.more]
        texts = dict.fromkeys(m.more[field.id].get(subject.lang) for m in told if m.more)
        if texts:
            evidence = tuple(Evidence("document-field", m.span, m.id, ref=field.id) for m in told)
            fact = Fact(
                field.id, field.name.get(subject.lang), clauses(texts, subject.lang), evidence
            )
            found.append(fact)
    return tuple(found)


def field_items(subject: Subject, where: str) -> list[Item]:
    """Return the same fields as items of a list: label and value."""
    return [
        Item(introduced(fact.label, fact.text, subject.lang), fact.evidence)
        for fact in own_fields(subject, where)
    ]
