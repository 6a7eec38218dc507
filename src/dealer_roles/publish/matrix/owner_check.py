"""Whether exactly one holder answers for each row of the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.declared_unowned import declaration
from dealer_roles.questions.owner import OwnerAnswer, owner
from dealer_roles.values.scope import Scope, scopes_meet
from dealer_roles.values.text import Text
from dealer_roles.words.document_words import clauses
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
    "split": Text("不同范围由不同岗位负责，各自唯一", "Each part has one holder of its own"),
    "several": Text("同一范围有多个岗位负责，须明确", "Several answer for one part: to be settled"),
    "nobody": Text("无岗位负责（含部分范围无人负责），须补", "Nobody answers for it, or for a part"),
    "declared": Text("已声明不设负责岗位，原因见备注", "Nobody, on purpose; the reason is in the notes"),
    "inherited": Text("由上级任务的负责岗位一并负责", "The owner of the larger task answers for it"),
    "parts": Text("由各子任务的负责岗位分别负责", "The owners of its parts answer for it"),
}


@dataclass(frozen=True, slots=True)
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
    """Ask who owns a part of a task, and say whether that is one holder."""
    answer = owner(org, task, scope)
    kind = _kind(org, answer)
    why = ""
    if kind == "declared" or any(not cell.owners for cell in answer.cells):
        declared = org.declared_unowned.get(task, ())
        reasons = [d.reason.get(names.lang) for d in declared if scopes_meet(d.scope, scope)]
        why = clauses([one_line(reason) for reason in reasons], names.lang)
    return OwnerCheck(kind, CHECKS[kind].get(names.lang), why)


def _kind(org: OnDay, answer: OwnerAnswer) -> CheckKind:
    if answer.declared:
        return "declared"
    if answer.inherited_from:
        return "inherited"
    if answer.status == "contested":
        return "several"
    if not answer.owners:
        return "parts" if answer.parts else "nobody"
    open_cells = [cell.scope for cell in answer.cells if cell.status == "unowned"]
    if any(declaration(org, answer.task, scope) is None for scope in open_cells):
        return "nobody"
    return "split" if answer.split else "one"


def open_scopes(org: OnDay, task: str) -> Iterator[Scope]:
    """Yield the parts of a task that nobody owns: declared ones, and gaps beside owned parts."""
    yield from dict.fromkeys(d.scope for d in org.declared_unowned.get(task, ()))
    cells = owner(org, task, ()).cells
    for cell in cells:
        if not cell.owners and declaration(org, task, cell.scope) is None:
            yield cell.scope
