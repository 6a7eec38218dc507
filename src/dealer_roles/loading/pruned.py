"""A document without the parts that cannot stand; what is left fits its declaration again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dealer_roles.model.accept import DoesNotFit, accept
from dealer_roles.model.kinds import KINDS
from dealer_roles.model.references import Path
from dealer_roles.source.document import YamlDocument
from dealer_roles.source.located import Located, located
from dealer_roles.values.fields import replace

_FACTS = ("duties", "handoffs", "escalations", "authority", "ladders", "unowned", "left_out")
_SINGLE = ("with", "supports", "sources")
"""Lists inside a fact from which one entry may go without changing what the rest says."""


class Pruned:
    """One document, from which more and more is left out.

    Attributes:
        document: What is left, with its value; ``None`` once nothing is.
    """

    def __init__(self, document: YamlDocument, declaration: type) -> None:
        self._whole = document
        self._declaration = declaration
        self._gone: set[Path] = set()
        self._unnamed: set[Path] = set()
        self.document = self._accepted()

    def original(self, path: Path) -> Path:
        """Return where a place of what is left stood in the whole document."""
        found: Path = ()
        for step in path:
            found = (*found, self._before(found, step) if isinstance(step, int) else step)
        return found

    def _before(self, parent: Path, index: int) -> int:
        """Return the number that an entry had before the entries above it went."""
        for gone in sorted(p[-1] for p in self._gone if p and p[:-1] == parent):
            if isinstance(gone, int) and gone <= index:
                index += 1
        return index

    def leave_out(self, paths: Iterable[Path], *, unnamed: bool = False) -> list[Path]:
        """Leave out places of the whole document; return for each what went with it.

        Args:
            paths: The places, in the whole document.
            unnamed: A superior that nobody defines stays, as somebody not named here.
        """
        wanted = [self._existing(path) for path in paths]
        keep = {p for p in wanted if unnamed and p == ("reports_to",)}
        facts = [p if p in keep else self._fact(p) for p in wanted]
        self._unnamed |= keep
        before = set(self._gone)
        self._gone |= {p for p in facts if p not in keep}
        self.document = self._accepted()
        if self.document is None and () not in self._gone:
            self._gone = before
            facts = [p if p in keep else self._smallest(p) for p in facts]
        return facts

    def _existing(self, path: Path) -> Path:
        """Return the place, or for a key that is missing the mapping that lacks it."""
        value = self._whole.data
        found: Path = ()
        for step in path:
            if isinstance(value, dict) and step in value:
                value = value[str(step)]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                break
            found = (*found, step)
        return found

    def _smallest(self, path: Path) -> Path:
        """Leave out a place, or the smallest thing around it without which the rest stands."""
        before = set(self._gone)
        while True:
            self._gone = before | {path}
            self.document = self._accepted()
            if self.document is not None or not path:
                return path
            path = path[:-1]

    def _fact(self, path: Path) -> Path:
        """Return what must go as one: a duty without its scope would say more than it did."""
        if self._declaration.__name__ == "Process":
            return ()
        for at in range(len(path) - 2, -1, -1):
            if path[at] in _SINGLE and isinstance(path[at + 1], int):
                return path[: at + 2]
        deepest = len(path) - 2 if path and path[0] != "ladders" else 1
        for at in range(deepest, -1, -1):
            if path[at] in _FACTS:
                size = 3 if path[at] == "ladders" else 2
                return path[: at + size]
        return path

    def _accepted(self) -> YamlDocument | None:
        if () in self._gone:
            return None
        data = self._left(self._whole.data, ())
        try:
            value = accept(self._declaration, data, self._whole.file.label)
        except DoesNotFit:
            return None
        known = self._declaration in KINDS
        return replace(self._whole, data=data, value=value if known else None)

    def _left(self, value: Any, path: Path) -> Any:
        """Return a copy of data without what is left out; places stay."""
        if path in self._unnamed:
            return located({"unnamed": value}, 0, 0)
        if isinstance(value, Located):
            kept = {k: self._left(v, (*path, k)) for k, v in value.items() if self._stays(path, k)}
            return located(kept, value.line, value.column)
        if isinstance(value, list):
            return [
                self._left(item, (*path, index))
                for index, item in enumerate(value)
                if self._stays(path, index)
            ]
        return value

    def _stays(self, path: Path, step: str | int) -> bool:
        return (*path, step) not in self._gone
