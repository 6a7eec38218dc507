"""From checked plain data to the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.entities import Department, Dimension, Entry, Position, Task
from dealer_roles.model.read_values import ids_of, span_of, text_of
from dealer_roles.values.text import Text


def read_catalogue(sources: Iterable[tuple[str, Any]]) -> Catalogue:
    """Put the catalogue together from (file, data) pairs; the first of two equal ids stays."""
    catalogue = Catalogue({}, {}, {}, {}, {}, {}, {}, {})
    for file, data in sources:
        _READERS[data["kind"]](catalogue, file, data)
    return catalogue


def _name(raw: Any) -> Text:
    return Text(raw["name"]["zh"], raw["name"]["en"])


def _entry(file: str, raw: Any) -> Entry:
    return Entry(raw["id"], _name(raw), span_of(file, raw), text_of(raw.get("about")))


def _departments(catalogue: Any, file: str, data: Any) -> None:
    for raw in data["departments"]:
        value = Department(raw["id"], _name(raw), span_of(file, raw), raw.get("head", ""))
        catalogue.departments.setdefault(value.id, value)


def _positions(catalogue: Any, file: str, data: Any) -> None:
    for raw in data["positions"]:
        value = Position(
            raw["id"],
            _name(raw),
            raw["department"],
            span_of(file, raw),
            reports_to=raw["reports_to"],
            line_stated=True,
            codes=codes_of(raw),
            titles=ids_of(raw.get("titles")),
        )
        catalogue.positions.setdefault(value.id, value)


def codes_of(raw: Any) -> tuple[tuple[str, str], ...]:
    """Return the occupation codes of a position, in the order of their classifications."""
    return tuple(sorted(raw.get("codes", {}).items()))


def _dimensions(catalogue: Any, file: str, data: Any) -> None:
    for raw in data["scopes"]:
        values = tuple(_entry(file, value) for value in raw["values"])
        value = Dimension(raw["id"], _name(raw), values, span_of(file, raw))
        catalogue.dimensions.setdefault(value.id, value)


def _plain(kind: str) -> Any:
    def read(catalogue: Any, file: str, data: Any) -> None:
        known = getattr(catalogue, kind)
        for raw in data[kind]:
            known.setdefault(raw["id"], _entry(file, raw))

    return read


def _tasks(catalogue: Any, file: str, data: Any) -> None:
    area = data["area"]
    catalogue.areas.setdefault(area["id"], Text(area["zh"], area["en"]))
    for raw in data["tasks"]:
        value = Task(
            raw["id"],
            _name(raw),
            area["id"],
            span_of(file, raw),
            text_of(raw.get("about")),
            raw.get("part_of", ""),
            ids_of(raw.get("split_by")),
            ids_of(raw.get("tags")),
        )
        catalogue.tasks.setdefault(value.id, value)


_READERS = {
    "departments": _departments,
    "positions": _positions,
    "parties": _plain("parties"),
    "scopes": _dimensions,
    "topics": _plain("topics"),
    "forms": _plain("forms"),
    "tasks": _tasks,
}
CATALOGUE_KINDS = frozenset(_READERS)
__all__ = ["CATALOGUE_KINDS", "codes_of", "read_catalogue"]
