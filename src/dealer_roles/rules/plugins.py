"""Kinds of rule from plug-ins: only those that the project's settings name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.rules.kind import Kind
from dealer_roles.source.plugins import RULE_KINDS, plugged
from dealer_roles.values.text import Text


def plugin_kinds(names: Sequence[str]) -> Iterator[Kind]:
    """Yield the kinds of rule among these plug-ins.

    Args:
        names: Names of entry points.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not a kind of rule.
    """
    return plugged(RULE_KINDS, names, Kind, Text("规则种类", "a kind of rule"))
