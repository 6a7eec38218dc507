"""A copy of the project in which every changed function stands beside its original."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mutmut.mutation.data import LineSpan
from mutmut.mutation.file_mutation import mutate_file_contents

from scripts.mutation.bare import BARE, with_bare_functions
from scripts.mutation.settings import COPY, ROOT

PARTS = ("definitions", "docs", "schemas", "scripts", "src", "tests")
FILES = ("README.md", "hatch_build.py", "pyproject.toml")
CHANGED = "__mutmut"
Key = tuple[str, str, str, str]
Line = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change of one function.

    Args:
        id: What switches it on.
        module: The module, as ``questions.owner``.
        function: The function or method.
        was: The lines that are changed.
        now: What they are changed to.
        lines: The first and last line, in the copy, of the statement that is changed.
    """

    id: str
    module: str
    function: str
    was: str
    now: str
    lines: tuple[int, int]

    @property
    def places(self) -> set[Line]:
        """The lines of the statement that is changed."""
        return {(self.module, line) for line in range(self.lines[0], self.lines[1] + 1)}

    @property
    def key(self) -> Key:
        """What the change is, wherever in the function it stands."""
        return self.module, self.function, self.was, self.now


def write_copy(modules: Sequence[str], workers: int, folder: Path = COPY) -> tuple[Change, ...]:
    """Write the copy anew and return what is changed in it."""
    for part in PARTS:
        shutil.rmtree(folder / part, ignore_errors=True)
        shutil.copytree(ROOT / part, folder / part, ignore=_made)
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    with ProcessPoolExecutor(workers) as pool:
        made = pool.map(partial(_change_module, folder), modules)
        return tuple(change for changes in made for change in changes)


def _made(_: str, names: list[str]) -> set[str]:
    return {"__pycache__", "_snapshots"} & set(names)


def path_in(folder: Path, module: str) -> Path:
    """Return where a module stands in the copy."""
    return folder / "src" / "dealer_roles" / Path(*module.split(".")).with_suffix(".py")


def _change_module(folder: Path, module: str) -> list[Change]:
    path = path_in(folder, module)
    made = mutate_file_contents(str(path), with_bare_functions(path.read_text("utf-8")))
    path.write_text(made.code, "utf-8")
    lines, statements = made.code.splitlines(), _statements(made.code)
    found = []
    for name in made.mutant_names:
        mangled = name.partition(CHANGED)[0]
        span = made.line_span_by_function_name[f"{mangled}{CHANGED}_orig"]
        was = _written(lines, span, f"{mangled}{CHANGED}_orig")
        now = _written(lines, made.line_span_by_function_name[name], name)
        first, last = _difference(was, now)
        change = Change(
            id=f"dealer_roles.{module}.{name}",
            module=module,
            function=_plain(mangled),
            was=" ".join(was[first : len(was) - last]),
            now=" ".join(now[first : len(now) - last]),
            lines=_statement_at(span.start + min(first, len(was) - 1), statements),
        )
        found.append(change)
    return found


def _written(lines: list[str], span: LineSpan, name: str) -> list[str]:
    """Return the lines of a function, under the name that it has with us."""
    ours = _plain(name.partition(CHANGED)[0]).rpartition(".")[2]
    return [line.replace(name, ours).strip() for line in lines[span.start - 1 : span.end]]


def _difference(was: list[str], now: list[str]) -> tuple[int, int]:
    """Return how many lines are the same at the beginning, and at the end."""
    first, last, shorter = 0, 0, min(len(was), len(now))
    while first < shorter and was[first] == now[first]:
        first += 1
    while last < shorter - first and was[-1 - last] == now[-1 - last]:
        last += 1
    return first, last


def _statements(code: str) -> list[tuple[int, int]]:
    """Return the lines of every statement; of one that holds others, those before them."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef) and node.name.endswith(f"{CHANGED}_orig"):
            found.append((node.lineno, node.end_lineno or node.lineno))  # for its parameters
        elif isinstance(node, ast.stmt):
            inner: list[ast.stmt] = getattr(node, "body", [])
            end = inner[0].lineno - 1 if inner else node.end_lineno or node.lineno
            found.append((node.lineno, max(node.lineno, end)))
    return found


def _statement_at(line: int, statements: list[tuple[int, int]]) -> tuple[int, int]:
    return max(each for each in statements if each[0] <= line <= each[1])


def _plain(mangled: str) -> str:
    return mangled.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".").replace(BARE, "")
