"""What is changed, which tests look, and how many changes they must see."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "dealer_roles"
COPY = ROOT / "build" / "mutants"
SURVIVORS = ROOT / "tests" / "mutation" / "survivors.yaml"
TABLE = ("tool", "mutation")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of ``[tool.mutation]`` in ``pyproject.toml``."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    bar: int


class NothingToTry(Exception):
    """A module that was asked for is none, or holds nothing that can be changed."""


def read_settings(path: Path = ROOT / "pyproject.toml") -> Settings:
    """Return the settings; each is required."""
    table = tomllib.loads(path.read_text("utf-8"))["tool"]["mutation"]
    return Settings(modules=tuple(table["modules"]), tests=tuple(table["tests"]), bar=table["bar"])


def chosen_modules(settings: Settings, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the modules to change, as ``questions.owner``: all of them, or those that fit.

    Args:
        settings: The settings, whose patterns say which modules there are.
        wanted: Names or patterns of some of them.

    Raises:
        NothingToTry: A name or pattern, given or set, fits no module.
    """
    there = sorted(".".join(p.relative_to(SOURCE).with_suffix("").parts) for p in _modules())
    ours = _fitting(there, settings.modules)
    return _fitting(ours, wanted) if wanted else ours


def _modules() -> list[Path]:
    return [path for path in SOURCE.rglob("*.py") if path.name != "__init__.py"]


def _fitting(names: list[str] | tuple[str, ...], patterns: tuple[str, ...]) -> tuple[str, ...]:
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in names):
            raise NothingToTry(f"no module that is changed here fits {pattern}")
    return tuple(name for name in names if any(fnmatchcase(name, p) for p in patterns))
