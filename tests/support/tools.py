"""Tests that look through a program of the system: skipped where it is missing, and counted."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from scripts.system_packages import TOOLS

_WANT = "for want of "


def needs(key: str) -> pytest.MarkDecorator:
    """Return a mark that skips a test where a program is missing.

    Args:
        key: A key of :data:`scripts.system_packages.TOOLS`.
    """
    tool = TOOLS[key]
    return pytest.mark.skipif(tool.missing(), reason=_WANT + tool.name)


def summary(skipped: Iterable[pytest.TestReport]) -> str:
    """Return one line: how many tests were skipped for want of what, and how to get it.

    Args:
        skipped: The reports of skipped tests.
    """
    counts: dict[str, int] = {}
    for report in skipped:
        if (name := wanted(report)) is not None:
            counts[name] = counts.get(name, 0) + 1
    if not counts:
        return ""
    each = ", ".join(f"{name} ({count})" for name, count in sorted(counts.items()))
    return f"{sum(counts.values())} tests skipped {_WANT}{each}: make system-packages gets it"


def wanted(report: pytest.TestReport) -> str | None:
    """Return what a skipped test needed; nothing if it was skipped for another reason."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    _, found, name = reason.partition(_WANT)
    return name if found else None
