"""The command of a question: its options, its answer as text or JSON, its exit code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from dealer_roles.cli.emit_answer import emit_answer
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import common
from dealer_roles.cli.question_options import question_options, said
from dealer_roles.questions.question import Question
from dealer_roles.values.errors import UnknownId

if TYPE_CHECKING:
    from dealer_roles.facade import Organization

CANNOT_RUN = 2


def question_command(question: Question) -> click.Command:
    """Return the command that asks a question."""

    def ask(org: str | None, format_: str, lang: str, **given: Any) -> int:
        asked = said(question, given)
        return answer_with(question, load(org), asked, format_, lang)

    details = f"\n\n{question.details.en}" if question.details else ""
    make = click.command(question.name, help=f"{question.about.en}{details}")
    return make(question_options(question)(common(ask)))


def answer_with(
    question: Question, organization: Organization, asked: Mapping[str, Any], form: str, lang: str
) -> int:
    """Ask an organization, show the answer, and return the exit code."""
    try:
        answer = organization.ask(question.name, **asked)
    except UnknownId as error:
        needed = {parameter.name for parameter in question.parameters if parameter.needed}
        if form != "json" or error.kind not in needed:
            raise
        emit_answer(organization, _unknown(question, error, lang))
        return CANNOT_RUN
    if form == "json":
        emit_answer(organization, answer.to_dict(lang))
    else:
        from dealer_roles.cli.draw import draw

        on = None if asked["on"] == "ever" else asked["on"]
        draw(question.words(organization.on(on), answer, lang))
    return int(bool(question.fails and getattr(answer, question.fails)))


def _unknown(question: Question, error: UnknownId, lang: str) -> dict[str, object]:
    """Answer that nobody knows what was asked for, with what is near; people get the error."""
    return {
        error.kind: error.id,
        "status": "unknown",
        **question.unknown,
        "why": error.message.get(lang),
        "suggestions": list(error.suggestions),
        "evidence": [],
    }
