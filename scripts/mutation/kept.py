"""What earlier runs found out, so that a run can be stopped and called again.

A verdict is believed as long as the files stay as they are on which it stands: the changed
module, and the tests. Of a change that was seen these are the file of the test that saw it with
its helpers, and its case where it is one of a file of cases; of one that was not, all tests.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.mutation.copies import PARTS, Change, Key, path_in
from scripts.mutation.settings import SURVIVORS

KEPT = "kept.jsonl"
HELPERS = ("tests/conftest.py", "tests/support")


@dataclass(frozen=True)
class Ground:
    """The files of a copy on which verdicts stand.

    Args:
        folder: The copy.
        tests: The files and folders of tests that look.
    """

    folder: Path
    tests: tuple[str, ...]
    _hashes: dict[Path, str] = field(default_factory=dict, compare=False, repr=False)
    _texts: dict[Path, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def under(self, module: str, killer: str | None) -> str:
        """Return a hash of what a verdict on a change of a module stands on."""
        tests = self._of_test(killer) if killer else self._all
        return _joined([self._content(path_in(self.folder, module)), tests])

    @cached_property
    def whole(self) -> str:
        """A hash of all that a test may run or read."""
        paths = (p for part in PARTS for p in _files(self.folder / part))
        return _joined([*self.tests, _digest(p for p in paths if p.name != SURVIVORS.name)])

    @cached_property
    def _all(self) -> str:
        read = (*self.tests, *HELPERS)
        return _digest(path for part in read for path in _files(self.folder / part))

    def _of_test(self, killer: str) -> str:
        """Return the hash of the file of a test, of its helpers and of its case, or all cases."""
        name, _, parameters = killer.partition("::")
        test = self.folder / name
        beside = [p for p in _files(test.parent) if not p.name.startswith("test_")]
        code = [test, *(p for p in beside if p.suffix == ".py")]
        data = [p for p in beside if p not in code]
        case = parameters.partition(": ")[2].rstrip("]")
        own = [block for path in data if (block := _block(self._lines(path), case))]
        return _joined([*map(self._content, code), *(own or map(self._content, data))])

    def _lines(self, path: Path) -> list[str]:
        if path not in self._texts:
            self._texts[path] = path.read_text("utf-8", errors="replace").splitlines()
        return self._texts[path]

    def _content(self, path: Path) -> str:
        if path not in self._hashes:
            self._hashes[path] = _digest((path,))
        return self._hashes[path]


def _block(lines: Sequence[str], case: str) -> str:
    """Return what a file of cases says of one: what it says of all, then what begins with it."""
    at = next((n for n, line in enumerate(lines) if case and line.endswith(f": {case}")), None)
    if at is None:
        return ""
    begin = lines[at][:3]
    starts = [n for n, line in enumerate(lines) if line.startswith(begin)]
    end = next((n for n in starts if n > at), len(lines))
    return "\n".join((*lines[: starts[0]], *lines[at:end]))


@dataclass
class Kept:
    """The verdicts of this run and those before it, in a file that only grows.

    Args:
        ground: The files on which they stand.
        seen: Whether a change was seen, by its id; only what is still believed.
        killers: The test that saw a change last, believed or not: it looks first.
    """

    ground: Ground
    seen: dict[str, bool] = field(default_factory=dict)
    killers: dict[Key, str] = field(default_factory=dict)

    def read(self) -> None:
        """Read what earlier runs wrote."""
        try:
            lines = (self.ground.folder / KEPT).read_text("utf-8").splitlines()
        except FileNotFoundError:
            return
        for line in filter(None, lines):
            with suppress(json.JSONDecodeError):  # a stop may have cut it off
                self._take(json.loads(line))

    def _take(self, stated: dict[str, Any]) -> None:
        module, function, was, now = stated["key"]
        killer = stated["killer"]
        if killer:
            self.killers[module, function, was, now] = killer
        if stated["under"] == self.ground.under(module, killer):
            self.seen[stated["id"]] = stated["seen"]

    def add(self, change: Change, *, seen: bool, killer: str | None) -> None:
        """Write a verdict at once: whoever stops the run loses what is being tried, no more."""
        stated = {
            "id": change.id,
            "key": change.key,
            "seen": seen,
            "killer": killer,
            "under": self.ground.under(change.module, killer),
        }
        with (self.ground.folder / KEPT).open("a", encoding="utf-8") as out:
            out.write("\n" + json.dumps(stated, ensure_ascii=False))


def _files(path: Path) -> Sequence[Path]:
    if path.is_file():
        return (path,)
    return sorted(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def _digest(paths: Iterable[Path]) -> str:
    """Return a hash of the names and the contents of files; of what is not there too."""
    return _joined(f"{path.name} {_content(path)}" for path in paths)


def _content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _joined(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
