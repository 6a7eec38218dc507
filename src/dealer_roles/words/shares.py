"""The kinds of share in both languages: as a noun, at the head of a column, and in a sentence."""

from __future__ import annotations

from dealer_roles.values.text import Text

SHARE_NAMES = {
    "accountable": Text("负责", "accountable"),
    "responsible": Text("执行", "responsible"),
    "approver": Text("审批", "approver"),
    "supporting": Text("协助", "supporting"),
    "consulted": Text("会签", "consulted"),
    "informed": Text("知会", "informed"),
}
SHARE_LABELS = {
    "accountable": Text("负责", "Accountable"),
    "responsible": Text("执行", "Responsible"),
    "approver": Text("审批", "Approves"),
    "supporting": Text("协助", "Supports"),
    "consulted": Text("会签", "Consulted"),
    "informed": Text("知会", "Informed"),
}
SHARE_VERBS = {
    "accountable": Text("负责", "is accountable for"),
    "responsible": Text("执行", "is responsible for"),
    "supporting": Text("协助", "supports"),
    "consulted": Text("参与会签", "is consulted on"),
    "informed": Text("被知会", "is informed of"),
    "approver": Text("批准", "approves"),
}
