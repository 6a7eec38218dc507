"""Things of nearly one name as text."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.similar import Similar
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable

_KINDS = {"task": "任务", "duty": "职责", "position": "岗位"}
_HEAD_ZH = ("种类", "相近度", "一", "二", "位置")
_HEAD_EN = ("kind", "score", "one", "other", "where")


def printed(org: OnDay, found: Similar, lang: str) -> Printed:
    """Yield the pairs as one table, and how many names were compared."""
    del org
    zh = lang == "zh"
    rows = [
        (
            _KINDS[p.one.kind] if zh else p.one.kind,
            f"{p.score:.2f}",
            *(f"{n.name.get(lang)} ({n.org}:{n.holder or n.id})" for n in (p.one, p.other)),
            p.other.span,
        )
        for p in found
    ]
    if rows:
        yield PrintedTable(_HEAD_ZH if zh else _HEAD_EN, rows)
    count = len(found)
    yield PrintedLine(
        f"比较了 {found.compared} 个名称，{count} 对相近；合并与否由人决定。"
        if zh
        else f"{found.compared} names compared, {count} pairs nearly alike; whether to merge is "
        "for people to decide."
    )
