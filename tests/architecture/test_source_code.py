"""The house rules that no linter knows, over the source itself."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "dealer_roles"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES, MOST_FUNCTION_LINES = 300, 50


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Yield the public functions and classes of a body, and the public methods in them."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def trees() -> Iterator[tuple[str, str, ast.Module]]:
    """Yield the name, the text and the tree of every module; there are hundreds."""
    assert len(MODULES) > 100
    for path in MODULES:
        text = path.read_text("utf-8")
        yield name(path), text, ast.parse(text)


def test_a_module_is_short_and_so_is_each_function() -> None:
    long = []
    for module, text, tree in trees():
        lines = text.count("\n")
        if lines > MOST_LINES:
            long.append(f"{module}: {lines} lines")
        for function in functions(tree):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            docstring = (ast.get_docstring(function, clean=False) or "").count("\n") + 1
            if length - docstring > MOST_FUNCTION_LINES:
                long.append(f"{module}: {function.name}: {length - docstring} lines")
    assert long == []


def test_everything_public_says_what_it_is() -> None:
    assert [bare for module, _, tree in trees() for bare in undescribed(module, tree)] == []


def undescribed(module: str, tree: ast.Module) -> Iterator[str]:
    """Yield what is public in a module and says nothing of itself, the module first."""
    if not ast.get_docstring(tree):
        yield module
    overloads = {f.name for f in functions(tree) if _overloaded(f)}
    for node in public(tree.body):
        if not ast.get_docstring(node) and node.name not in overloads and not _command(node):
            yield f"{module}: {node.name}"


def test_no_class_has_the_name_of_another() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for module, _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(module)
    assert len(homes) > 100
    assert {class_: where for class_, where in homes.items() if len(where) > 1} == {}


def test_no_code_asks_which_language_it_is() -> None:
    """What differs by language is a ``Text``, or a table by language: both know all of them."""
    asking = [
        f"{module}:{node.lineno}"
        for module, _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and module != "values/text.py" and _of_language(node)
    ]
    assert asking == []


def _of_language(node: ast.Compare) -> bool:
    sides = [ast.unparse(side) for side in (node.left, *node.comparators)]
    return any(re.search(r"\blang$", side) for side in sides) and any(
        side in ("'zh'", "'en'") for side in sides
    )


def test_no_constant_is_written_twice() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for module, _, tree in trees():
        for node in tree.body:
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value and _fact(node.value):
                homes[ast.unparse(node.value)].append(module)
    assert len(homes) > 300
    assert {said: where for said, where in homes.items() if len(where) > 1} == {}


def _fact(value: ast.expr) -> bool:
    """Whether a value says something: no number, no short word, no name of a type."""
    says = isinstance(value, (ast.Constant, ast.Tuple, ast.Set, ast.Dict, ast.List, ast.Call))
    called = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    return says and called not in ("TypeVar", "ParamSpec") and len(ast.unparse(value)) > 16


def _overloaded(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(d, ast.Name) and d.id == "overload" for d in function.decorator_list)


def _command(node: ast.AST) -> bool:
    """Whether click takes over: its help is another matter."""
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(d, ast.Call) and "command" in ast.unparse(d.func) for d in node.decorator_list
    )


TEXTS = sorted(
    path
    for folder in ("src", "docs", "definitions", "schemas", "scripts", "tests")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".md", ".yaml", ".json", ".j2", ".css", ".typ", ".toml")
    and "_snapshots" not in path.parts
) + sorted(p for p in ROOT.glob("*") if p.suffix in (".md", ".toml") or p.name == "Makefile")
_MACHINE = re.compile(
    r"/(?:home|Users)/[a-z]|/work/|/root/|C:\\\\Users|files\.pythonhosted\.org|registry\.npmjs|"
    r"\b(?:TODO|FIXME|XXX)\b"
)


def test_no_text_names_a_machine_path_or_a_registry_host() -> None:
    assert len(TEXTS) > 500
    found = {
        path.relative_to(ROOT).as_posix(): _MACHINE.findall(path.read_text("utf-8"))
        for path in TEXTS
        if path != Path(__file__)
    }
    assert {path: named for path, named in found.items() if named} == {}


def test_every_package_of_the_layers_is_there() -> None:
    packages = {p.name for p in SOURCE.iterdir() if (p / "__init__.py").exists()}
    layers = """values words output source model organization questions rules scenarios reports
    loading gate imports publish starter cli testing"""
    assert set(layers.split()) == packages


JOINERS = {", ", "、", "，", "; ", "；"}


def test_no_list_of_an_answer_is_joined_for_both_languages_at_once() -> None:
    """``words.marks.named`` joins ids for a sentence in each language.

    A table in a notebook is in English, the heading of a corpus in its own language, and what
    stands in a ``Text`` is in one of its languages.
    """
    both = [
        f"{module}:{node.lineno}"
        for module, _, tree in trees()
        if module.startswith(("questions/", "rules/kinds/"))
        for function in functions(tree)
        if function.name not in ("_repr_html_", "words")
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for call in _outside_texts(node.value)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "join"
        and isinstance(call.func.value, ast.Constant)
        and call.func.value.value == ", "
    ]
    assert both == []


def _outside_texts(value: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls in an expression, but for those that make a part of a ``Text``."""
    if isinstance(value, ast.Call):
        if isinstance(value.func, ast.Name) and value.func.id == "Text":
            return
        yield value
    for inner in ast.iter_child_nodes(value):
        yield from _outside_texts(inner)


def test_what_an_answer_says_in_a_language_is_joined_by_its_own_marks() -> None:
    """Whoever knows the language takes its marks from ``words.marks``."""
    joining = [
        f"{module}:{node.lineno}"
        for module, _, tree in trees()
        for function in functions(tree)
        if any(argument.arg == "lang" for argument in function.args.args)
        for node in ast.walk(function)
        if module.startswith("questions/")
        and isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "join"
        and isinstance(node.func.value, ast.Constant)
        and node.func.value.value in JOINERS
    ]
    assert joining == []


def test_one_of_something_is_said_in_the_singular() -> None:
    """``words.marks.how_many`` counts things in English; what follows a number is not fixed."""
    plural = re.compile(r" (?!is\b|was\b|has\b|across\b)[a-z]+s\b")
    fixed = [
        f"{module}:{node.lineno}"
        for module, _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for number, after in pairwise(node.values)
        if isinstance(number, ast.FormattedValue) and _is_a_number(number.value)
        if isinstance(after, ast.Constant) and plural.match(str(after.value))
    ]
    assert fixed == []


def _is_a_number(value: ast.expr) -> bool:
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in ("len", "sum")
    if isinstance(value, ast.Attribute):
        return value.attr in ("counted", "files_read", "known")
    return isinstance(value, ast.Name) and value.id in ("count", "had", "hands")
