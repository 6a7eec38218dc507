"""What the search of the explorer finds, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.known_names import names_of
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.frozen import frozen
from dealer_roles.words.plain_text import one_line

Words = Mapping[str, tuple[str, ...]]


@frozen
class Findable:
    """Something that the search finds.

    Attributes:
        kind: What it is; with the id, the address of its page.
        name: Its Chinese name.
        words: What else it is or was called: titles, former ids, common words.
    """

    kind: str
    id: str
    name: str
    words: tuple[str, ...]


def findable(org: OnDay, forms: Mapping[str, object]) -> Iterator[Findable]:
    """Yield everything that has a page.

    Args:
        org: The organization on a day.
        forms: The forms that are used here, by id.
    """
    model, names = org.model, Names(org.model, "zh")
    kinds = (
        ("position", "holders", {h: names.of(h) for h in (*model.positions, *model.posts)}),
        ("task", "tasks", {t: names.task(t) for t in org.tasks}),
        ("topic", "topics", {t: names.topic(t) for t in model.catalogue.topics}),
        ("form", "forms", {f: names.form(f).strip("《》") for f in forms}),
        ("process", "processes", {p: known.name.zh for p, known in model.processes.items()}),
        ("department", "departments", {d: names.of(d) for d in model.departments}),
    )
    for kind, sort, found in kinds:
        words = other_words(model, sort)
        for id_, name in found.items():
            yield Findable(kind, id_, name, words.get(id_, ()))


def other_words(model: OrganizationModel, sort: str) -> Words:
    """Return what the things of a sort are called, by id, beside the names that are shown."""
    zh, en = Names(model, "zh"), Names(model, "en")
    ask = {"tasks": "task", "topics": "topic", "forms": "form"}.get(sort, "of")
    found = {}
    for id_, words in names_of(model, sort).items():
        shown = {getattr(names, ask)(id_).strip("《》") for names in (zh, en)}
        plain = (one_line(word) for word in words)
        found[id_] = tuple(dict.fromkeys(word for word in plain if word not in shown))
    return found
