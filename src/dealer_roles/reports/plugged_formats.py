"""The report formats that plug-ins add to a folder."""

from __future__ import annotations

from collections.abc import Callable

from dealer_roles.reports.report import Report
from dealer_roles.source.plugins import REPORT_FORMATS, plugged_in
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text


@frozen
class ReportFormat:
    """A format of reports.

    Attributes:
        name: What ``--format`` calls it.
        render: Writes a report in a language, ``zh`` or ``en``.
    """

    name: str
    render: Callable[[Report, str], str]


def plugged_formats(folder: str) -> dict[str, ReportFormat]:
    """Return the formats of the plug-ins that the settings of a folder name, by name.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not a format.
    """
    what = Text("报告格式", "a report format")
    return {one.name: one for one in plugged_in(folder, REPORT_FORMATS, ReportFormat, what)}
