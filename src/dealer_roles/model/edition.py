"""Editions of job descriptions, and ``kind: editions``, the ledger that holds what each said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dealer_roles.model.base_forms import DATE, ID, TEXT
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.forms import Always, Listed, Mapped, Nested, Str
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text

VERSION = Str(r"^[0-9A-Za-z._-]{1,40}")
HASH = Str(r"^[0-9a-f]{12}")


@declared
class Edition:
    """版次 — Which edition of a job description holds."""

    version: str = required(VERSION, "版本号", 'The version, quoted, e.g. "1.2"')
    date: dt.date = required(DATE, "生效日期", "The day from which it holds")

    @property
    def words(self) -> Text:
        """The version with its date."""
        return Text(f"{self.version}（{self.date}）", f"{self.version} ({self.date})")


@declared
class EditionEntry:
    """台账条目 — What one edition of a job description said, and why it was issued."""

    position: str = required(ID, "岗位或编制岗", "The position or post")
    version: str = required(VERSION, "版本号", "The version")
    date: dt.date = required(DATE, "生效日期", "The day from which it holds")
    hash: str = required(HASH, "内容指纹", "The hash of what it says")
    parts: Mapping[str, str] | None = optional(
        Mapped(ID, HASH), "各部分的指纹", "The hash of each part of it", default=None
    )
    languages: Mapping[str, str] | None = optional(
        Mapped(ID, HASH), "各语言的指纹", "The hash of all it says in each language", default=None
    )
    reason: Text = required(TEXT, "修订原因", "Why it was issued")
    span: Span = derived(default=NOWHERE)


@declared
class EditionsFile:
    """版次台账 — Every edition of the job descriptions, in the order they were issued."""

    kind: str = required(Always("editions"), "文件类型", "The kind of file")
    editions: tuple[EditionEntry, ...] = required(
        Listed(Nested(EditionEntry)), "版次", "The editions, oldest first"
    )
    span: Span = derived(default=NOWHERE)
