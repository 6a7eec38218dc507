"""What a single document cannot say of itself: periods, names, posts, one organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.catalogue_files import TasksFile
from dealer_roles.model.link import unowned_tasks
from dealer_roles.model.organization_file import OrganizationFile, Post
from dealer_roles.model.position import Position
from dealer_roles.model.references import Path
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import NO_TEXT, Text
from dealer_roles.values.validity import Validity
from dealer_roles.words.marks import how_many

SEVERAL = "several-organizations"


@frozen
class Fault:
    """What is wrong in a document.

    Attributes:
        code: Its code.
        path: The place that is wrong.
        message: What is wrong.
        fix: How to mend it.
        shown_at: Where that is shown, if the place itself is not there.
    """

    code: str
    path: Path
    message: Text
    fix: Text = NO_TEXT
    shown_at: Path = ()


def unsound(
    documents: Iterable[YamlDocument], catalogue: Catalogue, locator: Locator, org: str
) -> Iterator[Finding]:
    """Yield what schema and references cannot see."""
    for document, one in faults(documents, catalogue):
        subject = document.pointer(one.path)
        span = locator.span(document, one.shown_at or one.path)
        yield Finding(one.code, "error", one.message, span, org, subject, one.fix)


def faults(
    documents: Iterable[YamlDocument], catalogue: Catalogue
) -> Iterator[tuple[YamlDocument, Fault]]:
    """Yield what schema and references cannot see, with the document in which it is wrong."""
    member_of: dict[str, str] = {}
    for document in documents:
        yield from ((document, one) for one in _faults(document.value, catalogue, member_of))


def _faults(value: Any, catalogue: Catalogue, member_of: dict[str, str]) -> Iterator[Fault]:
    if isinstance(value, Position):
        yield from _unplaced(value, catalogue)
        yield from _reversed_periods(value, ())
        yield from _of_oneself(value, ())
    elif isinstance(value, OrganizationFile):
        for index, post in enumerate(value.posts):
            path = ("posts", index)
            yield from _reversed_periods(post, path)
            yield from _of_oneself(post, path)
            yield from _shared_members(post, path, member_of)
        yield from _both_heads(value)
        yield from _empty_steps(value)
        yield from _authority_steps(value)
        yield from _unowned_nothing(value, catalogue)
    elif isinstance(value, TasksFile):
        yield from _checks_itself(value)


def _unplaced(position: Position, catalogue: Catalogue) -> Iterator[Fault]:
    if position.id not in catalogue.positions and position.stated_name is None:
        message = Text(
            f"岗位 {position.id!r} 不在目录中，须写明名称(name)",
            f"the position {position.id!r} is not in the catalogue; state its name",
        )
        yield Fault("position-not-in-catalogue", ("name",), message, shown_at=("id",))


def _reversed_periods(holder: Position | Post, prefix: Path) -> Iterator[Fault]:
    for kind in ("duties", "handoffs", "escalations"):
        for index, fact in enumerate(getattr(holder, kind)):
            valid: Validity | None = fact.valid
            if valid is not None and valid.is_reversed:
                message = Text(
                    f"有效期颠倒：{valid.first} 晚于 {valid.last}",
                    f"the period is reversed: {valid.first} is after {valid.last}",
                )
                fix = Text("请交换起止日期", "swap from and to")
                yield Fault("valid-reversed", (*prefix, kind, index, "valid"), message, fix)


def _of_oneself(holder: Position | Post, prefix: Path) -> Iterator[Fault]:
    """Yield who stands in for, reports to or supports nobody but himself."""
    stands_in = Text("代理", "stands in for")
    relations: list[tuple[Path, tuple[str, ...], Text]] = []
    if isinstance(holder, Position):
        relations.append((("deputy",), holder.deputies, stands_in))
        said = Text("虚线汇报给", "reports to")
        relations.append((("also_reports_to",), holder.also_reports_to, said))
        if holder.vacant is not None:
            relations.append((("vacant", "acting"), (holder.vacant.acting,), stands_in))
    relations += [
        (("duties", index, "supports"), duty.supports, Text("协助", "supports"))
        for index, duty in enumerate(holder.duties)
    ]
    for path, others, words in relations:
        if holder.id in others:
            yield _self(holder.id, words, (*prefix, *path))


def _checks_itself(file: TasksFile) -> Iterator[Fault]:
    """Yield each task that is its own control."""
    checks = Text("检查", "checks")
    for number, task in enumerate(file.tasks):
        for place, control in enumerate(task.controls):
            if task.id in control.tasks:
                yield _self(task.id, checks, ("tasks", number, "controls", place, "task"))


def _self(id_: str, words: Text, path: Path) -> Fault:
    message = Text(f"{id_!r} {words.zh}自己", f"{id_!r} {words.en} itself")
    fix = Text("改写为另一个，或删去", "name another one, or leave it out")
    return Fault("relates-to-itself", path, message, fix)


def _shared_members(post: Post, prefix: Path, member_of: dict[str, str]) -> Iterator[Fault]:
    for place, member in enumerate(post.positions):
        first = member_of.setdefault(member, post.id)
        if first != post.id or member in post.positions[:place]:
            message = Text(
                f"岗位 {member!r} 已属于编制岗 {first!r}",
                f"the position {member!r} already belongs to the post {first!r}",
            )
            fix = Text("一个岗位只能属于一个编制岗", "a position belongs to one post at most")
            yield Fault("position-in-two-posts", (*prefix, "positions", place), message, fix)


def _both_heads(main: OrganizationFile) -> Iterator[Fault]:
    """Yield the departments that state one head and several, of which one would be lost."""
    for index, department in enumerate(main.departments):
        if department.stated_head and department.stated_heads:
            message = Text(
                f"部门 {department.id!r} 同时写了 head 和 heads",
                f"the department {department.id!r} states both head and heads",
            )
            fix = Text("一位负责人写 head，几位写 heads", "one head is head, several are heads")
            yield Fault("head-and-heads", ("departments", index, "heads"), message, fix)


def _empty_steps(main: OrganizationFile) -> Iterator[Fault]:
    message = Text(
        "阶梯的每一级须写 position、party、manager、head 之一",
        "a step of a ladder names one of position, party, manager and head",
    )
    for topic, steps in (main.ladders or {}).items():
        for index, step in enumerate(steps):
            if _count(step.position, step.party, step.manager, step.head) != 1:
                yield Fault("ladder-step", ("ladders", topic, index), message)


def _authority_steps(main: OrganizationFile) -> Iterator[Fault]:
    message = Text(
        "权限表的每一级须写 position、party、group 之一",
        "a step of the authority table names one of position, party and group",
    )
    for place, row in enumerate(main.authority):
        for index, step in enumerate(row.steps):
            if _count(step.position, step.party, step.group) != 1:
                yield Fault("authority-step", ("authority", place, "steps", index), message)


def _unowned_nothing(main: OrganizationFile, catalogue: Catalogue) -> Iterator[Fault]:
    """Yield what is declared unowned without naming one thing, or a thing that there is."""
    for index, declared in enumerate(main.unowned):
        if _count(declared.task, declared.area, declared.tasks) != 1:
            message = Text(
                "须写 task、area、tasks 之一", "what is unowned names one of task, area and tasks"
            )
        elif not any(unowned_tasks(declared, catalogue)):
            message = Text("没有任务与之相符", "no task of the catalogue fits it")
        else:
            continue
        yield Fault("unowned-nothing", ("unowned", index), message)


def _count(*stated: object) -> int:
    """Return how many of these are stated."""
    return sum(map(bool, stated))


def organization_documents(
    documents: list[YamlDocument], label: str, locator: Locator
) -> tuple[YamlDocument | None, list[Finding]]:
    """Return the one ``kind: organization`` document, or what is wrong with their number."""
    found = [d for d in documents if d.kind == "organization"]
    if len(found) == 1:
        return found[0], []
    if not found:
        return None, [
            Finding(
                "no-organization",
                "error",
                Text("没有 kind: organization 的文件", "no file of kind organization"),
                Span(label),
                subject=label,
                fix=Text("请添加 organization.yaml", "add an organization.yaml"),
            )
        ]
    return None, [_several(found, label, locator)]


def _several(found: list[YamlDocument], label: str, locator: Locator) -> Finding:
    """Return the one finding on a folder of several organizations, which lists them."""
    names = [f"{d.value.id} ({d.file.label})" for d in found]
    return Finding(
        SEVERAL,
        "error",
        Text(
            f"文件夹中有 {len(found)} 个组织：{'、'.join(names)}",
            f"the folder holds {how_many(len(found), 'organization')}: {', '.join(names)}",
        ),
        locator.span(found[0]),
        "",
        label,
        Text(
            "请逐个指明文件夹，或用 check --all 一并检查",
            "name the folder of each, or check them in one run with check --all",
        ),
        tuple(
            Witness(locator.span(d), Text(f"组织 {d.value.id}", f"organization {d.value.id}"))
            for d in found
        ),
    )
