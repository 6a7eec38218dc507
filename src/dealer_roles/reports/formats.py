"""The closed table of report formats."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from dealer_roles.reports.report import Report
from dealer_roles.reports.vacancy import honest

FORMATS: dict[str, str] = {
    "text": "text",
    "json": "json_",
    "sarif": "sarif",
    "github": "github",
    "markdown": "summary",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
}
"""The name of each format and the module that writes it."""


def render_report(report: Report, format_: str, lang: str) -> str:
    """Return a report in one of :data:`FORMATS`.

    Args:
        report: What was found.
        format_: A key of :data:`FORMATS`.
        lang: The language of its texts, ``zh`` or ``en``.
    """
    module = import_module(f"dealer_roles.reports.{FORMATS[format_]}")
    render: Callable[[Report, str], str] = module.render
    return render(honest(report), lang)
