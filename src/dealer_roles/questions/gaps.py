"""What is missing?"""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.gap_handoffs import change_gaps, receiver_gaps
from dealer_roles.questions.gap_ladders import ladder_gaps
from dealer_roles.questions.gap_lines import head_gaps, line_gaps, position_gaps
from dealer_roles.questions.gap_tasks import step_gaps, task_gaps
from dealer_roles.questions.gap_value import Gaps


def gaps(org: OnDay) -> Gaps:
    """Return everything that is missing in an organization on a day."""
    found = [
        *task_gaps(org),
        *step_gaps(org),
        *change_gaps(org),
        *receiver_gaps(org),
        *position_gaps(org),
        *line_gaps(org),
        *head_gaps(org),
        *ladder_gaps(org),
    ]
    return Gaps(tuple(sorted(found, key=lambda gap: (gap.kind, gap.subject, gap.span))))
