from __future__ import annotations

import re

import pytest

from dealer_roles.output.clean import clean
from dealer_roles.reports.formats import render_report
from dealer_roles.reports.report import Reported
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from tests.unit.reports.samples import HOSTILE, finding, mixed, report

COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]+),line=7,col=15,title=([^,:]+)::(.*)")


def test_each_finding_that_counts_is_one_command() -> None:
    *commands, run, last = render_report(mixed(), "github", "en").splitlines()
    found = [COMMAND.fullmatch(line) for line in commands]
    assert [m and m[1] for m in found] == ["error", "warning", "notice"]
    assert run.startswith("::notice title=dealer-roles::Looked at store")
    assert not last.startswith("::")


@pytest.mark.parametrize("message", HOSTILE)
def test_no_message_is_a_second_command_or_ends_the_first(message: str) -> None:
    lines = render_report(report(Reported(finding(message))), "github", "en").split("\n")
    assert sum(line.startswith("::") for line in lines) == 2  # the finding, and what was read
    match = COMMAND.fullmatch(lines[0])
    assert match
    told = match[4].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    assert told == f"{clean(message)}\nmend it"


def test_a_file_name_with_commas_and_colons_stays_one_property() -> None:
    odd = Finding("x", "error", Text("错", "wrong"), Span("a,line=9::b%.yaml", 1, 1))
    (first, *_) = render_report(report(Reported(odd)), "github", "en").splitlines()
    assert first == "::error file=a%2Cline=9%3A%3Ab%25.yaml,line=1,col=1,title=x::wrong"
