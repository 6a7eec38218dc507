"""The second appendix of the handbook: which statement each line comes from, or why it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.document.blocks import Cell, Row, Signatures, Table, columns_of
from dealer_roles.publish.document.document import Document, Section
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.document_words import labelled, word
from dealer_roles.words.marks import clauses, listed

BASES = {
    "practice": Text("行业惯例", "trade practice"),
    "law": Text("法律法规", "required by law"),
}
_COLUMNS = (
    ("section", Text("部分", "Part"), 18),
    ("line", Text("内容", "Line"), 52),
    ("source", Text("出处或依据", "Source or basis"), 30),
)


def source_sections(
    org: OnDay, lang: Lang, documents: Sequence[Document], *, alone: bool = False
) -> list[Section]:
    """Return a table with the lines that say where they come from; none without any.

    Args:
        org: The organization on a day.
        lang: The language.
        documents: The job descriptions whose lines are meant.
        alone: Without what departments, processes and declarations come from.
    """
    names = Names(org.model, lang)
    rows = [] if alone else [*_elsewhere(org, names)]
    for document in documents:
        found = [*_post(org, document, names), *_lines(document, names)]
        rows += [Row((Cell(document.name),), band=True), *found] if found else []
    if not rows:
        return []
    columns = columns_of(_COLUMNS, lang)
    return [Section("sources", "", (Table("sources", "", columns, tuple(rows)),))]


def origin(evidence: Sequence[Evidence], names: Names) -> str:
    """Return where a line comes from in words: statements, basis, decision, period."""
    lang = names.lang
    said: list[str] = []
    for item in evidence:
        said += [
            listed(item.sources, lang),
            BASES[item.basis].get(lang) if item.basis else "",
            labelled("decision", item.decision, lang) if item.decision else "",
            names.valid(item.valid),
        ]
    return clauses(list(dict.fromkeys(said)), lang)


def _lines(document: Document, names: Names) -> Iterator[Row]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Signatures):
                continue
            if isinstance(block, Table):
                items = [(_first_words(row), row.evidence) for row in block.rows if not row.band]
            else:
                items = [(item.text, item.evidence) for item in block.items]
            for text, evidence in items:
                if said := origin(evidence, names):
                    yield Row((Cell(section.title), Cell(text), Cell(said)), tuple(evidence))


def _first_words(row: Row) -> str:
    """What a row is about: its first two cells of words."""
    texts = [cell.text for cell in row.cells if cell.text and not cell.text.isdigit()]
    return " · ".join(texts[:2])


def _post(org: OnDay, document: Document, names: Names) -> Iterator[Row]:
    post = org.model.posts.get(document.meta.subject)
    if post and post.sources:
        label = word("desk", names.lang)
        yield Row((Cell(label), Cell(document.name), Cell(listed(post.sources, names.lang))))


def _elsewhere(org: OnDay, names: Names) -> Iterator[Row]:
    """Yield what departments, processes and declarations come from."""
    lang, model = names.lang, org.model
    for department in model.departments.values():
        if department.sources:
            yield _row(
                "department", names.of(department.id), listed(department.sources, lang), lang
            )
    for process in model.processes.values():
        basis = BASES[process.basis].get(lang) if process.basis else ""
        if said := listed((*process.sources, basis), lang):
            yield _row("process", process.name.get(lang), said, lang)
    for declared in model.unowned:
        if declared.sources:
            yield _row("nobody", names.task(declared.task), listed(declared.sources, lang), lang)


def _row(key: str, what: str, said: str, lang: Lang) -> Row:
    return Row((Cell(word(key, lang)), Cell(what), Cell(said)))
