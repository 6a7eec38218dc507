"""What a beginner most likely meant by a value that is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from dealer_roles.model.quantities import currency, limit
from dealer_roles.values.day import day_as_written
from dealer_roles.values.near import did_you_mean
from dealer_roles.values.text import Text
from dealer_roles.values.unseen import seen

_SAID = {
    "负责": "accountable", "主责": "accountable", "owner": "accountable", "a": "accountable",
    "执行": "responsible", "经办": "responsible", "r": "responsible",
    "协助": "supporting", "配合": "supporting", "support": "supporting", "s": "supporting",
    "会签": "consulted", "咨询": "consulted", "c": "consulted",
    "知会": "informed", "通知": "informed", "i": "informed",
    "每单": "per-case", "每次": "per-case", "逐单": "per-case", "持续": "continuous",
    "每班": "per-shift", "每天": "daily", "每日": "daily", "每周": "weekly", "每月": "monthly",
    "每季": "quarterly", "每季度": "quarterly", "半年": "half-yearly", "每半年": "half-yearly",
    "每年": "yearly", "年度": "yearly", "随时": "on-demand", "按需": "on-demand",
}  # fmt: skip
_NO_DAY = frozenset(
    ("长期", "长期有效", "永久", "至今", "无", "无期限", "无限期", "不限", "即日起", "待定",
     "forever", "open", "none", "n/a", "tbd", "-", "/")
)  # fmt: skip
_LONGEST_KEY = 40
_STRAY = "“”‘’「」\"',，;；:：= "
_QUOTES = "“”‘’「」\"'"
_FULL_WIDTH = re.compile("[、，：；｛｝［］“”]")


def meant(value: object, choices: Sequence[str]) -> tuple[str, ...]:
    """Return the choice that a word of everyday language stands for, if it is one of these."""
    said = str(value).strip(_QUOTES).casefold()
    word = _SAID.get(said) or _SAID.get(re.split("[/／、,，+]", said)[0].strip(), "")
    return (word,) if word in choices else ()


def meant_key(written: str, chinese: Mapping[str, str]) -> tuple[str, ...]:
    """Return the key that an unknown one means: in Chinese, or in another number.

    Args:
        written: The unknown key.
        chinese: What each key that is free is called in Chinese.
    """
    if len(written) > _LONGEST_KEY:
        return ()
    called = {key: re.split("[：（；，、,]", zh)[0] for key, zh in chinese.items()}
    word = written.strip(_STRAY)
    exact = [key for key, zh in called.items() if word == zh]
    part = [k for k, zh in called.items() if len(word) > 1 and zh and (word in zh or zh in word)]
    close = sorted(part, key=lambda key: len(called[key]))
    number = (f"{written}s", written.removesuffix("s"), f"{written[:-1]}ies")
    return (*exact, *(key for key in number if key in chinese), *close)[:1]


_LANGUAGES = {
    "zh": ("cn", "chs", "chi", "zho", "zh-cn", "zh-hans", "zh-sg", "chinese"),
    "en": ("eng", "en-us", "en-gb", "english"),
}


def meant_language(written: str, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the language among keys that a code or a name of other programs stands for."""
    code = written.casefold().replace("_", "-")
    return tuple(lang for lang, codes in _LANGUAGES.items() if lang in keys and code in codes)


def meant_words(written: str, value: object, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the language whose key was meant where words stand under what they are."""
    if written not in ("name", "text", "words") or not isinstance(value, str):
        return ()
    language = "zh" if re.search("[\u4e00-\u9fff]", value) else "en"
    return (language,) if language in keys else ()


NOBODY = ("no", "none", "nobody", "nil", "na", "n-a", "无", "没有", "暂无", "空")
"""What people write where somebody is asked for and there is none."""
WRITE_NULL = Text(
    "没有时请写 null，或删除这个键", "where there is none, write null or delete the key"
)


def mend(value: object, fits: Callable[[str], bool]) -> Text | None:
    """Return how to write a text so that it fits, where that can be told."""
    if not isinstance(value, str) or len(value) > 100:
        return None
    if as_id(value) in NOBODY and fits(as_id(value)):
        return WRITE_NULL
    for written in (as_date(value), limit(value), currency(value), as_id(value)):
        if written and written != value and fits(written):
            return did_you_mean([written])
    if value.strip().casefold() in _NO_DAY and fits("2026-01-31"):
        return Text("没有日期时请删除这个键", "leave the key out where there is no such day")
    wide = _FULL_WIDTH.search(value)
    if wide is None:
        return None
    sign = wide[0]
    return Text(
        f"含全角符号「{sign}」；请改用半角符号",
        f"it holds a full-width '{sign}'; write plain signs",
    )


def as_date(value: str) -> str:
    """Return a date in the spelling of definitions; empty if it could mean two days, or none."""
    day = day_as_written(value)
    return day.isoformat() if day else ""


def as_id(value: str) -> str:
    """Return an id made of a text: plain signs, lower case, words joined by single hyphens."""
    plain = seen(unicodedata.normalize("NFKC", value.strip(_STRAY)).casefold())
    if re.search(r"[,:;、]", plain):
        return ""  # two things run together, not one id
    return re.sub(r"[\W_]+", "-", plain).strip("-")
