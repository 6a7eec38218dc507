"""The kinds of rule: one a file, registered in one visible tuple."""

from __future__ import annotations

from dealer_roles.rules.kind import Kind
from dealer_roles.rules.kinds import (
    chain,
    control,
    count,
    coverage,
    deadline,
    decisions,
    exists,
    gaps,
    handoff,
    limits,
    names,
    overlay,
    ownership,
    protected,
    repeats,
    separation,
    sequence,
    span,
    support,
    text,
    workload,
)

KINDS: tuple[Kind, ...] = (
    ownership.KIND,
    count.KIND,
    exists.KIND,
    gaps.KIND,
    separation.KIND,
    control.KIND,
    chain.KIND,
    handoff.KIND,
    sequence.KIND,
    deadline.KIND,
    limits.KIND,
    decisions.KIND,
    protected.KIND,
    support.KIND,
    span.KIND,
    workload.KIND,
    coverage.KIND,
    text.KIND,
    names.KIND,
    repeats.KIND,
    overlay.KIND,
)


def parameters_by_name() -> dict[str, type]:
    """Return the declaration of the parameters of each kind."""
    return {kind.name: kind.parameters for kind in KINDS}
