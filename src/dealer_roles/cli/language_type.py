"""Languages on the command line: Chinese, English, and what else an organization has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from dealer_roles.cli.misuse import misuse
from dealer_roles.values.text import LANGS


class LanguageType(click.ParamType[str]):
    """A language by its two letters; whether an organization has it is seen when it is loaded.

    Args:
        more: Other words that are allowed.
    """

    name = "language"

    def __init__(self, *more: str) -> None:
        self._known = (*LANGS, *more)

    def get_metavar(self, param: Any, ctx: Any) -> str:  # noqa: ARG002 - click's
        """Return how it is shown in the help."""
        return f"[{'|'.join(self._known)}|...]"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:  # noqa: ARG002 - click's
        """Return the language, or fail with those that are near."""
        lang = str(value).lower()
        if lang in self._known:
            return lang
        from dealer_roles.model.languages import LANGUAGES

        if lang not in LANGUAGES:
            raise no_such_language(str(value), self._known)
        return lang


class SpokenType(click.ParamType[str]):
    """A language in which findings are worded."""

    name = "language"

    def get_metavar(self, param: Any, ctx: Any) -> str:  # noqa: ARG002 - click's
        """Return how it is shown in the help."""
        return f"[{'|'.join(LANGS)}]"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:  # noqa: ARG002 - click's
        """Return the language, or fail with those that there are."""
        lang = str(value).lower()
        if lang in LANGS:
            return lang
        known = ", ".join(LANGS)
        raise misuse(
            f"检查结果只有中文和英文，没有 {value!r}；可用：{known}。其他语言用于文档和查询。",
            f"Findings are worded in Chinese and English, not in {value!r}; known: {known}. "
            "Other languages of an organization are for documents and questions.",
        )


def no_such_language(lang: str, known: Sequence[str]) -> click.UsageError:
    """Return the error for a language that is not to be had."""
    return misuse(
        f"没有语言 {lang!r}；可用：{'、'.join(known)}。",
        f"There is no language {lang!r} here; known: {', '.join(known)}.",
    )
