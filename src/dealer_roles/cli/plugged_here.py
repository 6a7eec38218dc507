"""The questions that plug-ins add where a command is called."""

from __future__ import annotations

from dealer_roles.loading.plugged_parts import plugged_questions
from dealer_roles.questions.question import Question
from dealer_roles.values.errors import DealerRolesError


def plugged_here() -> tuple[Question, ...]:
    """Return the questions that plug-ins add here; none where they cannot be loaded.

    Help and completion work whatever the settings say: the command itself is refused.
    """
    try:
        return tuple(plugged_questions("."))
    except DealerRolesError:
        return ()
