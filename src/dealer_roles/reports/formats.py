"""The table of report formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    "csv": "csv_",
}
"""The name of each format and the module that writes it."""


def report_formats() -> tuple[str, ...]:
    """Return the name of each format, those of plug-ins that the settings here name included.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not what it should be.
    """
    from dealer_roles.reports.plugged_formats import plugged_formats

    return (*FORMATS, *(name for name in plugged_formats(".") if name not in FORMATS))


def is_format(name: str) -> bool:
    """Whether there is a format of this name; only for one that is not ours settings are read."""
    return name in FORMATS or name in report_formats()


def render_report(report: Report, format_: str, lang: str) -> str:
    """Return a report in one of :func:`report_formats`.

    Args:
        report: What was found.
        format_: The name of a format.
        lang: The language of its texts, ``zh`` or ``en``.
    """
    return "".join(report_pieces(report, format_, lang))


def report_pieces(report: Report, format_: str, lang: str) -> Iterator[str]:
    """Yield :func:`render_report` piece by piece, each ending where a line or a value ends."""
    told = honest(report)
    if format_ not in FORMATS:
        from dealer_roles.reports.plugged_formats import plugged_formats

        return iter((plugged_formats(".")[format_].render(told, lang),))
    module = import_module(f"dealer_roles.reports.{FORMATS[format_]}")
    pieces: Callable[[Report, str], Iterator[str]] = module.pieces
    return pieces(told, lang)
