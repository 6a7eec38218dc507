"""The reference page of the bundled rules: why each holds, and what its examples tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_roles.loading.rule_sets import bundled_rules, pack_rules
from dealer_roles.rules.examples import stories
from dealer_roles.rules.rule import Rule

_HEAD = """\
# Bundled rules

What each rule asks and why, with cases that it lets pass (✓) and cases that it finds (✗); each of
them is run as a test. Kinds of rule and their parameters are [a page of their own](rule-kinds.md).
`dealer-roles explain RULE` prints the same for one rule.

每条规则的依据，以及合规（✓）与会报（✗）的例子；例子都作为测试运行。
"""


def bundled_rules_page() -> str:
    """Return the reference page of the bundled rules as Markdown."""
    parts = [_HEAD, *_parts(bundled_rules())]
    for pack, rules in pack_rules().items():
        parts += [f"## Pack `{pack}`\n", *(_rule(rule) for rule in rules)]
    return "\n".join(parts)


def _parts(rules: Iterable[Rule]) -> Iterator[str]:
    about = None
    for rule in rules:
        if rule.about != about:
            about = rule.about
            yield f"## {about.en}\n\n{about.zh}\n"
        yield _rule(rule)


def _rule(rule: Rule) -> str:
    lines = [
        f"### `{rule.id}`\n",
        f"**{rule.name.en}** ({rule.worst}, {rule.profile}). {rule.why.en}\n",
        f"**{rule.name.zh}**：{rule.why.zh}\n",
    ]
    lines += [f"- {_MARKS[side]} {told.en} — {told.zh}" for side, told in stories(rule)]
    return "\n".join([*lines, ""])


_MARKS = {"ok": "✓", "bad": "✗"}
