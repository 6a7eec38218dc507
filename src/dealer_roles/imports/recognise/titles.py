"""The position that a title names: advertisements write an employer, a place, a wage beside it."""

from __future__ import annotations

import re

from dealer_roles.imports.recognise.roles import (
    hired,
    is_chinese,
    is_company,
    is_role,
    without_numbers,
)

_BETWEEN = re.compile(
    r"\s*[|｜•·]\s*|\s+[-–—/@]\s+|\s*[—–]{1,2}\s*|\s*[，,；;。]\s*|\s+at\s+(?=[A-Z])"
)
_AS = re.compile(
    r"\b[Aa]s (?:an?|our(?: new)?|the(?: new)?) ([A-Z][\w/&' -]+?)(?=[,.!:]|\s+(?:you|at|in|for)\b|$)"
)
_HIRES = re.compile(r"公司|集团|4[sS]店|招人|招募|品牌")
_OFFERS = re.compile(
    r"\s*(?:[|｜•·–—]|\s-)\s*(?:up to |from |ote )?[$£€¥￥]\s*\d.*$", re.IGNORECASE
)
_CRIES = re.compile(
    r"^[^\w]*(?:urgent(?:ly)?(?: hiring| required)?|immediate start|hot job|new|hiring|now hiring|"
    r"急聘|诚聘|急招|高薪诚聘|高薪|招聘|直招|内推)[^\w]+",
    re.IGNORECASE,
)


def name_in_title(text: str) -> tuple[str, int]:
    """Return the position that a title names, and how many are sought; nothing if it is an employer.

    Args:
        text: A title: ``URGENT Technician – $30/hr``, ``某4S店 | 诚聘销售顾问``.
    """
    text = _OFFERS.sub("", _CRIES.sub("", text.replace("**", " ").strip()))
    name, count = without_numbers(hired(text))
    if is_role(name):
        return name, count
    parts = [without_numbers(part) for part in _BETWEEN.split(text)]
    parts += [
        without_numbers(hired(part)) for part in (text.split() if is_chinese(text) else [text])
    ]
    found = next((part for part in parts if is_role(part[0])), None)
    if found is not None:
        return found
    if (wanted := _AS.search(text)) and is_role(wanted.group(1)):
        return wanted.group(1), count
    return ("", 0) if any(map(_is_employer, (part for part, _ in parts))) else (name, count)


def _is_employer(text: str) -> bool:
    return is_company(text) or _HIRES.search(text) is not None
