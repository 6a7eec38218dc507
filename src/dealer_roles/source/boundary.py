"""How far a path that the caller names may lead, when what it names may be a stranger's.

A link in a working tree comes with whoever wrote the tree: it may lead anywhere in it, and
not out of it. Above the tree links are the machine's own.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_TREE = ".git"
MAIN_FILE = "organization.yaml"
MAIN_FILES = (MAIN_FILE, "organization.yml", "organization.YAML", "organization.YML")
_PROJECT = (_TREE, *MAIN_FILES, "dealer-roles.toml")


def is_main_file(name: str) -> bool:
    """Whether a file is the main one of an organization by its name, in capitals or not."""
    return name.lower() in MAIN_FILES


def boundary_of_file(path: str | os.PathLike[str]) -> str:
    """Return the folder that a named file must lie in, wherever links on the way lead.

    What is named from where one stands stays within what both have in common; what lies
    elsewhere stays below the topmost folder of its path. Both stay in the project they are in:
    a working tree or an organization.
    """
    folder = os.path.dirname(os.path.abspath(path))
    common = max((_common(folder, here) for here in _standing()), key=len)
    outermost = common if common != os.path.dirname(common) else _topmost(folder)
    return _project(folder, outermost, _PROJECT) or outermost


def boundary_of_folder(folder: str | os.PathLike[str]) -> str | None:
    """Return the working tree that a named folder must lie in; none where it stands in none."""
    above, _ = os.path.split(os.path.abspath(folder))
    return _project(above, "", (_TREE,))


def leads_out_of_tree(folder: str) -> bool:
    """Whether a named folder lies outside of the working tree in which it is named."""
    tree = boundary_of_folder(folder)
    real = os.path.join(os.path.realpath(folder), "")
    return tree is not None and not real.startswith(os.path.join(os.path.realpath(tree), ""))


def _standing() -> Iterator[str]:
    """Yield where the caller stands, as the machine says and as the shell says."""
    here = os.getcwd()
    yield here
    said = os.environ.get("PWD", "")
    if os.path.isabs(said) and os.path.realpath(said) == os.path.realpath(here):
        yield os.path.normpath(said)


def _common(one: str, other: str) -> str:
    try:
        return os.path.commonpath((one, other))
    except ValueError:  # another drive
        return os.path.abspath(os.sep)


def _topmost(folder: str) -> str:
    """Return the first folder of a path below the root, or the root where there is none."""
    return next((one for one in _ways(folder) if one != os.path.dirname(one)), folder)


def _ways(folder: str) -> Iterator[str]:
    """Yield the folders of a path from the root down."""
    above = os.path.dirname(folder)
    if above != folder:
        yield from _ways(above)
    yield folder


def _project(folder: str, outermost: str, marks: tuple[str, ...]) -> str | None:
    """Return the innermost project that a path lies in before a link leads on from one."""
    found = None
    for one in _ways(folder):
        if found is not None and os.path.islink(one):
            break
        if len(one) >= len(outermost) and any(
            os.path.lexists(os.path.join(one, mark)) for mark in marks
        ):
            found = one
    return found
