"""The formats that programs read: each against what its reader documents."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from dealer_roles.reports.formats import FORMATS, render_report
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.uris import location
from dealer_roles.reports.xml_text import xml_pieces
from tests.unit.reports.samples import HOSTILE, LINE, PLACE, finding, mixed, report


def data(one: Report, format_: str, lang: str = "en") -> Any:
    return json.loads(render_report(one, format_, lang))


@pytest.mark.parametrize("format_", sorted(FORMATS))
@pytest.mark.parametrize("message", HOSTILE)
def test_hostile_text_breaks_no_format(format_: str, message: str) -> None:
    made = render_report(report(Reported(finding(message))), format_, "en")
    if format_ in ("junit", "checkstyle"):
        ET.fromstring(made)
    elif format_ in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(made)
    made.encode("utf-8", "strict" if format_ in ("junit", "checkstyle", "text") else "replace")


def test_a_comment_may_hold_what_marks_the_place_of_the_findings() -> None:
    root = ET.Element("checkstyle")
    root.append(ET.Comment(" read <what-follows /> "))
    made = "".join(xml_pieces(root, [ET.Element("file")]))
    assert [child.tag for child in ET.fromstring(made)] == ["file"]
    assert "<!-- read <what-follows /> -->" in made


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_every_format_speaks_both_languages(format_: str) -> None:
    one = report(Reported(finding()))
    assert "wrong。" in render_report(one, format_, "zh")
    assert "wrong" in render_report(one, format_, "en")


def test_json_keeps_waived_ones_apart_and_counts_what_counts() -> None:
    found = data(mixed(), "json")
    assert found["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert [f["subject"] for f in found["waived"]] == ["waived"]
    assert found["waived"][0]["waiver"]["until"] == "2027-03-31"
    assert [f.get("state") for f in found["findings"]] == ["new", "new", "new", "unchanged"]
    assert found["fixed"] == [
        {
            "fingerprint": "f" * 32, "code": "mended-rule", "severity": "warning",
            "message": "gone", "file": "store/gone.yaml", "line": 3, "column": 1,
        }
    ]  # fmt: skip
    assert found["organizations"] == ["store"]


def test_sarif_counts_columns_in_code_points_and_names_states_and_waivers() -> None:
    (run,) = data(mixed(), "sarif")["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 15}
    assert [r.get("baselineState") for r in run["results"]] == [
        "new",
        "new",
        "new",
        "unchanged",
        None,
        "absent",
    ]
    assert run["results"][4]["suppressions"][0]["justification"].endswith("(boss, 2027-03-31)")


def test_sarif_rules_are_referred_to_by_their_place() -> None:
    (run,) = data(mixed(), "sarif")["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("store/a b.yaml", ("store/a%20b.yaml", "%SRCROOT%")),
        ("/srv/店/a.yaml", ("srv/%E5%BA%97/a.yaml", "OUTSIDE")),
        ("C:/store/a.yaml", ("C%3A/store/a.yaml", "OUTSIDE")),
        ("v:2/a.yaml", ("v%3A2/a.yaml", "%SRCROOT%")),
        ("bundled:d14/x y.yaml", ("d14/x%20y.yaml", "BUNDLED")),
        ("a#b?c%.yaml", ("a%23b%3Fc%25.yaml", "%SRCROOT%")),
    ],
)
def test_places_are_relative_uris_each_with_its_base(file: str, wanted: tuple[str, str]) -> None:
    assert tuple(location(file).values()) == wanted


def test_rdjson_counts_columns_in_bytes() -> None:
    (first, *_) = data(report(Reported(finding())), "rdjson")["diagnostics"]
    start = first["location"]["range"]["start"]
    assert start == {"line": 7, "column": len(LINE[: PLACE.column - 1].encode()) + 1}
    assert start["column"] > PLACE.column
    assert first["severity"] == "ERROR"


def test_rdjson_without_the_line_says_the_column_it_knows() -> None:
    bare = Report((Reported(finding()),))
    first, _ = data(bare, "rdjson")["diagnostics"]
    assert first["location"]["range"]["start"]["column"] == PLACE.column


def test_gitlab_fingerprints_differ_and_do_not_depend_on_lines() -> None:
    prints = [issue["fingerprint"] for issue in data(mixed(), "gitlab")]
    assert len(set(prints)) == len(prints) == 3 + len(["what was looked at"])
    moved = finding("first")
    assert prints[0] == moved.fingerprint
    assert {issue["severity"] for issue in data(mixed(), "gitlab")} == {"major", "minor", "info"}


@pytest.mark.parametrize("format_", ["gitlab", "rdjson", "github", "checkstyle"])
def test_what_is_accepted_or_known_is_not_annotated(format_: str) -> None:
    made = render_report(mixed(), format_, "en")
    assert "accepted" not in made
    assert "known\n" not in made
    assert made.count("third") >= 1


def test_junit_has_a_case_a_rule_with_the_failures_inside() -> None:
    suite = ET.fromstring(render_report(mixed(), "junit", "en"))
    _, case = suite
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    assert case.get("classname") == "keep-count-stock"
    assert [f.get("message") for f in case.iter("failure")] == ["first"]
    told = case.findtext("system-out") or ""
    assert "warning: " in told
    assert "second. mend it." in told
    assert "store/positions/desk.yaml:7:15" in (case[0].text or "")


def test_junit_skips_a_rule_whose_findings_are_all_waived() -> None:
    only = report(*mixed().waived)
    _, case = ET.fromstring(render_report(only, "junit", "en"))
    assert [child.tag for child in case] == ["skipped"]


def test_checkstyle_groups_by_file() -> None:
    root = ET.fromstring(render_report(mixed(), "checkstyle", "en"))
    (file,) = root
    assert file.get("name") == PLACE.file
    assert [e.get("severity") for e in file] == ["error", "warning", "info"]
    assert file[0].get("source") == "dealer-roles.keep-count-stock"
