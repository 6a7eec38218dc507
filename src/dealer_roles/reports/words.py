"""Words that several report formats share."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.output.clean import one_line
from dealer_roles.reports.report import Report
from dealer_roles.values.findings import SEVERITIES, Finding

_ZH = {"error": "错误", "warning": "警告", "note": "提示"}


def severity(name: str, lang: str) -> str:
    """Return a severity in words."""
    return _ZH[name] if lang == "zh" else name


def counts(report: Report, lang: str) -> str:
    """Return how much was found, in one line."""
    found = [(s, report.count(s)) for s in SEVERITIES]
    waived = sum(item.suppression is not None for item in report.items)
    known = sum(i.state == "unchanged" and i.suppression is None for i in report.items)
    if lang == "zh":
        parts = [f"{_ZH[s]} {n}" for s, n in found if n]
        parts += [f"已豁免 {waived}"] if waived else []
        parts += [f"基线已有 {known}"] if known else []
        return "，".join(parts) + "。" if parts else "没有发现问题。"
    parts = [f"{n} {s}{'s' if n > 1 else ''}" for s, n in found if n]
    parts += [f"{waived} waived"] if waived else []
    parts += [f"{known} known from the baseline"] if known else []
    return ", ".join(parts) + "." if parts else "Nothing found."


_ENDS = ".!?。！？…"


def sentences(texts: Iterable[str], lang: str) -> str:
    """Return texts as sentences, one after the other."""
    end, space = ("。", "") if lang == "zh" else (".", " ")
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
