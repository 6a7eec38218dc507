"""The questions that plug-ins add to a folder."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.questions.question import Question
from dealer_roles.source.plugins import QUESTIONS, plugged_in
from dealer_roles.values.text import Text


def plugged_questions(folder: str) -> Iterator[Question]:
    """Yield the questions of the plug-ins that the settings of a folder name.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not a question.
    """
    return plugged_in(folder, QUESTIONS, Question, Text("问题", "a question"))
