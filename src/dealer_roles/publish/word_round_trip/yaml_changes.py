"""The files of definitions as the edits of a Word file change them, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from dealer_roles.publish.word_round_trip.places import Place
from dealer_roles.source.gate import read_text
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.source.yaml_edit import (
    CannotPlace,
    insert_lines,
    remove_item,
    replace_text,
    scalar,
    set_key,
)
from dealer_roles.values.frozen import frozen


@frozen
class LineChange:
    """A line of a list that comes or goes, and with it the numbers of the lines below.

    Attributes:
        place: What it is, or what it stands beside.
        rank: Which of several at one line goes first, the highest.
        make: Makes it.
    """

    place: Place | None
    rank: Literal[0, 1, 2]
    make: Callable[[], None]


BELOW: Literal[2] = 2
GONE: Literal[1] = 1
ABOVE: Literal[0] = 0


def last_first(changes: Iterable[LineChange]) -> list[LineChange]:
    """Return changes so that each leaves the numbers of the lines that the next ones mean."""

    def number(change: LineChange) -> int:
        last = change.place.item[-1] if change.place and change.place.item else -1
        return last if isinstance(last, int) else -1

    return sorted(changes, key=lambda change: (number(change), change.rank), reverse=True)


class YamlChanges:
    """Edits of YAML files; each says whether it was possible, and changes nothing if not."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, str]] = {}

    @property
    def texts(self) -> Mapping[str, tuple[str, str]]:
        """The files that change, by path: the text before, and after."""
        return {path: pair for path, pair in self._texts.items() if pair[0] != pair[1]}

    def reword(self, place: Place | None, lang: str, new: str) -> bool:
        """Put a new text where the old one stands."""
        if place is None or not new:
            return False
        return self._change(place, lambda source: _reworded(source, place, lang, new))

    def remove(self, place: Place | None) -> bool:
        """Take an item out of its list."""
        if place is None or not place.item:
            return False
        return self._change(place, lambda source: remove_item(source, place.document, place.item))

    def set_text(self, place: Place | None, key: str, lang: str, new: str) -> bool:
        """Set a text under a key of the item that a place is in."""
        if place is None or not place.item or not new:
            return False
        return self._change(place, lambda source: _set(source, place, key, lang, new))

    def set_number(self, place: Place | None, key: str, number: int) -> bool:
        """Set a number under a key of the item that a place is in."""
        if place is None or not place.item:
            return False
        return self._change(
            place, lambda source: set_key(source, place.document, place.item, key, str(number))
        )

    def insert(self, place: Place | None, lines: Sequence[str], *, below: bool = True) -> bool:
        """Add lines beside the item that a place is in."""
        if place is None or not place.item:
            return False
        return self._change(
            place,
            lambda source: insert_lines(source, place.document, place.item, lines, below=below),
        )

    def _change(self, place: Place, change: Callable[[str], str]) -> bool:
        old, now = self._texts.get(place.file) or (_source_of(place),) * 2
        try:
            self._texts[place.file] = (old, change(now))
        except CannotPlace:
            return False
        return True


def _source_of(place: Place) -> str:
    return read_text(place.file, place.inside, DEFAULTS.max_file_bytes)


def _reworded(source: str, place: Place, lang: str, new: str) -> str:
    if place.key:
        every = {**{one: place.text.exactly(one) for one in place.text.languages}, lang: new}
        value = ", ".join(f"{one}: {scalar(text)}" for one, text in every.items())
        return set_key(source, place.document, place.path, place.key, f"{{{value}}}")
    return _text_at(source, place.document, place.path, lang, new)


def _text_at(source: str, document: int, path: Sequence[str | int], lang: str, new: str) -> str:
    """Exchange a text in one language, or one that is written in one language alone."""
    try:
        return replace_text(source, document, (*path, lang), new)
    except CannotPlace:
        return replace_text(source, document, path, new)


def _set(source: str, place: Place, key: str, lang: str, new: str) -> str:
    try:
        return _text_at(source, place.document, (*place.item, key), lang, new)
    except CannotPlace:
        pass
    try:
        return set_key(source, place.document, (*place.item, key), lang, scalar(new))
    except CannotPlace:
        value = f"{{{lang}: {scalar(new)}}}"
        return set_key(source, place.document, place.item, key, value)
