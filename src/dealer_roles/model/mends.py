"""How to mend a value whose type is wrong: no refusal is without a way on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from dealer_roles.model.meant import as_date, meant
from dealer_roles.model.quantities import amount, plain, truth
from dealer_roles.values.near import did_you_mean
from dealer_roles.values.text import Text

_LONGEST = 100
_MANY = 3
_SHEET_BEGINS = dt.date(1899, 12, 30)
_SHEET_DAYS = range(30_000, 80_000)
WRITE_OR_DELETE = Text("填写内容，或删除这个键", "write a value, or delete the key")


def mend_type(value: object, wanted: list[str], schema: Mapping[str, Any], words: Text) -> Text:
    """Return how to mend a value that is of another type than wanted.

    Args:
        value: What is written.
        wanted: The types that may stand there.
        schema: What its place asks for.
        words: The types in words.
    """
    if value is None:
        return WRITE_OR_DELETE
    if "boolean" in wanted and wanted == ["boolean"]:
        return _truth(value)
    if {"number", "integer"} & {*wanted} and "string" not in wanted:
        return _number(value)
    if "string" in wanted and isinstance(value, (int, float)):
        return _quoted(value, str(schema.get("pattern", "")))
    if wanted == ["array"]:
        return _list(value, schema)
    if isinstance(value, list):
        return Text("请去掉「- 」或方括号", "leave out the dashes or square brackets")
    if "object" in wanted and not isinstance(value, dict):
        return _mapping(value, schema)
    return Text(f"请改写为{words.zh}", f"write {words.en}")


def _list(value: object, schema: Mapping[str, Any]) -> Text:
    """Return how to write a list, with its entries where these are words."""
    entry = schema.get("items", {})
    if not isinstance(value, str) or not {"enum", "pattern"} & entry.keys():
        return Text("每一项以「- 」开头", "begin each entry with `- `")
    parts = re.split("[、，；,;]", value[:_LONGEST].strip("【】［］ "))
    said = [part.strip() for part in parts if part.strip()]
    meaning = [(*meant(one, entry.get("enum", ())), one)[0] for one in said]
    return Text(f"请写成 [{', '.join(meaning)}]", f"write [{', '.join(meaning)}]")


def _truth(value: object) -> Text:
    meant = truth(value)
    if meant is None:
        return Text("请写 true 或 false，不加引号", "write true or false, without quotes")
    word = str(meant).lower()
    return Text(f"请写 {word}，不加引号", f"write {word}, without quotes")


def _number(value: object) -> Text:
    found = amount(value) if isinstance(value, str) and len(value) <= _LONGEST else None
    if found is None:
        return Text("只写数字，不带单位和引号", "write the number alone, without unit or quotes")
    return Text(
        f"只写数字：{found[0]}，不带单位、千位分隔和引号",
        f"write the number alone: {found[0]}, without unit, separator or quotes",
    )


def _quoted(value: float, pattern: str) -> Text:
    if "minutes?" in pattern and not isinstance(value, bool):
        return Text(
            f"请写明单位，如 {value} minutes、{value} hours",
            f"add the unit: `{value} minutes`, `{value} hours`",
        )
    date = as_date(str(value)) or _of_a_sheet(value)
    if date and "[0-9]{4}-" in pattern:
        return did_you_mean([date])
    return Text("请加引号", "put it in quotes")


def _of_a_sheet(value: float) -> str:
    """Return the day that a spreadsheet counts as this number; empty if that is long past."""
    if not isinstance(value, int) or value not in _SHEET_DAYS:
        return ""
    return (_SHEET_BEGINS + dt.timedelta(days=value)).isoformat()


def _mapping(value: object, schema: Mapping[str, Any]) -> Text:
    example = _as_mapping(value, schema) if isinstance(value, (str, int, float)) else ""
    if not example:
        keys = list(schema.get("required", ())) or list(schema.get("properties", ()))[:_MANY]
        example = ", ".join(f"{key}: …" for key in keys) or "…: …"
    return Text(f"请写成 {{{example}}}", f"write {{{example}}}")


def _as_mapping(value: object, schema: Mapping[str, Any]) -> str:
    """Return the keys and values that a text states: an amount of money, or a part of a task."""
    text = str(value)[:_LONGEST]
    found = amount(text)
    if found is not None and "currency" in schema.get("properties", ()):
        return f"amount: {found[0]}, currency: {found[1] or 'CNY'}"
    match = re.fullmatch(r"([\w-]+)\s*[=:]\s*([\w-]+)", plain(text))
    return f"{match[1]}: {match[2]}" if match and "properties" not in schema else ""
