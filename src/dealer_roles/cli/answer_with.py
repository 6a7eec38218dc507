"""Asking an organization a question, and showing the answer as text or JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dealer_roles.cli.emit_answer import emit_answer
from dealer_roles.cli.exit_codes import CANNOT_RUN
from dealer_roles.questions.question import Question
from dealer_roles.values.errors import UnknownId

if TYPE_CHECKING:
    from dealer_roles.facade import Organization


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
