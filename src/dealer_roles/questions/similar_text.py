"""Things of nearly one name as text."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.similar import Similar
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import word
from dealer_roles.words.marks import how_many

_HEADS = (
    Text("种类", "kind"),
    Text("相近度", "score"),
    Text("一", "one"),
    Text("二", "other"),
    Text("位置", "where"),
)


def printed(org: OnDay, found: Similar, lang: str) -> Printed:
    """Yield the pairs as one table, and how many names were compared."""
    del org
    rows = [
        (
            word(p.one.kind, lang),
            f"{p.score:.2f}",
            *(f"{n.name.get(lang)} ({n.org}:{n.holder or n.id})" for n in (p.one, p.other)),
            p.other.span,
        )
        for p in found
    ]
    if rows:
        yield PrintedTable([head.get(lang) for head in _HEADS], rows)
    count = len(found)
    total = Text(
        f"比较了 {found.compared} 个名称，{count} 对相近；合并与否由人决定。",
        f"{found.compared} names compared, {how_many(count, 'pair')} nearly alike; "
        "whether to merge is for people to decide.",
    )
    yield PrintedLine(total.get(lang))
