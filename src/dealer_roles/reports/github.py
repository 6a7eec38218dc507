"""Findings as GitHub workflow commands, which become annotations on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.output.clean import clean, one_line
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.words import counts

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield one workflow command a finding that counts, what was looked at, and the totals."""
    yield from (f"{_command(item, lang)}\n" for item in report.items if item.counts)
    yield f"::notice title=dealer-roles::{_data(one_line(report.run.words.get(lang)))}\n"
    yield f"{counts(report, lang)}\n"


def _command(item: Reported, lang: str) -> str:
    f = item.finding
    properties = {
        "file": f.span.file,
        "line": str(f.span.line),
        "col": str(f.span.column),
        "title": f.code,
    }
    listed = ",".join(f"{key}={_property(clean(value))}" for key, value in properties.items())
    text = clean("\n".join(t for t in (f.message.get(lang), f.fix.get(lang)) if t))
    return f"::{_LEVELS[f.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
