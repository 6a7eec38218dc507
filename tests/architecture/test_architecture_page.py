"""The page on architecture is true: its drawing, and the files that it names."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "dealer_roles"
PAGE = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf-8")
_ROOM = re.compile(r'(?P<node>\w+)\["(?P<packages>[\w ·]+)<br/>')
_ARROWS = re.compile(r"^ +(?P<node>\w+).*--> (?P<onward>[\w &]+)$", re.MULTILINE)
_FILE = re.compile(r"`(?P<path>[a-z_]+/[a-z_/]*(?:\.py)?)`")


def rooms() -> dict[str, list[str]]:
    return {m["node"]: m["packages"].split(" · ") for m in _ROOM.finditer(PAGE)}


def imported(package: str) -> set[str]:
    """What the modules of a package import of ours, by package."""
    place = SOURCE / package
    modules = place.rglob("*.py") if place.is_dir() else [place.with_suffix(".py")]
    text = "".join(module.read_text("utf-8") for module in modules)
    return set(re.findall(r"from dealer_roles\.(\w+)", text))


def test_every_package_has_a_room_in_the_drawing() -> None:
    drawn = {package for packages in rooms().values() for package in packages}
    there = {
        path.stem
        for path in SOURCE.iterdir()
        if not path.stem.startswith("_")
        and (path.suffix == ".py" or (path / "__init__.py").exists())
    }
    assert drawn == there


def test_every_arrow_is_an_import() -> None:
    arrows = [
        (m["node"], onward) for m in _ARROWS.finditer(PAGE) for onward in m["onward"].split(" & ")
    ]
    assert len(arrows) > 15
    known = rooms()
    untrue = [
        (above, below)
        for above, below in arrows
        if not set(known[below]) & {name for package in known[above] for name in imported(package)}
    ]
    assert untrue == []


def test_the_files_that_it_names_are_there() -> None:
    named = {m["path"] for m in _FILE.finditer(PAGE)}
    assert len(named) > 10
    assert [p for p in named if not (SOURCE / p).exists() and not (ROOT / p).exists()] == []
