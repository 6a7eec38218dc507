"""How many findings of one kind a file may give: a flood tells no more than its beginning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding
from dealer_roles.values.text import NO_TEXT, Text

MOST = 50
"""The most findings of one code in one file."""


def within_budget(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, of each code in each file only the first ones and how many more there are."""
    seen: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        key = (finding.span.file, finding.code)
        seen[key] += 1
        if seen[key] <= MOST:
            yield finding
        last[key] = finding
    for (file, code), count in seen.items():
        if count > MOST:
            yield more(last[file, code], count - MOST)


def more(like: Finding, count: int, *, at_least: bool = False) -> Finding:
    """Return the finding that says how many more there are of a kind in a file."""
    zh, en = ("至少", "at least ") if at_least else ("", "")
    words = Text(
        f"本文件另有{zh} {count} 处同类问题；先改正以上各处",
        f"and {en}{count} more of this kind in this file; mend those above first",
    )
    return replace(
        like, message=words, fix=NO_TEXT, witnesses=(), subject=f"{like.span.file}#{like.code}-more"
    )
