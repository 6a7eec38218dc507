"""The building blocks of the shapes: ids, texts, limits, sources, periods.

A union of YAML types is written as one flat JSON Schema with several ``type``
values instead of ``anyOf``, so that a wrong value gives one precise finding.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

# pydantic matches with Rust's regular expressions, where `$` is the end of the text; editors
# and jsonschema with others, where it also stands before a last newline: hence `(?!\n)` there.
END = "$"
SCHEMA_END = r"$(?!\n)"
_BLANK = r" \t\r\n\u00a0\u3000"

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*"
SOURCE_PATTERN = rf"^[^{_BLANK}\x00-\x1f]{{1,80}}"
DURATION_PATTERN = r"^[1-9][0-9]{0,5} (minutes?|hours?|days?|business hours?|business days?)"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
CURRENCY_PATTERN = r"^[A-Z]{3}"
NOT_BLANK = rf"[^{_BLANK}]"
MAX_TEXT = 20_000


class Shape(BaseModel):
    """Base of all shapes: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True)


def kind_of(shape: type[Shape]) -> str:
    """Return the kind of file that a shape describes: the one value of its ``kind``."""
    (kind,) = get_args(shape.model_fields["kind"].annotation)
    return str(kind)


def field(zh: str, en: str, **extra: Any) -> Any:
    """An optional field whose hover text is bilingual; an explicit null is refused."""
    return Field(default=None, description=f"{zh} — {en}", **extra)


def required(zh: str, en: str, **extra: Any) -> Any:
    """A required field whose hover text is bilingual."""
    return Field(description=f"{zh} — {en}", **extra)


def matching(pattern: str, **extra: Any) -> Any:
    """A field whose whole text matches ``pattern``."""
    return Field(
        pattern=pattern + END, json_schema_extra={"pattern": pattern + SCHEMA_END}, **extra
    )


def _real_date(text: str) -> str:
    dt.date.fromisoformat(text)
    return text


Id = Annotated[str, matching(ID_PATTERN, max_length=80)]
SourceId = Annotated[str, matching(SOURCE_PATTERN)]
Words = Annotated[str, Field(pattern=NOT_BLANK, max_length=MAX_TEXT)]
Duration = Annotated[str, matching(DURATION_PATTERN)]
Date = Annotated[
    str,
    Field(pattern=DATE_PATTERN + END),
    AfterValidator(_real_date),
    WithJsonSchema({"type": "string", "pattern": DATE_PATTERN + SCHEMA_END, "format": "date"}),
]
Sources = Annotated[list[SourceId], Field(min_length=1, max_length=200)]
Basis = Literal["practice", "law"]
Responsibility = Literal["accountable", "responsible", "supporting", "consulted", "informed"]
Cadence = Literal[
    "per-case", "continuous", "per-shift", "daily", "weekly", "monthly", "quarterly",
    "half-yearly", "yearly", "on-demand",
]  # fmt: skip

_ID_SCHEMA = {"type": "string", "pattern": ID_PATTERN + SCHEMA_END, "maxLength": 80}
OneOrMoreIds = Annotated[
    Id | Annotated[list[Id], Field(min_length=1, max_length=200)],
    WithJsonSchema(
        {
            "type": ["string", "array"],
            "pattern": ID_PATTERN + SCHEMA_END,
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
    WithJsonSchema(
        {"type": ["string", "null"], "pattern": ID_PATTERN + SCHEMA_END, "maxLength": 80}
    ),
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
    currency: Annotated[str, matching(CURRENCY_PATTERN)] = required(
        "币种（ISO 4217）", "Currency (ISO 4217)"
    )


class TimeLimit(Shape):
    """时限 — A time limit and the event it runs from, or counts back from."""

    limit: Duration = required("时限", "How long, e.g. `2 business days`")
    from_: Text = field("起算点", "The event it runs from", alias="from")
    before: Text = field("倒计的事件", "The event it counts back from")


Within = Annotated[
    Duration | TimeLimit,
    WithJsonSchema(
        {
            "type": ["string", "object"],
            "pattern": DURATION_PATTERN + SCHEMA_END,
            "properties": {
                "limit": {
                    "type": "string",
                    "pattern": DURATION_PATTERN + SCHEMA_END,
                    "description": "时限 — How long, e.g. `2 business days`",
                },
                "from": Text.model_json_schema() | {"title": "Text"},
                "before": Text.model_json_schema() | {"title": "Text"},
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
            "pattern": ID_PATTERN + SCHEMA_END,
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
            "pattern": ID_PATTERN + SCHEMA_END,
            "maxLength": 80,
            "properties": _UNNAMED_PROPERTIES,
            "required": ["unnamed"],
            "additionalProperties": False,
        }
    ),
]
