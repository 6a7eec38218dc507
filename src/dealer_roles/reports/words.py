"""Words that several report formats share."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.output.clean import one_line
from dealer_roles.reports.report import Report
from dealer_roles.values.findings import SEVERITIES, Finding
from dealer_roles.values.text import Text
from dealer_roles.words.marks import joined

_SEVERITIES = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "note": Text("提示", "note"),
}
WAIVED = Text("已豁免", "waived")
_ENDS = ".!?。！？…"
_NOTHING = Text("没有发现问题。", "Nothing found.")
_FULL_STOP, _BETWEEN = Text("。", "."), {"zh": ""}


def severity(name: str, lang: str) -> str:
    """Return a severity in words."""
    return _SEVERITIES[name].get(lang)


def counts(report: Report, lang: str) -> str:
    """Return how much was found, in one line."""
    found = [(s, report.count(s)) for s in SEVERITIES]
    waived, known = report.count_waived, report.count_known
    parts = [
        Text(f"{_SEVERITIES[s].zh} {n}", f"{n} {s}{'s' if n > 1 else ''}") for s, n in found if n
    ]
    parts += [Text(f"{WAIVED.zh} {waived}", f"{waived} {WAIVED.en}")] if waived else []
    parts += [Text(f"基线已有 {known}", f"{known} known from the baseline")] if known else []
    line = joined((part.get(lang) for part in parts), lang)
    return line + _FULL_STOP.get(lang) if parts else _NOTHING.get(lang)


def sentences(texts: Iterable[str], lang: str) -> str:
    """Return texts as sentences, one after the other."""
    end, space = _FULL_STOP.get(lang), _BETWEEN.get(lang, " ")
    told = [text.strip() for text in texts if text.strip()]
    return space.join(text if text[-1] in _ENDS else text + end for text in told)


def told(finding: Finding, lang: str) -> str:
    """Return what is wrong and how to mend it, as two sentences."""
    return sentences((finding.message.get(lang), finding.fix.get(lang)), lang)


def why(report: Report, finding: Finding, lang: str) -> str:
    """Return why the rule of a finding holds; empty where nothing says it."""
    rule = report.rules.get(finding.code)
    return rule.why.get(lang) if rule else ""


def place(finding: Finding) -> str:
    """Return where a finding stands, on one line whatever its file is called."""
    return one_line(finding.span)
