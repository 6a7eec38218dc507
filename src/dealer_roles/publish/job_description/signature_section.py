"""The lines to sign: which steps there are, and whose each is."""

from __future__ import annotations

from dealer_roles.model.paper import Signer
from dealer_roles.publish.document.blocks import Signature, Signatures
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.changes_section import edition_of
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.publish.job_description.title_block import code_of, superiors_of
from dealer_roles.words.document_words import word
from dealer_roles.words.marks import bracketed


def signature_section(subject: Subject, hash_: str) -> Section:
    """Return the lines to sign, with whoever is stated or known, and the receipt."""
    lang, stated = subject.lang, subject.index.model.signers
    lines = (
        Signature(word("drafted", lang), _stated(subject, stated.drafted)),
        Signature(word("reviewed", lang), _stated(subject, stated.reviewed, _reviewer(subject))),
        Signature(word("hr-reviewed", lang), _stated(subject, stated.hr_reviewed)),
        Signature(word("approved", lang), _stated(subject, stated.approved, _top(subject))),
        Signature(word("holder-signs", lang), subject.names.of(subject.id)),
    )
    head = (word("step", lang), word("role", lang), word("signature", lang), word("date", lang))
    issued = edition_of(subject.index.model, subject.id)
    edition = issued.words.get(lang) if issued else ""
    about = " · ".join(p for p in (code_of(subject), edition, hash_) if p)
    receipt = word("receipt", lang) + word("receipt-of", lang).format(about)
    block = Signatures(head, lines, receipt, word("blank-date", lang))
    return Section("signatures", word("signatures", lang), (block,))


def _stated(subject: Subject, signer: Signer | None, known: str = "") -> str:
    """Return whom HR states for a step, else who is known; nobody signs twice on his own paper."""
    if signer is None or signer.by in subject.desk:
        return known
    return bracketed(subject.names.of(signer.by), signer.who, subject.lang)


def _reviewer(subject: Subject) -> str:
    """Who reviews for the department: its head, or the superior where the head is described."""
    heads = subject.index.heads
    others = [
        head
        for member in subject.members
        for head in heads.get(member.department, ())
        if head not in subject.desk
    ]
    return subject.others(others or superiors_of(subject))


def _top(subject: Subject) -> str:
    """Who approves: the top of the reporting line; nobody in particular if that is not known."""
    line, end = subject.index.lines.above(subject.members[0].id)
    if end.end != "top" or not line or line[-1] in subject.desk:
        return ""
    return subject.names.of(line[-1])
