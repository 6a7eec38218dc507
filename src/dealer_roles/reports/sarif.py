"""Findings as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from dealer_roles import __version__
from dealer_roles.output.json_text import json_pieces
from dealer_roles.reports.manifest import Manifest
from dealer_roles.reports.report import Mended, Report, Reported, RuleInfo
from dealer_roles.reports.uris import BASES, location
from dealer_roles.reports.words import told
from dealer_roles.values.findings import Witness
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "dealerRoles/v1"
MOST_RESULTS = 25_000
"""What GitHub takes of a run; of more it takes nothing."""
GITHUBS_FINGERPRINT = "primaryLocationLineHash"
"""What GitHub tells alerts apart by. Left out, it hashes the line: findings on one line
would become one alert."""


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the report as a SARIF log of one run."""
    room = max(MOST_RESULTS - len(report.items), 0)
    gone = {fp: one for fp, one in report.fixed.items() if one.place}
    mended = dict(islice(gone.items(), room))
    beyond = len(report.items) + len(gone) - MOST_RESULTS
    codes = sorted({*report.rules, *report.codes, *(one.code for one in mended.values())})
    places = {code: number for number, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "dealer-roles",
                "semanticVersion": __version__,
                "version": __version__,
                "rules": [_rule(code, report.rules.get(code), lang) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": BASES,
        "language": Text("zh-CN", "en-US").get(lang),
        "invocations": [_invocation(report.run, beyond, lang)],
        "properties": {"dealerRoles": report.run.to_dict()},
        "results": chain(
            (_result(item, places, lang) for item in report.gravest(MOST_RESULTS)),
            (_absent(fingerprint, one, places) for fingerprint, one in mended.items()),
        ),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield from json_pieces(log)


def _invocation(run: Manifest, beyond: int, lang: str) -> dict[str, Any]:
    said = [_notification("note", run.words.get(lang))]
    if beyond > 0:
        words = Text(
            f"另有 {beyond} 项未列出：一份 SARIF 超过 {MOST_RESULTS} 项，GitHub 整份拒收；"
            "最重的都在",
            f"{beyond} more are left out: of a log with more than {MOST_RESULTS} results GitHub "
            "takes none; the gravest are here",
        )
        said.append(_notification("warning", words.get(lang)))
    return {"executionSuccessful": run.complete, "toolExecutionNotifications": said}


def _notification(level: str, words: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": words}}


def _rule(code: str, rule: RuleInfo | None, lang: str) -> dict[str, Any]:
    made: dict[str, Any] = {"id": code}
    if rule is None:
        return made
    made["shortDescription"] = {"text": rule.name.get(lang)}
    made["defaultConfiguration"] = {"level": rule.severity}
    if rule.why.get(lang):
        made["fullDescription"] = {"text": rule.why.get(lang)}
    help_ = "\n\n".join(t for t in (rule.why.get(lang), rule.fix.get(lang)) if t)
    if help_:
        made["help"] = {"text": help_, "markdown": help_}
    return made


def _result(item: Reported, places: dict[str, int], lang: str) -> dict[str, Any]:
    finding = item.finding
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": finding.severity,
        "message": {"text": told(finding, lang)},
        "locations": [_location(finding.span)],
        "partialFingerprints": _fingerprints(finding.fingerprint),
    }
    if finding.witnesses:
        made["relatedLocations"] = [
            _related(number, witness, lang) for number, witness in enumerate(finding.witnesses)
        ]
    if item.state:
        made["baselineState"] = item.state
    if item.suppression is not None:
        reason = item.suppression.reason.get(lang)
        words = f"{reason} ({item.suppression.owner}, {item.suppression.until})"
        made["suppressions"] = [{"kind": "external", "status": "accepted", "justification": words}]
    return made


def _fingerprints(fingerprint: str) -> dict[str, str]:
    return {FINGERPRINT: fingerprint, GITHUBS_FINGERPRINT: fingerprint}


def _location(span: Span) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": location(span.file),
            "region": {"startLine": span.line, "startColumn": span.column},
        }
    }


def _related(number: int, witness: Witness, lang: str) -> dict[str, Any]:
    return {
        "id": number,
        **_location(witness.span),
        "message": {"text": witness.message.get(lang)},
    }


def _absent(fingerprint: str, one: Mended, places: dict[str, int]) -> dict[str, Any]:
    assert one.place is not None  # a result without a place is refused, and the log with it
    return {
        "ruleId": one.code,
        "ruleIndex": places[one.code],
        "level": one.severity,
        "message": {"text": one.message},
        "locations": [_location(one.place)],
        "baselineState": "absent",
        "partialFingerprints": _fingerprints(fingerprint),
    }
