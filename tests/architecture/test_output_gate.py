"""Every byte leaves through ``output/``: nobody else prints, writes files or holds a stream."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "dealer_roles"
MODULES = [p for p in sorted(SOURCE.rglob("*.py")) if p.parent.name != "output"]
STREAMS = {"sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"}
CALLS = {"print", "click.echo", "click.secho", "click.echo_via_pager", "os.write", "os.replace",
         "os.rename", "os.fdopen", "shutil.copy", "shutil.copyfile", "shutil.move"}  # fmt: skip
METHODS = {"write_text", "write_bytes", "replace_file"}
ALLOWED = {
    ("cli/progress.py", "sys.stderr"): "a progress bar is rich's; it stands on a terminal only",
}


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def other_ways(tree: ast.AST) -> Iterator[str]:
    """Yield what in a module writes by another way."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in STREAMS:
            yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom) and node.module == "dealer_roles.output.atomic":
            yield "replace_file"
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            last = called.rpartition(".")[2]
            if called in CALLS or last in METHODS:
                yield last if last in METHODS else called
            elif last == "open" and _writes(node):
                yield "open"
            elif called == "Console" and not _draws_into_memory(node):
                yield "Console"


def _writes(call: ast.Call) -> bool:
    modes = [*call.args[1:2], *(k.value for k in call.keywords if k.arg == "mode")]
    return any(isinstance(m, ast.Constant) and set(str(m.value)) & set("wax+") for m in modes)


def _draws_into_memory(call: ast.Call) -> bool:
    return any(k.arg == "file" and ast.unparse(k.value) == "io.StringIO()" for k in call.keywords)


def test_nothing_leaves_by_another_way() -> None:
    assert len(MODULES) > 100
    found = [
        (name(path), way)
        for path in MODULES
        for way in set(other_ways(ast.parse(path.read_text("utf-8"))))
    ]
    drawn = ("cli/progress.py", "Console")
    assert [one for one in found if one not in ALLOWED and one != drawn] == []


@pytest.mark.parametrize(
    "code",
    ["print(1)", "import sys\nsys.stdout.write('x')", "open('x', 'w')", "open('x', mode='ab')",
     "p.open('x+')\nopen(p, 'r+')", "p.write_text('x')", "click.echo('x')", "Console(stderr=True)",
     "from dealer_roles.output.atomic import replace_file"],
)  # fmt: skip
def test_the_check_sees_each_way(code: str) -> None:
    assert list(other_ways(ast.parse(code)))


def test_what_is_allowed_is_still_there() -> None:
    for file, way in ALLOWED:
        assert way in set(other_ways(ast.parse((SOURCE / file).read_text("utf-8"))))
