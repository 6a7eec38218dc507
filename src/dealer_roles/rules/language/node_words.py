"""How things of an organization are named in messages, and shown as witnesses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dealer_roles.model.entities import Duty
from dealer_roles.organization.names import name_text
from dealer_roles.organization.on_day import NO_DUTIES
from dealer_roles.organization.with_ids import named, words_of, words_of_task, words_of_topic
from dealer_roles.questions.gap_tasks import where_named
from dealer_roles.questions.ladder_faults import ANY_TOPIC
from dealer_roles.rules.language.node import NODE_KINDS, Node
from dealer_roles.rules.language.view import View
from dealer_roles.values.findings import Witness
from dealer_roles.values.scope import scope_words
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.words.shares import SHARE_VERBS


def plain(text: object) -> Text:
    """Return one text for both languages."""
    return Text(str(text), str(text))


def task_words(view: View, task: str) -> Text:
    """Return a task's name with its id."""
    return words_of_task(view.model, task)


def holder_words(view: View, id_: str) -> Text:
    """Return the name of a position, post or party with its id."""
    return words_of(view.model, id_)


def title_of(view: View, node: Node) -> Text:
    """Return what a thing is called, without its id."""
    if node.kind in ("position", "post", "department", "party"):
        return name_text(view.model, node.id) or plain(node.id)
    name: Any = getattr(node.value, "name", None)
    return name if isinstance(name, Text) else plain(node.id)


def node_words(view: View, node: Node) -> Text:
    """Return what a thing is called in a message."""
    words = _WORDS.get(node.kind)
    if words is not None:
        return words(view, node)
    name = title_of(view, node)
    return plain(node.id) if name == plain(node.id) else named(name, node.id)


def _duty(view: View, node: Node) -> Text:
    return share_words(view, node.value)


def share_words(view: View, duty: Duty) -> Text:
    """Return a share in words: who has which share in what."""
    who, what = holder_words(view, duty.holder), task_words(view, duty.task)
    share = SHARE_VERBS[duty.responsibility]
    where = scope_words(duty.scope)
    tail = f" [{where}]" if where else ""
    return Text(f"{who.zh}{share.zh}{what.zh}{tail}", f"{who.en} {share.en} {what.en}{tail}")


def _handoff(view: View, node: Node) -> Text:
    who, what = holder_words(view, node.value.giver), node.value.deliverable
    return Text(
        f"{who.zh}交出「{what.get('zh')}」({node.id})",
        f"{who.en} hands over {what.get('en')} ({node.id})",
    )


def _step(view: View, node: Node) -> Text:
    what = task_words(view, node.value.task)
    return Text(f"步骤 {node.id} {what.zh}", f"step {node.id}, {what.en}")


def _rung(view: View, node: Node) -> Text:
    who = holder_words(view, node.value.who)
    return Text(f"{who.zh}(阶梯 {node.id})", f"{who.en} at {node.id}")


def _topic(view: View, node: Node) -> Text:
    return words_of_topic(view.model, node.id)


def _holder(view: View, node: Node) -> Text:
    return holder_words(view, node.id)


_WORDS: dict[str, Callable[[View, Node], Text]] = {
    "duty": _duty,
    "handoff": _handoff,
    "step": _step,
    "rung": _rung,
    "authority": _topic,
    "position": _holder,
    "post": _holder,
    "party": _holder,
}


def span_of(view: View, node: Node) -> Span:
    """Return where a thing stands; a ladder stands at its first step."""
    if node.kind == "ladder":
        steps = view.model.ladders.get(node.id)
        if steps:
            return steps[0].span
        return next(
            (e.span for e in view.model.escalations if (e.topic or ANY_TOPIC) == node.id),
            view.model.asked_at("ladders"),
        )
    span = node.value.span
    assert isinstance(span, Span)
    return span


def span_among(view: View, node: Node, about: Iterable[Node]) -> Span:
    """Return where a thing stands; where the organization was asked, what it is about stands."""
    if node.kind != "organization":
        return span_of(view, node)
    return next((place_here(view, one) for one in about if one != node), span_of(view, node))


def place_here(view: View, node: Node) -> Span:
    """Return where a thing stands in this organization: a task stands where it is named."""
    if node.kind != "task":
        return span_of(view, node)
    return where_named(view.index, node.id, view.index.stated_of_task.get(node.id, NO_DUTIES))


def witness(view: View, node: Node) -> Witness:
    """Return a thing as a link of the chain that proves a finding."""
    words = node_words(view, node)
    sources = " ".join(getattr(node.value, "sources", ()) or ())
    if node.kind not in ("duty", "handoff", "step", "rung"):
        kind = NODE_KINDS[node.kind]
        words = Text(f"{kind.zh}{words.zh}", f"{kind.en} {words.en}")
    if sources:
        words = Text(f"{words.zh} [{sources}]", f"{words.en} [{sources}]")
    return Witness(span_of(view, node), words)


def duty_witness(view: View, duty: Duty) -> Witness:
    """Return a share as a link of the chain that proves a finding."""
    return witness(view, Node("duty", duty.task, duty))
