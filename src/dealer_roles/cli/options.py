"""Options that commands share: organization, format, language, day, scope."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.language_type import LanguageType, SpokenType
from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.written_file import WrittenFile
from dealer_roles.values.day import day_as_written, iso_day

F = TypeVar("F", bound=Callable[..., Any])


def remember_language(ctx: click.Context, _: click.Parameter, lang: str) -> str:
    """Keep the language where errors find it, which are told after the command is left."""
    if ctx.obj is not None and lang != "both":
        ctx.obj["lang"] = lang
    return lang


def _remember_lenience(ctx: click.Context, _: click.Parameter, lenient: bool) -> None:
    if ctx.obj is not None and lenient:
        ctx.obj["lenient"] = lenient


class DayType(click.ParamType[dt.date]):
    """An ISO date on the command line."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> dt.date:  # noqa: ARG002 - click's
        """Return the date, or fail with what is expected."""
        if isinstance(value, dt.date):
            return value
        found = iso_day(value)
        if found is None:
            zh, en = _meant_day(value, ctx)
            raise misuse(
                f"{value!r} 不是日期；写法如 2026-01-31。{zh}",
                f"{value!r} is not a date such as 2026-01-31.{en}",
            )
        return found


def _meant_day(written: str, ctx: click.Context | None) -> tuple[str, str]:
    """Return what was most likely meant by what is no date, in both languages."""
    day = day_as_written(written)
    if day is not None:
        return f"是否想写 {day}？", f" Did you mean {day}?"
    if written == "ever" and ctx and any(one.name == written for one in ctx.command.params):
        return "要看全部时间，请用 --ever。", " For all time say --ever."
    return "", ""


_ORG = (
    "A bundled organization, or a folder (with a separator, e.g. ./store). "
    "Default: the nearest organization.yaml upward, else 'standard'."
)


def _organization(name: str, about: str, **more: Any) -> Callable[[F], F]:
    named = complete("organizations")
    return click.option(
        "--org", name, metavar="NAME|PATH", shell_complete=named, help=about, **more
    )


def several_orgs_option(about: str, name: str = "orgs") -> Callable[[F], F]:
    """Return the option that names organizations, one or more."""
    return _organization(name, about, multiple=True)


def output_option(
    about: str = "File to write; stdout by default.", *, or_folder: bool = False, **more: Any
) -> Callable[[F], F]:
    """Return the option that says where a command writes its document, or a folder of them."""
    place = WrittenFile(or_folder=or_folder)
    return click.option("-o", "--output", type=place, help=about, **more)


roots_option = click.option(
    "--all",
    "roots",
    multiple=True,
    metavar="ROOT",
    type=click.Path(exists=True, file_okay=False),
    help="Every organization below this folder; may be repeated.",
)
_lenient_option = click.option(
    "--lenient",
    is_flag=True,
    expose_value=False,
    callback=_remember_lenience,
    help="Leave out what cannot stand, say so, and answer from the rest.",
)
format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
lang_option = click.option(
    "--lang",
    type=LanguageType(),
    default=default_language,
    callback=remember_language,
    is_eager=True,
    help="Language of texts: zh, en, or another one of the organization, whose fixed words "
    "are then English. Default: that of the locale.",
)
findings_lang_option = click.option(
    "--lang",
    type=SpokenType(),
    default=default_language,
    callback=remember_language,
    is_eager=True,
    help="Language of the findings. Default: that of the locale.",
)
on_option = click.option(
    "--on", type=DayType(), metavar="DATE", help="The day to look at; today by default."
)


def orgs_option(function: F) -> F:
    """Add the options of a question that may look at several organizations."""
    return several_orgs_option(_ORG)(_lenient_option(function))


def org_option(function: F) -> F:
    """Add the options that say which organization is asked, and how it is loaded."""
    return _organization("org", _ORG)(_lenient_option(function))


def common(function: F) -> F:
    """Add the options that every question takes."""
    return org_option(format_option(lang_option(function)))


def parse_scope(pairs: tuple[str, ...], option: str = "--scope") -> dict[str, list[str]]:
    """Return ``KEY=VALUE`` pairs as a scope; values of one key add up.

    Raises:
        click.UsageError: A pair has no equals sign.
    """
    scope: dict[str, list[str]] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key or not value:
            raise misuse(
                f"{option} 须写成 维度=值，而不是 {pair!r}。",
                f"{option} needs KEY=VALUE, not {pair!r}.",
            )
        scope.setdefault(key, []).extend(value.split(","))
    return scope


beside_option = click.option(
    "--beside", is_flag=True, help="Write beside a file that somebody edited."
)
overwrite_option = click.option(
    "--overwrite", is_flag=True, help="Write over a file that somebody edited."
)


def kept_option(function: F) -> F:
    """Add the options that say what becomes of a file that somebody edited."""
    return beside_option(overwrite_option(function))
