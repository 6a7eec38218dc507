"""Ids with their names: in a terminal, and in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.names import name_text
from dealer_roles.values.text import Text
from dealer_roles.words import marks

MOST_NAMED = 20
"""The most things that one sentence lists."""


def name_of(model: OrganizationModel, id_: str, lang: str) -> str:
    """Return the name of a position, post, department or party; the id if there is none."""
    name = name_text(model, id_)
    return id_ if name is None else name.get(lang)


def with_id(model: OrganizationModel, id_: str, lang: str) -> str:
    """Return ``name (id)``, or the id alone if it has no name."""
    name = name_of(model, id_, lang)
    return id_ if name == id_ else f"{name} ({id_})"


def listed(model: OrganizationModel, ids: Iterable[str], lang: str) -> str:
    """Return several ids with their names."""
    return marks.listed((with_id(model, id_, lang) for id_ in ids), lang)


def task_name(model: OrganizationModel, task: str, lang: str) -> str:
    """Return ``name (id)`` of a task."""
    known = model.catalogue.tasks.get(task)
    return task if known is None else f"{known.name.get(lang)} ({task})"


def named(name: Text, id_: str) -> Text:
    """Return a name with its id: ``「配件岗」(parts-desk)``, ``Parts desk (parts-desk)``."""
    if name.en == name.zh == id_:
        return Text(id_, id_)
    return Text(f"「{name.zh or name.en}」({id_})", f"{name.get('en')} ({id_})")


def joined(texts: Iterable[Text], *, each_once: bool = True) -> Text:
    """Return texts as a list in words, each once; of very many the first, and how many more."""
    items = list(dict.fromkeys(texts) if each_once else texts)
    zh = "、".join(t.zh for t in items[:MOST_NAMED])
    en = ", ".join(t.en for t in items[:MOST_NAMED])
    if (beyond := len(items) - MOST_NAMED) > 0:
        return Text(f"{zh} 等 {len(items)} 项", f"{en} and {beyond} more")
    return Text(zh, en)


def in_turn(texts: Iterable[Text]) -> Text:
    """Return texts with an arrow from each to the next, as often as they stand."""
    items = list(texts)
    return Text(" → ".join(t.zh for t in items), " → ".join(t.en for t in items))


def words_of(model: OrganizationModel, id_: str) -> Text:
    """Return the name of a position, post, department or party with its id."""
    name = name_text(model, id_)
    return named(name, id_) if name else Text(id_, id_)


def words_of_all(model: OrganizationModel, ids: Iterable[str]) -> Text:
    """Return the names of several positions, posts, departments or parties with their ids."""
    return joined(words_of(model, id_) for id_ in ids)


def words_of_task(model: OrganizationModel, task: str) -> Text:
    """Return the name of a task with its id."""
    known = model.catalogue.tasks.get(task)
    return named(known.name, task) if known else Text(task, task)


def words_of_topic(model: OrganizationModel, topic: str) -> Text:
    """Return the name of a topic with its id."""
    known = model.catalogue.topics.get(topic)
    return named(known.name, topic) if known else Text(topic, topic)
