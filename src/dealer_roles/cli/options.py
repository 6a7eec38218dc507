"""Options that commands share: organization, format, language, day, scope."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dealer_roles.cli.completion import complete

if TYPE_CHECKING:
    from dealer_roles.facade import Organization

F = TypeVar("F", bound=Callable[..., Any])


def default_language() -> str:
    """Return ``zh`` if the terminal's locale is Chinese, else ``en``."""
    names = ("DEALER_ROLES_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((os.environ[n] for n in names if os.environ.get(n)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def default_organization() -> str:
    """Return the nearest folder upward with an ``organization.yaml``, else ``standard``."""
    from dealer_roles.loading.nearest_folder import nearest_folder

    folder = nearest_folder(os.getcwd())
    return folder or "standard"


def load(org: str | None) -> Organization:
    """Load the organization that ``--org`` names, or the default one."""
    from dealer_roles.facade import load as load_organization

    return load_organization(org or default_organization())


class DayType(click.ParamType[dt.date]):
    """An ISO date on the command line."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> dt.date:
        """Return the date, or fail with what is expected."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-01-31.", param, ctx)


org_option = click.option(
    "--org",
    metavar="NAME|PATH",
    shell_complete=complete("organizations"),
    help="A bundled organization, or a folder (with a separator, e.g. ./store). "
    "Default: the nearest organization.yaml upward, else 'standard'.",
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
    type=click.Choice(["zh", "en"]),
    default=default_language,
    help="Language of texts; by default that of the locale.",
)
on_option = click.option(
    "--on", type=DayType(), metavar="DATE", help="The day to look at; today by default."
)
scope_option = click.option(
    "--scope",
    "scope",
    multiple=True,
    metavar="KEY=VALUE",
    help="The part that is meant, e.g. area=parts; may be repeated.",
)


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
            raise click.UsageError(f"{option} needs KEY=VALUE, not {pair!r}.")
        scope.setdefault(key, []).extend(value.split(","))
    return scope
