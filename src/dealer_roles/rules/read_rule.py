"""From a rule's plain data to a rule, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from dealer_roles.rules.kind import COMMON_FIELDS, Check, Kind
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.selection import Selector
from dealer_roles.rules.messages import fields_of
from dealer_roles.rules.rule import Rule, Threshold
from dealer_roles.source.document import Locator, YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.later import later
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.span import is_bundled
from dealer_roles.values.text import Text

Kinds = Mapping[str, Kind]


def read_rule(document: YamlDocument, number: int, kinds: Kinds, locator: Locator) -> Rule | Reader:
    """Return rule ``number`` of a document, or the reader that says what is wrong with it."""
    reader = Reader(document, ("rules", number), locator)
    raw = document.data["rules"][number]
    selector = reader.below("for").selector(raw["for"])
    condition = None
    if selector is not None and "when" in raw:
        condition = reader.below("when").condition(raw["when"], selector.kinds)
    kind, check = _check(raw["check"], reader.below("check"), kinds, selector)
    if kind is not None:
        _templates(raw, reader, kind)
    if reader.findings or selector is None or kind is None or check is None:
        return reader
    return Rule(
        id=raw["id"],
        name=Text.of(raw["name"]),
        why=Text.of(raw["why"]),
        severities=_severities(raw["severity"]),
        selector=selector,
        when=condition,
        kind=kind.name,
        check=check,
        message=Text.of(raw["message"]),
        fix=Text.of(raw["fix"]),
        profile=raw.get("profile", _usual_profile(document)),
        about=Text.of(document.data.get("about", "")),
        names=tuple(reader.names),
        examples=later(_examples, document, number),
        span=document.at(raw),
    )


def _examples(document: YamlDocument, number: int) -> tuple[tuple[str, Sequence[Any]], ...]:
    """Return the raw examples of a rule; the snapshot of those that ship is without them."""
    written = document.data["rules"][number]
    if "examples" not in written:
        written = _as_written(document.file)[document.index]["rules"][number]
    return tuple((side, written["examples"][side]) for side in ("ok", "bad"))


@cache
def _as_written(file: SourceFile) -> Mapping[int, Any]:
    """Return the data of each document of a file that ships, by its number in it."""
    documents, _ = read_documents([file], DEFAULTS)
    return {document.index: document.data for document in documents}


def _usual_profile(document: YamlDocument) -> str:
    """Return the profile of a rule that states none: one's own runs in all of them."""
    return "standard" if is_bundled(document.file.label) else "minimal"


def _check(
    raw: Mapping[str, Any], reader: Reader, kinds: Kinds, selector: Selector | None
) -> tuple[Kind | None, Check | None]:
    (name, parameters), *_ = raw.items()
    kind = kinds.get(name)
    if kind is None:
        what = Text("规则种类", "kind of rule")
        reader.unknown(what, name, kinds, "rule-kind", name, at_key=True)
        return None, None
    if selector is None:
        return kind, None
    if selector.what not in kind.applies:
        listed = ", ".join(kind.applies)
        reader.say(
            "rule-selector",
            Text(f"{name} 不适用于 {selector.what}", f"{name} does not apply to {selector.what}"),
            Text(f"for.what 可为：{listed}", f"for.what may be: {listed}"),
            name,
        )
        return kind, None
    return kind, kind.read(parameters, reader.below(name), selector.kinds)


def _severities(raw: Any) -> tuple[Threshold, ...]:
    if isinstance(raw, str):
        return (Threshold(0, raw),)  # type: ignore[arg-type] # the shape allows no other word
    found = (Threshold(item["at_least"], item["severity"]) for item in raw)
    return tuple(sorted(found, key=lambda threshold: threshold.at_least))


def _templates(raw: Mapping[str, Any], reader: Reader, kind: Kind) -> None:
    known = {**COMMON_FIELDS, **kind.fields}
    for key in ("message", "fix"):
        for place, words in _said(key, raw[key]):
            for name in fields_of(words):
                if name not in known:
                    _unknown_field(reader, name, known, place)


def _said(key: str, text: Mapping[str, str] | str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the words of a text, in each language that it is in, with their place."""
    if isinstance(text, str):
        yield (key,), text
    else:
        yield from (((key, lang), words) for lang, words in text.items())


def _unknown_field(
    reader: Reader, name: str, known: Mapping[str, Text], place: tuple[str, ...]
) -> None:
    if name in "{}":
        words = Text("花括号不成对", "a brace stands alone")
        fix = Text("字面的花括号写两遍：{{ 或 }}", "write a literal brace twice: {{ or }}")
        reader.say("rule-field", words, fix, *place)
        return
    near = ["{" + field + "}" for field in nearest(name, known, 1)]
    listed = ", ".join("{" + field + "}" for field in sorted(known))
    fix = did_you_mean(near, Text(f"可用：{listed}", f"known: {listed}"))
    words = Text(f"未知的字段 {{{name}}}", f"unknown field {{{name}}}")
    reader.say("rule-field", words, fix, *place)
