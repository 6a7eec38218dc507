"""Values as tables of plain data and back, without checking: what a snapshot keeps.

A table holds the values of one declaration, a column for each field: they are made and filled
column by column, with no step of ours for each of them. Content that has no place of its own
(words, texts, limits, lists of ids) is kept once, however many values state it. What only
linking knows is not kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import Any

from dealer_roles.model.codecs import (
    dump_all,
    dump_of,
    its_mapping,
    load_all,
    load_of,
    name_of,
)
from dealer_roles.model.columns import cells_of, column_of
from dealer_roles.model.content_pool import ContentPool, StatedField
from dealer_roles.model.declare import has_place, keys_of
from dealer_roles.model.forms import ByType, Form, Listed, Mapped, Nested
from dealer_roles.values.fields import MISSING, fields_of
from dealer_roles.values.new_values import NewValues
from dealer_roles.values.span import Span

Rows = defaultdict[type, list[Any]]
"""The values of each declaration, by their number."""
Cell = Callable[[Any, Rows], Any]
_PLACE = 3
"""How many columns say where values stand: the number of the document, line and column."""
_NOTHING = -1
"""The number of nothing among what is kept."""


@cache
def _stated(declaration: type) -> tuple[StatedField, ...]:
    """Return the fields of a declaration that YAML writes."""
    return tuple(
        StatedField(
            key.attribute,
            key.form,
            _is_deep(key.form),
            name_of(key.form),
            dump_of(key.form),
            load_of(key.form) is None,
        )
        for key in keys_of(declaration).values()
    )


class Tables:
    """Values as they are put into tables.

    Attributes:
        document: The number of the document that what is added next stands in.
    """

    def __init__(self) -> None:
        self.document = 0
        self._rows: dict[type, list[list[Any]]] = {}
        self._pool: dict[str, ContentPool] = {}

    def add(self, value: Any) -> int:
        """Add a value and all it holds; return its number among those of its declaration."""
        declaration = value.__class__
        rows = self._rows.setdefault(declaration, [])
        row: list[Any] = []
        rows.append(row)
        number = len(rows) - 1
        for stated in _stated(declaration):
            content = getattr(value, stated.attribute)
            if content is None:
                row.append(None if stated.deep else _NOTHING)
            elif stated.deep:
                row.append(self._deep(stated.form, content))
            else:
                row.append(self._pool_of(stated).number_of(content, stated))
        if has_place(declaration):
            row += (self.document, value.span.line, value.span.column)
        return number

    def _pool_of(self, stated: StatedField) -> ContentPool:
        pool = self._pool.get(stated.name)
        if pool is None:
            pool = self._pool[stated.name] = ContentPool(stated.form)
        return pool

    def plain(self) -> list[Any]:
        """Return all that was added as plain data."""
        tables = [
            [declaration.__qualname__, len(rows), list(map(column_of, zip(*rows, strict=True)))]
            for declaration, rows in self._rows.items()
        ]
        pool = {name: dump_all(pool.form, pool.kept) for name, pool in self._pool.items()}
        return [pool, tables]

    def _deep(self, form: Form, content: Any) -> Any:
        if content is None:
            return None
        if isinstance(form, ByType) and form.mapping is not None:
            return self._deep(form.mapping, content)
        if isinstance(form, Listed):
            return [self._deep(form.item, item) for item in content]
        if isinstance(form, Mapped):
            return {key: self._deep(form.value, item) for key, item in content.items()}
        return self.add(content)


def values_of(plain: Sequence[Any], roots: Iterable[type], labels: Sequence[str]) -> Rows:
    """Return the values that :meth:`Tables.plain` was made of.

    Args:
        plain: The plain data.
        roots: The declarations whose values were added.
        labels: What places call the file of each document, by its number.

    Raises:
        ValueError: It is of another form.
    """
    pool, tables = plain
    named = _named(tables, roots)
    made = {declaration: NewValues(declaration, count) for declaration, count, _ in named}
    if len(made) < len(named):
        raise ValueError("tables")
    rows: Rows = defaultdict(list, {one: new.values for one, new in made.items()})
    kept = _Kept(pool)
    for declaration, count, columns in named:
        stated = len(_ways(declaration))
        if len(columns) != stated + _PLACE * has_place(declaration):
            raise ValueError("columns")
        contents = _contents(declaration, rows, columns[:stated], kept)
        if has_place(declaration):
            contents["span"] = _spans(columns[stated:], count, labels)
        made[declaration].fill(contents)
    return rows


def _named(tables: Sequence[Any], roots: Iterable[type]) -> list[tuple[type, int, list[Any]]]:
    """Return tables with their declarations: each is a root, or held by one before it."""
    known = {declaration.__qualname__: declaration for declaration in roots}
    found = []
    for name, count, columns in tables:
        declaration = known[name]
        known.update((inner.__qualname__, inner) for inner in _inner(declaration))
        found.append((declaration, count, columns))
    return found


class _Kept:
    """What is kept once, made when a first value states content of that kind."""

    def __init__(self, pool: Mapping[str, Any]) -> None:
        self._pool = pool
        self._made: dict[str, list[Any]] = {}

    def of(self, name: str, form: Form) -> list[Any]:
        """Return all that is kept in the way of a form, and nothing as the last."""
        found = self._made.get(name)
        if found is None:
            plain = self._pool.get(name)
            made = () if plain is None else load_all(form, plain)
            found = self._made[name] = [*made, None]
        return found


def _contents(
    declaration: type, rows: Rows, columns: Sequence[Any], kept: _Kept
) -> dict[str, Iterable[Any]]:
    """Return what each field of all values of a declaration holds, but for the place."""
    count = len(rows[declaration])
    found: dict[str, Iterable[Any]] = {}
    for (attribute, name, form, cell), column in zip(_ways(declaration), columns, strict=True):
        cells = cells_of(column, count)
        if cell is not None:
            found[attribute] = [None if c is None else cell(c, rows) for c in cells]
        elif column.__class__ is int:
            found[attribute] = repeat(kept.of(name, form)[column], count)
        else:
            found[attribute] = map(kept.of(name, form).__getitem__, cells)
    for attribute, default in _unwritten(declaration):
        found[attribute] = repeat(default, count)
    return found


def _spans(places: Sequence[Any], count: int, labels: Sequence[str]) -> Iterator[Span]:
    document, line, column = (cells_of(place, count) for place in places)
    parts = zip(map(labels.__getitem__, document), line, column, strict=True)
    return map(tuple.__new__, repeat(Span), parts)


@cache
def _ways(declaration: type) -> list[tuple[str, str, Form, Cell | None]]:
    """Return how each column is read: its field, and what makes its content."""
    return [
        (
            key.attribute,
            "" if _is_deep(key.form) else name_of(key.form),
            key.form,
            _cell(key.form) if _is_deep(key.form) else None,
        )
        for key in keys_of(declaration).values()
    ]


@cache
def _unwritten(declaration: type) -> list[tuple[str, Any]]:
    """Return the fields that no YAML writes, but for the place, with their defaults."""
    written = {key.attribute for key in keys_of(declaration).values()} | {"span"}
    return [
        (item.name, item.default)
        for item in fields_of(declaration)
        if item.name not in written and item.default is not MISSING
    ]


def _is_deep(form: Form) -> bool:
    """Whether its content holds values of declarations."""
    return _declared(form) is not None


def _declared(form: Form) -> type | None:
    """Return the declaration of the values that the content of a form holds, if of any."""
    if isinstance(form, Nested):
        return form.declaration
    if isinstance(form, Listed):
        return _declared(form.item)
    if isinstance(form, Mapped):
        return _declared(form.value)
    inner = its_mapping(form) if isinstance(form, ByType) else None
    return None if inner is None else _declared(inner)


def _inner(declaration: type) -> Iterator[type]:
    """Yield the declarations of the values that one holds."""
    for key in keys_of(declaration).values():
        inner = _declared(key.form)
        if inner is not None:
            yield inner


def _cell(form: Form) -> Cell:
    """Return what makes the content of a cell that holds numbers of values."""
    if isinstance(form, ByType) and form.mapping is not None:
        return _cell(form.mapping)
    if isinstance(form, Mapped):
        one = _cell(form.value)
        return lambda cell, rows: {key: one(item, rows) for key, item in cell.items()}
    declaration = _declared(form)
    assert declaration is not None
    if isinstance(form, Listed) and isinstance(form.item, Nested):
        return lambda cell, rows: tuple(map(rows[declaration].__getitem__, cell))
    if isinstance(form, Listed):
        one = _cell(form.item)
        return lambda cell, rows: tuple([one(item, rows) for item in cell])
    return lambda cell, rows: rows[declaration][cell]
