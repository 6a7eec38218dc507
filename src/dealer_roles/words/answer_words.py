"""The fixed words of answers in both languages."""

from __future__ import annotations

from dealer_roles.values.text import Text
from dealer_roles.words.shares import SHARE_NAMES

WORDS = {
    "owned": Text("有人负责", "owned"),
    "contested": Text("多人负责", "contested"),
    "unowned": Text("无人负责", "unowned"),
    **SHARE_NAMES,
    "declared": Text("已声明无人负责", "declared unowned"),
    "inherited-from": Text("由上级任务 {} 承担", "inherited from {}"),
    "position": Text("岗位", "position"),
    "positions": Text("岗位", "positions"),
    "holder": Text("承担者", "holder"),
    "responsibility": Text("责任", "responsibility"),
    "sources": Text("出处", "sources"),
    "where": Text("位置", "where"),
    "task": Text("任务", "task"),
    "then": Text("接收方任务", "then"),
    "scope": Text("范围", "scope"),
    "within": Text("时限", "within"),
    "limit": Text("权限", "limit"),
    "why": Text("依据", "why"),
    "when": Text("条件", "when"),
    "kind": Text("类别", "kind"),
    "subject": Text("对象", "subject"),
    "message": Text("说明", "message"),
    "from": Text("交出方", "from"),
    "to": Text("接收方", "to"),
    "deliverable": Text("交付物", "deliverable"),
    "duty": Text("职责", "duty"),
    "id": Text("编号", "id"),
    "name": Text("名称", "name"),
    "split": Text("按范围拆分", "split by scope"),
    "nobody": Text("无", "nobody"),
    "practice": Text("行业惯例", "practice"),
    "law": Text("法律要求", "law"),
    "same": Text("同一任务", "same task"),
    "nested": Text("整体与部分", "whole and part"),
    "after": Text("前一步", "after"),
    "entry": Text("自身规定：{}", "own rule: {}"),
    "outside": Text("外部", "outside"),
    "alert": Text("同时告知", "told at once"),
    "unnamed": Text("未指明", "not named"),
    "task-unowned": Text("任务无人负责", "task unowned"),
    "task-only-supported": Text("只有协助", "only supported"),
    "cell-unowned": Text("部分范围无人负责", "scope unowned"),
    "declared-yet-owned": Text("既声明无人负责又有人负责", "declared unowned, yet owned"),
    "step-unowned": Text("步骤无人负责", "step unowned"),
    "handoff-missing": Text("缺少交接", "hand-off missing"),
    "receiver-without-share": Text("接收方无份额", "receiver without share"),
    "receiver-absent": Text("接收方不存在", "receiver absent"),
    "position-without-duties": Text("岗位无职责", "position without duties"),
    "no-way-to-the-top": Text("到不了最高岗位", "no way to the top"),
    "vacant-nobody-acting": Text("空缺无人代理", "vacant, nobody acting"),
    "department-without-head": Text("部门无负责人", "department without head"),
    "ladder-loops": Text("升级阶梯循环", "ladder loops"),
    "ladder-ends-nowhere": Text("升级没有着落", "ladder ends nowhere"),
    "ladder-limits-shrink": Text("权限越往上越小", "limits shrink upward"),
    "escalation-ambiguous": Text("上报对象不唯一", "ambiguous escalation"),
    "ladder-overridden": Text("自身规定代替阶梯", "ladder overridden"),
    "authority-open-ended": Text("超出金额无人审批", "amount that nobody decides"),
    "authority-falls": Text("权限表越往上越小", "authority falls upward"),
    "authority-contradicted": Text("与权限表不一致", "contradicts the authority table"),
    "deputy": Text("代理人", "stands in"),
    "topic": Text("事项", "topic"),
    "decides": Text("审批权限，由低到高", "decides, from the lowest up"),
    "decider": Text("有权审批", "decided by"),
    "line-not-stated": Text("未写明上级", "superiors not stated"),
}


def word(key: str, lang: str) -> str:
    """Return the word for a key, or the key itself."""
    found = WORDS.get(key)
    return key if found is None else found.get(lang)


def words(keys: tuple[str, ...], lang: str) -> list[str]:
    """Return the words for several keys."""
    return [word(key, lang) for key in keys]
