"""The answer about what changed from one organization to another."""

from __future__ import annotations

from typing import Literal, get_args

from dealer_roles.questions.diff_stated import Kind
from dealer_roles.values.answers import Answers
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

Verb = Literal["gained", "lost", "moved", "changed", "reworded"]
VERBS: tuple[Verb, ...] = get_args(Verb)
VERB_WORDS: dict[Verb, Text] = {
    "gained": Text("新增", "gained"),
    "lost": Text("取消", "lost"),
    "moved": Text("转移", "moved"),
    "changed": Text("变更", "changed"),
    "reworded": Text("改写", "reworded"),
}
KIND_WORDS: dict[Kind, Text] = {
    "position": Text("岗位", "position"),
    "post": Text("编制岗", "post"),
    "purpose": Text("岗位目的", "purpose"),
    "duty": Text("职责", "duty"),
    "handoff": Text("交接", "hand-off"),
    "escalation": Text("上报", "escalation"),
    "ladder": Text("升级阶梯", "ladder"),
    "authority": Text("权限", "authority"),
    "measure": Text("考核指标", "KPI"),
    "outcome": Text("结果责任", "result"),
    "qualification": Text("任职资格", "qualification"),
    "condition": Text("工作条件", "condition"),
    "clause": Text("条款", "clause"),
}


@frozen
class FactChange:
    """One fact before and after.

    Attributes:
        key: The attribute.
        label: What it is, in words.
        before: Before, in words.
        after: After, in words.
    """

    key: str
    label: Text
    before: Text
    after: Text

    def to_dict(self, lang: str = "en") -> dict[str, str]:
        """Return it as plain data."""
        before, after = self.before.get(lang), self.after.get(lang)
        return {"key": self.key, "label": self.label.get(lang), "before": before, "after": after}


@frozen
class Change:
    """One thing that changed.

    Attributes:
        verb: ``gained``, ``lost``, ``moved`` (to another holder, or rung), ``changed`` (a
            fact), or ``reworded`` (only words).
        kind: What it is.
        holder: The position or post that has it now, or had it; empty for a ladder.
        before_holder: Who had it before, where it moved.
        name: What it is called.
        facts: What is said differently.
        languages: The languages of the words that changed; empty where a fact did.
        why: The change in words.
        span: Where it stands now, or stood.
    """

    verb: Verb
    kind: Kind
    holder: str
    before_holder: str
    name: Text
    facts: tuple[FactChange, ...]
    languages: tuple[str, ...]
    why: Text
    span: Span

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the change as plain data with its texts in ``lang``."""
        return {
            "verb": self.verb,
            "kind": self.kind,
            "holder": self.holder,
            "before_holder": self.before_holder,
            "name": self.name.to_dict(),
            "facts": [fact.to_dict(lang) for fact in self.facts],
            "languages": list(self.languages),
            "why": self.why.get(lang),
            "evidence": [self.span.to_dict()],
        }


@frozen
class Diff(Answers[Change]):
    """Everything that changed: by kind, verb, holder and name."""

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the changes as plain data."""
        return {"changes": [change.to_dict(lang) for change in self]}

    def _repr_html_(self) -> str:
        rows = [(c.verb, c.kind, c.holder, c.why.get("en")) for c in self]
        return html_table(("verb", "kind", "holder", "why"), rows)
