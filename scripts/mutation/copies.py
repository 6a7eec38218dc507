"""A copy of the project in which every changed function stands beside its original."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents

from scripts.mutation.bare import BARE, with_bare_functions
from scripts.mutation.settings import COPY, ROOT

PARTS = ("definitions", "docs", "schemas", "scripts", "src", "tests")
FILES = ("README.md", "hatch_build.py", "pyproject.toml")
CHANGED = "__mutmut"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change of one function.

    Args:
        id: What switches it on.
        module: The module, as ``questions.owner``.
        function: The function or method.
        was: The lines that are changed.
        now: What they are changed to.
    """

    id: str
    module: str
    function: str
    was: str
    now: str

    @property
    def hit(self) -> str:
        """What a test leaves behind that meets the function."""
        return self.id.partition(CHANGED)[0]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What the change is, wherever in the function it stands."""
        return self.module, self.function, self.was, self.now


def write_copy(modules: tuple[str, ...], folder: Path = COPY) -> tuple[Change, ...]:
    """Write the copy anew and return what is changed in it."""
    for part in PARTS:
        shutil.rmtree(folder / part, ignore_errors=True)
        shutil.copytree(ROOT / part, folder / part, ignore=_made)
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    return tuple(change for module in modules for change in _change_module(module, folder))


def _made(_: str, names: list[str]) -> set[str]:
    return {"__pycache__", "_snapshots"} & set(names)


def _change_module(module: str, folder: Path) -> Iterator[Change]:
    path = folder / "src" / "dealer_roles" / Path(*module.split(".")).with_suffix(".py")
    made = mutate_file_contents(str(path), with_bare_functions(path.read_text("utf-8")))
    path.write_text(made.code, "utf-8")
    lines = made.code.splitlines()
    for name in made.mutant_names:
        yield _change(module, name, made, lines)


def _change(module: str, name: str, made: MutatedFile, lines: list[str]) -> Change:
    mangled = name.partition(CHANGED)[0]
    original = f"{mangled}{CHANGED}_orig"
    was, now = (_lines_of(each, mangled, made, lines) for each in (original, name))
    delta = [line for line in difflib.ndiff(was, now) if line[0] in "-+"]
    return Change(
        id=f"dealer_roles.{module}.{name}",
        module=module,
        function=_plain(mangled),
        was=_joined(delta, "-"),
        now=_joined(delta, "+"),
    )


def _lines_of(name: str, mangled: str, made: MutatedFile, lines: list[str]) -> list[str]:
    span = made.line_span_by_function_name[name]
    return [
        line.replace(name, mangled).strip() for line in lines[span.start - 1 : span.end] if line
    ]


def _plain(mangled: str) -> str:
    return mangled.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".").replace(BARE, "")


def _joined(delta: list[str], sign: str) -> str:
    return " ".join(line[2:] for line in delta if line[0] == sign)
