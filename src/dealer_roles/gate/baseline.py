"""Baselines: the findings that were there when checking began; they may only shrink."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Mapping

from dealer_roles.output.files import write_file
from dealer_roles.output.json_text import json_text
from dealer_roles.reports.report import Mended
from dealer_roles.source.broken_text import cause_in
from dealer_roles.source.gate import Refused, named_text
from dealer_roles.source.labels import label_of
from dealer_roles.values.errors import InvalidSettings
from dealer_roles.values.fields import field, fields_of
from dealer_roles.values.findings import Finding, Severity
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

VERSION = 1
_PRINT = re.compile(r'^\s*"([0-9a-f]{32})":')


@frozen
class Known:
    """What a baseline remembers of a finding, for people and for the day it is mended.

    Only the fingerprint is compared. Baselines written before they remembered places have none.
    """

    code: str
    org: str
    subject: str
    message: str
    severity: Severity = "error"
    file: str = ""
    line: int = 1
    at: int = field(default=1, compare=False)

    @property
    def place(self) -> Span | None:
        """Where it stood, if that is remembered."""
        return Span(self.file, self.line) if self.file else None


def _known(finding: Finding) -> Known:
    f = finding
    return Known(f.code, f.org, f.subject, f.message.en, f.severity, f.span.file, f.span.line)


@frozen
class Baseline:
    """Known findings by fingerprint.

    Attributes:
        findings: What is known.
        origin: The file it was read from.
    """

    findings: Mapping[str, Known] = field(default_factory=dict)
    origin: str = field(default="", compare=False)

    @property
    def fingerprints(self) -> Collection[str]:
        """The fingerprints of the known findings."""
        return self.findings.keys()

    def without(
        self, fingerprints: Collection[str], orgs: Collection[str] | None = None
    ) -> dict[str, Mended]:
        """Return the known findings that are not among these, by fingerprint.

        Args:
            fingerprints: What was found.
            orgs: The organizations that were looked at; nothing is gone elsewhere.
        """
        return {
            fp: Mended(k.code, k.message, k.severity, k.place)
            for fp, k in self.findings.items()
            if fp not in fingerprints and (orgs is None or k.org in orgs)
        }


def baseline_of(findings: Iterable[Finding]) -> Baseline:
    """Return the baseline of these findings."""
    return Baseline({f.fingerprint: _known(f) for f in findings})


def prune(
    baseline: Baseline, findings: Iterable[Finding], orgs: Collection[str] | None = None
) -> Baseline:
    """Return a baseline without what is gone; nothing is ever added.

    Args:
        baseline: What is known.
        findings: What was found.
        orgs: The organizations that were looked at; what is known of others stays.
    """
    gone = baseline.without({finding.fingerprint for finding in findings}, orgs)
    return Baseline({fp: known for fp, known in baseline.findings.items() if fp not in gone})


def write_baseline(path: str | os.PathLike[str], baseline: Baseline) -> None:
    """Write a baseline as JSON, whole or not at all; equal baselines give equal files."""
    known = {
        fingerprint: {f.name: getattr(k, f.name) for f in fields_of(Known) if f.name != "at"}
        for fingerprint, k in sorted(
            baseline.findings.items(), key=lambda item: (item[1].code, item[1].subject, item[0])
        )
    }
    data = {"version": VERSION, "findings": known}
    write_file(path, json_text(data))


def read_baseline(path: str | os.PathLike[str]) -> Baseline:
    """Read a baseline.

    Raises:
        InvalidSettings: It cannot be read, or is no baseline.
    """
    text = ""
    try:
        text = named_text(path)
        data = json.loads(text)
        version = data["version"]
        lines = {fp: n for n, line in enumerate(text.split("\n"), 1) for fp in _PRINT.findall(line)}
        known = {
            str(fp): Known(**{**item, "at": lines.get(fp, 1)})
            for fp, item in data["findings"].items()
        }
    except Refused as error:
        raise InvalidSettings(os.fspath(path), [error.words]) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        problem = cause_in(text) or Text(
            "不是基线文件；请用 dealer-roles baseline 生成",
            "not a baseline; write one with `dealer-roles baseline`",
        )
        raise InvalidSettings(os.fspath(path), [problem]) from error
    if version != VERSION:
        problem = Text(
            f"基线文件版本为 {version}；本程序使用版本 {VERSION}",
            f"a baseline of version {version}; this program writes version {VERSION}",
        )
        raise InvalidSettings(os.fspath(path), [problem])
    return Baseline(known, label_of(path))
