"""The building blocks of the shapes: ids, texts, limits, sources, periods.

A union of YAML types is written as one flat JSON Schema with several ``type``
values instead of ``anyOf``, so that a wrong value gives one precise finding.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$(?!\n)"
SOURCE_PATTERN = r"^[^\s\x00-\x1f]{1,80}$(?!\n)"
DURATION_PATTERN = r"^[1-9][0-9]{0,5} (minutes?|hours?|days?|business hours?|business days?)$(?!\n)"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\n)"
CURRENCY_PATTERN = r"^[A-Z]{3}$(?!\n)"
NOT_BLANK = r"\S"
MAX_TEXT = 20_000


class Shape(BaseModel):
    """Base of all shapes: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, regex_engine="python-re")


def field(zh: str, en: str, **extra: Any) -> Any:
    """An optional field whose hover text is bilingual; an explicit null is refused."""
    return Field(default=None, description=f"{zh} — {en}", **extra)


def required(zh: str, en: str, **extra: Any) -> Any:
    """A required field whose hover text is bilingual."""
    return Field(description=f"{zh} — {en}", **extra)


def _real_date(text: str) -> str:
    dt.date.fromisoformat(text)
    return text


Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]
SourceId = Annotated[str, Field(pattern=SOURCE_PATTERN)]
Words = Annotated[str, Field(pattern=NOT_BLANK, max_length=MAX_TEXT)]
Duration = Annotated[str, Field(pattern=DURATION_PATTERN)]
Date = Annotated[
    str,
    Field(pattern=DATE_PATTERN),
    AfterValidator(_real_date),
    WithJsonSchema({"type": "string", "pattern": DATE_PATTERN, "format": "date"}),
]
Sources = Annotated[list[SourceId], Field(min_length=1, max_length=200)]
Basis = Literal["practice", "law"]
Responsibility = Literal["accountable", "responsible", "supporting", "consulted", "informed"]
Cadence = Literal[
    "per-case", "continuous", "per-shift", "daily", "weekly", "monthly", "quarterly",
    "half-yearly", "yearly", "on-demand",
]  # fmt: skip

_ID_SCHEMA = {"type": "string", "pattern": ID_PATTERN, "maxLength": 80}
OneOrMoreIds = Annotated[
    Id | Annotated[list[Id], Field(min_length=1, max_length=200)],
    WithJsonSchema(
        {
            "type": ["string", "array"],
            "pattern": ID_PATTERN,
            "maxLength": 80,
            "items": _ID_SCHEMA,
            "minItems": 1,
            "maxItems": 200,
        }
    ),
]
Ids = Annotated[list[Id], Field(max_length=200)]
NullableId = Annotated[
    Id | None,
    WithJsonSchema({"type": ["string", "null"], "pattern": ID_PATTERN, "maxLength": 80}),
]
Scope = Annotated[dict[Id, OneOrMoreIds], Field(min_length=1, max_length=20)]


class Text(Shape):
    """中英文本 — A text in Chinese and English."""

    zh: Words = required("中文", "Chinese")
    en: Words = required("英文", "English")


class Title(Shape):
    """来源文件中的称呼 — What a document calls something; English only if it has one."""

    zh: Words = required("中文", "Chinese")
    en: Words = field("英文", "English")


class SourcedText(Text):
    """带出处的中英文本 — A text in both languages with its sources."""

    sources: Sources = field("出处", "The statements it comes from")
    basis: Basis = field("无出处时的依据", "Why it holds where no statement says so")


class Money(Shape):
    """金额 — An amount of money."""

    amount: Annotated[float, Field(ge=0, le=1e12)] = required("金额", "Amount")
    currency: Annotated[str, Field(pattern=CURRENCY_PATTERN)] = required(
        "币种(ISO 4217)", "Currency (ISO 4217)"
    )


class TimeLimit(Shape):
    """时限 — A time limit and the event it runs from."""

    limit: Duration = required("时限", "How long, e.g. `2 business days`")
    from_: Text = field("起算点", "The event it runs from", alias="from")


Within = Annotated[
    Duration | TimeLimit,
    WithJsonSchema(
        {
            "type": ["string", "object"],
            "pattern": DURATION_PATTERN,
            "properties": {
                "limit": {"type": "string", "pattern": DURATION_PATTERN},
                "from": Text.model_json_schema() | {"title": "Text"},
            },
            "required": ["limit"],
            "additionalProperties": False,
        }
    ),
]


class Validity(Shape):
    """有效期(含首尾两日) — A period of validity; both ends are included."""

    from_: Date = field("起", "First day", alias="from")
    to: Date = field("止", "Last day")


class Unnamed(Shape):
    """未指名的对象 — Somebody the source speaks of without a name."""

    unnamed: Text = required("来源的说法", "The source's words for it")


_UNNAMED_PROPERTIES = {"unnamed": Text.model_json_schema() | {"title": "Text"}}
Receiver = Annotated[
    Id | Annotated[list[Id], Field(min_length=1, max_length=50)] | Unnamed,
    WithJsonSchema(
        {
            "type": ["string", "array", "object"],
            "pattern": ID_PATTERN,
            "maxLength": 80,
            "items": _ID_SCHEMA,
            "minItems": 1,
            "maxItems": 50,
            "properties": _UNNAMED_PROPERTIES,
            "required": ["unnamed"],
            "additionalProperties": False,
        }
    ),
]
Superior = Annotated[
    Id | Unnamed,
    WithJsonSchema(
        {
            "type": ["string", "object"],
            "pattern": ID_PATTERN,
            "maxLength": 80,
            "properties": _UNNAMED_PROPERTIES,
            "required": ["unnamed"],
            "additionalProperties": False,
        }
    ),
]
