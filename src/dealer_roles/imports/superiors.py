"""Who is meant by the superior that a file names."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.values.near import nearest

MOST_NEAR = 200  # titles compared for the nearest
_MANY = 2


@dataclass(slots=True)
class SuperiorLine:
    """The superior of a position: somebody known, nobody, or words.

    Attributes:
        to: The position, if it is known.
        unnamed: What the file calls it, if it is not.
        why: Why it is not: ``unknown``, ``ambiguous`` or ``loop``.
        near: The nearest title that is known.
    """

    to: DraftPosition | None = None
    unnamed: str = ""
    why: str = ""
    near: str = ""


def superiors(positions: Sequence[DraftPosition]) -> dict[DraftPosition, SuperiorLine]:
    """Return the superior of every position of which one is said."""
    found = _Finder(positions).all()
    _open_loops(found)
    return found


def _key(text: str) -> str:
    return re.sub(r"[\s·.]+", "", unicodedata.normalize("NFKC", text)).lower()


_INITIAL = re.compile(r"\s+[A-Z]\.?(?=\s|,|$)")


def _spellings(person: str) -> set[str]:
    """Return how a list may write a person: *Clark, Sue M.*, *Sue M. Clark*, *Sue Clark*."""
    last, sign, first = person.partition(",")
    written = {person, f"{first} {last}"} if sign and first.strip() else {person}
    return written | {_INITIAL.sub("", name) for name in written}


Known = dict[tuple[str, tuple[str, ...]], list[DraftPosition]]
"""Positions by what names them, within a department and each larger one."""


class _Finder:
    def __init__(self, positions: Sequence[DraftPosition]) -> None:
        self._positions = positions
        self._codes: Known = defaultdict(list)
        self._people: Known = defaultdict(list)
        self._names: Known = defaultdict(list)
        for p in positions:
            for known, names in (
                (self._codes, {p.code, p.person_code}),
                (self._people, _spellings(p.person)),
                (self._names, {p.name, p.title}),
            ):
                for key in {_key(name) for name in names} - {""}:
                    for depth in range(len(p.department) + 1):
                        known[key, p.department[:depth]].append(p)
        self._titles = sorted({p.name for p in positions})
        self._near: dict[str, str] = {}

    def all(self) -> dict[DraftPosition, SuperiorLine]:
        found: dict[DraftPosition, SuperiorLine] = {}
        for p in self._positions:
            s = p.superior
            if s.top:
                found[p] = SuperiorLine()
            elif s.code or s.words:
                found[p] = self._line(p)
        return found

    def _line(self, p: DraftPosition) -> SuperiorLine:
        ambiguous = False
        for known, words in self._places(p):
            options, found = _nearest_department(p, known, _key(words))
            if found is not None:
                return SuperiorLine(found)
            ambiguous = ambiguous or options > 1
            if not options and known is not self._names and known.get((_key(words), ())):
                return SuperiorLine()  # it is named as its own superior: the top
        words = p.superior.words or p.superior.code
        if ambiguous:
            return SuperiorLine(None, words, "ambiguous")
        return SuperiorLine(None, words, "unknown", self._nearest_title(words))

    def _places(self, p: DraftPosition) -> list[tuple[Known, str]]:
        """Return where to look for which words, the surest first."""
        words, code = p.superior.words, p.superior.code
        parts = [part for part in re.split(r"[（(）)/、,，;；]|\s+[-–—]\s+", words) if part.strip()]
        tail = [words.split()[-1], " ".join(words.split()[1:])] if " " in words.strip() else []
        turned = [" ".join(reversed(parts))] if len(parts) == 2 and "," in words else []
        texts = list(dict.fromkeys([words, *turned, *parts, *tail]))
        found = [(self._codes, code)] if code else []
        found += [(known, text) for text in texts for known in (self._people, self._names) if text]
        return [*found, (self._codes, words)] if words else found

    def _nearest_title(self, words: str) -> str:
        if words not in self._near:
            first = [t for t in self._titles if set(t) & set(words)][:MOST_NEAR]
            self._near[words] = next(iter(nearest(words, first, 1)), "")
        return self._near[words]


def _nearest_department(
    p: DraftPosition, known: Known, key: str
) -> tuple[int, DraftPosition | None]:
    """Return how many there are of a name in the nearest department, and the one if it is one."""
    for depth in range(len(p.department), -1, -1):
        options = known.get((key, p.department[:depth]), ())
        if len(options) > _MANY:
            return len(options), None
        others = [q for q in options if q is not p]
        if others:
            return len(others), others[0] if len(others) == 1 else None
    return 0, None


def _open_loops(lines: dict[DraftPosition, SuperiorLine]) -> None:
    """A line that leads back to where it began is opened where it closes; that is said."""
    done: set[DraftPosition] = set()
    for start in lines:
        path: dict[DraftPosition, None] = {}
        at: DraftPosition | None = start
        while at is not None and at not in done and at not in path:
            path[at] = None
            line = lines.get(at)
            following = line.to if line else None
            if following is not None and following in path:
                words = at.superior.words or at.superior.code
                lines[at] = SuperiorLine(None, words or following.name, "loop")
                following = None
            at = following
        done.update(path)
