"""The forms that many kinds of file share: ids, texts, limits, sources, periods, scopes."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.forms import (
    ByType,
    Choice,
    Listed,
    Mapped,
    Nested,
    Number,
    Str,
    TextForm,
)
from dealer_roles.model.languages import CODES
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.former import Former
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope
from dealer_roles.values.text import Text
from dealer_roles.values.unseen import BLANKS, REFUSED, ZERO_WIDTH, is_ignorable
from dealer_roles.values.validity import Validity

_BLANK = BLANKS + ZERO_WIDTH
# Letters of any script, digits and single hyphens; what is no letter is told by `is_id`.
_LETTER = r"[^\x00-\x60\x7b-\xbf]"
ID_PATTERN = rf"^{_LETTER}({_LETTER}|[0-9])*(-({_LETTER}|[0-9])+)*"
_PLAIN = frozenset("-abcdefghijklmnopqrstuvwxyz0123456789")
SOURCE_PATTERN = rf"^[^{_BLANK}{REFUSED}，、；]{{1,80}}"
DURATION_PATTERN = r"^[1-9][0-9]{0,5} (minutes?|hours?|days?|business hours?|business days?)"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
MAX_TEXT = 20_000


def is_id(text: str) -> bool:
    """Whether all of an id's letters are lower-case letters of some script, seen, in form C."""
    if _PLAIN.issuperset(text):  # as most are: it takes no time
        return True
    return text == unicodedata.normalize("NFC", text) and all(
        c in _PLAIN or _is_lower_letter(c) for c in text
    )


def _is_lower_letter(char: str) -> bool:
    category = unicodedata.category(char)
    letter = category in ("Ll", "Lo", "Lm", "Mn", "Mc", "Nd") and char == char.lower()
    return letter and not is_ignorable(char)


def is_date(text: str) -> bool:
    """Whether a text of the right form is a day that there is."""
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_currency(text: str) -> bool:
    """Whether a code is not merely what a currency of another code is called: RMB for CNY."""
    from dealer_roles.model.quantities import currency

    return currency(text) in ("", text)


CHECKS = {"id": is_id, "date": is_date, "currency": is_currency}
"""The checks of text beyond a pattern, by the name that a JSON Schema calls the format."""


def id_of(namespace: str = "") -> Str:
    """Return the form of an id, and of what it names."""
    return Str(ID_PATTERN, longest=80, check="id", refers=namespace)


ID = id_of()
WORDS = Str(rf"^[{_BLANK}]*[^{_BLANK}{REFUSED}][^{REFUSED}]*", longest=MAX_TEXT)
TEXT = TextForm()
OTHER_NAMES = Listed(WORDS, most=50)
"""What else people call something."""
SOURCE = Str(SOURCE_PATTERN)
SOURCES = Listed(SOURCE, fewest=1, most=200)
BASIS = Choice(("practice", "law"))
KIND_SAID = ("文件类型", "The kind of file")
SOURCES_SAID = ("出处", "The statements it comes from")
BASIS_SAID = ("无出处时的依据", "Why it holds where no statement says so")
DATE_TEXT = Str(DATE_PATTERN, check="date")
DURATION_TEXT = Str(DURATION_PATTERN)
SHARES = ("accountable", "responsible", "supporting", "consulted", "informed")
CADENCES = (
    "per-case", "continuous", "per-shift", "daily", "weekly", "monthly", "quarterly",
    "half-yearly", "yearly", "on-demand",
)  # fmt: skip
LANGUAGE = Choice(CODES)


def ids(namespace: str, most: int = 200, fewest: int | None = None) -> Listed:
    """Return the form of a list of ids."""
    return Listed(id_of(namespace), fewest=fewest, most=most)


def or_null(namespace: str) -> ByType:
    """Return the form of an id that may be null."""
    return ByType(lambda written: written, str, text=id_of(namespace), null=True)


def as_tuple(written: Any) -> tuple[str, ...]:
    """Return one id or a list of ids as a tuple."""
    return (written,) if written.__class__ is str else tuple(written)


def one_or_more(namespace: str, most: int = 200) -> ByType:
    """Return the form of one id or a list of them; the value is a tuple."""
    return ByType(as_tuple, tuple, text=id_of(namespace), many=ids(namespace, most, fewest=1))


def _scope(written: Any) -> Scope:
    return tuple((dim, frozenset(values)) for dim, values in sorted(written.items()))


SCOPE = ByType(
    _scope,
    frozenset,
    mapping=Mapped(id_of("dimension"), one_or_more(""), fewest=1, most=20),
)


def _date(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


DATE = ByType(_date, dt.date, text=DATE_TEXT)


@declared
class MoneyForm:
    """金额 — An amount of money."""

    amount: float = required(Number(least=0, most=1e12), "金额", "Amount")
    currency: str = required(
        Str(r"^[A-Z]{3}", check="currency"), "币种（ISO 4217）", "Currency (ISO 4217)"
    )


def _money(written: MoneyForm) -> Money:
    return Money(float(written.amount), written.currency)


MONEY = ByType(_money, Money, mapping=Nested(MoneyForm))


@declared
class TimeLimitForm:
    """时限 — A time limit and the event it runs from, or counts back from."""

    limit: str = required(DURATION_TEXT, "时限", "How long, e.g. `2 business days`")
    from_: Text | None = optional(
        TEXT, "起算点", "The event it runs from", alias="from", default=None
    )
    before: Text | None = optional(
        TEXT, "倒计的事件", "The event it counts back from", default=None
    )


def _within(written: Any) -> TimeLimit:
    if written.__class__ is str:
        return TimeLimit.parse(written)
    return TimeLimit.parse(written.limit, written.from_, written.before)


WITHIN = ByType(_within, TimeLimit, text=DURATION_TEXT, mapping=Nested(TimeLimitForm))
EFFORT = ByType(TimeLimit.parse, TimeLimit, text=Str(r"^[1-9][0-9]{0,3} (minutes?|hours?)"))


@declared
class PeriodForm:
    """有效期(含首尾两日) — A period of validity; both ends are included."""

    from_: dt.date | None = optional(DATE, "起", "First day", alias="from", default=None)
    to: dt.date | None = optional(DATE, "止", "Last day", default=None)


def _period(written: PeriodForm) -> Validity:
    return Validity(written.from_, written.to)


PERIOD = ByType(_period, Validity, mapping=Nested(PeriodForm))


@declared
class FormerForm:
    """旧编号 — An id that something went by before, and what part of it that was."""

    id: str = required(ID, "旧编号", "The old id")
    scope: Scope = optional(
        SCOPE, "旧编号所指的范围", "The part of the new thing that it was", default=ANY
    )


def _former(written: Any) -> Former:
    return Former(written) if written.__class__ is str else Former(written.id, written.scope)


FORMERLY = Listed(ByType(_former, Former, text=ID, mapping=Nested(FormerForm)), most=50)


@declared
class SourcedText:
    """带出处的文本 — A text with its sources, or ``basis`` where there are none."""

    text: Text = required(TEXT, "文字", "The text", alias="*")
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    basis: str = optional(BASIS, *BASIS_SAID, default="")
