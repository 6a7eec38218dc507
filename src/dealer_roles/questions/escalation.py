"""Who is called next, and after that?"""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import require_position, require_topic
from dealer_roles.questions.escalation_answer import EscalationAnswer
from dealer_roles.questions.escalation_cases import by_case
from dealer_roles.questions.escalation_climb import Climb
from dealer_roles.questions.escalation_joined import joined
from dealer_roles.values.scope import ANY, Scope


def escalation(
    org: OnDay,
    position: str,
    topic: str | None = None,
    *,
    subject: str | None = None,
    case: Scope = ANY,
) -> EscalationAnswer:
    """Answer who is called, step by step, until nobody is above.

    Args:
        org: The organization on a day.
        position: Who asks; a post asks as all its positions.
        topic: The topic, if any.
        subject: The position complained about; whoever sits at its desk is passed over
            where a step says ``skip: subject``.
        case: What it is about, e.g. ``business=sales``, where steps or entries are for
            some cases only; what it leaves open is told apart in the answer.

    Raises:
        UnknownId: The position, the topic or the subject is unknown.
    """
    require_position(org, position)
    if subject is not None:
        require_position(org, subject)
    if topic is not None:
        require_topic(org, topic)
    found, left_out = by_case(
        org, case, lambda holds: Climb(org, topic or "", subject or "", holds).run(position)
    )
    return joined(position, topic or "", case, found, left_out)
