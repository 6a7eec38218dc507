"""Old ids of the catalogue: a definition that uses one means what it is called now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.references import Known, Path, Reference, unknown_references
from dealer_roles.source.document import Locator, Place, YamlDocument
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding
from dealer_roles.values.former import Former
from dealer_roles.values.text import Text

CODE = "former-id"
_TABLES = {"task": "tasks", "form": "forms", "topic": "topics", "party": "parties"}
_SCOPED = ("duties", "handoffs", "unowned")
Renamed = Mapping[tuple[str, str], tuple[str, Former]]
"""The id that is used now and what is known of the old one, by namespace and old id."""


def renamed_ids(catalogue: Catalogue) -> Renamed:
    """Return every id that the catalogue used before and that nothing else uses now."""
    found: dict[tuple[str, str], tuple[str, Former]] = {}
    for namespace, name in _TABLES.items():
        table = getattr(catalogue, name)
        for entry in table.values():
            for former in entry.formerly:
                if former.id not in table:
                    found.setdefault((namespace, former.id), (entry.id, former))
    return found


def up_to_date(
    documents: Sequence[YamlDocument], known: Known, renamed: Renamed, locator: Locator, org: str
) -> tuple[list[YamlDocument], list[Finding], Collection[Place]]:
    """Return documents in which every id is the one used now, and a note on each that was not.

    The places of those that name nothing unknown are told as well: nobody needs to look again.

    Args:
        documents: Documents whose form is checked.
        known: The ids of each namespace that are used now.
        renamed: What the old ones are called now.
        locator: Finds the places of the notes.
        org: The organization.
    """
    found: list[YamlDocument] = []
    notes: list[Finding] = []
    settled: set[Place] = set()
    for document in documents:
        unknown = _unknown(document, known)
        old = [one for one in unknown if (one.namespace, one.id) in renamed]
        notes += (_note(document, one, renamed, locator, org) for one in old)
        found.append(_renewed(document, old, renamed) if old else document)
        if not unknown:
            settled.add(document.place)
    return found, notes, settled


def _unknown(document: YamlDocument, known: Known) -> list[Reference]:
    if document.value is None or document.data is None:
        return []
    return list(unknown_references(document.value.__class__, document.data, known))


def _renewed(document: YamlDocument, old: Iterable[Reference], renamed: Renamed) -> YamlDocument:
    from dealer_roles.model.accept import accept

    for path, namespace, id_, is_key in old:
        new, former = renamed[namespace, id_]
        parent = _at(document.data, path[:-1])
        if is_key:
            parent[new] = parent.pop(id_)
        else:
            parent[path[-1]] = new
            _narrow(parent, path, former)
    value = accept(document.value.__class__, document.data, document.file.label)
    return replace(document, value=value)


def _narrow(parent: Any, path: Path, former: Former) -> None:
    """Keep what the old id meant: the part of the new task that it was."""
    if former.scope and path[-1] == "task" and any(key in _SCOPED for key in path):
        stated = parent.setdefault("scope", {})
        for dimension, values in former.scope:
            stated.setdefault(dimension, sorted(values))


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _note(
    document: YamlDocument, old: Reference, renamed: Renamed, locator: Locator, org: str
) -> Finding:
    new, former = renamed[old.namespace, old.id]
    scope = ", ".join(f"{dim}: {' '.join(sorted(values))}" for dim, values in former.scope)
    part = f" ({scope})" if scope else ""
    span = locator.span(document, old.path[:-1], old.id) if old.is_key else None
    return Finding(
        CODE,
        "note",
        Text(f"{old.id!r} 现名 {new!r}{part}", f"{old.id!r} is called {new!r}{part} now"),
        span or locator.span(document, old.path),
        org,
        document.pointer(old.path),
        Text(
            "旧编号仍可使用；改用新编号即可消除本提示", "the old id still works; write the new one"
        ),
    )
