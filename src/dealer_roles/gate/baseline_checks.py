"""What a baseline may not hold, and what it holds for nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from dealer_roles.gate.baseline import Baseline, Known
from dealer_roles.gate.checked import BY_THE_GATE, Checked, may_be_known
from dealer_roles.source.labels import label_of
from dealer_roles.values.findings import Finding, Severity
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text


def acceptable(checked: Sequence[Checked]) -> tuple[Iterator[Finding], list[Finding]]:
    """Return what a baseline may hold, one by one, and what it must not.

    Where an organization does not load, a rule of its own is broken, or two have one id, no rule
    ran or none can be told apart: to accept that would accept everything behind it.
    """
    may = (f for one in checked for f in one.findings if may_be_known(f, one))
    return may, [f for one in checked for f in one.findings if not may_be_known(f, one)]


def about_baseline(
    baseline: Baseline, path: str | os.PathLike[str], checked: Sequence[Checked]
) -> Iterator[Finding]:
    """Yield what a baseline holds and nobody knows, or nothing fits any more.

    Organizations that were not checked, or whose rules did not run, are not judged.
    """
    label = label_of(path)
    ran = {c.loaded.id: c for c in checked if c.loaded.stands}
    found = {
        f.fingerprint for c in checked for f in (*c.findings, *(waived for waived, _ in c.waived))
    }
    for fingerprint, known in sorted(baseline.findings.items()):
        one = ran.get(known.org)
        if one is None:
            continue
        if known.code not in one.known and known.code not in BY_THE_GATE:
            yield _unknown(known, one, label)
        elif fingerprint not in found and known.code in _judged(one):
            yield _unused(known, label)


def _judged(checked: Checked) -> frozenset[str]:
    return BY_THE_GATE | {rule.id for rule in checked.rules}


def _unknown(known: Known, checked: Checked, label: str) -> Finding:
    near = nearest(known.code, checked.known, 1)
    return _finding(
        "baseline-names-unknown",
        "warning",
        known,
        label,
        Text(
            f"基线中的 {known.code} 不是任何规则；无法加载的问题不能列入基线",
            f"the baseline holds {known.code}, which is no rule; what does not load never "
            "belongs in one",
        ),
        did_you_mean(near, Text("请用 baseline --prune 清理", "clean it with baseline --prune")),
    )


def _unused(known: Known, label: str) -> Finding:
    words = Text(
        f"基线中的 {known.code} / {known.subject} 已没有对应的发现",
        f"{known.code} / {known.subject} of the baseline matches no finding any more",
    )
    fix = Text("请用 baseline --prune 清理", "clean it with baseline --prune")
    return _finding("baseline-unused", "note", known, label, words, fix)


def _finding(
    code: str, severity: Severity, known: Known, label: str, message: Text, fix: Text
) -> Finding:
    subject = f"{known.code},{known.subject}"
    return Finding(code, severity, message, Span(label, known.at), known.org, subject, fix)
