"""``repeats``: what stands twice in a list or on a ladder, and two lines to one superior."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import Any

from dealer_roles.model.declare import declared, has_place, keys_of, required
from dealer_roles.model.entities import LadderStep
from dealer_roles.model.forms import ByType, Choice, Form, Listed, Nested
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import node_words, plain, span_of, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import parameters_of
from dealer_roles.values.grouped import grouped
from dealer_roles.values.scope import scopes_meet
from dealer_roles.values.text import Text

LISTING = ("department", "position", "post", "duty", "handoff", "process", "step")
"""The things whose lists are looked at: whatever list they are declared to have."""


@declared
class RepeatsParameters:
    """重复 — What one list says twice."""

    of: tuple[str, ...] = required(
        Listed(Choice(("list", "ladder", "line")), fewest=1, most=3),
        "看什么：list 各种清单，ladder 升级阶梯上的岗位，line 直接上级与虚线上级",
        "Where: in a `list` of whatever, on a `ladder`, or by the solid and the dotted `line`",
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield each place that says something twice."""
        del node  # the organization, and all that is in it
        for what in self.of:
            yield from _FOUND[what](view)


def _in_lists(view: View) -> Iterator[Hit]:
    for kind in LISTING:
        for node in view.nodes(kind):
            if getattr(node.value, "handoff", ""):
                continue  # a share that a hand-off gives: nobody stated it
            for key, items in _lists(node.value):
                if twice := _twice(items):
                    yield _hit(view, node, key, map(_item_words, twice), f"{node.id}.{key}")


def _lists(value: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for key, attribute in _list_keys(type(value)):  # type: ignore[arg-type] # a class is hashable
        items = getattr(value, attribute)
        if items is not None and len(items) > 1:
            yield key, items


@cache
def _list_keys(declaration: type) -> tuple[tuple[str, str], ...]:
    """Return the keys that hold lists, and where their values stand.

    What has a place of its own stands there once: whether two say the same, others look.
    """
    return tuple(
        (name, key.attribute if _value_of(key.form) is tuple else name)
        for name, key in keys_of(declaration).items()
        if _value_of(key.form) is not None and not _has_places(key.form)
    )


def _has_places(form: Form) -> bool:
    item = form.item if isinstance(form, Listed) else None
    return isinstance(item, Nested) and has_place(item.declaration)


def _value_of(form: Form) -> type | None:
    """Return what is made of a list of this form; nothing where none may stand there."""
    if isinstance(form, Listed):
        return tuple
    return form.value if isinstance(form, ByType) and form.many else None


def _twice(items: Iterable[Any]) -> list[Any]:
    """Return what stands more than once; texts are told by what they say, not by their sources."""
    said: Mapping[Hashable, tuple[Any, ...]] = grouped(
        (getattr(item, "text", None) if _is_text(item) else item, item) for item in items
    )
    return [same[0] for same in said.values() if len(same) > 1]


def _is_text(item: Any) -> bool:
    """Whether a text is all that tells an item: a share is told by its task as well."""
    return isinstance(getattr(item, "text", None), Text) and not hasattr(item, "task")


def _item_words(item: Any) -> Text:
    text = getattr(item, "text", item)
    return text if isinstance(text, Text) else plain(item)


def _on_ladders(view: View) -> Iterator[Hit]:
    for topic, steps in view.model.ladders.items():
        twice = [one for one, other in combinations(steps, 2) if _calls_again(one, other)]
        if twice:
            node = Node("ladder", topic, view.model.catalogue.topics.get(topic))
            rungs = (Node("position", step.who, step) for step in twice)
            yield _hit(view, node, "ladders", (node_words(view, rung) for rung in rungs))


def _calls_again(one: LadderStep, other: LadderStep) -> bool:
    """Whether two steps call one holder in one case; to be told at once is no call."""
    return one.who == other.who and one.alert == other.alert and scopes_meet(one.scope, other.scope)


def _by_lines(view: View) -> Iterator[Hit]:
    for node in view.nodes("position"):
        superior = node.value.reports_to
        if superior and superior in node.value.also_reports_to:
            words = node_words(view, Node("position", superior, None))
            yield _hit(view, node, "also_reports_to", (words,))


_FOUND: Mapping[str, Callable[[View], Iterator[Hit]]] = {
    "list": _in_lists,
    "ladder": _on_ladders,
    "line": _by_lines,
}


def _hit(view: View, node: Node, key: str, found: Iterable[Text], *more: str) -> Hit:
    return Hit(
        (node.id, *more),
        span_of(view, node),
        {"where": node_words(view, node), "key": plain(key), "found": joined(found)},
        (witness(view, node),),
    )


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    del reader, kinds  # the shape has checked every word
    return parameters_of(RepeatsParameters, raw)


KIND = Kind(
    "repeats",
    RepeatsParameters,
    Text(
        "同一清单、同一阶梯中写了两遍的内容，或虚线又连到直接上级",
        "what one list or ladder says twice, or a dotted line to one's own superior",
    ),
    ("organization",),
    {
        "where": Text("写了两遍的地方", "what says it twice"),
        "key": Text("所在的键", "the key of the list"),
        "found": Text("写了两遍的内容", "what is said twice"),
    },
    Text("总为 1", "always 1"),
    _read,
    """\
id: list-says-once
name: {zh: 清单不重复, en: A list says a thing once}
why: {zh: 写了两遍，改一处漏一处, en: What is said twice is changed in one place only}
severity: warning
for: {what: organization}
check: {repeats: {of: [list]}}
message: {zh: "{where}的 {key} 写了两遍：{found}", en: "{where} says twice under {key}: {found}"}
fix: {zh: 删去多余的, en: Delete what is too much}
examples:
  ok:
  - positions: {washer: {deputy: keeper}, keeper: {}}
  bad:
  - positions: {washer: {deputy: [keeper, keeper]}, keeper: {}}
""",
)
