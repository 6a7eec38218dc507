"""Facts of one value: a department, a superior, a grade, a number of heads."""

from __future__ import annotations

import re

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.script import simplified

_NOTHING = re.compile(
    r"^(?:无|没有|暂无|不适用|不(?:需要?|用|必)(?:负|负担|承担)?管理责任|—+|-+|–|/|\\|none|n/?a|nil|n/d|not applicable|xx|null|tbc|tbd|\.)$",
    re.IGNORECASE,
)
_NONE_ABOVE = re.compile(r"^(?:无|没有|none|nil|nobody|no one|xx|top|最高|无上级)$", re.IGNORECASE)
_CODE = re.compile(r"^[A-Za-z0-9._/-]{1,40}$")
_EDGES = " \t\u3000：:。；;，,、_＿"
LARGEST_HEADCOUNT = 10_000


def is_nothing(text: str) -> bool:
    """Whether a value says that there is none."""
    return _NOTHING.match(simplified(text.strip())) is not None


def set_value(at: DraftPosition, field: str, bit: Bit, ledger: Ledger) -> None:
    """Set a fact of a position and record what became of it."""
    text = bit.text.strip(_EDGES)
    if field == "superior" and _NONE_ABOVE.match(text):
        at.superior.top = True
        ledger.used(bit, "superior", at.name)
    elif is_nothing(text) or not text:
        ledger.left_out(bit, "empty-mark", at.name, field)
    elif field == "superior":
        _superior(at, text, bit, ledger)
    elif field == "superior_code":
        at.superior.code, at.superior.bits = text, [*at.superior.bits, bit]
        ledger.used(bit, field, at.name)
    elif field == "department":
        at.department = departments_of(text)
        ledger.used(bit, field, at.name)
    elif field == "headcount":
        _headcount(at, text, bit, ledger)
    elif field == "code":
        _code(at, text, bit, ledger)
    elif field in ("grade", "title"):
        setattr(at, field, text)
        ledger.used(bit, field, at.name)
    elif field in ("person", "person_code"):
        before = getattr(at, field) if field == "person" else ""
        setattr(at, field, f"{before} {text}".strip())  # first names and surnames may stand apart
        ledger.left_out(bit, "person", at.name, field)
    else:
        ledger.left_out(
            bit, field if field in ("sequence", "company", "subordinates") else "unknown", at.name
        )


def departments_of(text: str) -> tuple[str, ...]:
    """Return a department and the larger ones it is written with: ``售后部/车间``."""
    parts = [part.strip() for part in re.split(r"\s*(?:->|→|>|»|\\|/(?!\d))\s*", text)]
    parts = [part for part in parts if part]
    return tuple(parts) if len(parts) > 1 and all(len(p) > 1 for p in parts) else (text,)


def _superior(at: DraftPosition, text: str, bit: Bit, ledger: Ledger) -> None:
    if at.superior.words and at.superior.words != text:
        ledger.left_out(bit, "second-superior", at.name, "superior")
        return
    at.superior.words = text
    at.superior.bits.append(bit)
    ledger.used(bit, "superior", at.name)


def _headcount(at: DraftPosition, text: str, bit: Bit, ledger: Ledger) -> None:
    match = re.match(r"^(\d{1,5}(?:\.\d{1,4})?)\s*(?:人|名|个|位|people|persons?)?$", text)
    if match and 0 < float(match.group(1)) <= LARGEST_HEADCOUNT:
        at.headcount = float(match.group(1))
        ledger.used(bit, "headcount", at.name)
    else:
        ledger.left_out(bit, "headcount", at.name, "headcount")


def _code(at: DraftPosition, text: str, bit: Bit, ledger: Ledger) -> None:
    if _CODE.match(text):
        at.code = text
        ledger.used(bit, "code", at.name)
    else:
        ledger.left_out(bit, "code", at.name, "code")
