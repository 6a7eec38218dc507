"""Checked values from positioned plain data: pydantic's validator, built from a declaration.

Only this module imports pydantic's core, and only when a file must be checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from pydantic_core import SchemaValidator, ValidationError
from pydantic_core import core_schema as cs

from dealer_roles.model.base_forms import CHECKS, WORDS
from dealer_roles.model.declare import INLINE, Key, has_place, keys_of
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
from dealer_roles.model.languages import LANGUAGES
from dealer_roles.values.fields import fields_of
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.values.unseen import HALVES

_END = "$"
Core = Any


class DoesNotFit(Exception):
    """A document does not fit its declaration; why is worded elsewhere."""


def accept(declaration: type, data: Any, file: str) -> Any:
    """Return the value of a document of this kind.

    Args:
        declaration: The declaration of its kind.
        data: Its positioned plain data.
        file: What its places call the file.

    Raises:
        DoesNotFit: It does not fit.
    """
    try:
        return _validator(declaration).validate_python(data, context=file)
    except (ValidationError, UnicodeEncodeError) as error:  # the latter: half a character
        raise DoesNotFit from error


@cache
def _validator(declaration: type) -> SchemaValidator:
    build = _SchemaBuilder()
    schema = build.nested(declaration)
    return SchemaValidator(cs.definitions_schema(schema, build.definitions))


class _SchemaBuilder:
    """Builds core schemas; a declaration that is used twice is defined once."""

    def __init__(self) -> None:
        self.definitions: list[Core] = []
        self._known: set[type] = set()

    def of(self, form: Form) -> Core:
        return _CORES[form.__class__](self, form)

    def nested(self, declaration: type) -> Core:
        reference = declaration.__qualname__
        if declaration not in self._known:
            self._known.add(declaration)
            self.definitions.append(self._dataclass(declaration, reference))
        return cs.definition_reference_schema(reference)

    def _dataclass(self, declaration: type, reference: str) -> Core:
        keys = keys_of(declaration)
        fields = [self._field(key) for key in keys.values()]
        fields += [_unwritten(item) for item in _derived(declaration)]
        arguments = cs.dataclass_args_schema(
            declaration.__qualname__, fields, extra_behavior="forbid"
        )
        names = [item.name for item in fields_of(declaration)]
        made = cs.dataclass_schema(declaration, arguments, names, slots=True, frozen=True)
        if has_place(declaration):
            finish = _placing(declaration, keys if INLINE in keys else {})
            return cs.with_info_wrap_validator_function(finish, made, ref=reference)
        if INLINE in keys:
            lift = partial(_lifted, names=keys)
            return cs.no_info_before_validator_function(lift, made, ref=reference)
        made["ref"] = reference
        return made

    def _field(self, key: Key) -> Any:
        schema = self.of(key.form)
        if not key.required:
            schema = cs.with_default_schema(schema, default=key.default)
        return cs.dataclass_field(key.attribute, schema, validation_alias=key.name, kw_only=True)


def _derived(declaration: type) -> list[Any]:
    """Return the fields that no YAML writes."""
    written = {key.attribute for key in keys_of(declaration).values()}
    return [item for item in fields_of(declaration) if item.name not in written]


def _unwritten(item: Any) -> Any:
    """Return a field that always takes its default: its alias is no text that YAML may hold."""
    schema = cs.with_default_schema(cs.any_schema(), default=item.default)
    return cs.dataclass_field(item.name, schema, validation_alias=f"\0{item.name}", kw_only=True)


def _placing(declaration: type, names: Mapping[str, Any]) -> Callable[[Any, Any, Any], Any]:
    """Return what says where a value stands, and lifts texts that stand in its mapping."""
    place = declaration.span.__set__  # type: ignore[attr-defined] # a slot's descriptor

    def finish(data: Any, check: Callable[[Any], Any], info: Any) -> Any:
        value = check(_lifted(data, names) if names else data)
        place(value, Span(info.context, data.line, data.column))
        return value

    return finish


def _lifted(data: Any, names: Mapping[str, Any]) -> Any:
    """Return a mapping whose texts by language stand under one key."""
    if isinstance(data, str):
        return {INLINE: data}
    if not isinstance(data, dict):
        raise ValueError("not a mapping")  # noqa: TRY004 - only a ValueError is a refusal
    texts = {k: v for k, v in data.items() if k in LANGUAGES and k not in names}
    if not texts:
        return data
    return {INLINE: texts, **{k: v for k, v in data.items() if k not in texts}}


def _str(build: _SchemaBuilder, form: Str) -> Core:
    del build
    schema = _str_schema(form)
    if not form.check:
        return schema
    return cs.no_info_after_validator_function(_checked(CHECKS[form.check]), schema)


def _str_schema(form: Str) -> Core:
    """Return the schema of a text; halves of characters are refused by whatever is `strict`."""
    return cs.str_schema(
        pattern=form.pattern.replace(HALVES, "") + _END,
        max_length=form.longest,
        min_length=form.shortest,
        strict=True,
    )


def _checked(check: Callable[[str], bool]) -> Callable[[str], str]:
    known: dict[str, bool] = {}

    def checked(text: str) -> str:
        good = known.get(text)
        if good is None:
            good = known[text] = check(text)
        if not good:
            raise ValueError(text)
        return text

    return checked


_WORDS = _str_schema(WORDS)
_LANGUAGE = cs.literal_schema(sorted(LANGUAGES))


def _text(build: _SchemaBuilder, form: TextForm) -> Core:
    del build, form
    by_language = cs.dict_schema(_LANGUAGE, _WORDS, min_length=1, strict=True)
    return cs.no_info_after_validator_function(Text.of, _either([by_language, _WORDS]))


def _either(choices: list[Core]) -> Core:
    """Return the schema of what fits one of several, tried in order."""
    return choices[0] if len(choices) == 1 else cs.union_schema(choices, mode="left_to_right")


def _by_type(build: _SchemaBuilder, form: ByType) -> Core:
    ways = [build.of(way) for way in (form.text, form.many, form.mapping) if way is not None]
    if form.null:
        ways.append(cs.none_schema())
    return cs.no_info_after_validator_function(form.make, _either(ways))


def _listed(build: _SchemaBuilder, form: Listed) -> Core:
    return cs.tuple_variable_schema(
        build.of(form.item), min_length=form.fewest, max_length=form.most
    )


def _mapped(build: _SchemaBuilder, form: Mapped) -> Core:
    return cs.dict_schema(
        build.of(form.key),
        build.of(form.value),
        min_length=form.fewest,
        max_length=form.most,
        strict=True,
    )


def _whole(build: _SchemaBuilder, form: Whole) -> Core:
    del build
    return cs.int_schema(ge=form.least, le=form.most, strict=True)


def _number(build: _SchemaBuilder, form: Number) -> Core:
    del build
    number = cs.float_schema(
        strict=True, allow_inf_nan=False, ge=form.least, le=form.most, gt=form.more_than
    )
    return cs.no_info_after_validator_function(_whole_if_it_is, number)


def _whole_if_it_is(number: float) -> float:
    return int(number) if number.is_integer() else number


def _always(build: _SchemaBuilder, form: Always) -> Core:
    del build

    def same(value: Any) -> Any:
        if value.__class__ is not form.value.__class__ or value != form.value:
            raise ValueError(value)
        return value

    return cs.no_info_plain_validator_function(same)


def _one_key(build: _SchemaBuilder, form: OneKey) -> Core:
    known = {name: build.nested(one) for name, one in form.known().items()}
    fields = {name: cs.typed_dict_field(schema, required=False) for name, schema in known.items()}

    def single(data: Any) -> Any:
        if not isinstance(data, dict) or len(data) != 1:
            raise ValueError("exactly one key")
        return data

    checked = cs.typed_dict_schema(fields, extra_behavior="allow")
    return cs.no_info_before_validator_function(single, checked)


_ANY_TYPES = {"object": dict, "array": list}


def _anything(build: _SchemaBuilder, form: Anything) -> Core:
    del build
    if not form.type:
        return cs.any_schema()
    return cs.is_instance_schema(_ANY_TYPES[form.type])


def _scalar(build: _SchemaBuilder, form: Scalar) -> Core:
    del build, form

    return _either([_str_schema(Str()), cs.is_instance_schema((bool, int, float))])


_CORES: dict[type, Callable[[_SchemaBuilder, Any], Core]] = {
    Str: _str,
    TextForm: _text,
    ByType: _by_type,
    Listed: _listed,
    Mapped: _mapped,
    Whole: _whole,
    Number: _number,
    OneKey: _one_key,
    Always: _always,
    Anything: _anything,
    Scalar: _scalar,
    Flag: lambda build, form: cs.bool_schema(strict=True),  # noqa: ARG005 - one signature for all
    Choice: lambda build, form: cs.literal_schema(list(form.words)),  # noqa: ARG005
    Nested: lambda build, form: build.nested(form.declaration),
}
