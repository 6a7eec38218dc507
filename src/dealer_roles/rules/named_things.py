"""What a rule names, and nobody knows: it would never fire, and look as if all were well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from dealer_roles.model.entities import RESPONSIBILITIES
from dealer_roles.rules.kinds.control import ControlParameters
from dealer_roles.rules.kinds.protected import ProtectedParameters
from dealer_roles.rules.language.conditions import Compare
from dealer_roles.rules.language.paths import Hop
from dealer_roles.rules.language.selection import SELECTABLE, Selector
from dealer_roles.rules.language.task_pick import TaskPick
from dealer_roles.rules.language.view import View
from dealer_roles.rules.rule import Rule
from dealer_roles.values.fields import fields_of, has_fields
from dealer_roles.values.findings import Finding, Severity
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.text import Text

Named = tuple[str, str]
"""A sort of thing, and an id or glob of it."""

_SORT_OF_FIELD = {
    **dict.fromkeys(("task", "then", "part_of"), "task"),
    **dict.fromkeys(("holder", "giver", "position", "reports_to", "deputy", "head"), "holder"),
    **dict.fromkeys(("department", "form", "area", "tag", "responsibility"), ""),
}
_SORT_OF_SELECTOR = {"position": "holder", "post": "holder", "holder": "holder"}


def unknown_things(rule: Rule, view: View) -> Iterator[Finding]:
    """Yield each name in a rule that fits nothing, else that the rule selects nothing here."""
    lost = [
        (sort, name)
        for sort, name in dict.fromkeys(_named(rule))
        if not any(fnmatchcase(id_, name) for id_ in _known(view, sort))
    ]
    for sort, name in lost:
        yield _unknown(rule, view, sort, name)
    if not lost and not any(True for _ in rule.selector.select(view)):
        yield _finding(
            "rule-selects-nothing",
            "note",
            rule,
            view,
            rule.id,
            Text(
                f"规则 {rule.id} 在此处没有选中任何对象({rule.selector.what})",
                f"the rule {rule.id} selects nothing here ({rule.selector.what})",
            ),
            Text("改正 for，或删除规则", "correct `for`, or delete the rule"),
        )


def _unknown(rule: Rule, view: View, sort: str, name: str) -> Finding:
    plain = sort == "task" and name in rule.names
    near = nearest(name.strip("*?"), _known(view, sort), 1)
    return _finding(
        "rule-names-unknown-task" if plain else "rule-names-nothing",
        "warning",
        rule,
        view,
        f"{rule.id},{name}",
        Text(
            f"规则 {rule.id} 提到的 {name!r} 不存在({sort})",
            f"the rule {rule.id} names the {sort} {name!r}, which fits nothing",
        ),
        did_you_mean(near, Text("请改正，或在目录中定义它", "correct it, or define it")),
    )


def _finding(
    code: str, severity: Severity, rule: Rule, view: View, subject: str, message: Text, fix: Text
) -> Finding:
    return Finding(code, severity, message, rule.span, view.model.id, subject, fix)


def _named(rule: Rule) -> Iterator[Named]:
    yield from (("task", name) for name in rule.names)
    for part in _parts((rule.selector, rule.when, rule.check)):
        for kind, names in _NAMES.items():
            if isinstance(part, kind):
                yield from names(part)


def _parts(value: Any) -> Iterator[Any]:
    """Yield every part of a rule, whatever its kind: parameters are values made of values."""
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from _parts(item)
    elif isinstance(value, Mapping):
        yield from _parts(list(value.values()))
    elif has_fields(value):
        yield value
        yield from _parts([getattr(value, field.name) for field in fields_of(type(value))])


def _of_fields(pairs: Iterable[tuple[str, Iterable[Any]]]) -> Iterator[Named]:
    for field, wanted in pairs:
        if field in _SORT_OF_FIELD:
            sort = _SORT_OF_FIELD[field] or field
            yield from ((sort, value) for value in wanted if isinstance(value, str) and value)


def _of_selector(selector: Selector) -> Iterator[Named]:
    sort = _SORT_OF_SELECTOR.get(selector.what, selector.what)
    yield from ((sort, glob) for glob in selector.ids)
    yield from (("tag", tag) for tag in selector.tags)
    yield from _of_fields(selector.where)


def _of_tasks(pick: TaskPick) -> Iterator[Named]:
    yield from (("task", glob) for glob in pick.globs)
    yield from (("tag", tag) for tag in pick.tags)


def _of_protected(check: ProtectedParameters) -> Iterator[Named]:
    yield from (("holder", glob) for glob in check.positions)
    yield from (("department", id_) for id_ in check.departments)


_NAMES: dict[type, Callable[[Any], Iterator[Named]]] = {
    Selector: _of_selector,
    Hop: lambda hop: _of_fields(hop.filters),
    Compare: lambda c: _of_fields([(c.field, c.wanted)]),
    TaskPick: _of_tasks,
    ProtectedParameters: _of_protected,
    ControlParameters: lambda check: (("control", how) for how in check.how),
}


def _known(view: View, sort: str) -> frozenset[str]:
    """Return every id of a sort: of the catalogue, and of what is here."""
    catalogue = view.model.catalogue
    known: dict[str, Callable[[], Iterable[str]]] = {
        "task": lambda: catalogue.tasks,
        "tag": lambda: (tag for task in catalogue.tasks.values() for tag in task.tags),
        "control": lambda: (c.how for task in catalogue.tasks.values() for c in task.controls),
        "area": lambda: catalogue.areas,
        "form": lambda: catalogue.forms,
        "holder": lambda: (*view.model.positions, *view.model.posts, *catalogue.positions),
        "department": lambda: (*view.model.departments, *catalogue.departments),
        "ladder": lambda: catalogue.topics,
        "responsibility": lambda: RESPONSIBILITIES,
    }
    if sort in known:
        return frozenset(known[sort]())
    return frozenset(node.id for kind in SELECTABLE[sort] for node in view.nodes(kind))
