"""The command of a question: its options, and what it does with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dealer_roles.cli.answer_with import answer_with
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import common
from dealer_roles.cli.question_options import question_options, said
from dealer_roles.questions.question import Question

if TYPE_CHECKING:
    from dealer_roles.facade import Organization


def question_command(question: Question) -> click.Command:
    """Return the command that asks a question."""

    def ask(org: str | None, format_: str, lang: str, **given: Any) -> int:
        asked, organization = said(question, given), load(org)
        code = answer_with(question, organization, asked, format_, lang)
        if question.kept and not code:
            _remember(organization, org, asked, format_, lang)
        return code

    details = f"\n\n{question.details.en}" if question.details else ""
    make = click.command(question.name, help=f"{question.about.en}{details}")
    return make(question_options(question)(common(ask)))


def _remember(
    organization: Organization, org: str | None, asked: dict[str, Any], form: str, lang: str
) -> None:
    """Keep what was printed of a task for the next time, where nothing else was said."""
    if not any(value for name, value in asked.items() if name != "task"):
        from dealer_roles.cli.remember_owner import remember_owner

        remember_owner(organization, org, asked["task"], form, lang)
