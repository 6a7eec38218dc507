"""Findings as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

import json
from typing import Any

from dealer_roles import __version__
from dealer_roles.reports.report import Report, Reported, RuleInfo
from dealer_roles.reports.uris import uri
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.span import Span

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "dealerRoles/v1"


def render(report: Report, lang: str) -> str:
    """Return the report as a SARIF log of one run."""
    codes = sorted({*report.rules, *(item.finding.code for item in report.items)})
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
        "language": "zh-CN" if lang == "zh" else "en-US",
        "results": [_result(item, places, lang) for item in report.items]
        + [_absent(fingerprint, message) for fingerprint, message in report.fixed.items()],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


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
        "message": {"text": _message(finding, lang)},
        "locations": [_location(finding.span)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
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


def _message(finding: Finding, lang: str) -> str:
    return " ".join(text for text in (finding.message.get(lang), finding.fix.get(lang)) if text)


def _location(span: Span) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(span.file)},
            "region": {"startLine": span.line, "startColumn": span.column},
        }
    }


def _related(number: int, witness: Witness, lang: str) -> dict[str, Any]:
    return {
        "id": number,
        **_location(witness.span),
        "message": {"text": witness.message.get(lang)},
    }


def _absent(fingerprint: str, message: str) -> dict[str, Any]:
    return {
        "message": {"text": message},
        "baselineState": "absent",
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
