"""The forms that the parameters of rule kinds share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from dealer_roles.model.declare import declared, keys_of, optional
from dealer_roles.model.entities import RESPONSIBILITIES
from dealer_roles.model.forms import ByType, Choice, Listed, Str, Whole
from dealer_roles.rules.kind import Check
from dealer_roles.rules.language.reader import Reader
from dealer_roles.values.unseen import REFUSED

T = TypeVar("T")
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


def parameters_of(declaration: type[T], raw: Mapping[str, Any], **read: Any) -> T:
    """Return the parameters that a rule states.

    Args:
        declaration: Their declaration.
        raw: What is written.
        read: Those that are more than what is written: paths, tasks, limits.
    """
    written = {
        key.attribute: tuple(raw[name]) if isinstance(raw[name], list) else raw[name]
        for name, key in keys_of(declaration).items()  # type: ignore[arg-type] # a class is hashable
        if name in raw
    }
    return declaration(**{**written, **read})


def read_as_written(
    declaration: type[Check],
) -> Callable[[Mapping[str, Any], Reader, tuple[str, ...]], Check]:
    """Return what reads parameters that mean what is written, of whatever the rule selects."""
    return lambda raw, _, __: parameters_of(declaration, raw)
