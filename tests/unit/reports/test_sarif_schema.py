"""SARIF as its readers demand it: the schema of OASIS, and what GitHub refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dealer_roles.reports import sarif
from dealer_roles.reports.formats import render_report
from dealer_roles.reports.report import Mended, Report, Reported
from dealer_roles.values.findings import Finding, Severity, numbered
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from tests.unit.reports.samples import HOSTILE, finding, mixed, report

SCHEMA = Path(__file__).parents[2] / "data" / "sarif" / "sarif-schema-2.1.0.json"
PLACES = ["store/a b.yaml", "/tmp/店/a.yaml", "bundled:d14/a.yaml", "C:/s/a.yaml", "a\n\x1b.yaml"]
REPORTS = {
    "mixed": mixed(),
    "empty": report(),
    **{text: report(Reported(finding(text))) for text in HOSTILE},
    **{
        place: Report((Reported(Finding("x", "note", Text("错", "wrong"), Span(place, 2, 3))),))
        for place in PLACES
    },
}


@pytest.fixture(scope="module")
def validator() -> Any:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_log_fits_the_schema(validator: Any, name: str, lang: str) -> None:
    log = json.loads(render_report(REPORTS[name], "sarif", lang))
    assert [error.message for error in validator.iter_errors(log)] == []


@pytest.mark.parametrize("name", REPORTS)
def test_every_result_has_a_rule_and_a_relative_place(name: str) -> None:
    (run,) = json.loads(render_report(REPORTS[name], "sarif", "en"))["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            artifact = location["physicalLocation"]["artifactLocation"]
            assert ":" not in artifact["uri"]
            assert not artifact["uri"].startswith("/")
            assert artifact["uriBaseId"] in run["originalUriBaseIds"]


def test_a_mended_finding_keeps_rule_and_place() -> None:
    (run,) = json.loads(render_report(mixed(), "sarif", "en"))["runs"]
    (mended,) = (r for r in run["results"] if r.get("baselineState") == "absent")
    assert mended["ruleId"] == "mended-rule"
    region = mended["locations"][0]["physicalLocation"]
    assert region["artifactLocation"]["uri"] == "store/gone.yaml"
    assert region["region"]["startLine"] == 3


def test_a_mended_finding_whose_place_nobody_remembers_is_left_out() -> None:
    old = report(fixed={"f" * 32: Mended("old-rule", "gone")})
    assert json.loads(render_report(old, "sarif", "en"))["runs"][0]["results"] == []
    assert "gone" in render_report(old, "json", "en")


def test_a_log_holds_what_github_takes_the_gravest_of_it(
    validator: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    severities: tuple[Severity, ...] = ("note", "warning", "error", "warning", "error")
    found = [
        Finding("x", severity, Text("错", "wrong"), Span("a.yaml", line, 1), subject=str(line))
        for line, severity in enumerate(severities, 1)
    ]
    gone = {"f": Mended("x", "gone", place=Span("a.yaml", 9, 9))}
    for fixed, wanted, beyond in (({}, [2, 3, 5], 2), (gone, [2, 3, 5], 3)):
        many = Report(tuple(Reported(one) for one in found), fixed=fixed)
        run = json.loads(render_report(many, "sarif", "en"))["runs"][0]
        places = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
        assert [place["startLine"] for place in places] == wanted
        said = run["invocations"][0]["toolExecutionNotifications"]
        assert [one["message"]["text"].partition(" ")[0] for one in said[1:]] == [str(beyond)]
    monkeypatch.undo()
    few = json.loads(render_report(mixed(), "sarif", "en"))["runs"][0]
    assert len(few["invocations"][0]["toolExecutionNotifications"]) == 1


def test_findings_on_one_line_stay_alerts_of_their_own() -> None:
    items = [Reported(f) for f in numbered([finding(f"same {n}") for n in range(332)])]
    (run,) = json.loads(render_report(report(*items), "sarif", "en"))["runs"]
    keys = {r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]}
    assert len(keys) == 332
    assert keys == {item.finding.fingerprint for item in items}


@pytest.mark.parametrize(("lang", "told"), [("en", "wrong. mend it."), ("zh", "wrong。改正。")])
@pytest.mark.parametrize("format_", ["sarif", "gitlab", "checkstyle", "rdjson"])
def test_message_and_fix_are_two_sentences(format_: str, lang: str, told: str) -> None:
    assert told in render_report(report(Reported(finding())), format_, lang)


@pytest.mark.parametrize("format_", ["gitlab", "checkstyle", "rdjson"])
def test_why_is_told(format_: str) -> None:
    assert "Why" in render_report(report(Reported(finding())), format_, "en")


@pytest.mark.parametrize(("level", "failures"), [("error", 1), ("warning", 2), ("note", 3)])
def test_junit_fails_where_the_run_fails(level: Any, failures: int) -> None:
    from dataclasses import replace

    made = render_report(replace(mixed(), fail_level=level), "junit", "en")
    assert made.count("<failure") == failures
