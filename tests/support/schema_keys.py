"""Every key that a schema allows, where it stands in documents, and other values for it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Any
Pointer = tuple[str | int, ...]
Groups = Sequence[Sequence[str]]
_NUMBER = re.compile(r"^[0-9]+(?= )")
_DATE = re.compile(r"^([0-9]{4})(-[0-9]{2}-[0-9]{2})$")


@dataclass(frozen=True)
class Key:
    """A key of a schema: its path, e.g. ``position.duties[].when``; and if it may be absent."""

    path: str
    optional: bool
    schema: Mapping[str, Json]


def keys_of(schema: Mapping[str, Json]) -> Iterator[Key]:
    """Yield every key that a schema allows, however deep.

    A text is one key, whatever its languages; words beside other keys are the key ``zh``.
    What names a file or an entry is none: another name is another entry. What may hold itself
    (a condition of conditions) is looked into once.
    """
    kind = schema["properties"]["kind"]["const"]
    yield from _keys(schema, schema, kind)


def _keys(
    root: Mapping[str, Json], schema: Mapping[str, Json], path: str, around: tuple[str, ...] = ()
) -> Iterator[Key]:
    if (here := schema.get("$ref", "")) in around:
        return
    around = (*around, here) if here else around
    known = resolved(root, schema)
    if "patternProperties" in known and set(known["properties"]) <= {"zh", "en"}:
        return
    needed = known.get("required", ())
    for name, below in known.get("properties", {}).items():
        if _names_it(path, name, needed) or (name == "en" and "patternProperties" in known):
            continue
        inner = {**resolved(root, below), **{k: v for k, v in below.items() if k != "$ref"}}
        yield Key(f"{path}.{name}", name not in needed, inner)
        yield from _keys(root, below, f"{path}.{name}", around)
    if isinstance(items := known.get("items"), Mapping):
        yield from _keys(root, items, f"{path}[]", around)
    if isinstance(more := known.get("additionalProperties"), Mapping):
        yield from _keys(root, more, f"{path}.*", around)


def _names_it(path: str, name: str, needed: Sequence[str]) -> bool:
    return (name == "kind" and "." not in path) or (name == "id" and name in needed)


def resolved(root: Mapping[str, Json], schema: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return what a schema's reference points at, else itself."""
    if "$ref" not in schema:
        return schema
    found: Mapping[str, Json] = root["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
    return found


def places(document: Json, path: str) -> list[Pointer]:
    """Return where the key of a path stands in a document."""
    found: list[Pointer] = [()]
    for part in re.findall(r"\[\]|\.\*|\.[^.\[]+", path[len(document["kind"]) :]):
        found = [(*at, name) for at in found for name in _below(value_at(document, at), part)]
    return found


def _below(value: Json, part: str) -> Sequence[str | int]:
    if part == "[]":
        return range(len(value)) if isinstance(value, list) else ()
    if not isinstance(value, dict):
        return ()
    return list(value) if part == ".*" else [name for name in (part[1:],) if name in value]


def value_at(document: Json, at: Pointer) -> Json:
    """Return what stands at a place."""
    for name in at:
        document = document[name]
    return document


def others(document: Json, at: Pointer, key: Key, ids: Groups) -> Iterator[Json]:
    """Yield the document with other values at a place, the mildest change first.

    Args:
        document: The document.
        at: Where the key stands.
        key: The key; one that may be absent is left out at last.
        ids: Groups of ids of which one may stand for another.
    """
    holder, name = value_at(document, at[:-1]), at[-1]
    for value in _values(holder[name], key.schema, ids):
        changed = copy.deepcopy(document)
        value_at(changed, at[:-1])[name] = value
        yield changed
    if key.optional:
        changed = copy.deepcopy(document)
        del value_at(changed, at[:-1])[name]
        yield changed


def _values(value: Json, schema: Mapping[str, Json], ids: Groups) -> Iterator[Json]:
    if isinstance(value, bool):
        yield from () if "const" in schema else (not value,)
    elif isinstance(value, int | float):
        yield from (value + 1, value - 1)
    elif isinstance(value, str):
        yield from _strings(value, schema, ids)
    elif isinstance(value, list):
        items = schema.get("items", {})
        for number, item in enumerate(value):
            for other in _values(item, items, ids):
                if other not in value:
                    yield [*value[:number], other, *value[number + 1 :]]
        if len(value) > 1:
            yield value[:-1]
    elif isinstance(value, dict):
        yield from _mappings(value, ids)


def _mappings(value: dict[str, Json], ids: Groups) -> Iterator[Json]:
    if set(value) >= {"zh", "en"} and isinstance(value["zh"], str):
        yield {**value, "zh": f"{value['zh']}（改）", "en": f"{value['en']} (changed)"}
    for name, item in value.items():
        if name not in ("zh", "en") or not isinstance(item, str):
            yield from ({**value, name: other} for other in _values(item, {}, ids))


def _strings(value: str, schema: Mapping[str, Json], ids: Groups) -> Iterator[str]:
    if "const" in schema:
        return
    if "enum" in schema:
        yield from (other for other in schema["enum"] if other != value)
        return
    near = [group for group in ids if value in group]
    yield from (other for group in near for other in group if other != value)
    if near:
        return
    if match := _NUMBER.match(value):
        yield f"{int(match.group()) + 5}{value[match.end() :]}"
    elif match := _DATE.match(value):
        yield f"{int(match.group(1)) + 1}{match.group(2)}"
    else:
        yield from (f"{value}x", f"{value}9", f"{value[:-1]}7", "USD")
