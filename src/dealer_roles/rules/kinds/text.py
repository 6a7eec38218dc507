"""``text``: the wording of a field: its length, words to avoid, both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dealer_roles.model.base_forms import WORDS
from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.forms import Always, Listed, Nested, Str
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.fields import raw_field
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import plain, span_of, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.selection import SELECTABLE
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import COUNT, parameters_of
from dealer_roles.values.text import NO_TEXT, Text
from dealer_roles.words.marks import how_many, named


@declared
class LengthsForm:
    """字数 — Characters a language."""

    zh: Any = optional(COUNT, "中文", "Chinese")
    en: Any = optional(COUNT, "英文", "English")


@declared
class PhrasesForm:
    """用语 — Phrases a language."""

    zh: Any = optional(Listed(WORDS, most=200), "中文", "Chinese")
    en: Any = optional(Listed(WORDS, most=200), "英文", "English")


@declared
class TextParameters:
    """措辞 — Demands on the text of a field.

    A language without a demand is free. Where both are asked for, no language of the organization
    may be missing, nor Chinese a copy of English; where every name is in one language, that is all.
    """

    field: str = required(Str(longest=40), "字段", "The field")
    longest: Mapping[str, int] = optional(Nested(LengthsForm), "最多字数", "The most characters")
    shortest: Mapping[str, int] = optional(Nested(LengthsForm), "最少字数", "The fewest characters")
    forbidden: Mapping[str, tuple[str, ...]] = optional(
        Nested(PhrasesForm), "不该用的说法", "Phrases to avoid"
    )
    both: bool = optional(
        Always(value=True), "中英文齐全", "Both languages are there and differ", default=False
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield one finding for the first text of the field that breaks a demand."""
        raw = raw_field(view, node, self.field)
        texts = [raw] if isinstance(raw, Text) else list(raw or ())
        for text in texts:
            fault = isinstance(text, Text) and self._fault(text, _languages(view))
            if fault:
                why, lang = fault
                shown = text.get(lang)
                yield Hit(
                    (node.id,),
                    span_of(view, node),
                    {"fault": why, "text": plain(shown), "length": plain(len(shown))},
                    (witness(view, node),),
                    len(shown),
                )
                return

    def _fault(self, text: Text, languages: Sequence[str]) -> tuple[Text, str] | None:
        one = len(languages) == 1  # a plain text is in the one language that there is
        said = {lang: text.get(lang) if one else text.exactly(lang) for lang in languages}
        missing = [lang for lang, words in said.items() if not words]
        if self.both and missing:
            gone = named(missing)
            return Text(f"缺少 {gone.zh}", f"{gone.en} is missing"), text.languages[0]
        if self.both and len(languages) > 1 and text.zh == text.en and not text.en.isascii():
            return Text("两种语言相同", "both languages are the same"), "zh"
        for lang, words in said.items():
            why = self._fault_in(lang, words) if words else None
            if why is not None:
                return why, lang
        return None

    def _fault_in(self, lang: str, words: str) -> Text | None:
        if len(words) > self.longest.get(lang, len(words)):
            most = self.longest[lang]
            return Text(
                f"{len(words)} 字，超过 {most} 字",
                f"{how_many(len(words), 'character')}, over {most}",
            )
        if len(words) < self.shortest.get(lang, 0):
            few = self.shortest[lang]
            return Text(
                f"{len(words)} 字，不足 {few} 字",
                f"{how_many(len(words), 'character')}, under {few}",
            )
        low = words.lower()
        vague = next((w for w in self.forbidden.get(lang, ()) if w.lower() in low), None)
        return None if vague is None else Text(f"含「{vague}」", f"it says '{vague}'")


def _languages(view: View) -> Sequence[str]:
    """Return the languages that texts are asked for in: one, where nothing is said in two."""
    one = view.kept("one-language", "", _in_one)
    return view.model.languages[:1] if one else view.model.languages


def _in_one(view: View, _: str) -> bool:
    """Whether none of the organization's own names is said in two languages.

    A name alone tells nothing, nor does an id in its place.
    """
    model = view.model
    named = [(position.id, position.stated_name) for position in model.positions.values()]
    named += [(post.id, post.name) for post in model.posts.values()]
    stated = [name for id_, name in named if name and name.en != id_]
    names = (model.name, *stated)
    return len(stated) > 1 and not any(n.zh != n.en and len(n.languages) > 1 for n in names)


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    if not reader.field(raw["field"], kinds, "field"):
        return None
    if not set(raw) - {"field"}:
        words = Text("须至少写一项要求", "state at least one demand")
        reader.say("rule-parameter", words, NO_TEXT)
        return None
    demands = {key: raw.get(key, {}) for key in ("longest", "shortest", "forbidden")}
    return parameters_of(TextParameters, raw, **demands)


KIND = Kind(
    "text",
    TextParameters,
    Text(
        "某字段的措辞：长度、不该用的空话、中英文齐全",
        "the wording of a field: its length, phrases to avoid, both languages present",
    ),
    tuple(SELECTABLE),
    {
        "fault": Text("毛病", "what is wrong with it"),
        "text": Text("原文", "the text"),
        "length": Text("字数", "its length in characters"),
    },
    Text("字数", "the length in characters"),
    _read,
    """\
id: plain-words
name: {zh: 措辞具体, en: Concrete wording}
why: {zh: 「做好」「配合」无法考核, en: Nobody can tell whether 'help with' was done}
severity: note
for: {what: duty}
check: {text: {field: text, longest: {zh: 60}, forbidden: {zh: [做好], en: [help with]}}}
message: {zh: "{subject}的措辞{fault}：{text}", en: "{subject}: {fault} in '{text}'"}
fix: {zh: 写明对象、标准和时限, en: 'State the object, the standard and the time'}
examples:
  ok:
  - positions:
      advisor:
      - {task: open-repair-order, text: {zh: 填写任务委托书, en: Fill in the repair order}}
  bad:
  - positions:
      advisor:
      - {task: open-repair-order, text: {zh: 做好开单工作, en: Fill in the repair order}}
""",
)
