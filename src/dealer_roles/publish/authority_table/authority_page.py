"""Who may decide how much, as a table of a document and as a document of its own."""

from __future__ import annotations

from dealer_roles.organization.authority import Authorities, authorities
from dealer_roles.organization.decider_words import decider_name, limit_words
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.document.blocks import Cell, Fact, Facts, Row, Table, columns_of
from dealer_roles.publish.document.document import Document, Meta, Section
from dealer_roles.values.fields import replace
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.document_words import labelled, word
from dealer_roles.words.marks import bracketed, clauses

TITLE = Text("权限表", "Authority table")
_HEADING = Text("谁可以决定多少", "Who may decide how much")
_HEADS = (
    ("matter", Text("事项", "Subject"), 20),
    ("where", Text("任务与范围", "Task and scope"), 26),
    ("decider", Text("决定人", "Decided by"), 20),
    ("limit", Text("金额上限", "Up to"), 14),
    ("words", Text("说明", "Details"), 20),
)
_ABSENT = Text("本组织未设，跳过", "absent here, passed over")


def authority_table(org: OnDay, lang: Lang) -> Table | None:
    """Return the table, a row for each who decides, lowest first; ``None`` where there is none."""
    names = Names(org.model, lang)
    rows = [row for found in authorities(org) for row in _rows(names, found)]
    columns = columns_of(_HEADS, lang)
    return Table("authority-table", "", columns, tuple(rows)) if rows else None


def _rows(names: Names, found: Authorities) -> list[Row]:
    row, lang = found.row, names.lang
    scope = names.scope(row.scope) if row.scope else ""
    task = names.task(row.task) if row.task else ""
    where = bracketed(task, scope, lang) if task else scope
    rows = []
    for decider in found.deciders:
        who, limit = decider_name(names, decider), limit_words(decider, names.lang)
        words = clauses([note.get(lang) for note in decider.notes], lang)
        texts = (names.topic(row.topic), where, who, limit, words)
        rows.append(Row(tuple(map(Cell, texts)), decider.evidence))
    for absent in found.absent:
        texts = (names.topic(row.topic), where, names.of(absent), "—", _ABSENT.get(lang))
        rows.append(Row(tuple(map(Cell, texts))))
    return rows


def by_matter(table: Table) -> Table:
    """Return the table as one reads it: each matter once, above those who decide it."""
    rows: list[Row] = []
    above: tuple[str, ...] = ()
    for row in table.rows:
        matter, where, *rest = row.cells
        if above != (matter.text, where.text):
            above = (matter.text, where.text)
            rows.append(Row((Cell(" · ".join(text for text in above if text)),), band=True))
        rows.append(replace(row, cells=tuple(rest)))
    return replace(table, columns=table.columns[2:], rows=tuple(rows))


def to_read(document: Document) -> Document:
    """Return the document with its table as one reads it."""
    sections = tuple(
        replace(
            section,
            blocks=tuple(by_matter(b) if isinstance(b, Table) else b for b in section.blocks),
        )
        for section in document.sections
    )
    return replace(document, sections=sections)


def authority_document(org: OnDay, lang: Lang) -> Document:
    """Return the table as a document of its own; one without sections where there is none."""
    model, title = org.model, TITLE.get(lang)
    version = labelled("version", model.version, lang) if model.version else ""
    effective = model.effective.isoformat() if model.effective else ""
    name = model.name.get(lang)
    meta = Meta(model.id, name, title, version, effective, word("page", lang))
    stated = (("version", model.version), ("effective", effective))
    facts = Facts(tuple(Fact(key, word(key, lang), text) for key, text in stated if text))
    found = authority_table(org, lang)
    heading = _HEADING.get(lang)
    sections = (Section("authority-table", heading, (found,)),) if found else ()
    return Document("authority", lang, title, name, meta, facts, sections)
