"""Why a document does not fit its schema, in words; the only importer of jsonschema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import extend

from dealer_roles.model.base_forms import CHECKS
from dealer_roles.model.languages import LANGUAGES
from dealer_roles.model.meant import meant, mend
from dealer_roles.model.misfit import Misfit, key_with_value, run_together
from dealer_roles.model.schema_files import schema
from dealer_roles.values.near import nearest
from dealer_roles.values.text import NO_TEXT, Text
from dealer_roles.values.unseen import REFUSED

_TYPES = {
    "string": Text("文本", "text"),
    "array": Text("列表", "a list"),
    "object": Text("映射（键： 值）", "a mapping (key: value)"),
    "integer": Text("整数", "a whole number"),
    "number": Text("数字", "a number"),
    "boolean": Text("true 或 false", "true or false"),
    "null": Text("空值", "nothing (null)"),
}
_ID = Text(
    "编号（任何文字的小写字母、数字和单个连字符，如 sales-consultant、店长）",
    "an id of lower-case letters of any script, digits and single hyphens, e.g. sales-consultant",
)
_PATTERNS = (
    (
        "(minutes?|hours?)",
        Text("工时，如 30 minutes、2 hours", "working time: `30 minutes`, `2 hours`"),
    ),
    (
        "minutes?|hours?",
        Text("时限，如 2 hours、3 business days", "a limit: `2 hours`, `3 business days`"),
    ),
    ("(-(", _ID),
    ("[0-9]{4}-[0-9]{2}-[0-9]{2}", Text("日期，如 2026-01-31", "a date such as 2026-01-31")),
    ("[A-Z]{3}", Text("币种代码，如 CNY", "a currency code such as CNY")),
    ("，", Text("一个出处编号，如 D14.6.2", "one id of a source, e.g. D14.6.2")),
    ("]*[^ ", Text("非空文本", "text that is not blank")),
)
_UNSEEN = re.compile(f"[{REFUSED}]")
_SHOWN = Text("没有控制字符的文本", "text without control characters")


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
    formless = {tuple(e.absolute_path) for e in errors if e.validator == "pattern"}
    found = [
        misfit
        for error in errors
        if error.validator != "format" or tuple(error.absolute_path) not in formless
        for misfit in _words(error)
    ]
    found = run_together(found, data)
    misspelt = {(m.path, m.meant) for m in found if m.key is not None and m.meant}
    return [m for m in found if m.key is not None or (m.path, m.meant) not in misspelt]


def _words(error: Any) -> Iterator[Misfit]:
    path = tuple(error.absolute_path)
    describe = _DESCRIBE.get(str(error.validator))
    if describe is None:
        yield Misfit(path, None, Text(f"不符合格式：{error.message}", error.message), NO_TEXT)
    else:
        yield from describe(error, path)


Path = tuple[str | int, ...]


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
            slip = key_with_value(key, free)
            if slip is not None:
                yield Misfit(path, key, slip.message, slip.fix, slip.key)
                continue
            near = nearest(key, free, 1) if told <= MOST_SUGGESTED else ()
            fix = (
                Text(f"是否想写 {near[0]}？", f"did you mean {near[0]}?")
                if near
                else Text(f"可用的键：{'、'.join(known)}", f"known keys: {', '.join(known)}")
            )
            yield Misfit(path, key, Text(f"未知的键 {key!r}", f"unknown key {key!r}"), fix, *near)


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


def _type(error: Any, path: Path) -> Iterator[Misfit]:
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    zh = "、".join(_TYPES[n].zh for n in names)
    en = " or ".join(_TYPES[n].en for n in names)
    got = _shown(error.instance)
    hint = NO_TEXT
    if error.instance is None:
        hint = Text("填写内容，或删除这个键", "write a value, or delete the key")
    elif names == ["string"] and isinstance(error.instance, (int, float)):
        hint = Text("请加引号", "put it in quotes")
    elif names == ["array"]:
        hint = Text("每一项以「- 」开头", "begin each entry with `- `")
    elif isinstance(error.instance, list):
        hint = Text("请去掉「- 」或方括号", "leave out the dashes or square brackets")
    yield Misfit(path, None, Text(f"应为{zh}，实际是 {got}", f"should be {en}, but is {got}"), hint)


def _choice(error: Any, path: Path) -> Iterator[Misfit]:
    choices = [str(c) for c in error.validator_value]
    near = meant(error.instance, choices) or nearest(str(error.instance), choices, 1)
    got = _shown(error.instance)
    fix = (
        Text(f"是否想写 {near[0]}？", f"did you mean {near[0]}?")
        if near
        else Text(f"可选：{'、'.join(choices)}", f"one of: {', '.join(choices)}")
    )
    yield Misfit(path, None, Text(f"{got} 不在可选值之列", f"{got} is not one of the choices"), fix)


def _constant(error: Any, path: Path) -> Iterator[Misfit]:
    want, got = _shown(error.validator_value), _shown(error.instance)
    yield Misfit(
        path,
        None,
        Text(f"只能是 {want}，实际是 {got}", f"must be {want}, but is {got}"),
        NO_TEXT,
    )


def _pattern(error: Any, path: Path) -> Iterator[Misfit]:
    wanted = next(
        (words for part, words in _PATTERNS if part in str(error.validator_value)),
        Text(f"符合 {error.validator_value} 的文本", f"text that matches {error.validator_value}"),
    )
    wanted = _SHOWN if _UNSEEN.search(error.instance) else wanted
    message, _ = _should(wanted, error.instance)
    yield Misfit(path, _property(error), message, mend(error.instance, _fits(error)))


def _fits(error: Any) -> Callable[[str], bool]:
    pattern = re.compile(str(error.validator_value))
    return lambda text: pattern.search(text) is not None


def _format(error: Any, path: Path) -> Iterator[Misfit]:
    name = error.validator_value
    message, _ = _should(_FORMATS[name], error.instance)
    yield Misfit(path, _property(error), message, mend(error.instance, CHECKS[name]))


_FORMATS = {
    "date": Text("真实的日期，如 2026-01-31", "a real date such as 2026-01-31"),
    "id": _ID,
}


def _without_text(_: Any, path: Path) -> Iterator[Misfit]:
    words = Text("缺少文字", "the text is missing")
    yield Misfit(path, None, words, Text("请写 zh、en 或其中之一", "write zh, en, or one of them"))


def _bound(error: Any, path: Path) -> Iterator[Misfit]:
    zh, en = _BOUNDS[str(error.validator)]
    bound, got = error.validator_value, error.instance
    met = len(got) if isinstance(got, (str, list, dict)) else _shown(got)
    words = Text(f"{zh.format(bound)}，实际是 {met}", f"{en.format(bound)}, not {met}")
    yield Misfit(path, _property(error), words, NO_TEXT)


def _property(error: Any) -> str | None:
    """Return the key itself where the error is about a key's own form."""
    return str(error.instance) if "propertyNames" in error.absolute_schema_path else None


def _should(wanted: Text, value: object) -> tuple[Text, Text]:
    got = _shown(value)
    return (
        Text(f"应为{wanted.zh}，实际是 {got}", f"should be {wanted.en}, but is {got}"),
        NO_TEXT,
    )


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


_BOUNDS = {
    "minLength": ("至少 {} 个字符", "must have at least {} characters"),
    "maxLength": ("最多 {} 个字符", "must have at most {} characters"),
    "minItems": ("列表至少 {} 项", "the list needs at least {} items"),
    "maxItems": ("列表最多 {} 项", "the list may have at most {} items"),
    "minProperties": ("至少 {} 个键", "needs at least {} keys"),
    "maxProperties": ("最多 {} 个键", "may have at most {} keys"),
    "minimum": ("不得小于 {}", "must be at least {}"),
    "maximum": ("不得大于 {}", "must be at most {}"),
    "exclusiveMinimum": ("必须大于 {}", "must be more than {}"),
}
_DESCRIBE: dict[str, Callable[[Any, Path], Iterator[Misfit]]] = {
    "required": _missing,
    "additionalProperties": _extra,
    "type": _type,
    "enum": _choice,
    "const": _constant,
    "pattern": _pattern,
    "format": _format,
    "not": _without_text,
    **dict.fromkeys(_BOUNDS, _bound),
}
