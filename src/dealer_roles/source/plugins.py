"""Parts that other packages add: only those that the project's settings name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from dealer_roles.source.settings import find_settings
from dealer_roles.values.errors import InvalidSettings
from dealer_roles.values.text import Text

Part = TypeVar("Part")

RULE_KINDS, QUESTIONS = "dealer_roles.rule_kinds", "dealer_roles.questions"
PRODUCTS, REPORT_FORMATS = "dealer_roles.products", "dealer_roles.report_formats"
GROUPS = (RULE_KINDS, QUESTIONS, PRODUCTS, REPORT_FORMATS)


def plugged(group: str, names: Sequence[str], part: type[Part], what: Text) -> Iterator[Part]:
    """Yield the parts of one sort; nothing is imported if none is named.

    Args:
        group: The group of entry points, one of :data:`GROUPS`.
        names: The names of entry points that the settings hold, of whatever group.
        part: What each of this group must be.
        what: What that is called.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not such a part.
    """
    if not names:
        return
    from importlib.metadata import entry_points

    of = {one: {point.name: point for point in entry_points(group=one)} for one in GROUPS}
    known = {name for points in of.values() for name in points}
    _require_installed(names, known)
    for name in (n for n in names if n in of[group]):
        found = of[group][name].load()
        if not isinstance(found, part):
            words = Text(f"plugins：{name!r} 不是{what.zh}", f"plugins: {name!r} is not {what.en}")
            raise InvalidSettings("settings", [words])
        yield found


def plugged_in(folder: str, group: str, part: type[Part], what: Text) -> Iterator[Part]:
    """Yield the parts of one sort that the settings of a folder name.

    Args:
        folder: Where to look for the settings; also above it.
        group: The group of entry points, one of :data:`GROUPS`.
        part: What each of this group must be.
        what: What that is called.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not such a part.
    """
    return plugged(group, find_settings(folder).plugins, part, what)


def _require_installed(names: Sequence[str], known: set[str]) -> None:
    shown = ", ".join(sorted(known)) or "none"
    problems = [
        Text(
            f"plugins：{name!r} 未安装（已安装：{shown}）",
            f"plugins: {name!r} is not installed (installed: {shown})",
        )
        for name in names
        if name not in known
    ]
    if problems:
        raise InvalidSettings("settings", problems)
