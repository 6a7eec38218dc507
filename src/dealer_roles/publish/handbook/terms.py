"""The first appendix of the handbook: what else things are called, their codes, what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.document.blocks import Cell, Item, Paragraphs, Row, Table, columns_of
from dealer_roles.publish.document.document import Section
from dealer_roles.questions.entries import Entries, EntryView, entries
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.document_words import labelled, word
from dealer_roles.words.marks import bracketed, clauses, listed

KINDS = {
    "departments": Text("部门", "Departments"),
    "positions": Text("岗位", "Positions"),
    "posts": Text("编制岗", "Combined desks"),
    "tasks": Text("任务", "Tasks"),
    "topics": Text("事项", "Topics"),
    "forms": Text("表单", "Forms"),
    "parties": Text("外部方", "Outside parties"),
    "scopes": Text("范围", "Scopes"),
}
"""The kinds of entry that have a table, in their order."""
_COLUMNS = (
    ("term", Text("名称", "Name"), 28),
    ("also", Text("其他叫法", "Also called"), 27),
    ("remarks", Text("说明", "Remarks"), 45),
)
_CODES = {"cn-2022": Text("职业分类大典", "PRC 2022"), "isco-08": Text("ISCO-08", "ISCO-08"),
          "onet-soc": Text("O*NET", "O*NET")}  # fmt: skip


def term_sections(org: OnDay, lang: Lang) -> list[Section]:
    """Return what is said of the organization, and a table a kind where something is said."""
    names = Names(org.model, lang)
    found = [Section("organization", "", _organization(org, names))]
    for what, title in KINDS.items():
        rows = tuple(_rows(entries(org, what), names))
        if rows:
            columns = columns_of(_COLUMNS, lang)
            table = Table("terms", "", columns, rows)
            found.append(Section(f"terms-{what}", title.get(lang), (table,)))
    return found


def _organization(org: OnDay, names: Names) -> tuple[Paragraphs, ...]:
    """Say which document is encoded, how business time runs, and what is left out."""
    model, lang = org.model, names.lang
    calendar = word("calendar", lang).format(
        f"{model.calendar.hours_per_day:g}", model.calendar.days_per_week
    )
    said = [
        labelled("encodes", model.title.get(lang), lang) if model.title else "",
        calendar,
        labelled("languages", listed(model.languages, lang), lang),
        *(
            labelled("left-out", f"{item.source} {item.reason.get(lang)}", lang)
            for item in model.left_out
        ),
    ]
    return (Paragraphs(tuple(Item(text) for text in said if text)),)


def _rows(found: Entries, names: Names) -> Iterator[Row]:
    lang = names.lang
    for entry in found:
        own = names.task(entry.id) if found.what == "tasks" else _name(entry, names)
        also = listed([text for text in _also(entry, lang) if text != own], lang)
        remarks = clauses(list(_remarks(entry, names, found.what)), lang)
        if also or remarks:
            yield Row((Cell(own), Cell(also), Cell(remarks)))


def _name(entry: EntryView, names: Names) -> str:
    own = names.of(entry.id)
    return entry.name.get(names.lang) if own == entry.id else own


def _also(entry: EntryView, lang: Lang) -> list[str]:
    texts = (entry.name, entry.text("usual_name"), entry.text("title"))
    return [*(text.get(lang) for text in texts if text), *entry.several("other_names")]


def _remarks(entry: EntryView, names: Names, what: str) -> Iterator[str]:
    lang = names.lang
    if about := entry.text("about"):
        yield about.get(lang).rstrip("。.")
    for key in ("codes", "usual_codes"):
        if isinstance(codes := entry.facts.get(key), dict):
            said = [f"{_CODES[name].get(lang)} {code}" for name, code in codes.items()]
            yield labelled(key, listed(said, lang), lang)
    yield from _usual(entry, names)
    if what == "tasks" and (parts := entry.several("split_by")):
        yield labelled("split-by", listed([names.dimension(dim) for dim in parts], lang), lang)
    if former := _former(entry.facts.get("formerly"), names):
        yield labelled("formerly", former, lang)
    if values := list(_values(entry.facts.get("values"), names)):
        yield labelled("values", listed(values, lang), lang)


def _usual(entry: EntryView, names: Names) -> Iterator[str]:
    """Say what the trade's catalogue has otherwise than it is here."""
    pairs = (
        ("usual_department", "departments", "usual-department"),
        ("usual_superior", "reports_to", "usual-superior"),
        ("usual_head", "heads", "usual-head"),
    )
    for key, here, label in pairs:
        usual = entry.several(key)
        if usual and usual[0] not in entry.several(here):
            yield labelled(label, names.several(usual), names.lang)


def _values(values: object, names: Names) -> Iterable[str]:
    """Yield the values of a dimension, each with what is said of it in brackets."""
    lang = names.lang
    for value in values if isinstance(values, tuple) else ():
        former = _former(value["formerly"], names)
        said = [
            value["about"].get(lang) if value["about"] else "",
            listed(value["other_names"], lang),
            labelled("formerly", former, lang) if former else "",
        ]
        yield bracketed(value["name"].get(lang), clauses(said, lang), lang)


def _former(formerly: object, names: Names) -> str:
    """Return former ids, each with the part that it was."""
    said = []
    for old in formerly if isinstance(formerly, tuple) else ():
        scope = tuple((dim, frozenset(values)) for dim, values in sorted(old["scope"].items()))
        said.append(f"{old['id']} {names.scope(scope)}".strip())
    return listed(said, names.lang)
