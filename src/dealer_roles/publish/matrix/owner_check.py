"""Whether exactly one holder answers for each row of the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.standing import (
    Standing,
    declared_in,
    forgotten_in,
    standing,
    standing_in,
    unsettled,
)
from dealer_roles.values.frozen import frozen
from dealer_roles.values.scope import Scope, common, shortened
from dealer_roles.values.text import Text
from dealer_roles.words.marks import clauses
from dealer_roles.words.plain_text import one_line

CheckKind = Literal["one", "split", "several", "nobody", "declared", "inherited", "parts"]
CHECKS = {
    "one": Text("✓", "✓"),
    "split": Text("✓ 分范围", "✓ by scope"),
    "several": Text("✗ 多人", "✗ several"),
    "nobody": Text("✗ 缺", "✗ nobody"),
    "declared": Text("— 不设", "— none, declared"),
    "inherited": Text("↑ 随上级任务", "↑ larger task"),
    "parts": Text("↓ 见子任务", "↓ its parts"),
}
CHECK_LEGEND = {
    "one": Text("有且只有一个岗位负责", "Exactly one holder answers for it"),
    "split": Text("不同范围各有唯一的岗位负责", "Each part has one holder of its own"),
    "several": Text("同一范围有多个岗位负责，须明确", "Several answer for one part: settle it"),
    "nobody": Text("该任务或其部分范围无岗位负责，须补", "Nobody answers for it or a part of it"),
    "declared": Text("已声明不设负责岗位，原因见说明列", "Nobody, on purpose; the notes say why"),
    "inherited": Text("由上级任务的负责岗位负责", "The owner of the larger task answers"),
    "parts": Text("由各子任务的负责岗位负责", "The owners of its parts answer for it"),
}


@frozen
class OwnerCheck:
    """What the check of a row found.

    Attributes:
        kind: What it found; ``None`` if nobody looked.
        mark: It as a short text.
        why: The declared reason, where nobody owns it on purpose.
    """

    kind: CheckKind | None = None
    mark: str = ""
    why: str = ""


NO_CHECK = OwnerCheck()


def checked(org: OnDay, names: Names, task: str, scope: Scope) -> OwnerCheck:
    """Ask how a part of a task stands, and say whether that is one holder everywhere."""
    parts = standing_in(org, task, scope)
    kind = _kind(org, task, parts)
    reasons = [one_line(item.reason.get(names.lang)) for item in declared_in(parts)]
    return OwnerCheck(kind, CHECKS[kind].get(names.lang), clauses(reasons, names.lang))


def _kind(org: OnDay, task: str, parts: Sequence[Standing]) -> CheckKind:
    """The gravest that holds of some part: nobody, then several."""
    if common(forgotten_in(parts), unsettled(org, task)):
        return "nobody"
    owned = [part for part in parts if part.holders]
    if any(org.are_several(part.holders) for part in owned):
        return "several"
    if not owned:
        return "parts" if any(part.forgotten for part in parts) else "declared"
    if all(part.whole for part in owned):
        return "inherited"
    return "split" if len({part.holders for part in owned}) > 1 else "one"


def unshared_scopes(org: OnDay, task: str) -> Iterator[Scope]:
    """Yield the parts of a task that nobody owns as such: declared ones, inherited ones, gaps."""
    declared = org.declared_unowned.get(task, ())
    yield from (shortened(item.scope, org.dimensions) for item in declared)
    parts = standing(org, task)
    yield from (box for part in parts if part.whole for box in part.region)
    yield from common(forgotten_in(parts), unsettled(org, task))
