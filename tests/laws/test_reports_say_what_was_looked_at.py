"""Law 4 of the reports: each says what was looked at, and where nothing was, none is green."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.reports.formats import FORMATS, render_report
from dealer_roles.reports.manifest import LookedAt, Manifest
from dealer_roles.reports.report import Report
from dealer_roles.values.span import Span
from tests.support.command import exit_code
from tests.support.examples import examples
from tests.support.tiny import write_tiny
from tests.unit.reports.samples import mixed, report

COUNTED = (
    *("files_read", "files_passed_over", "positions", "rules"),
    *("scenarios", "waivers", "known"),
)
COUNTS = st.integers(1000, 9999)
MANIFESTS = st.builds(
    lambda counts, more: Manifest(
        tuple(
            LookedAt(f"store-{n}", f"shops/no-{n}", place=Span(f"shops/no-{n}/organization.yaml"))
            for n in range(1 + more)
        ),
        **dict(zip(COUNTED, counts, strict=True)),
        day=dt.date(2026, 3, 4),
        baseline="known.json",
    ),
    st.lists(COUNTS, min_size=7, max_size=7, unique=True),
    st.integers(0, 2),
)


@pytest.mark.parametrize("format_", sorted(FORMATS))
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("found", [report(), mixed()], ids=["nothing", "something"])
@given(run=MANIFESTS)
@examples(10)
def test_every_number_and_organization_of_a_run_stands_in_every_format(
    format_: str, lang: str, found: Report, run: Manifest
) -> None:
    made = render_report(replace(found, run=run), format_, lang)
    facts = [str(getattr(run, name)) for name in COUNTED] + ["known.json", "2026-03-04"]
    facts += [part for one in run.organizations for part in (one.id, one.origin)]
    plain = made.replace("\\", "")  # Markdown escapes
    assert [fact for fact in facts if fact not in plain] == []


EMPTY = {
    "no organization": Report(()),
    "no rule": Report((), run=Manifest((LookedAt("store", "./store"),), files_read=3, positions=2)),
    "waived and nothing else": Report((), run=Manifest(waivers=1, day=dt.date(2026, 1, 1))),
}


def _xml(text: str) -> ET.Element:
    return ET.fromstring(text)


RED: dict[str, Callable[[str], Any]] = {
    "text": lambda made: "nothing was looked at" in made.lower() and "1 error" in made,
    "json": lambda made: json.loads(made)["counts"]["error"] == 1,
    "sarif": lambda made: (
        json.loads(made)["runs"][0]["results"][0]["level"] == "error"
        and not json.loads(made)["runs"][0]["invocations"][0]["executionSuccessful"]
    ),
    "github": lambda made: made.startswith("::error ") or "\n::error " in made,
    "markdown": lambda made: "1 error" in made,
    "gitlab": lambda made: any(issue["severity"] == "major" for issue in json.loads(made)),
    "junit": lambda made: _xml(made).find(".//failure") is not None,
    "checkstyle": lambda made: _xml(made).find(".//error[@severity='error']") is not None,
    "rdjson": lambda made: any(d["severity"] == "ERROR" for d in json.loads(made)["diagnostics"]),
    "csv": lambda made: any(row[0] == "error" for row in csv.reader(io.StringIO(made))),
}


def test_every_format_has_a_way_to_be_red() -> None:
    assert set(RED) == set(FORMATS)


@pytest.mark.parametrize("format_", sorted(FORMATS))
@pytest.mark.parametrize("why", sorted(EMPTY))
def test_where_nothing_was_looked_at_no_format_is_green(format_: str, why: str) -> None:
    assert RED[format_](render_report(EMPTY[why], format_, "en"))
    assert EMPTY[why].fails("error")
    assert "Nothing found" not in render_report(EMPTY[why], format_, "en")


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_a_check_tells_it_to_every_reader(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    write_tiny(tmp_path / "shop", {"tasks": ["sell"], "positions": {"anna": {"duties": ["sell"]}}})
    monkeypatch.chdir(tmp_path)
    exit_code("check", "./shop", "--format", format_, "--lang", "en", "--on", "2026-03-04")
    made = capsys.readouterr().out
    assert "tiny" in made
    assert "2026-03-04" in made
