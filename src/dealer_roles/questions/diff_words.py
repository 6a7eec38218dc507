"""What changed, in one sentence: both sides of it, and what is different."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.diff_stated import Stated, shown
from dealer_roles.questions.diff_value import KIND_WORDS, VERB_WORDS, FactChange, Verb
from dealer_roles.values.frozen import frozen_by_name
from dealer_roles.values.text import LANGS, NO_TEXT, Text
from dealer_roles.words.marks import bracketed, clauses, introduced

_ELSEWHERE = Text("仅其他语言的措辞有改动", "only the words of another language")
"""What is said where both sides read the same in the language that is asked for."""
_ONLY = {"zh": Text("仅中文", "Chinese only"), "en": Text("仅英文", "English only")}


def only_in(languages: Collection[str], asked: Collection[str]) -> Text:
    """Say in which of several languages alone words are others; nothing where they are in more."""
    if len(languages) != 1 or len(asked) == 1:
        return NO_TEXT
    (lang,) = languages
    return _ONLY.get(lang, Text(f"仅 {lang}", f"{lang} only"))


@frozen_by_name
class Side:
    """Something that an organization states.

    Attributes:
        org: The organization on a day.
        stated: What it states.
    """

    org: OnDay
    stated: Stated

    def holder(self, lang: str) -> str:
        """Return whose it is; empty where it is a position or post itself."""
        one = self.stated
        alone = one.kind in ("position", "post") or not one.holder
        return "" if alone else shown(one.holder, self.org, lang)

    def fact(self, key: str) -> Text:
        """Return one of its facts in words."""
        value = self.stated.facts.get(key)
        return Text(shown(value, self.org, "zh"), shown(value, self.org, "en"))


@frozen_by_name
class Difference:
    """One thing before and after; the same side twice where it was gained or lost.

    Attributes:
        before: As it was.
        after: As it is.
        verb: What became of it.
        facts: Its facts that are others.
        languages: The languages whose words alone are others.
        asked: The languages in which words were compared.
    """

    before: Side
    after: Side
    verb: Verb
    facts: tuple[FactChange, ...] = ()
    languages: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def why(self) -> Text:
        """The difference in one sentence a language."""
        said: dict[str, str] = {lang: self._sentence(lang) for lang in LANGS}
        return Text.of(said)

    def _sentence(self, lang: str) -> str:
        one = self.after.stated
        kind, verb = KIND_WORDS[one.kind].get(lang), VERB_WORDS[self.verb].get(lang)
        what = Text(f"{verb}{kind}", f"{verb} {kind}").get(lang)
        told = " · ".join(part for part in (self._whose(lang), one.name.get(lang)) if part)
        head = bracketed(what, only_in(self.languages, self.asked).get(lang), lang)
        return introduced(head, bracketed(told, clauses(self._steps(lang), lang), lang), lang)

    def _whose(self, lang: str) -> str:
        before, after = self.before.stated, self.after.stated
        whose = self.after.holder(lang)
        if before.holder == after.holder:
            return whose
        return f"{shown(before.holder, self.before.org, lang)} → {whose}"

    def _steps(self, lang: str) -> Iterator[str]:
        for fact in self.facts:
            before, after = fact.before.get(lang), fact.after.get(lang)
            steps = f"{before} → {after}" if before != after else _ELSEWHERE.get(lang)
            yield introduced(fact.label.get(lang), steps, lang)
