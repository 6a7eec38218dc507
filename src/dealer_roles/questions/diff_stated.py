"""Everything an organization states, as things that can be found again in another edition of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Literal, get_args

from dealer_roles.model.authority_table import AuthorityStep
from dealer_roles.model.declare import keys_of
from dealer_roles.organization.names import Names, name_text
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.fields import fields_of, has_fields, replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.words.marks import listed
from dealer_roles.words.shares import SHARE_LABELS

_YES = Text("是", "yes")
Kind = Literal[
    "position", "post", "purpose", "duty", "handoff", "escalation", "ladder", "authority",
    "measure", "outcome", "qualification", "condition", "clause",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
# Where they stand on a holder, and what each is called.
TEXTS: Mapping[str, Kind] = {
    "measures": "measure", "outcomes": "outcome", "qualifications": "qualification",
    "conditions": "condition", "clauses": "clause",
}  # fmt: skip
# What is compared as things of its own, what only names the thing, and where it comes from.
_HELD = frozenset({*TEXTS, "duties", "handoffs", "escalations", "authority", "purpose"})
_APART = frozenset({"kind", "id", "task", "topic", "sources", "basis", "decision", "edition"})


@frozen
class Stated:
    """One thing that an organization states.

    Attributes:
        kind: What it is.
        holder: The position or post that has it; empty for a ladder.
        key: What it is known by among those of its kind and holder.
        loose: What it may still be known by where its facts have changed.
        name: What people call it.
        facts: What is said about it, by the attribute that holds it.
        owner: The declaration whose keys the facts are.
        span: Where it stands.
    """

    kind: Kind
    holder: str
    key: tuple[str, ...]
    loose: tuple[str, ...]
    name: Text
    facts: Mapping[str, Any]
    owner: type
    span: Span


def everything(org: OnDay) -> Iterator[Stated]:
    """Yield everything that an organization states on the day."""
    model = org.model
    for position in model.positions.values():
        yield _holder(org, "position", position)
        yield from _texts(position)
        for authority in position.authority:
            key = (authority.topic, authority.task, authority.kind)
            name = _both(partial(_matter, authority), org)
            yield _thing("authority", position.id, key, name, authority, position.span)
    for post in model.posts.values():
        yield _holder(org, "post", post)
        yield from _texts(post)
    for duty in model.duties:
        name = _both(lambda n, d=duty: n.task(d.task), org)
        key = (duty.task, duty.responsibility, str(duty.scope))
        yield _thing("duty", duty.holder, key, name, duty, duty.span, (duty.task,))
    for handoff in model.handoffs:
        yield _thing(
            "handoff", handoff.giver, (handoff.id,), handoff.deliverable, handoff, handoff.span
        )
    for entry in model.escalations:
        name = _both(lambda n, e=entry: n.topic(e.topic) if e.topic else "", org)
        key = (entry.topic, entry.to, str(entry.scope))
        yield _thing("escalation", entry.holder, key, name, entry, entry.span, (entry.topic,))
    yield from _ladders(org)
    yield from _table(org)


def _ladders(org: OnDay) -> Iterator[Stated]:
    for topic, steps in org.model.ladders.items():
        for rung, step in enumerate(steps, start=1):
            name = _both(lambda n, t=topic, s=step: f"{n.topic(t)} · {n.of(s.who)}", org)
            key = (topic, step.who, str(step.scope))
            made = _thing("ladder", "", key, name, step, step.span, (topic, step.who))
            yield replace(made, facts={**made.facts, "rung": rung})


def _table(org: OnDay) -> Iterator[Stated]:
    """Yield each step of the authority table."""
    for row in org.model.authority:
        for step in row.steps:
            name = _both(lambda n, r=row, s=step: f"{n.topic(r.topic)} · {_who(s, n)}", org)
            key = (row.topic, row.task, str(row.scope), step.who)
            loose = (row.topic, step.who)
            yield _thing("authority", "", key, name, step, step.span, loose)


def _who(step: AuthorityStep, names: Names) -> str:
    return step.group.get(names.lang) if step.group else names.of(step.who)


def _matter(authority: Any, names: Names) -> str:
    return names.topic(authority.topic) if authority.topic else names.task(authority.task)


def _holder(org: OnDay, kind: Kind, value: Any) -> Stated:
    name = name_text(org.model, value.id) or Text(value.id, value.id)
    return _thing(kind, value.id, (value.id,), name, value, value.span)


def _texts(holder: Any) -> Iterator[Stated]:
    purpose = getattr(holder, "purpose", None)
    if purpose is not None:
        yield _thing("purpose", holder.id, (), purpose.text, purpose, holder.span)
    for attribute, kind in TEXTS.items():
        values: Iterable[Any] = getattr(holder, attribute, ())
        for value in values:
            key = (value.text.zh, value.text.en)
            yield _thing(kind, holder.id, key, value.text, value, holder.span, ())


def _thing(
    kind: Kind,
    holder: str,
    key: tuple[str, ...],
    name: Text,
    value: Any,
    span: Span,
    loose: tuple[str, ...] | None = None,
) -> Stated:
    declaration: type = type(value)
    facts = {
        written.attribute: getattr(value, written.attribute)
        for yaml_name, written in keys_of(declaration).items()
        if yaml_name not in _HELD and yaml_name not in _APART
    }
    return Stated(
        kind, holder, key, key if loose is None else loose, name, facts, declaration, span,
    )  # fmt: skip


def _both(word: Any, org: OnDay) -> Text:
    return Text(word(Names(org.model, "zh")), word(Names(org.model, "en")))


def shown(value: Any, org: OnDay, lang: Any) -> str:
    """Return a fact in words."""
    names = Names(org.model, lang)
    if value is None or value in ("", (), False):
        return "—"
    if isinstance(value, bool):
        return _YES.get(lang)
    if isinstance(value, str):
        label = SHARE_LABELS.get(value)
        return label.get(lang) if label else _called(value, names)
    if type(value) is tuple and all(isinstance(v, str) for v in value):
        return names.several([_called(v, names) for v in value])
    if hasattr(value, "get") and not isinstance(value, Mapping):
        return str(value.get(lang))
    return _compound(value, org, lang)


def said(value: Any, langs: Collection[str]) -> Any:
    """Return a fact as it is compared: its texts in some languages alone."""
    if isinstance(value, Text):
        return [value.exactly(lang) for lang in langs]
    if isinstance(value, Mapping):
        return {key: said(one, langs) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [said(one, langs) for one in value]
    if has_fields(value):
        fields = (item.name for item in fields_of(type(value)) if item.compare)
        return {name: said(getattr(value, name), langs) for name in fields}
    return value


def _called(id_: str, names: Names) -> str:
    name = names.of(id_)
    return name if name != id_ else names.task(id_)


def _compound(value: Any, org: OnDay, lang: Any) -> str:
    """Return a fact made of others: its own facts, in their order."""
    if isinstance(value, frozenset | tuple | list):
        inner = sorted(value) if isinstance(value, frozenset) else value
        return listed((shown(one, org, lang) for one in inner), lang)
    if isinstance(value, Mapping):
        return listed(
            (f"{key} {shown(one, org, lang)}" for key, one in sorted(value.items())), lang
        )
    if not has_fields(value):
        return str(value)
    parts = (getattr(value, item.name) for item in fields_of(type(value)) if item.name != "span")
    return " ".join(shown(part, org, lang) for part in parts if part not in (None, "", ()))
