"""The organization that a command asks, and the language it answers in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.language_type import no_such_language
from dealer_roles.cli.locale_language import default_language
from dealer_roles.output.screen import note
from dealer_roles.words.no_organization import no_organization_here

if TYPE_CHECKING:
    from dealer_roles.facade import Organization


def default_organization() -> str:
    """Return the nearest organization upward; without one ``standard``, which is said."""
    from dealer_roles.loading.nearest_folder import nearest_folder

    folder = nearest_folder(os.getcwd())
    if folder is None:
        note(no_organization_here(current_language()))
    return folder or "standard"


def current_language() -> str:
    """Return the language of the command that is running; that of the locale outside of one."""
    context = click.get_current_context(silent=True)
    said = context.obj.get("lang") if context and context.obj else None
    return str(said or default_language())


def load(org: str | None) -> Organization:
    """Load the organization that ``--org`` names, or the default one."""
    from dealer_roles.facade import load as load_organization

    context = click.get_current_context(silent=True)
    lenient = bool(context and context.obj and context.obj.get("lenient"))
    organization = load_organization(org or default_organization(), lenient=lenient)
    if organization.problems:
        _say_problems(organization)
    known = organization.linked.model.languages_to_ask
    if (lang := current_language()) not in known:
        raise no_such_language(lang, known)
    return organization


def _say_problems(organization: Organization) -> None:
    """Say beside an answer what was left out of it."""
    lang = current_language()
    for finding in organization.problems:
        note(f"{finding.span}: {finding.message.get(lang)} [{finding.code}]")
