"""The things that selectors pick and paths walk between."""

from __future__ import annotations

from typing import Any

from dealer_roles.values.fields import field
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text

NODE_KINDS: dict[str, Text] = {
    "organization": Text("组织", "organization"),
    "department": Text("部门", "department"),
    "position": Text("岗位", "position"),
    "post": Text("编制岗", "post"),
    "party": Text("外部方", "party"),
    "task": Text("任务", "task"),
    "duty": Text("职责", "duty"),
    "handoff": Text("交接", "hand-off"),
    "process": Text("流程", "process"),
    "step": Text("流程步骤", "process step"),
    "ladder": Text("升级阶梯", "ladder"),
    "rung": Text("阶梯的一级", "step of a ladder"),
    "authority": Text("权限表中的事项", "topic of the authority table"),
}


@frozen
class Node:
    """One thing of an organization; equal to another of the same kind and id.

    Attributes:
        kind: One of :data:`NODE_KINDS`.
        id: Its id; made of the ids involved where it has none of its own.
        value: The entity itself.
    """

    kind: str
    id: str
    value: Any = field(compare=False, repr=False)

    def __hash__(self) -> int:  # nodes are keys wherever a rule looks: its id tells most apart
        return hash(self.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and self.id == other.id and self.kind == other.kind
