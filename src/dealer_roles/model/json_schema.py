"""The JSON Schema of a declaration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dealer_roles.model.base_forms import WORDS
from dealer_roles.model.declare import Key, hover, keys_of, kind_word
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
    OrNull,
    Scalar,
    Str,
    TextForm,
    Whole,
)
from dealer_roles.model.languages import OTHERS

# Editors and jsonschema let `$` stand before a last newline: hence `(?!\n)`.
END = r"$(?!\n)"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
INLINE = "*"
TEXT = "Text"
Schema = dict[str, Any]


def json_schema(declaration: type) -> Schema:
    """Return the JSON Schema of a kind of file."""
    definitions: dict[str, Schema] = {}
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


def _object(declaration: type, definitions: dict[str, Schema]) -> Schema:
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


def _property(key: Key, definitions: dict[str, Schema]) -> Schema:
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


def schema_of(form: Form, definitions: dict[str, Schema]) -> Schema:
    """Return the JSON Schema of a form; mappings of others go into ``definitions``."""
    return _SCHEMAS[form.__class__](form, definitions)


def _str(form: Str, _: dict[str, Schema]) -> Schema:
    schema: Schema = {"type": "string"}
    if form.pattern:
        schema["pattern"] = form.pattern + (END if form.whole else "")
    bounds = {"maxLength": form.longest, "minLength": form.shortest}
    schema.update({k: v for k, v in bounds.items() if v is not None})
    if form.check:
        schema["format"] = form.check
    return schema


def _words() -> Schema:
    return _str(WORDS, {})


def _text(_: TextForm, definitions: dict[str, Schema]) -> Schema:
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


def _nested(form: Nested, definitions: dict[str, Schema]) -> Schema:
    name = title_of(form.declaration)
    if name not in definitions:
        definitions[name] = {}  # it may hold itself
        definitions[name] = _object(form.declaration, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _by_type(form: ByType, definitions: dict[str, Schema]) -> Schema:
    """Return one flat schema: what it asks of each type says nothing of the others."""
    ways = [way for way in (form.text, form.many, form.mapping) if way is not None]
    if len(ways) == 1 and not form.null:
        return schema_of(ways[0], definitions)
    merged: Schema = {"type": []}
    for way in ways:
        schema = _one_way(way, definitions)
        types = schema.pop("type", "string")
        merged["type"] += types if isinstance(types, list) else [types]
        schema.pop("title", None)
        schema.pop("description", None)
        merged.update(schema)
    if form.null:
        merged["type"].append("null")
    return merged


def _one_way(way: Form, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of one of several ways; it must say nothing of other types."""
    if isinstance(way, Nested):
        return _object(way.declaration, definitions)
    if isinstance(way, Choice):
        return {"type": "string", "pattern": f"^({'|'.join(way.words)}){END}"}
    return schema_of(way, definitions)


def _listed(form: Listed, definitions: dict[str, Schema]) -> Schema:
    bounds = {"minItems": form.fewest, "maxItems": form.most}
    given = {k: v for k, v in bounds.items() if v is not None}
    return {"type": "array", "items": schema_of(form.item, definitions), **given}


def _mapped(form: Mapped, definitions: dict[str, Schema]) -> Schema:
    bounds = {"minProperties": form.fewest, "maxProperties": form.most}
    return {
        "type": "object",
        "propertyNames": {k: v for k, v in _str(form.key, {}).items() if k != "type"},
        "additionalProperties": schema_of(form.value, definitions),
        **{k: v for k, v in bounds.items() if v is not None},
    }


def _whole(form: Whole, _: dict[str, Schema]) -> Schema:
    bounds = {"minimum": form.least, "maximum": form.most}
    return {"type": "integer", **{k: v for k, v in bounds.items() if v is not None}}


def _number(form: Number, _: dict[str, Schema]) -> Schema:
    bounds = {"minimum": form.least, "maximum": form.most, "exclusiveMinimum": form.more_than}
    return {"type": "number", **{k: v for k, v in bounds.items() if v is not None}}


def _or_null(form: OrNull, definitions: dict[str, Schema]) -> Schema:
    return {**_str(form.item, definitions), "type": ["string", "null"]}


def _one_key(form: OneKey, definitions: dict[str, Schema]) -> Schema:
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
_SCHEMAS: dict[type, Callable[[Any, dict[str, Schema]], Schema]] = {
    Str: _str,
    TextForm: _text,
    Nested: _nested,
    ByType: _by_type,
    Listed: _listed,
    Mapped: _mapped,
    Whole: _whole,
    Number: _number,
    OneKey: _one_key,
    OrNull: _or_null,
    Flag: lambda form, _: {"type": "boolean"},  # noqa: ARG005 - one signature for all
    Always: lambda form, _: {"const": form.value},
    Choice: lambda form, _: {"type": "string", "enum": list(form.words)},
    Anything: lambda form, _: {"type": form.type} if form.type else {},
    Scalar: lambda form, _: {"type": list(_SCALARS)},  # noqa: ARG005
}
