"""Every file is read through ``source/gate.py``: nobody else opens one for reading.

Folders, tables and documents may come from strangers: a link that leads out of its folder, a
pipe, a file without end. Only files of our own package, and our own cache, are opened beside it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "dealer_roles"
GATES = {"source/gate.py", "source/plain_files.py"}
"""The gate, and its quick half that passes nothing out of the ordinary."""
MODULES = [p for p in sorted(SOURCE.rglob("*.py")) if p.parent.name != "output"]
METHODS = {"read_text", "read_bytes"}
PARSERS = ("ZipFile", "load_workbook", "WordDocument", "docx.Document", "DocxTemplate")
OWN = "a file of our own package"
ALLOWED = {
    ("model/schema_files.py", "open"): OWN,
    ("starter/variants.py", "open"): OWN,
    ("starter/copied.py", "open"): OWN,
    ("starter/package_source.py", "read_text"): "what pip says of our own package",
    ("loading/snapshot_store.py", "open"): OWN,
    ("loading/printed_store.py", "open"): OWN,
    ("publish/render/files.py", "open"): OWN,
    ("cli/help_words.py", "open"): OWN,
    ("loading/folder_state.py", "open"): OWN,
    ("loading/cache_folder.py", "open"): "our own cache, and only where nobody else may write",
    ("loading/cache_folder.py", "os.open"): "our own cache, never through a link",
    ("loading/content_key.py", "open"): OWN,
}
"""Who opens a file by itself, and why that is no file of a stranger's."""


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def other_ways(tree: ast.AST) -> Iterator[str]:
    """Yield what in a module opens a file for reading."""
    in_memory = {
        ast.unparse(target)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("io.BytesIO(")
        for target in node.targets
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        last = called.rpartition(".")[2]
        if called == "os.open":
            if "os.devnull" not in ast.unparse(node):
                yield called
        elif called in ("open", "io.open", "codecs.open", "tarfile.open"):
            if not _writes(node) and not any(k.arg == "fileobj" for k in node.keywords):
                yield called
        elif (last in METHODS and _is_a_path(node)) or (
            called.endswith(PARSERS) and _from_a_path(node, in_memory)
        ):
            yield last


def _is_a_path(call: ast.Call) -> bool:
    """Whether a method that is called like a path's has no folder and bound, as the gate's have."""
    return isinstance(call.func, ast.Attribute) and len(call.args) < 3


def _from_a_path(call: ast.Call, in_memory: set[str]) -> bool:
    first = ast.unparse(call.args[0]) if call.args else ""
    return bool(first) and not (first.startswith("io.BytesIO(") or first in in_memory)


def _writes(call: ast.Call) -> bool:
    modes = [*call.args[1:2], *(k.value for k in call.keywords if k.arg == "mode")]
    return any(isinstance(m, ast.Constant) and set(str(m.value)) & set("wax") for m in modes)


def found() -> set[tuple[str, str]]:
    return {
        (name(path), way)
        for path in MODULES
        if name(path) not in GATES
        for way in other_ways(ast.parse(path.read_text("utf-8")))
    }


def test_nobody_but_the_gate_opens_a_file() -> None:
    assert len(MODULES) > 100
    assert sorted(found() - ALLOWED.keys()) == []


def test_what_is_allowed_is_still_there() -> None:
    assert sorted(ALLOWED.keys() - found()) == []


@pytest.mark.parametrize(
    "code",
    ["open(x)", "open(x, 'rb')", "open(x, mode='r')", "os.open(x, os.O_RDONLY)", "io.open(x)",
     "Path(x).read_text()", "p.read_text('utf-8')", "p.read_bytes()", "zipfile.ZipFile(x)",
     "openpyxl.load_workbook(x, read_only=True)", "docx.Document(x)", "tarfile.open(x)"],
)  # fmt: skip
def test_the_check_sees_each_way(code: str) -> None:
    assert list(other_ways(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ["open(x, 'wb')", "zipfile.ZipFile(io.BytesIO(data))", "read_text(path, root, most)",
     "stream = io.BytesIO(data)\nzipfile.ZipFile(stream, 'a')", "tarfile.open(fileobj=stream)"],
)  # fmt: skip
def test_what_stays_in_memory_is_no_reading(code: str) -> None:
    assert list(other_ways(ast.parse(code))) == []
