"""From the values of checked files to one organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, Literal

from dealer_roles.model.authority_table import AuthorityRow, limit_of
from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.edition import EditionsFile
from dealer_roles.model.holder import Handoff
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.model.organization_file import (
    Department,
    LadderStep,
    OrganizationFile,
    Post,
    Unowned,
)
from dealer_roles.model.position import Position
from dealer_roles.model.process import Process
from dealer_roles.values.fields import replace
from dealer_roles.values.scope import ANY
from dealer_roles.values.text import Text


def link(
    main: OrganizationFile,
    positions: Iterable[Position],
    processes: Iterable[Process],
    ledgers: Iterable[EditionsFile],
    catalogue: Catalogue,
) -> OrganizationModel:
    """Put an organization together.

    The values are filled in place with what only the whole knows: names from the
    catalogue, who holds what, which step follows.

    Args:
        main: The file of the organization itself.
        positions: Its positions.
        processes: Its processes.
        ledgers: The ledgers of its editions, in the order of their files.
        catalogue: What the ids refer to.
    """
    stated = sorted(positions, key=lambda p: p.id)
    for position in stated:
        _fill_position(position, catalogue)
        _fill_authority(position, main.authority)
    posts = {post.id: post for post in sorted(main.posts, key=lambda p: p.id)}
    here = {p.id: p for p in (*stated, *_unstated(posts.values(), stated, catalogue))}
    holders: Sequence[Position | Post] = (*stated, *posts.values())
    for holder in holders:
        _fill_held(holder, catalogue)
    return OrganizationModel(
        id=main.id,
        name=main.name,
        languages=main.languages or main.name.languages,
        span=main.span,
        catalogue=catalogue,
        title=main.title,
        about=main.about,
        version=main.version,
        effective=main.effective,
        coverage=_coverage(main.coverage.kind),
        calendar=main.calendar,
        departments=_departments(main, here.values(), catalogue),
        positions=dict(sorted(here.items())),
        posts=posts,
        duties=tuple(duty for holder in holders for duty in holder.duties),
        handoffs=tuple(handoff for holder in holders for handoff in holder.handoffs),
        escalations=tuple(entry for holder in holders for entry in holder.escalations),
        ladders=with_table_limits(main.ladders or {}, main.authority),
        authority=main.authority,
        processes={p.id: _with_order(p) for p in sorted(processes, key=lambda p: p.id)},
        unowned=tuple(one for u in main.unowned for one in unowned_tasks(u, catalogue)),
        left_out=main.left_out,
        editions=tuple(entry for ledger in ledgers for entry in ledger.editions),
        clauses=main.clauses,
        document_fields=main.document_fields,
        signers=main.signers,
    )


def _coverage(kind: str) -> Literal["stated", "complete", "like"]:
    if kind == "complete":
        return "complete"
    return "like" if kind == "like" else "stated"


def unowned_tasks(declared: Unowned, catalogue: Catalogue) -> Iterator[Unowned]:
    """Yield what is declared for each task: the one that is named, or those that fit."""
    if declared.task:
        yield declared
        return
    for task in catalogue.tasks.values():
        if task.area == declared.area or (declared.tasks and fnmatchcase(task.id, declared.tasks)):
            yield replace(declared, task=task.id)


def _fill(value: Any, **fields: Any) -> None:
    """Set fields of a frozen value that is still being put together."""
    for name, content in fields.items():
        object.__setattr__(value, name, content)


def _fill_position(position: Position, catalogue: Catalogue) -> None:
    known = catalogue.positions.get(position.id)
    plain = Text(position.id, position.id)
    _fill(
        position,
        name=position.stated_name or (known.name if known else plain),
        departments=position.stated_departments or (_listed(known.department) if known else ()),
        codes=position.codes or (known.codes if known else ()),
        titles=(*position.also_called, *(known.titles if known else ())),
    )


def _fill_authority(position: Position, rows: tuple[AuthorityRow, ...]) -> None:
    """Give what a position approves the amount of the table where it states none."""
    for held in position.authority:
        if held.kind == "approve" and held.limit is None and held.topic:
            _fill(held, limit=limit_of(rows, held.topic, position.id, ANY))


def with_table_limits(
    ladders: Mapping[str, tuple[LadderStep, ...]], rows: tuple[AuthorityRow, ...]
) -> Mapping[str, tuple[LadderStep, ...]]:
    """Return ladders whose steps have the amounts of the table where they state none."""
    return {
        topic: tuple(_with_limit(topic, step, rows) for step in steps)
        for topic, steps in ladders.items()
    }


def _with_limit(topic: str, step: LadderStep, rows: tuple[AuthorityRow, ...]) -> LadderStep:
    if step.limit is not None:
        return step
    found = limit_of(rows, topic, step.who, step.scope)
    return step if found is None else replace(step, limit=found)


def _listed(department: str) -> tuple[str, ...]:
    return (department,) if department else ()


def _unstated(
    posts: Iterable[Post], stated: Iterable[Position], catalogue: Catalogue
) -> Iterable[Position]:
    """Yield the positions that only a post names, as the catalogue knows them."""
    there = {position.id for position in stated}
    for post in posts:
        for member in post.positions:
            known = catalogue.positions.get(member)
            if member not in there and known is not None:
                there.add(member)
                yield Position(
                    kind="position",
                    id=member,
                    name=known.name,
                    departments=_listed(known.department),
                    titles=known.titles,
                    span=post.span,
                )


def _fill_held(holder: Position | Post, catalogue: Catalogue) -> None:
    put, id_ = object.__setattr__, holder.id
    for duty in holder.duties:
        put(duty, "holder", id_)
    for handoff in holder.handoffs:
        put(handoff, "giver", id_)
        put(handoff, "deliverable", _in_words(handoff, catalogue))
    for entry in holder.escalations:
        put(entry, "holder", id_)


def _in_words(handoff: Handoff, catalogue: Catalogue) -> Text:
    """Return what is handed over: the words stated, else the name of the form."""
    words = handoff.given.text
    if words is not None and not handoff.form:
        return words
    form = catalogue.forms.get(handoff.form)
    name = form.name if form else Text(handoff.form, handoff.form)
    return name if words is None else words.over(name)


def _departments(
    main: OrganizationFile, positions: Iterable[Position], catalogue: Catalogue
) -> dict[str, Department]:
    """Return the departments that are declared, then those in which positions sit."""
    found: dict[str, Department] = {}
    for department in main.departments:
        known = catalogue.departments.get(department.id)
        plain = Text(department.id, department.id)
        name = department.stated_name or (known.name if known else plain)
        _fill(department, name=name)
        found[department.id] = department
    for position in sorted(positions, key=lambda p: (p.department, p.id)):
        for id_ in position.departments:
            usual = catalogue.departments.get(id_)
            if usual is not None and id_ not in found:
                found[id_] = Department(id=id_, name=usual.name, span=position.span, declared=False)
    return found


def _with_order(process: Process) -> Process:
    following = [(step.id,) for step in process.steps[1:]] + [()]
    for step, default in zip(process.steps, following, strict=True):
        _fill(step, next=default if step.stated_next is None else step.stated_next)
    return process
