"""Content that has no place of its own, each kept once however many values state it."""

from __future__ import annotations

from typing import Any, NamedTuple

from dealer_roles.model.codecs import Codec
from dealer_roles.model.forms import Form


class StatedField(NamedTuple):
    """How the content of one field is put into a table; found once a declaration."""

    attribute: str
    form: Form
    deep: bool
    name: str
    dump: Codec | None
    bare: bool


class ContentPool:
    """Content of one form that has no place, each kept once."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.kept: list[Any] = []
        self._numbers: dict[str, int] = {}
        self._same: dict[int, int] = {}  # by identity, of what is kept and so stays alive

    def number_of(self, content: Any, stated: StatedField) -> int:
        """Keep content; return its number."""
        number = self._same.get(id(content))
        if number is not None:
            return number
        plain = content if stated.dump is None else stated.dump(content)
        # Who gets what could be changed shares it with nobody.
        if isinstance(plain, dict) or (stated.bare and isinstance(plain, list)):
            self.kept.append(plain)
            return len(self.kept) - 1
        number = self._numbers.setdefault(repr(plain), len(self.kept))
        if number == len(self.kept):
            self.kept.append(plain)
        if self.kept[number] is content:
            self._same[id(content)] = number
        return number
