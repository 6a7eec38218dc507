"""Why a document does not fit its schema, in words; the only importer of jsonschema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import extend

from dealer_roles.model.base_forms import CHECKS
from dealer_roles.model.languages import LANGUAGES
from dealer_roles.model.meant import meant, meant_key, meant_language, meant_words, mend
from dealer_roles.model.mends import WRITE_OR_DELETE, mend_type
from dealer_roles.model.misfit import (
    Misfit,
    cut_number,
    indented_wrongly,
    key_with_value,
    run_together,
    wide_indentation,
)
from dealer_roles.model.refusal_words import (
    BOUNDS,
    FORMATS,
    OTHER_MEND,
    PATTERNS,
    SHOWN,
    TYPES,
)
from dealer_roles.model.schema_files import schema
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.text import Text
from dealer_roles.values.unseen import UNSEEN
from dealer_roles.words.marks import how_many

Path = tuple[str | int, ...]
MOST_ERRORS = 1_000
MOST_SUGGESTED = 60


def _is_integer(_: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, check in CHECKS.items():
        checker.checks(name)(_of_text(check))
    return checker


def _of_text(check: Callable[[str], bool]) -> Callable[[object], bool]:
    """Return a check that says nothing of what is no text: its type is told elsewhere."""
    return lambda value: not isinstance(value, str) or check(value)


@cache
def _validator(kind: str) -> Any:
    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    strict = extend(Draft202012Validator, type_checker=types)  # type: ignore[no-untyped-call] # its stubs lack types
    return strict(schema(kind), format_checker=_formats())


def misfits(kind: str, data: Any) -> list[Misfit]:
    """Return every way in which ``data`` does not fit the schema of ``kind``.

    A key that is missing because it is misspelt, or because a wrong sign runs it together with
    its neighbour, is told once, and so is a date that is none.
    """
    errors = list(islice(_validator(kind).iter_errors(data), MOST_ERRORS))
    found = [misfit for error in _once(errors) for misfit in _words(error)]
    found = indented_wrongly(run_together(found, data))
    misspelt = {(m.path, m.meant) for m in found if m.key is not None and m.meant}
    return [m for m in found if m.key is not None or (m.path, m.meant) not in misspelt]


_TELL_MORE = {"format": {"pattern", "type"}, "enum": {"type"}, "pattern": {"type"}}


def _once(errors: list[Any]) -> Iterator[Any]:
    """Yield errors; not that something is none of the choices where it is not even text."""
    at: dict[Path, set[str]] = {}
    for error in errors:
        at.setdefault(tuple(error.absolute_path), set()).add(str(error.validator))
    for error in errors:
        others = at[tuple(error.absolute_path)]
        if not _TELL_MORE.get(str(error.validator), set()) & others:
            yield error


def _words(error: Any) -> Iterator[Misfit]:
    path = tuple(error.absolute_path)
    describe = _DESCRIBE.get(str(error.validator))
    if describe is None:
        words = Text(f"不符合格式：{error.message}", error.message)
        yield Misfit(path, None, words, OTHER_MEND)
    else:
        yield from describe(error, path)


def _missing(error: Any, path: Path) -> Iterator[Misfit]:
    for key in error.validator_value:
        if key not in error.instance and f"'{key}'" in error.message:
            hover = _hover(error.schema, key)
            yield Misfit(
                path,
                None,
                Text(f"缺少必填键 {key!r}", f"the key {key!r} is missing"),
                Text(f"请补上 {key}：{hover.zh}", f"add {key}: {hover.en}"),
                key,
            )


def _hover(node: Any, key: str) -> Text:
    words = str(node.get("properties", {}).get(key, {}).get("description", ""))
    zh, _, en = words.partition(" — ")
    return Text(zh or "…", en or "…")


def _extra(error: Any, path: Path) -> Iterator[Misfit]:
    known = list(error.schema.get("properties", {}))
    others = [re.compile(p) for p in error.schema.get("patternProperties", ())]
    free = [k for k in known if k not in error.instance]
    told = 0
    strange = [k for k in error.instance if k not in known and not any(o.search(k) for o in others)]
    loose = [key for key in strange if key in LANGUAGES] if "name" in free else []
    if loose:
        yield _name_by_language(error.instance, loose, path)
    for key in strange:
        if key not in loose:
            told += 1
            slip = key_with_value(key, free) or cut_number(error.instance, key)
            slip = slip or wide_indentation(key)
            if slip is not None:
                yield Misfit(path, key, slip.message, slip.fix, slip.key)
                continue
            near: tuple[str, ...] = ()
            if told <= MOST_SUGGESTED:
                near = meant_key(key, _chinese(error.schema, free)) or meant_language(key, free)
                near = near or meant_words(key, error.instance[key], free) or nearest(key, free, 1)
            keys = Text(f"可用的键：{'、'.join(known)}", f"known keys: {', '.join(known)}")
            fix = did_you_mean(near[:1], keys)
            words = Text(f"未知的键 {key!r}", f"unknown key {key!r}")
            yield Misfit(path, key, words, fix, near[0] if near else "")


def _name_by_language(instance: Mapping[str, Any], codes: list[str], path: Path) -> Misfit:
    """Return what is wrong where a name stands beside the keys, a language each."""
    name = ", ".join(f"{code}: {instance[code]}" for code in codes)
    return Misfit(
        path,
        codes[0],
        Text(f"这里没有语言键 {codes[0]!r}", f"the language {codes[0]!r} is no key here"),
        Text(f"名称写作 name: {{{name}}}", f"write the name as `name: {{{name}}}`"),
        "name",
    )


def _chinese(node: Any, keys: list[str]) -> dict[str, str]:
    """Return what keys are called in Chinese."""
    return {key: _hover(node, key).zh for key in keys}


def _type(error: Any, path: Path) -> Iterator[Misfit]:
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    zh = "、".join(TYPES[n].zh for n in names)
    en = " or ".join(TYPES[n].en for n in names)
    got = _shown(error.instance)
    hint = mend_type(error.instance, names, error.schema, Text(zh, en))
    words = Text(f"应为{zh}，实际是 {got}", f"should be {en}, but is {got}")
    yield Misfit(path, None, words, hint, nothing=error.instance is None)


def _choice(error: Any, path: Path) -> Iterator[Misfit]:
    choices = [str(c) for c in error.validator_value]
    near = _run_together(error.instance, choices) if isinstance(path[-1], int) else ()
    near = near or meant(error.instance, choices) or nearest(str(error.instance), choices, 1)
    got = _shown(error.instance)
    one_of = Text(f"可选：{'、'.join(choices)}", f"one of: {', '.join(choices)}")
    fix = did_you_mean(near[:1], one_of)
    yield Misfit(path, None, Text(f"{got} 不在可选值之列", f"{got} is not one of the choices"), fix)


def _run_together(value: object, choices: Sequence[str]) -> tuple[str, ...]:
    """Return the entries of a list that stand in one, parted by full-width commas."""
    parts = re.split("[、，；]", str(value))
    found = [one for p in parts for one in ((p,) if p in choices else meant(p, choices))]
    return (", ".join(found),) if len(found) == len(parts) > 1 else ()


def _constant(error: Any, path: Path) -> Iterator[Misfit]:
    want, got = _shown(error.validator_value), _shown(error.instance)
    yield Misfit(
        path,
        None,
        Text(f"只能是 {want}，实际是 {got}", f"must be {want}, but is {got}"),
        Text(f"请写 {want}", f"write {want}"),
    )


def _pattern(error: Any, path: Path) -> Iterator[Misfit]:
    pattern = str(error.validator_value)
    wanted, otherwise = next(
        ((words, fix) for part, words, fix in PATTERNS if part in pattern),
        (Text(f"符合 {pattern} 的文本", f"text that matches {pattern}"), OTHER_MEND),
    )
    if UNSEEN.search(error.instance):
        wanted, otherwise = SHOWN, Text("请删除控制字符", "delete the control characters")
    if not error.instance.strip():
        otherwise = WRITE_OR_DELETE
    fix = mend(error.instance, _fits(error)) or otherwise
    yield Misfit(path, _property(error), _should(wanted, error.instance), fix)


def _fits(error: Any) -> Callable[[str], bool]:
    pattern = re.compile(str(error.validator_value))
    return lambda text: pattern.search(text) is not None


def _format(error: Any, path: Path) -> Iterator[Misfit]:
    name = error.validator_value
    wanted, otherwise = FORMATS[name]
    fix = mend(error.instance, CHECKS[name]) or otherwise
    yield Misfit(path, _property(error), _should(wanted, error.instance), fix)


def _without_text(_: Any, path: Path) -> Iterator[Misfit]:
    words = Text("缺少文字", "the text is missing")
    yield Misfit(path, None, words, Text("请写 zh、en 或其中之一", "write zh, en, or one of them"))


def _bound(error: Any, path: Path) -> Iterator[Misfit]:
    zh, en, counted, fix = BOUNDS[str(error.validator)]
    bound, got = error.validator_value, error.instance
    met = len(got) if isinstance(got, (str, list, dict)) else _shown(got)
    asked = how_many(bound, counted) if counted else bound
    words = Text(f"{zh.format(bound)}，实际是 {met}", f"{en.format(asked)}, not {met}")
    yield Misfit(path, _property(error), words, fix)


def _property(error: Any) -> str | None:
    """Return the key itself where the error is about a key's own form."""
    return str(error.instance) if "propertyNames" in error.absolute_schema_path else None


def _should(wanted: Text, value: object) -> Text:
    got = _shown(value)
    return Text(f"应为{wanted.zh}，实际是 {got}", f"should be {wanted.en}, but is {got}")


def _shown(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…'"


_DESCRIBE: dict[str, Callable[[Any, Path], Iterator[Misfit]]] = {
    "required": _missing,
    "additionalProperties": _extra,
    "type": _type,
    "enum": _choice,
    "const": _constant,
    "pattern": _pattern,
    "format": _format,
    "not": _without_text,
    **dict.fromkeys(BOUNDS, _bound),
}
