"""What is defined as text: ids and names."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.entries import Entries
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable
from dealer_roles.words.answer_words import word


def printed(org: OnDay, found: Entries, lang: str) -> Printed:
    """Yield the entries as one table."""
    del org
    if not found:
        yield PrintedLine("无。" if lang == "zh" else f"No {found.what}.")
        return
    rows = [(e.id, e.name.zh, e.name.en) for e in found]
    yield PrintedTable([word("id", lang), "中文", "English"], rows)
