"""Ids that nobody defines: one finding for each, with every place that names it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from dealer_roles.model.meant import NOBODY, WRITE_NULL
from dealer_roles.model.process import Process
from dealer_roles.model.references import Known, Reference, unknown_references
from dealer_roles.source.budget import MOST, more
from dealer_roles.source.document import Locator, Place, YamlDocument
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many

NAMES = {
    "task": Text("任务", "task"),
    "position": Text("岗位", "position"),
    "department": Text("部门", "department"),
    "party": Text("外部方", "party"),
    "topic": Text("事项", "topic"),
    "form": Text("表单", "form"),
    "dimension": Text("范围维度", "scope dimension"),
    "area": Text("业务领域", "business area"),
    "document-field": Text("自定义栏目", "document field"),
    "counterpart": Text("岗位、部门或外部方", "position, department or party"),
    "receiver": Text("岗位、部门或外部方", "position, department or party"),
    "superior": Text("岗位或外部方", "position or party"),
    "holder": Text("岗位", "position"),
    "deputy": Text("岗位", "position"),
    "post": Text("编制岗", "post"),
    "handoff": Text("交接", "hand-off"),
    "process": Text("流程", "process"),
    "step": Text("步骤", "step"),
    "organization": Text("组织", "organization"),
    "value": Text("取值", "value"),
}
ENTRY_NAMESPACES = {
    "departments": "department",
    "positions": "catalogue-position",
    "parties": "party",
    "scopes": "dimension",
    "topics": "topic",
    "forms": "form",
    "tasks": "task",
}


class UnknownPlace(NamedTuple):
    """One place at which a document names an id that nobody defines."""

    document: YamlDocument
    reference: Reference
    known: Collection[str]


def unknown_places(
    documents: Iterable[YamlDocument], known: Known, settled: Collection[Place] = ()
) -> Iterator[UnknownPlace]:
    """Yield every place at which an id stands that nobody defines.

    Args:
        documents: Documents whose form is checked.
        known: The ids of each namespace.
        settled: Which documents are known to name nothing else.
    """
    for document in documents:
        if document.data is None:
            continue  # a snapshot's: it is only made of definitions that load
        if document.place not in settled:
            for reference in unknown_references(document.value.__class__, document.data, known):
                yield UnknownPlace(document, reference, known[reference.namespace])
        if isinstance(document.value, Process):
            yield from _unknown_steps(document)


def unknown_ids(
    documents: Iterable[YamlDocument],
    known: Known,
    locator: Locator,
    org: str,
    besides: Iterable[UnknownPlace] = (),
    settled: Collection[Place] = (),
) -> Iterator[Finding]:
    """Yield one finding for every id that nobody defines, with every place that names it.

    Args:
        documents: Documents whose form is checked.
        known: The ids of each namespace.
        locator: Finds the places of findings.
        org: The organization.
        besides: Places that were found in other documents.
        settled: Which documents are known to name no unknown id.
    """
    documents = list(documents)
    causes: dict[tuple[str, ...], list[UnknownPlace]] = defaultdict(list)
    for place in (*unknown_places(documents, known, settled), *besides):
        causes[cause_of(place)].append(place)
    names = _ids_by_name(documents) if causes else {}
    told: Counter[str] = Counter()
    for places in causes.values():
        file = places[0].document.file.label
        told[file] += 1
        if told[file] <= MOST:
            yield _unknown(places, names, locator, org)
        elif told[file] == MOST + 1:
            left = sum(p[0].document.file.label == file for p in causes.values()) - MOST
            yield more(_unknown(places[:1], names, locator, org), left)


def cause_of(place: UnknownPlace) -> tuple[str, ...]:
    """Return what is missing: two places with one cause are mended together."""
    document, (_, namespace, id_, _), _ = place
    if namespace == "step":  # steps are only known inside their process
        return (namespace, id_, document.value.id)
    return ("holder" if namespace in _HOLDERS else namespace, id_)


_HOLDERS = ("position", "holder", "deputy", "superior", "counterpart", "receiver")
"""Who does or gets something, the one asked for most narrowly first."""


def place_of(place: UnknownPlace, locator: Locator) -> Span:
    """Return where an unknown id stands."""
    document, (path, _, id_, is_key), _ = place
    return locator.span(document, path[:-1], id_) if is_key else locator.span(document, path)


def _ids_by_name(documents: Iterable[YamlDocument]) -> dict[str, list[str]]:
    """Return the ids of everything that has a name, by that name in any language."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        value = document.value
        for one in (value, *getattr(value, document.kind, ())):
            name = getattr(one, "name", None)
            if isinstance(name, Text) and hasattr(one, "id"):
                for words in {name.zh.casefold(), name.en.casefold()}:
                    found[words].append(one.id)
    return found


def _named(names: dict[str, list[str]], name: str, known: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in names.get(name.casefold(), ()) if id_ in known)[:3]


def _unknown(
    places: Sequence[UnknownPlace], names: dict[str, list[str]], locator: Locator, org: str
) -> Finding:
    spans = sorted({place_of(place, locator) for place in places})
    narrowest = min(places, key=_breadth)
    _, namespace, id_, _ = narrowest.reference
    name = NAMES.get(namespace) or Text("取值", f"value of scope {namespace[6:]}")
    near = _named(names, id_, narrowest.known) or nearest(id_, narrowest.known)
    fix = did_you_mean(near, _where_to_define(namespace, id_))
    more = len(spans) > 1
    zh, en = (
        (f"（{len(spans)} 处）", f" (at {how_many(len(spans), 'place')})") if more else ("", "")
    )
    return Finding(
        "unknown-id",
        "error",
        Text(f"未知的{name.zh} {id_!r}{zh}", f"unknown {name.en} {id_!r}{en}"),
        spans[0],
        org,
        id_,
        fix,
        tuple(Witness(span, Text("在此引用", "named here")) for span in spans[1:MOST]),
    )


def _breadth(place: UnknownPlace) -> int:
    """Return how much an id may be there: a superior must be more than a receiver."""
    namespace = place.reference.namespace
    return _HOLDERS.index(namespace) if namespace in _HOLDERS else 0


def _where_to_define(namespace: str, id_: str) -> Text:
    """Return how to define what is missing: catalogue kinds may stand in any file of a folder."""
    if namespace in _HOLDERS and id_ in NOBODY:
        return WRITE_NULL
    kind = {entry: kind for kind, entry in ENTRY_NAMESPACES.items()}.get(namespace)
    if kind is None:
        return Text("请先定义它，或改用已有的编号", "define it first, or use an id that there is")
    return Text(
        f"请在本文件夹的任一文件中定义它(kind: {kind})",
        f"define it in any file of this folder (kind: {kind})",
    )


def _unknown_steps(document: YamlDocument) -> Iterator[UnknownPlace]:
    steps = document.value.steps
    ids = {step.id for step in steps}
    for index, step in enumerate(steps):
        for place, following in enumerate(step.stated_next or ()):
            if following not in ids:
                path = ("steps", index, "next", place)
                yield UnknownPlace(document, Reference(path, "step", following), ids)
