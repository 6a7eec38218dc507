"""The JSON Schema of a declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dealer_roles.model.base_forms import WORDS
from dealer_roles.model.declare import INLINE, Key, hover, keys_of, kind_word
from dealer_roles.model.forms import (
    Always,
    Anything,
    ByType,
    Choice,
    Flag,
    Form,
    Listed,
    Mapped,
    Nested,
    Number,
    OneKey,
    Scalar,
    Str,
    TextForm,
    Whole,
)
from dealer_roles.model.languages import OTHERS

# Editors and jsonschema let `$` stand before a last newline: hence `(?!\n)`.
END = r"$(?!\n)"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT = "Text"
Schema = dict[str, Any]
IdSchemas = Mapping[str, Schema]
"""What may stand where an id of a namespace is asked for, with the names editors show."""


class Definitions(dict[str, Schema]):
    """The definitions of one schema, and the ids it completes, if it completes any."""

    def __init__(self, ids: IdSchemas | None = None) -> None:
        super().__init__()
        self._ids = ids or {}

    def ids(self, namespace: str) -> Schema:
        """Return a reference to the ids of a namespace; nothing where none are listed."""
        if namespace not in self._ids:
            return {}
        name = f"{namespace}-ids"
        self[name] = self._ids[namespace]
        return {"$ref": f"#/$defs/{name}"}

    def keys_in(self, namespace: str) -> Mapping[str, str]:
        """Return the ids of a namespace with what editors say of them."""
        known = self._ids.get(namespace, {})
        return dict(zip(known.get("enum", ()), known.get("enumDescriptions", ()), strict=True))


def json_schema(declaration: type, ids: IdSchemas | None = None) -> Schema:
    """Return the JSON Schema of a kind of file.

    Args:
        declaration: The kind of file.
        ids: The ids that are known, by namespace, for editors to complete; without them
            the schema says only what an id looks like.
    """
    definitions = Definitions(ids)
    schema = _object(declaration, definitions)
    kind = kind_word(declaration)
    zh, en = hover(declaration)
    ordered = {name: definitions[name] for name in sorted(definitions)}
    return {
        "$schema": DIALECT,
        "$id": f"urn:dealer-roles:schema:{kind}",
        **schema,
        "title": f"dealer-roles: {kind} ({zh})",
        "description": f"{zh} — {en}",
        "$defs": ordered,
    }


def title_of(declaration: type) -> str:
    """Return the name of a declaration in schemas and reference pages."""
    return declaration.__name__.removesuffix("Form")


def _object(declaration: type, definitions: Definitions) -> Schema:
    keys = keys_of(declaration)
    plain = {name: key for name, key in keys.items() if name != INLINE}
    zh, en = hover(declaration)
    schema: Schema = {
        "type": "object",
        "title": title_of(declaration),
        "description": f"{zh} — {en}",
        "properties": {name: _property(key, definitions) for name, key in plain.items()},
        "additionalProperties": False,
    }
    needed = [name for name, key in plain.items() if key.required]
    if needed:
        schema["required"] = needed
    return _with_texts(schema, keys[INLINE], plain) if INLINE in keys else schema


def _property(key: Key, definitions: Definitions) -> Schema:
    return {**schema_of(key.form, definitions), "description": f"{key.zh} — {key.en}"}


def _with_texts(schema: Schema, text: Key, plain: dict[str, Key]) -> Schema:
    """Let the texts by language stand in the mapping itself, or a plain text in its place."""
    words = _words()
    if not any(key.required for key in plain.values()):
        schema |= {**words, "type": ["object", "string"]}
    schema["properties"] = {
        "zh": {**words, "description": "中文 — Chinese"},
        "en": {**words, "description": "英文 — English"},
        **schema["properties"],
    }
    others = [name for name in plain if len(name) == 2]
    spared = f"(?!({'|'.join(others)}){END})" if others else ""
    schema["patternProperties"] = {f"^{spared}{OTHERS.removeprefix('^')}{END}": words}
    if text.required:
        schema["not"] = {"type": "object", "propertyNames": {"enum": sorted(plain)}}
    return schema


def schema_of(form: Form, definitions: Definitions) -> Schema:
    """Return the JSON Schema of a form; mappings of others go into ``definitions``."""
    return _SCHEMAS[form.__class__](form, definitions)


def _bounds(**stated: float | None) -> Schema:
    """Return the bounds that are stated."""
    return {name: bound for name, bound in stated.items() if bound is not None}


def _str(form: Str, definitions: Definitions) -> Schema:
    bounds = _bounds(maxLength=form.longest, minLength=form.shortest)
    schema: Schema = {"type": "string", "pattern": form.pattern + END, **bounds}
    if form.check:
        schema["format"] = form.check
    return {**schema, **definitions.ids(form.refers)}


def _words() -> Schema:
    return _str(WORDS, Definitions())


def _text(_: TextForm, definitions: Definitions) -> Schema:
    if TEXT not in definitions:
        words = _words()
        definitions[TEXT] = {
            "title": TEXT,
            "description": "文本 — A text by language, or a plain one",
            **words,
            "type": ["object", "string"],
            "properties": {
                "zh": {**words, "description": "中文 — Chinese"},
                "en": {**words, "description": "英文 — English"},
            },
            "patternProperties": {OTHERS + END: words},
            "additionalProperties": False,
            "minProperties": 1,
        }
    return {"$ref": f"#/$defs/{TEXT}"}


def _nested(form: Nested, definitions: Definitions) -> Schema:
    name = title_of(form.declaration)
    if name not in definitions:
        definitions[name] = {}  # it may hold itself
        definitions[name] = _object(form.declaration, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _by_type(form: ByType, definitions: Definitions) -> Schema:
    """Return one flat schema: what it asks of each type says nothing of the others."""
    ways = [way for way in (form.text, form.many, form.mapping) if way is not None]
    if len(ways) == 1 and not form.null:
        return schema_of(ways[0], definitions)
    merged: Schema = {"type": []}
    listed: Schema = {}
    for way in ways:
        schema = _one_way(way, definitions)
        if isinstance(way, Str) and "$ref" in schema:
            listed = {"$ref": schema.pop("$ref")}
        types = schema.pop("type", "string")
        merged["type"] += types if isinstance(types, list) else [types]
        schema.pop("title", None)
        schema.pop("description", None)
        merged.update(schema)
    if form.null:
        merged["type"].append("null")
    if listed:  # one of these where text stands, and nothing is asked of other types
        merged["anyOf"] = [listed, {"type": [one for one in merged["type"] if one != "string"]}]
    return merged


def _one_way(way: Form, definitions: Definitions) -> Schema:
    """Return the schema of one of several ways; it must say nothing of other types."""
    if isinstance(way, Nested):
        return _object(way.declaration, definitions)
    if isinstance(way, Choice):
        return {"type": "string", "pattern": f"^({'|'.join(way.words)}){END}"}
    return schema_of(way, definitions)


def _listed(form: Listed, definitions: Definitions) -> Schema:
    bounds = _bounds(minItems=form.fewest, maxItems=form.most)
    return {"type": "array", "items": schema_of(form.item, definitions), **bounds}


def _mapped(form: Mapped, definitions: Definitions) -> Schema:
    value = schema_of(form.value, definitions)
    known = {
        key: {**_value_of(form, key, value, definitions), "description": words}
        for key, words in definitions.keys_in(form.key.refers).items()
    }
    return {
        "type": "object",
        "propertyNames": {k: v for k, v in _str(form.key, Definitions()).items() if k != "type"},
        **({"properties": known} if known else {}),
        "additionalProperties": False if known else value,
        **_bounds(minProperties=form.fewest, maxProperties=form.most),
    }


def _value_of(form: Mapped, key: str, value: Schema, definitions: Definitions) -> Schema:
    """Return what may stand under a known key: of a dimension, its own values."""
    listed = definitions.ids(f"value:{key}") if form.key.refers == "dimension" else {}
    return {"anyOf": [listed, {"type": "array", "items": listed}]} if listed else value


def _whole(form: Whole, _: Definitions) -> Schema:
    return {"type": "integer", **_bounds(minimum=form.least, maximum=form.most)}


def _number(form: Number, _: Definitions) -> Schema:
    bounds = _bounds(minimum=form.least, maximum=form.most, exclusiveMinimum=form.more_than)
    return {"type": "number", **bounds}


def _one_key(form: OneKey, definitions: Definitions) -> Schema:
    properties: Schema = {}
    for name, declaration in form.known().items():
        zh, en = hover(declaration)
        ref = _nested(Nested(declaration), definitions)
        properties[name] = {**ref, "description": f"{zh} — {en}"}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": True,
        "minProperties": 1,
        "maxProperties": 1,
    }


_SCALARS = ["string", "boolean", "number"]
_SCHEMAS: dict[type, Callable[[Any, Definitions], Schema]] = {
    Str: _str,
    TextForm: _text,
    Nested: _nested,
    ByType: _by_type,
    Listed: _listed,
    Mapped: _mapped,
    Whole: _whole,
    Number: _number,
    OneKey: _one_key,
    Flag: lambda form, _: {"type": "boolean"},  # noqa: ARG005 - one signature for all
    Always: lambda form, _: {"const": form.value},
    Choice: lambda form, _: {"type": "string", "enum": list(form.words)},
    Anything: lambda form, _: {"type": form.type} if form.type else {},
    Scalar: lambda form, _: {"type": list(_SCALARS), "pattern": Str().pattern + END},  # noqa: ARG005
}
