"""What a product is: its file name, its formats and how it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from dealer_roles.model.languages import CODES
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.file_names import usual_name
from dealer_roles.questions.arguments import require_department, require_position, require_process
from dealer_roles.values.choices import one_of
from dealer_roles.values.errors import InvalidArgument
from dealer_roles.values.text import Lang, Text

About = Literal["organization", "position", "department", "process"]
Make = Callable[[OnDay, str, str, Lang], "str | bytes"]

_REQUIRE: Mapping[About, Callable[[OnDay, str], None]] = MappingProxyType(
    {
        "position": require_position,
        "department": require_department,
        "process": require_process,
    }
)


@dataclass(frozen=True)
class Product:
    """Something that can be published.

    Attributes:
        name: What it is called.
        formats: The formats by the suffix of their files, the usual one first.
        make: How it is made: of an organization on a day, about a subject (empty for
            the whole organization), in a format and a language.
        about: What a subject of it is.
        needs_subject: Whether there is none of the whole organization.
        in_languages: Whether the file name says the language.
        prefix: What its file names begin with; by default the name.
        infix: What stands between the subject and the language.
    """

    name: str
    formats: Mapping[str, str]
    make: Make
    about: About = "organization"
    needs_subject: bool = False
    in_languages: bool = True
    prefix: str | None = None
    infix: str = field(default="", kw_only=True)

    @property
    def of_everyone(self) -> bool:
        """Whether a folder that holds one of it should hold those of all its subjects."""
        return self.prefix == ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The names of its files, with the groups ``of``, ``lang`` and ``suffix``."""
        prefix = self.name if self.prefix is None else self.prefix
        dot = r"\." if prefix else ""
        of = rf"{dot}(?P<of>[\w-]+)"
        parts = [re.escape(prefix)]
        if self.about != "organization":
            parts.append(of if self.needs_subject else f"(?:{of})?")
        if self.infix:
            parts.append(rf"\.{re.escape(self.infix)}")
        if self.in_languages:
            parts.append(rf"\.(?P<lang>{'|'.join(CODES)})")
        suffixes = "|".join(map(re.escape, self.formats))
        return re.compile(rf"{''.join(parts)}\.(?P<suffix>{suffixes})")

    def file_name(self, subject: str, format_: str, lang: str) -> str:
        """Return the usual name of a file of it."""
        suffix = next(s for s, known in self.formats.items() if known == format_)
        prefix = self.name if self.prefix is None else self.prefix
        lang = lang if self.in_languages else ""
        return usual_name(
            prefix=prefix, subject=subject, infix=self.infix, lang=lang, suffix=suffix
        )

    def publish(self, org: OnDay, subject: str, format_: str, lang: str) -> str | bytes:
        """Return the content of one file of it.

        Args:
            org: The organization on a day.
            subject: The id of what it is about; empty for the whole organization.
            format_: One of its formats.
            lang: ``zh`` or ``en``.

        Raises:
            InvalidArgument: The format or the language is none of its own, the subject is
                missing, or there is one where there can be none.
            UnknownId: The organization has no such subject.
            MissingExtra: The format needs packages that are not installed.
        """
        format_ = one_of("format", format_, tuple(self.formats.values()))
        lang = one_of("lang", lang, org.model.languages_to_ask)
        if subject and self.about in _REQUIRE:
            _REQUIRE[self.about](org, subject)
        elif bool(subject) != self.needs_subject:
            raise InvalidArgument(self.about, repr(subject), _subject_wanted(self))
        return self.make(org, subject, format_, lang)

    def published(
        self, org: OnDay, given: Mapping[str, str | None], format_: str | None, lang: str
    ) -> bytes:
        """Return one file of it, whose subject is given by the sort of thing that it is.

        Args:
            org: The organization on a day.
            given: The position, the process and the department, each an id or ``None``.
            format_: One of its formats; ``None`` for the usual one.
            lang: ``zh`` or ``en``.

        Raises:
            InvalidArgument: As :meth:`publish`; also where another sort of thing is given.
            UnknownId: The organization has no such subject.
            MissingExtra: The format needs packages that are not installed.
        """
        for sort, id_ in given.items():
            if id_ is not None and sort != self.about:
                raise InvalidArgument(sort, repr(id_), _no_such_subject(self, sort))
        usual = next(iter(self.formats.values()))
        wanted = usual if format_ is None else format_
        made = self.publish(org, given.get(self.about) or "", wanted, lang)
        return made if isinstance(made, bytes) else made.encode("utf-8")


def _no_such_subject(product: Product, sort: str) -> Text:
    return Text(f"空：{product.name} 不按 {sort} 区分", f"left out: {product.name} has no {sort}")


def _subject_wanted(product: Product) -> Text:
    if product.needs_subject:
        return Text(f"{product.name} 必须指明的 id", f"an id, which {product.name} needs")
    return Text(f"空：{product.name} 是整个组织的", f"left out: {product.name} is of the whole")
