"""The key figures by which a position or desk is measured, and what each weighs."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.model.entities import Measure, Position
from dealer_roles.organization.evidence import Evidence
from dealer_roles.publish.document.blocks import Cell, Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.duty_groups import rounded, shares_of_work
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.values.text import Text
from dealer_roles.words.document_words import word


def measure_section(subject: Subject) -> Section | None:
    """Return the key figures; ``None`` if there are none."""
    found = list({m.text: (m, p) for p in subject.members for m in p.measures}.values())
    if not found:
        return None
    weights = _weights(subject, found)
    rows = [_row(subject, *each, weight) for each, weight in zip(found, weights, strict=True)]
    lang = subject.lang
    return Section("measures", word("measures", lang), (table("measures", lang, rows),))


def _weights(subject: Subject, found: Sequence[tuple[Measure, Position]]) -> list[int | None]:
    """Return what each figure weighs: as stated; at a desk, by how much work its position is.

    The positions of a desk each state a whole; who sits there is measured by one.
    """
    stated = [measure.weight for measure, _ in found]
    if len({position.id for _, position in found}) < 2:
        return list(stated)
    shares = shares_of_work(subject)
    exact = [(measure.weight or 0) * shares.get(position.id, 0) for measure, position in found]
    if None in stated or not sum(exact):
        return list(stated)
    return list(rounded([100 * each / sum(exact) for each in exact]))


def _row(subject: Subject, measure: Measure, position: Position, weight: int | None) -> Row:
    def words(text: Text | None) -> Cell:
        return Cell(text.get(subject.lang) if text else "")

    evidence = Evidence(
        "measure", position.span, position.id, sources=measure.sources, basis=measure.basis
    )
    row = cells(
        words(measure.text),
        words(measure.formula),
        words(measure.target),
        "" if weight is None else f"{weight}%",
        words(measure.data),
    )
    return Row(row, (evidence,))
