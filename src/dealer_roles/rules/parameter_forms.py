"""The forms that the parameters of rule kinds share."""

from __future__ import annotations

from typing import Any

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.entities import RESPONSIBILITIES
from dealer_roles.model.forms import ByType, Choice, Listed, Str, Whole
from dealer_roles.values.unseen import REFUSED

GLOB = Str(rf"^[^\t\n{REFUSED}]{{1,200}}")
PATH = Str(shortest=1, longest=200)
COUNT = Whole(0, 1_000_000)
SHARES = Listed(
    Choice(RESPONSIBILITIES),
    fewest=1,
    most=6,
)


def as_written(written: Any) -> Any:
    """Return what is written: rules are read from plain data, with their places."""
    return written


GLOBS = ByType(as_written, object, text=GLOB, many=Listed(GLOB, fewest=1, most=500))


@declared
class GroupForm:
    """一组任务 — One group of tasks."""

    tasks: Any = optional(GLOBS, "任务编号或通配", "Ids of tasks, or globs")
    tags: Any = optional(GLOBS, "任务标签", "Tags of tasks")
