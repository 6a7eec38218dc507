"""The layouts of a job description: all of it, what is signed on few pages, and its annex."""

from __future__ import annotations

from typing import Literal, get_args

from dealer_roles.publish.document.blocks import Block, Facts, Item, Paragraphs, Table
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.escalation_section import first_calls_section
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.values.fields import replace
from dealer_roles.words.document_words import word

Layout = Literal["full", "summary", "annex"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
ANNEXED = ("duties", "relations", "escalation", "measures")
"""The parts that stand in the annex at full length."""
_ANNEX_FACTS = ("name", "code", "department", "version", "effective")


def facts_in(facts: Facts, layout: Layout) -> Facts:
    """Return the title block of a layout: an annex only says what it belongs to."""
    if layout != "annex":
        return facts
    return replace(facts, items=tuple(fact for fact in facts.items if fact.id in _ANNEX_FACTS))


def sections_in(
    subject: Subject, sections: tuple[Section, ...], layout: Layout
) -> tuple[Section, ...]:
    """Return the sections of a layout.

    ``summary`` is what the holder signs: duties in groups, whom one deals with, whom to call
    first. ``annex`` holds what it leaves out: every duty, every hand-off, every ladder.

    Args:
        subject: Whom the document is about.
        sections: The sections of the whole document.
        layout: One of :data:`LAYOUTS`.
    """
    if layout == "full":
        return sections
    if layout == "annex":
        made = [_tables(section) for section in sections if section.id in ANNEXED]
    else:
        made = [_short(subject, section) for section in sections if section.id != "duties"]
    return tuple(section for section in made if section.blocks)


def _short(subject: Subject, section: Section) -> Section:
    if section.id == "escalation":
        return first_calls_section(subject) or replace(section, blocks=())
    if section.id == "overview":
        where = Paragraphs((Item(word("see-annex", subject.lang)),))
        return replace(section, blocks=(*section.blocks, where))
    if section.id == "measures":
        return replace(section, blocks=tuple(map(_without_data, section.blocks)))
    if section.id != "relations":
        return section
    kept = tuple(block for block in section.blocks if not isinstance(block, Table))
    return replace(section, blocks=kept)


def _without_data(block: Block) -> Block:
    """Return the measures without where their figures come from, which the annex says."""
    if not isinstance(block, Table):
        return block
    keep = [n for n, column in enumerate(block.columns) if column.id != "data"]
    columns = tuple(block.columns[n] for n in keep)
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in keep)) for row in block.rows)
    return replace(block, columns=columns, rows=rows)


def _tables(section: Section) -> Section:
    kept = tuple(block for block in section.blocks if isinstance(block, Table))
    return replace(section, blocks=kept)
