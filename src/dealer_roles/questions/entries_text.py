"""What is defined as text: ids and names."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.entries import Entries
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable
from dealer_roles.values.text import LANGS, Text
from dealer_roles.words.answer_words import word

_HEADS = {"zh": "中文", "en": "English"}


def printed(org: OnDay, found: Entries, lang: str) -> Printed:
    """Yield the entries as one table."""
    if not found:
        yield PrintedLine(Text("无。", f"No {found.what}.").get(lang))
        return
    languages = org.model.languages or LANGS
    rows = [(e.id, *map(e.name.get, languages)) for e in found]
    heads = [_HEADS.get(language, language) for language in languages]
    yield PrintedTable([word("id", lang), *heads], rows)
