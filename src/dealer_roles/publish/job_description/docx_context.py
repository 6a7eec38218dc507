"""What a Word template may name: a document as nested plain values."""

from __future__ import annotations

from dealer_roles.publish.document.blocks import Bullets, Facts, Paragraphs, Row, Signatures, Table
from dealer_roles.publish.document.cells_shown import AS_STATED, held_together
from dealer_roles.publish.document.document import Document, Section
from dealer_roles.publish.job_description.columns import PLANS, TABLES
from dealer_roles.publish.job_description.docx_controls import marked
from dealer_roles.publish.job_description.sections import SECTIONS
from dealer_roles.publish.job_description.title_block import FACTS

Context = dict[str, object]
NOT_STATED = "—"


def docx_context(document: Document) -> Context:
    """Return the values that a template fills in; a section without content is ``None``."""
    meta = document.meta
    before, _, rest = meta.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    facts = [{"label": f.label, "text": f.text or NOT_STATED} for f in document.facts.items]
    context: Context = {
        "lang": document.lang,
        "title": document.title,
        "name": document.name,
        "organization": meta.organization,
        "code": meta.code,
        "version": meta.version,
        "effective": meta.effective,
        "edition": meta.edition,
        "hash": meta.hash,
        "control": meta.control,
        "page_words": {"before": before, "between": between, "after": after},
        "facts": facts,
        "fact": _named(document.facts),
        "fact_rows": _pairs(facts),
        "fact_pairs": _pairs(facts[: len(facts) // 2 * 2]),
        "last_fact": facts[-1] if len(facts) % 2 else None,
    }
    for id_ in SECTIONS:
        section = document.section(id_)
        context[id_] = _section(section, document.lang) if section else None
    return context


def _named(facts: Facts) -> dict[str, str]:
    return {tag_of(id_): "" for id_ in FACTS} | {tag_of(f.id): f.text for f in facts.items}


def tag_of(id_: str) -> str:
    """Return an id as templates write it: ``reports-to`` is ``reports_to`` there."""
    return id_.replace("-", "_")


def _pairs(facts: list[dict[str, str]]) -> list[Context]:
    nothing = {"label": "", "text": ""}
    even = [*facts, nothing] if len(facts) % 2 else facts
    return [{"left": a, "right": b} for a, b in zip(even[::2], even[1::2], strict=True)]


def _section(section: Section, lang: str) -> Context:
    context: Context = {"title": section.title}
    texts = [b for b in section.blocks if isinstance(b, (Paragraphs, Bullets))]
    if texts or section.id == "overview":
        context["texts"] = [
            marked(item.text, item.evidence, lang) for block in texts for item in block.items
        ]
    facts = [f for b in section.blocks if isinstance(b, Facts) for f in b.items]
    if section.id == "relations":
        context["facts"] = [{"label": f.label, "text": f.text} for f in facts]
    for plan in TABLES.get(section.id, ()):
        tables = [b for b in section.blocks if isinstance(b, Table) and b.id == plan]
        context[plan] = _table(tables[0], plan, lang) if tables else None
    for block in section.blocks:
        if isinstance(block, Signatures):
            context |= _signatures(block)
    return context


def _table(table: Table, plan: str, lang: str) -> Context:
    """A table with its rows in groups: a band starts a group; without bands there is one."""
    groups: list[tuple[str, list[dict[str, str]]]] = []
    for row in table.rows:
        if row.band:
            groups.append((row.cells[0].text, []))
            continue
        if not groups:
            groups.append(("", []))
        groups[-1][1].append(_row(table, row, plan, lang))
    head = dict.fromkeys((id_ for id_, _, _ in PLANS[plan]), "")
    head |= {column.id: column.title for column in table.columns}
    listed = [{"title": title, "rows": rows} for title, rows in groups]
    return {"title": table.title, "head": head, "groups": listed}


def _row(table: Table, row: Row, plan: str, lang: str) -> dict[str, str]:
    cells = {name: "" for id_, _, _ in PLANS[plan] for name in (id_, f"{id_}_note")}
    for column, cell in zip(table.columns, row.cells, strict=True):
        own = column.id in AS_STATED
        cells[column.id] = (
            marked(cell.text, row.evidence, lang) if own else held_together(cell.begun.text)
        )
        cells[f"{column.id}_note"] = held_together(cell.begun.note)
    return cells


def _signatures(block: Signatures) -> Context:
    names = ("step", "role", "signature", "date")
    return {
        "head": dict(zip(names, block.head, strict=True)),
        "lines": [{"step": item.step, "role": item.role} for item in block.items],
        "statement": block.statement,
        "blank_date": block.blank_date,
    }
