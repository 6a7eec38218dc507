"""What cannot be loaded: ids used twice, reporting and part-of loops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.catalogue_files import PositionsFile, TasksFile
from dealer_roles.model.cycles import first_cycles
from dealer_roles.model.kinds import ORGANIZATION_KINDS
from dealer_roles.model.organization_file import OrganizationFile
from dealer_roles.model.position import SAME_POSITION, Position
from dealer_roles.model.references import Path
from dealer_roles.model.unknown_ids import ENTRY_NAMESPACES, NAMES
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.text import Text


def namespaces(catalogue: Catalogue, documents: Iterable[YamlDocument]) -> dict[str, set[str]]:
    """Return the known ids by namespace: those of the catalogue and of the organization."""
    positions = set(catalogue.positions)
    departments = set(catalogue.departments)
    posts: set[str] = set()
    fields: set[str] = set()
    for document in documents:
        value = document.value
        if isinstance(value, Position):
            positions.add(value.id)
        elif isinstance(value, OrganizationFile):
            posts.update(post.id for post in value.posts)
            fields.update(field.id for field in value.document_fields)
            departments.update(d.id for d in value.departments if d.stated_name is not None)
    counterparts = positions | departments | set(catalogue.parties) | posts
    known = {
        "task": set(catalogue.tasks),
        "position": positions,
        "department": departments,
        "party": set(catalogue.parties),
        "topic": set(catalogue.topics),
        "form": set(catalogue.forms),
        "dimension": set(catalogue.dimensions),
        "area": set(catalogue.areas),
        "document-field": fields,
        "counterpart": counterparts,
        "receiver": counterparts | {"manager"},
        "superior": positions | posts | set(catalogue.parties) | {"manager"},
        "holder": positions | posts,
        "deputy": positions | {SAME_POSITION},
    }
    for dimension in catalogue.dimensions.values():
        known[f"value:{dimension.id}"] = {value.id for value in dimension.values}
    return known


Definition = tuple[str, str, YamlDocument, Path]
"""A namespace, an id, and where it is defined."""


def duplicate_ids(
    definitions: Iterable[Definition], locator: Locator, org: str
) -> Iterator[Finding]:
    """Yield a finding for every definition of an id that is already taken."""
    for (namespace, id_, document, path), first in taken_ids(definitions):
        if first is None:
            yield locator.error(document, path, "reserved-id", _RESERVED, _OTHER_ID, org=org)
            continue
        there = locator.span(first[2], first[3])
        name = NAMES[namespace.removeprefix("catalogue-").partition(" of ")[0]]
        message = Text(
            f"{name.zh}编号 {id_!r} 已在 {there} 使用",
            f"the {name.en} id {id_!r} is already used at {there}",
        )
        fix = Text(
            "请改用另一个编号，或删除其中一处", "choose another id, or delete one of the two"
        )
        first_one = (Witness(there, Text("第一处定义", "first defined here")),)
        yield locator.error(
            document, path, "duplicate-id", message, fix, org=org, witnesses=first_one
        )


def taken_ids(
    definitions: Iterable[Definition],
) -> Iterator[tuple[Definition, Definition | None]]:
    """Yield every definition of an id that is already taken, with the first; none if reserved."""
    seen: dict[tuple[str, str], Definition] = {}
    for definition in definitions:
        namespace, id_, _, _ = definition
        key = (_SHARED.get(namespace, namespace), id_)
        if id_ == "manager" and key[0] == "holder":
            yield definition, None
        first = seen.setdefault(key, definition)
        if (first[0], namespace) == ("catalogue-position", "position"):
            seen[key] = definition  # an organization's position is the catalogue's, placed
        elif first is not definition:
            yield definition, first


_SHARED = dict.fromkeys(("position", "catalogue-position", "department", "party", "post"), "holder")
_RESERVED = Text("编号 manager 保留给「直接上级」", "the id 'manager' is reserved for the superior")
_OTHER_ID = Text("请改用另一个编号", "choose another id")


def definitions_of(document: YamlDocument) -> Iterator[Definition]:
    """Yield every id that a document defines."""
    value: Any = document.value
    kind = value.kind
    if kind in ENTRY_NAMESPACES:
        for index, entry in enumerate(getattr(value, kind)):
            yield ENTRY_NAMESPACES[kind], entry.id, document, (kind, index, "id")
            for place, part in enumerate(getattr(entry, "values", ())):
                where: Path = (kind, index, "values", place, "id")
                yield f"value of {entry.id}", part.id, document, where
    elif kind in ORGANIZATION_KINDS:
        yield kind, value.id, document, ("id",)
        yield from _handoff_ids(document, value, ())
        listed = value.departments if isinstance(value, OrganizationFile) else ()
        for index, department in enumerate(listed):
            where = ("departments", index, "id")
            yield f"department of {value.id}", department.id, document, where
        for index, post in enumerate(getattr(value, "posts", ())):
            yield "post", post.id, document, ("posts", index, "id")
            yield from _handoff_ids(document, post, ("posts", index))
        for index, field in enumerate(getattr(value, "document_fields", ())):
            yield "document-field", field.id, document, ("document_fields", index, "id")
        for index, step in enumerate(getattr(value, "steps", ())):
            yield f"step of {value.id}", step.id, document, ("steps", index, "id")


def _handoff_ids(document: YamlDocument, holder: Any, prefix: Path) -> Iterator[Definition]:
    for index, handoff in enumerate(getattr(holder, "handoffs", ())):
        yield "handoff", handoff.id, document, (*prefix, "handoffs", index, "id")


Links = dict[str, tuple[str, YamlDocument, Path]]
_LOOPS = {
    "line": ("reporting-loop", Text("汇报关系形成循环", "the reporting line loops")),
    "usual": ("reporting-loop", Text("汇报关系形成循环", "the reporting line loops")),
    "task": ("part-of-loop", Text("任务的 part_of 形成循环", "the tasks are part of each other")),
    "department": (
        "part-of-loop",
        Text("部门的 part_of 形成循环", "the departments are part of each other"),
    ),
}


def loops(documents: Iterable[YamlDocument], locator: Locator, org: str) -> Iterator[Finding]:
    """Yield a finding for every loop in ``reports_to`` and in ``part_of``."""
    found = links_upward(documents)
    for kind, (code, words) in _LOOPS.items():
        yield from _loop_findings(found[kind], code, words, locator, org)


def links_upward(documents: Iterable[YamlDocument]) -> dict[str, Links]:
    """Return what leads upward, kind by kind: from each id to another, and where that stands."""
    found: dict[str, Links] = {kind: {} for kind in _LOOPS}
    for document in documents:
        for kind, id_, to, path in _links_of(document.value):
            if to:
                found[kind][id_] = (to, document, path)
    return found


def _links_of(value: Any) -> Iterator[tuple[str, str, str | None, Path]]:
    """Yield what leads upward: its kind, from where, to where, and its place."""
    if isinstance(value, Position):
        yield "line", value.id, value.reports_to, ("reports_to",)
    elif isinstance(value, OrganizationFile):
        for i, department in enumerate(value.departments):
            yield "department", department.id, department.part_of, ("departments", i, "part_of")
    elif isinstance(value, PositionsFile):
        for i, entry in enumerate(value.positions):
            yield "usual", entry.id, entry.reports_to, ("positions", i, "reports_to")
    elif isinstance(value, TasksFile):
        for i, task in enumerate(value.tasks):
            yield "task", task.id, task.part_of, ("tasks", i, "part_of")


def _loop_findings(
    links: Mapping[str, tuple[str, YamlDocument, Path]],
    code: str,
    words: Text,
    locator: Locator,
    org: str,
) -> Iterator[Finding]:
    for cycle in first_cycles({id_: to for id_, (to, _, _) in links.items()}):
        shown = " → ".join((*cycle, cycle[0]))
        spans = [locator.span(links[id_][1], links[id_][2]) for id_ in cycle]
        yield Finding(
            code,
            "error",
            Text(f"{words.zh}:{shown}", f"{words.en}: {shown}"),
            spans[0],
            org,
            ",".join(sorted(cycle)),
            Text("请改动其中一处", "change one of them"),
            tuple(
                Witness(span, Text(f"{id_} → {links[id_][0]}", f"{id_} → {links[id_][0]}"))
                for id_, span in zip(cycle, spans, strict=True)
            ),
        )
