"""Names and texts as pairs: Chinese, and English or another language of the organization."""

from __future__ import annotations

from collections.abc import Callable

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.in_names import InNames
from dealer_roles.organization.names import Names
from dealer_roles.values.scope import Scope
from dealer_roles.values.text import LANGS, Lang, Text
from dealer_roles.words.plain_text import plain

Pair = list[str]


def second_language(lang: Lang) -> Lang:
    """Return the language beside Chinese on a page that opens in a language."""
    return "en" if lang in LANGS else lang


class Two:
    """The names of an organization in two languages.

    Args:
        model: The organization.
        second: The language beside Chinese; fixed words are English in it.
    """

    def __init__(self, model: OrganizationModel, second: Lang = "en") -> None:
        self.second = second
        self._names = (Names(model, "zh"), Names(model, second))
        self._read = InNames(model)

    def each(self, words: Callable[[Names], str]) -> Pair:
        """Return what ``words`` makes of the names of each language, made plain."""
        return [plain(words(names)) for names in self._names]

    def name(self, id_: str) -> Pair:
        """Return the name of a holder, department or party."""
        return self.each(lambda names: names.of(id_))

    def scope(self, scope: Scope) -> Pair:
        """Return a scope in words; two empty texts for everything."""
        return self.each(lambda names: names.scope(scope))

    def part(self, scope: Scope) -> Pair:
        """Return a cell in words, by what it leaves out where that is shorter."""
        return self.each(lambda names: names.part(scope))

    def sentence(self, text: Text) -> Pair:
        """Return a sentence of an answer in both languages, as people read it."""
        return self.text(self._read(text))

    def text(self, text: Text | None) -> Pair:
        """Return a text in both languages; two empty texts for none."""
        return ["", ""] if text is None else [plain(text.zh), plain(text.get(self.second))]
