"""Functions under a decorator, written so that they can be changed too.

``mutmut`` leaves decorated functions alone. Here what a decorator wraps becomes a function of
its own, and the decorated name what the decorator makes of it.
"""

from __future__ import annotations

import ast
import re

DECORATORS = ("once_a_day", "per_day", "property", "cached_property")
BARE = "__bare"
"""What is added to the name of a function that stands for a decorated one."""


def with_bare_functions(source: str) -> str:
    """Return a module in which no function stands under one of these decorators."""
    lines = source.splitlines()
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef)]
    for node in sorted(filter(_is_decorated, functions), key=lambda f: f.lineno, reverse=True):
        _undecorate(lines, node)
    return "\n".join(lines) + "\n"


def _is_decorated(node: ast.FunctionDef) -> bool:
    if len(node.decorator_list) != 1:
        return False
    (decorator,) = node.decorator_list
    return isinstance(decorator, ast.Name) and decorator.id in DECORATORS


def _undecorate(lines: list[str], node: ast.FunctionDef) -> None:
    assert node.end_lineno is not None
    (decorator,) = node.decorator_list
    indent, bare = " " * node.col_offset, node.name + BARE
    lines.insert(node.end_lineno, f"{indent}{node.name} = {ast.unparse(decorator)}({bare})")
    at = node.lineno - 1
    lines[at] = re.sub(rf"def {node.name}\b", f"def {bare}", lines[at], count=1)
    del lines[decorator.lineno - 1]
