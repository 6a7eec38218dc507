"""Amounts, limits and currencies as people write them, in the spelling that definitions ask for."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = dict(zip("一二三四五六七八九十两", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2), strict=True))
_TIMES = {
    "": 1, "百": 100, "千": 1_000, "k": 1_000, "万": 10_000, "w": 10_000,
    "百万": 1_000_000, "亿": 100_000_000,
}  # fmt: skip
_CALLED = {
    "CNY": ("人民币", "rmb", "cny", "元", "圆", "块", "¥", "yuan"),
    "USD": ("美元", "usd", "$", "us$", "dollars"),
    "EUR": ("欧元", "eur", "€"),
    "HKD": ("港元", "港币", "hkd"),
    "GBP": ("英镑", "gbp", "£"),
    "JPY": ("日元", "jpy"),
}
_CURRENCIES = {word: code for code, words in _CALLED.items() for word in words}
_MONEY = "|".join(sorted(map(re.escape, _CURRENCIES), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<before>{_MONEY})?\s*(?P<number>\d[\d,_ ]*(?:\.\d+)?)\s*"
    rf"(?P<times>百万|[百千万亿kw])?\s*(?P<after>{_MONEY})?"
)
_UNITS = (
    (r"minutes?|mins?|m|分钟?", "minute", 1),
    (r"(?:business|working) hours?|个?工作小时", "business hour", 60),
    (r"hours?|hrs?|h|个?小时|个?钟头|时", "hour", 60),
    (r"(?:business|working) days?|workdays?|个?工作日", "business day", 1440),
    (r"days?|d|天|日|个自然日", "day", 1440),
    (r"weeks?|w|周|个?星期", "week", 10080),
)
_UNIT = "|".join(f"(?P<u{n}>{pattern})" for n, (pattern, _, _) in enumerate(_UNITS))
_LIMIT = re.compile(
    rf"(?:within|in|不超过)?\s*(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十半])\s*(?:{_UNIT})\s*(?:以?内|之内)?"
)
_YES = {"yes": True, "y": True, "on": True, "true": True, "是": True, "对": True, "有": True}
_NO = {"no": False, "n": False, "off": False, "false": False, "否": False, "不": False, "无": False}


def plain(text: str) -> str:
    """Return a text with plain signs, in lower case."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def amount(text: str) -> tuple[str, str] | None:
    """Return the plain number and the currency that a text states; the latter may be empty."""
    match = _AMOUNT.fullmatch(plain(text))
    if match is None:
        return None
    number = float(re.sub("[,_ ]", "", match["number"])) * _TIMES[match["times"] or ""]
    money = match["before"] or match["after"] or ""
    return f"{number:.15g}", _CURRENCIES.get(money, "")


def currency(text: str) -> str:
    """Return the code of a currency that a text names; empty if none is known."""
    return _CURRENCIES.get(plain(text), "")


def limit(text: str) -> str:
    """Return a limit as definitions spell it (``30 minutes``); empty if the text states none."""
    match = _LIMIT.fullmatch(plain(text))
    if match is None:
        return ""
    _, unit, minutes = next(u for n, u in enumerate(_UNITS) if match[f"u{n}"])
    count = 0.5 if match["n"] == "半" else float(_DIGITS.get(match["n"], match["n"]))
    if unit == "week":
        count, unit = count * 7, "day"
    elif not count.is_integer() and "business" not in unit:
        count, unit = (count * 24, "hour") if unit == "day" else (count * minutes, "minute")
    if not count.is_integer() or not count:
        return ""
    return f"{count:.0f} {unit}{'' if count == 1 else 's'}"


def truth(value: object) -> bool | None:
    """Return what a word for yes or no means; nothing if it is none."""
    return {**_YES, **_NO}.get(plain(value)) if isinstance(value, str) else None
