"""The handbook: a whole organization as one document of chapters."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.ranks import by_department, in_order
from dealer_roles.publish.authority_table.authority_page import authority_table, by_matter
from dealer_roles.publish.document.blocks import Block, Item, Paragraphs, make_plain
from dealer_roles.publish.document.document import Document, Meta, Section
from dealer_roles.publish.handbook.control_table import control_table
from dealer_roles.publish.handbook.sources import source_sections
from dealer_roles.publish.handbook.tables import (
    ladder_tables,
    process_table,
    structure_table,
    task_table,
)
from dealer_roles.publish.handbook.terms import term_sections
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.pictures.folded import folded, lines_of
from dealer_roles.publish.pictures.org_chart import org_chart
from dealer_roles.publish.pictures.picture import Picture
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.document_words import labelled, word

MOST_DRAWN = 80
"""The most boxes and frames of an org chart that can still be read on one page."""
TITLES = {
    "handbook": Text("岗位手册", "Handbook of positions"),
    "contents": Text("目录", "Contents"),
    "structure": Text("组织架构", "Structure"),
    "positions": Text("岗位说明书", "Job descriptions"),
    "processes": Text("业务流程", "Processes"),
    "ladders": Text("升级阶梯", "Escalation ladders"),
    "authority": Text("权限表", "Authority table"),
    "controls": Text("控制关系", "Controls"),
    "tasks": Text("任务索引", "Index of tasks"),
    "terms": Text("附录一　名称、编码与说明", "Appendix: names, codes and remarks"),
    "sources": Text("附录二　出处与依据", "Appendix: sources"),
}


@frozen
class Chapter:
    """A chapter: sections of its own, or whole documents.

    Attributes:
        id: What links call it.
        sections: Its sections.
        documents: The documents bound in it; each begins on a page of its own.
        figure: A picture at its head, if it has one.
    """

    id: str
    title: str
    sections: tuple[Section, ...] = ()
    documents: tuple[Document, ...] = ()
    figure: Picture | None = None

    def __post_init__(self) -> None:
        make_plain(self, lines=("title",))


@frozen
class Handbook:
    """A whole organization in one language.

    Attributes:
        title: What kind of document it is, in words.
        name: The organization's name.
        contents: The heading of its table of contents.
        meta: What stands in its header and footer.
        chapters: Its chapters, only those with content.
    """

    lang: Lang
    title: str
    name: str
    contents: str
    meta: Meta
    chapters: tuple[Chapter, ...]

    def __post_init__(self) -> None:
        make_plain(self, lines=("title", "name"))


def handbook(org: OnDay, lang: Lang) -> Handbook:
    """Return the handbook of an organization on a day.

    Args:
        org: The organization on a day.
        lang: The language.
    """
    ids = [*(p.id for p in by_department(org)), *in_order(org, org.model.posts)]
    return _common(org, lang, _positions(org, ids, lang))


def handbook_common(org: OnDay, lang: Lang) -> Handbook:
    """Return the handbook without the positions that the parts of departments describe."""
    model = org.model
    alone = [p.id for p in model.positions.values() if not p.department]
    return _common(org, lang, _positions(org, [*alone, *in_order(org, model.posts)], lang))


def handbook_part(org: OnDay, lang: Lang, department: str) -> Handbook:
    """Return the part of a department: its structure and the job descriptions of its positions.

    Args:
        org: The organization on a day.
        lang: The language.
        department: The department; those in it have parts of their own.
    """
    ids = [p.id for p in by_department(org) if p.department == department]
    positions, name = _positions(org, ids, lang), Names(org.model, lang).unit(department)
    table = Section("departments", "", (structure_table(org, lang, (department,)),))
    figure = _figure(org, lang, department)
    made = (
        Chapter("structure", TITLES["structure"].get(lang), (table,), figure=figure),
        positions,
        _chapter("sources", lang, source_sections(org, lang, positions.documents, alone=True)),
    )
    return _bound(org, lang, f"{org.model.name.get(lang)} · {name}", made)


def parts_of(org: OnDay) -> list[str]:
    """Return the departments in which positions are listed, in their order."""
    used = {position.department for position in org.model.positions.values()}
    return [department for department in org.model.departments if department in used]


def _common(org: OnDay, lang: Lang, positions: Chapter) -> Handbook:
    made = (
        _structure(org, lang),
        positions,
        _chapter("processes", lang, _processes(org, lang)),
        _chapter("ladders", lang, _ladders(org, lang)),
        _chapter("authority", lang, _authority(org, lang)),
        _chapter("controls", lang, _controls(org, lang)),
        _chapter("tasks", lang, [Section("index", "", (task_table(org, lang),))]),
        _chapter("terms", lang, term_sections(org, lang)),
        _chapter("sources", lang, source_sections(org, lang, positions.documents)),
    )
    return _bound(org, lang, org.model.name.get(lang), made)


def _bound(org: OnDay, lang: Lang, name: str, made: tuple[Chapter, ...]) -> Handbook:
    model = org.model
    version = labelled("version", model.version, lang) if model.version else ""
    effective = model.effective.isoformat() if model.effective else ""
    return Handbook(
        lang,
        TITLES["handbook"].get(lang),
        name,
        TITLES["contents"].get(lang),
        Meta(model.id, name, TITLES["handbook"].get(lang), version, effective, word("page", lang)),
        tuple(c for c in made if c.sections or c.documents),
    )


def _chapter(id_: str, lang: Lang, sections: list[Section]) -> Chapter:
    return Chapter(id_, TITLES[id_].get(lang), tuple(sections))


def _structure(org: OnDay, lang: Lang) -> Chapter:
    about = org.model.about
    blocks = (Paragraphs((Item(about.get(lang)),)),) if about else ()
    section = Section("departments", "", (*blocks, structure_table(org, lang)))
    return Chapter(
        "structure", TITLES["structure"].get(lang), (section,), figure=_figure(org, lang)
    )


def _figure(org: OnDay, lang: Lang, department: str = "") -> Picture | None:
    """Return the org chart, its lowest levels counted; none where no level fits on a page."""
    made = folded(org_chart(org, lang, department), MOST_DRAWN)
    return made if lines_of(made) <= MOST_DRAWN else None


def _positions(org: OnDay, ids: list[str], lang: Lang) -> Chapter:
    documents = tuple(_unsigned(job_description(org, id_, lang)) for id_ in ids)
    return Chapter("positions", TITLES["positions"].get(lang), (), documents)


def _unsigned(document: Document) -> Document:
    """A bound copy is for reading: the one that is signed stands alone."""
    sections = tuple(s for s in document.sections if s.id != "signatures")
    return replace(document, sections=sections)


def _processes(org: OnDay, lang: Lang) -> list[Section]:
    return [
        Section(process.id, process.name.get(lang), tuple(_process(org, process.id, lang)))
        for process in org.model.processes.values()
    ]


def _process(org: OnDay, id_: str, lang: Lang) -> Iterator[Block]:
    about = org.model.processes[id_].about
    if about is not None:
        yield Paragraphs((Item(about.get(lang)),))
    yield process_table(org, id_, lang)


def _authority(org: OnDay, lang: Lang) -> list[Section]:
    table = authority_table(org, lang)
    return [Section("authority-table", "", (by_matter(table),))] if table else []


def _controls(org: OnDay, lang: Lang) -> list[Section]:
    table = control_table(org, lang)
    return [Section("controls-index", "", (table,))] if table else []


def _ladders(org: OnDay, lang: Lang) -> list[Section]:
    names = Names(org.model, lang)
    return [
        Section(topic, names.topic(topic), (table,)) for topic, table in ladder_tables(org, lang)
    ]
