"""What is missing?"""

from __future__ import annotations

import datetime as dt

from dealer_roles.graph.index import OrgIndex
from dealer_roles.queries.gap_handoffs import change_gaps, receiver_gaps
from dealer_roles.queries.gap_ladders import ladder_gaps
from dealer_roles.queries.gap_lines import head_gaps, line_gaps, position_gaps
from dealer_roles.queries.gap_tasks import step_gaps, task_gaps
from dealer_roles.queries.gap_value import Gaps


def gaps(index: OrgIndex, on: dt.date) -> Gaps:
    """Return everything that is missing in an organization on a day."""
    found = [
        *task_gaps(index, on),
        *step_gaps(index, on),
        *change_gaps(index, on),
        *receiver_gaps(index, on),
        *position_gaps(index, on),
        *line_gaps(index),
        *head_gaps(index),
        *ladder_gaps(index, on),
    ]
    return Gaps(tuple(sorted(found, key=lambda gap: (gap.kind, gap.subject, gap.span))))
