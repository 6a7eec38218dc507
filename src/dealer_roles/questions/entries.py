"""What is defined here, entry by entry: what each is called, and all that is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dealer_roles.model.catalogue_files import Control
from dealer_roles.model.entities import Entry
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.answers import Answers
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.former import Former
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.near import nearest
from dealer_roles.values.scope import scope_dict
from dealer_roles.values.text import Text

Fact = Text | str | int | float | None | tuple["Fact", ...] | Mapping[str, "Fact"]
"""A value that is said of an entry: a text by language, an id, a number, or several of them."""


@frozen
class EntryView:
    """An entry: a position, a task, a form and so on.

    Attributes:
        id: Its id.
        name: Its name.
        facts: What else is said of it; what is not said is left out.
    """

    id: str
    name: Text
    facts: Mapping[str, Fact]

    def to_dict(self) -> dict[str, object]:
        """Return the entry as plain data."""
        said = {key: _plain(value) for key, value in self.facts.items()}
        return {"id": self.id, "name": self.name.to_dict(), **said}

    def text(self, key: str) -> Text | None:
        """Return a text that is said of it, if it is said."""
        found = self.facts.get(key)
        return found if isinstance(found, Text) else None

    def several(self, key: str) -> tuple[str, ...]:
        """Return the ids or words that are said of it under a key."""
        found = self.facts.get(key)
        if isinstance(found, str):
            return (found,)
        if isinstance(found, tuple) and not isinstance(found, Text):
            return tuple(item for item in found if isinstance(item, str))
        return ()


@frozen
class Entries(Answers[EntryView]):
    """The entries of one kind, sorted by id.

    Attributes:
        what: The kind, e.g. ``positions``.
    """

    what: str

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the entries as plain data, with all their texts in whatever ``lang``."""
        del lang
        return {self.what: [item.to_dict() for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [(item.id, item.name.zh, item.name.en) for item in self.items]
        return html_table(("id", "中文", "English"), rows, self.what)


def entries(org: OnDay, what: str) -> Entries:
    """Return what is defined of one kind.

    Args:
        org: The organization on a day.
        what: One of :data:`KINDS`.

    Raises:
        UnknownId: There is no such kind.
    """
    if what not in KINDS:
        raise UnknownId("kind of entry", what, nearest(what, KINDS))
    found = (_view(id_, name, facts) for id_, name, facts in KINDS[what](org))
    return Entries(tuple(sorted(found, key=lambda item: item.id)), what)


Found = Iterator[tuple[str, Text, dict[str, Fact]]]


def _view(id_: str, name: Text, facts: dict[str, Fact]) -> EntryView:
    said = {k: v for k, v in facts.items() if v is not None and v != () and v != "" and v != {}}
    return EntryView(id_, name, said)


def _plain(value: Fact) -> object:
    if isinstance(value, Text):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _organization(org: OnDay) -> Found:
    model = org.model
    yield (
        model.id,
        model.name,
        {
            "title": model.title,
            "about": model.about,
            "version": model.version,
            "effective": model.effective.isoformat() if model.effective else "",
            "languages": model.languages,
            "coverage": model.coverage,
            "hours_per_day": model.calendar.hours_per_day,
            "days_per_week": model.calendar.days_per_week,
            "unowned": tuple(
                {"task": u.task, "scope": _scope(u.scope), "reason": u.reason, "sources": u.sources}
                for u in model.unowned
            ),
            "left_out": tuple({"source": s.source, "reason": s.reason} for s in model.left_out),
        },
    )


def _scope(scope: tuple[tuple[str, frozenset[str]], ...]) -> Mapping[str, Fact]:
    return {dim: tuple(values) for dim, values in scope_dict(scope).items()}


def _formerly(former: tuple[Former, ...]) -> tuple[Fact, ...]:
    return tuple({"id": old.id, "scope": _scope(old.scope)} for old in former)


def _positions(org: OnDay) -> Found:
    known = org.model.catalogue.positions
    for id_, position in org.model.positions.items():
        usual = known.get(id_)
        yield (
            id_,
            position.name,
            {
                "title": position.title,
                "usual_name": usual.name if usual and usual.name != position.name else None,
                "other_names": position.titles,
                "about": usual.about if usual else None,
                "departments": position.departments,
                "usual_department": usual.department if usual else "",
                "reports_to": position.line.to or "",
                "usual_superior": (usual.reports_to or "") if usual else "",
                "code": position.code,
                "codes": dict(position.codes),
                "usual_codes": dict(usual.codes) if usual and usual.codes != position.codes else {},
                "grade": position.grade,
                "headcount": position.headcount,
            },
        )


def _posts(org: OnDay) -> Found:
    for id_, post in org.model.posts.items():
        yield (
            id_,
            post.name,
            {
                "title": post.title,
                "positions": post.positions,
                "headcount": post.headcount,
                "sources": post.sources,
            },
        )


def _departments(org: OnDay) -> Found:
    known = org.model.catalogue.departments
    for id_, department in org.model.departments.items():
        usual = known.get(id_)
        yield (
            id_,
            department.name,
            {
                "title": department.title,
                "usual_name": usual.name if usual and usual.name != department.name else None,
                "about": usual.about if usual else None,
                "part_of": department.part_of,
                "heads": org.heads.get(id_, ()),
                "usual_head": usual.head if usual else "",
                "sources": department.sources,
            },
        )


def _tasks(org: OnDay) -> Found:
    catalogue = org.model.catalogue
    for id_ in org.tasks:
        task = catalogue.tasks[id_]
        yield (
            id_,
            task.name,
            {
                "about": task.about,
                "area": task.area,
                "area_name": catalogue.areas.get(task.area),
                "part_of": task.part_of,
                "split_by": task.split_by,
                "tags": task.tags,
                "other_names": task.also_called,
                "controls": tuple(_control(control) for control in task.controls),
                "formerly": _formerly(task.formerly),
            },
        )


def _control(control: Control) -> dict[str, Fact]:
    """Return what a task says of another one that it checks."""
    return {
        "task": control.tasks,
        "how": control.how,
        "at_stake": str(control.at_stake or ""),
        "why": control.why or "",
        "instead": control.instead or "",
        "mitigated_by": control.mitigated_by,
    }


def _processes(org: OnDay) -> Found:
    for id_, process in org.model.processes.items():
        yield (
            id_,
            process.name,
            {
                "about": process.about,
                "sources": process.sources,
                "basis": process.basis,
            },
        )


def _scopes(org: OnDay) -> Found:
    for id_, dimension in org.model.catalogue.scopes.items():
        values = [
            {
                "id": v.id,
                "name": v.name,
                "about": v.about or "",
                "other_names": v.also_called,
                "formerly": _formerly(v.formerly),
            }
            for v in dimension.values
        ]
        yield id_, dimension.name, {"about": dimension.about, "values": tuple(values)}


def _plainly(of: Callable[[OnDay], Mapping[str, Entry]]) -> Callable[[OnDay], Found]:
    def found(org: OnDay) -> Found:
        for id_, entry in of(org).items():
            said: dict[str, Fact] = {
                "about": entry.about,
                "other_names": entry.also_called,
                "formerly": _formerly(entry.formerly),
            }
            yield id_, entry.name, said

    return found


KINDS: Mapping[str, Callable[[OnDay], Found]] = {
    "organization": _organization,
    "positions": _positions,
    "posts": _posts,
    "departments": _departments,
    "tasks": _tasks,
    "processes": _processes,
    "topics": _plainly(lambda org: org.model.catalogue.topics),
    "forms": _plainly(lambda org: org.model.catalogue.forms),
    "parties": _plainly(lambda org: org.model.catalogue.parties),
    "scopes": _scopes,
}
"""Every kind of entry, and where its entries come from."""
