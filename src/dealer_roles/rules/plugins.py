"""Kinds of rule from plug-ins: only those that the project's settings name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.rules.kind import Kind
from dealer_roles.values.errors import InvalidSettings
from dealer_roles.values.text import Text

GROUP = "dealer_roles.rule_kinds"


def plugin_kinds(names: Sequence[str]) -> Iterator[Kind]:
    """Yield the kinds of rule of these plug-ins; nothing is imported if none is named.

    Args:
        names: Names of entry points of the group ``dealer_roles.rule_kinds``.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not a kind of rule.
    """
    if not names:
        return
    from importlib.metadata import entry_points

    installed = {point.name: point for point in entry_points(group=GROUP)}
    missing = [name for name in names if name not in installed]
    if missing:
        shown = ", ".join(installed) or "none"
        problems = [
            Text(
                f"plugins：{name!r} 未安装（已安装：{shown}）",
                f"plugins: {name!r} is not installed (installed: {shown})",
            )
            for name in missing
        ]
        raise InvalidSettings("settings", problems)
    for name in names:
        kind = installed[name].load()
        if not isinstance(kind, Kind):
            words = Text(
                f"plugins：{name!r} 不是规则种类", f"plugins: {name!r} is not a kind of rule"
            )
            raise InvalidSettings("settings", [words])
        yield kind
