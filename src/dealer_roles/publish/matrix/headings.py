"""The headings of the matrix that are no positions."""

from __future__ import annotations

from dealer_roles.values.text import Text

FIXED = (
    Text("任务编号", "Task id"),
    Text("业务领域", "Area"),
    Text("任务", "Task"),
    Text("范围", "Scope"),
    Text("负责检查", "Owner check"),
)
"""What stands before the positions."""
HOLDERS = Text("参与岗位数", "Positions")
REMARKS = Text("条件与说明", "Conditions and notes")
TOTAL = Text("合计", "Total")


def fixed_headings(lang: str) -> list[str]:
    """Return the headings before the positions."""
    return [text.get(lang) for text in FIXED]
