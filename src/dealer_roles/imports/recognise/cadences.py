"""How often something is done, in the words of a column, of a label or of a duty itself."""

from __future__ import annotations

import re
import unicodedata

from dealer_roles.imports.recognise.roles import is_chinese
from dealer_roles.imports.recognise.script import simplified

_ZH = {
    "per-shift": "每班次?|每个班次|交接班时",
    "half-yearly": "每半年|半年度?|半年一次",
    "daily": "每[日天]|日常|逐日|按日|当日|日|天天",
    "weekly": "每周|每星期|周度?|按周|每周[一二三四五六日天].{0,4}",
    "monthly": "每月|月度?|按月|每月.{1,6}",
    "quarterly": "每季度?|季度?|按季",
    "yearly": "每年|年度?|按年|每年.{1,6}",
    "per-case": "每次|每单|逐单|逐笔|每笔|按次|发生时",
    "on-demand": "按需|根据需要|视需要|需要时|不定期|随时|临时",
    "continuous": "持续|长期|经常性?|全天",
}
_EN = {
    "per-shift": r"(?:per|every|each) shift",
    "half-yearly": r"half[- ]yearly|semi-?annual(?:ly)?|twice a year|every six months|bi-?annual(?:ly)?",
    "daily": r"daily|(?:every|each) day|per day",
    "weekly": r"weekly|(?:every|each) week|per week|once a week",
    "monthly": r"monthly|(?:every|each) month|per month|once a month",
    "quarterly": r"quarterly|(?:every|each) quarter",
    "yearly": r"yearly|annual(?:ly)?|(?:every|each) year|per year|once a year",
    "per-case": r"per case|(?:every|each) (?:time|case)|per (?:order|request|event)",
    "on-demand": r"on demand|as (?:needed|required|necessary)|ad[- ]hoc|when (?:needed|required)",
    "continuous": r"continuous(?:ly)?|ongoing|constant(?:ly)?",
}
_TIMES = r"(?:至少|各|不少于)?(?:[一二两三四五六1-6]次)?"
_VALUES = {
    kind: re.compile(rf"(?:{zh}){_TIMES}|(?:{_EN[kind]})", re.IGNORECASE)
    for kind, zh in _ZH.items()
}
# In a duty, only what says how often the work itself is done: at its start, behind a comma, at its end.
_SAID_ZH = re.compile(
    r"(?:^|(?<=[，,；;、]))(?P<how>每半年|每季度?|每班次?|每个?(?:日|天|周|星期|月|年))(?!度?(?:计划|报表|数据|目标|预算|例会))"
)
_SAID_EN = re.compile(
    r"^(?P<how>daily|weekly|monthly|quarterly|(?:every|each) (?:day|week|month|quarter|year|shift))\b[, ]|"
    r"\b(?P<end>daily|weekly|monthly|quarterly|yearly|annually|(?:every|each) (?:day|week|month|quarter|year|shift))[.;]?$",
    re.IGNORECASE,
)


def cadence_of(value: str) -> str:
    """Return the cadence that a value names: 每月 is monthly; nothing if it is none."""
    text = simplified(unicodedata.normalize("NFKC", value)).strip(" 。.;；")
    return next((kind for kind, rule in _VALUES.items() if rule.fullmatch(text)), "")


def cadence_in(duty: str) -> str:
    """Return how often a duty says that it is done: 每周召开例会 is weekly."""
    if is_chinese(duty):
        found = {m.group("how").replace("个", "") for m in _SAID_ZH.finditer(simplified(duty))}
    else:
        found = {(m.group("how") or m.group("end")) for m in _SAID_EN.finditer(duty)}
    kinds = {cadence_of(how) for how in found} - {""}
    return kinds.pop() if len(kinds) == 1 else ""
