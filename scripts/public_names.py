"""The public names: what ``dealer_roles`` imports for type checkers says them all, once."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).parent.parent / "src" / "dealer_roles" / "__init__.py"
_ALL = re.compile(r"^__all__ = \[\n.*?^\]\n", re.MULTILINE | re.DOTALL)
_HOMES = re.compile(r"^_HOMES = \{\n.*?^\}\n", re.MULTILINE | re.DOTALL)


def public_names() -> str:
    """Return the package's own module with its lists of names as its imports have them."""
    text, found = FILE.read_text("utf-8"), homes()
    names = sorted([*found, "__version__"])
    listed = "".join(f'    "{name}",\n' for name in names)
    mapped = "".join(f'    "{name}": "{home}",\n' for name, home in found.items())
    text = _ALL.sub(f"__all__ = [\n{listed}]\n", text)
    return _HOMES.sub(f"_HOMES = {{\n{mapped}}}\n", text)


def homes() -> dict[str, str]:
    """Return the module below the package of each public name, sorted."""
    return dict(sorted(_imported(ast.parse(FILE.read_text("utf-8")))))


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield each name that is imported for type checkers, and its module below the package."""
    for node in tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for found in node.body:
                assert isinstance(found, ast.ImportFrom)
                assert found.module is not None
                home = found.module.removeprefix("dealer_roles.")
                yield from ((alias.name, home) for alias in found.names)
