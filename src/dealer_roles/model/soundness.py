"""What a single document cannot say of itself: periods, names, posts, one organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.catalogue_files import TasksFile
from dealer_roles.model.link import unowned_tasks
from dealer_roles.model.organization_file import OrganizationFile, Post
from dealer_roles.model.position import Position
from dealer_roles.model.references import Path
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.values.validity import Validity

SEVERAL = "several-organizations"


def unsound(
    documents: Iterable[YamlDocument], catalogue: Catalogue, locator: Locator, org: str
) -> Iterator[Finding]:
    """Yield what schema and references cannot see."""
    member_of: dict[str, str] = {}
    for document in documents:
        value = document.value
        if isinstance(value, Position):
            yield from _unplaced(document, catalogue, locator, org)
            yield from _reversed_periods(document, value, (), locator, org)
            yield from _of_oneself(document, value, (), locator, org)
        elif isinstance(value, OrganizationFile):
            for index, post in enumerate(value.posts):
                path = ("posts", index)
                yield from _reversed_periods(document, post, path, locator, org)
                yield from _of_oneself(document, post, path, locator, org)
                yield from _shared_members(document, path, post, member_of, locator, org)
            yield from _both_heads(document, locator, org)
            yield from _empty_steps(document, locator, org)
            yield from _authority_steps(document, locator, org)
            yield from _unowned_nothing(document, catalogue, locator, org)
        elif isinstance(value, TasksFile):
            yield from _checks_itself(document, value, locator, org)


def _unplaced(
    document: YamlDocument, catalogue: Catalogue, locator: Locator, org: str
) -> Iterator[Finding]:
    position: Position = document.value
    if position.id in catalogue.positions:
        return
    if position.stated_name is None:
        yield Finding(
            "position-not-in-catalogue",
            "error",
            Text(
                f"岗位 {position.id!r} 不在目录中，须写明名称(name)",
                f"the position {position.id!r} is not in the catalogue; state its name",
            ),
            locator.span(document, ("id",)),
            org,
            document.pointer(("name",)),
        )


def _reversed_periods(
    document: YamlDocument, holder: Position | Post, prefix: Path, locator: Locator, org: str
) -> Iterator[Finding]:
    for kind in ("duties", "handoffs", "escalations"):
        for index, fact in enumerate(getattr(holder, kind)):
            valid: Validity | None = fact.valid
            if valid is None or not valid.is_reversed:
                continue
            path = (*prefix, kind, index, "valid")
            yield Finding(
                "valid-reversed",
                "error",
                Text(
                    f"有效期颠倒：{valid.first} 晚于 {valid.last}",
                    f"the period is reversed: {valid.first} is after {valid.last}",
                ),
                locator.span(document, path),
                org,
                document.pointer(path),
                Text("请交换起止日期", "swap from and to"),
            )


def _of_oneself(
    document: YamlDocument, holder: Position | Post, prefix: Path, locator: Locator, org: str
) -> Iterator[Finding]:
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
            yield _self(holder.id, words, document, (*prefix, *path), locator, org)


def _checks_itself(
    document: YamlDocument, file: TasksFile, locator: Locator, org: str
) -> Iterator[Finding]:
    """Yield each task that is its own control."""
    checks = Text("检查", "checks")
    for number, task in enumerate(file.tasks):
        for place, control in enumerate(task.controls):
            if task.id in control.tasks:
                path = ("tasks", number, "controls", place, "task")
                yield _self(task.id, checks, document, path, locator, org)


def _self(
    id_: str, words: Text, document: YamlDocument, path: Path, locator: Locator, org: str
) -> Finding:
    return Finding(
        "relates-to-itself",
        "error",
        Text(f"{id_!r} {words.zh}自己", f"{id_!r} {words.en} itself"),
        locator.span(document, path),
        org,
        document.pointer(path),
        Text("改写为另一个，或删去", "name another one, or leave it out"),
    )


def _shared_members(
    document: YamlDocument,
    prefix: Path,
    post: Post,
    member_of: dict[str, str],
    locator: Locator,
    org: str,
) -> Iterator[Finding]:
    for place, member in enumerate(post.positions):
        first = member_of.setdefault(member, post.id)
        if first != post.id or member in post.positions[:place]:
            path = (*prefix, "positions", place)
            yield Finding(
                "position-in-two-posts",
                "error",
                Text(
                    f"岗位 {member!r} 已属于编制岗 {first!r}",
                    f"the position {member!r} already belongs to the post {first!r}",
                ),
                locator.span(document, path),
                org,
                document.pointer(path),
                Text("一个岗位只能属于一个编制岗", "a position belongs to one post at most"),
            )


def _both_heads(document: YamlDocument, locator: Locator, org: str) -> Iterator[Finding]:
    """Yield the departments that state one head and several, of which one would be lost."""
    for index, department in enumerate(document.value.departments):
        if department.stated_head and department.stated_heads:
            path = ("departments", index, "heads")
            yield Finding(
                "head-and-heads",
                "error",
                Text(
                    f"部门 {department.id!r} 同时写了 head 和 heads",
                    f"the department {department.id!r} states both head and heads",
                ),
                locator.span(document, path),
                org,
                document.pointer(path),
                Text("一位负责人写 head，几位写 heads", "one head is head, several are heads"),
            )


def _empty_steps(document: YamlDocument, locator: Locator, org: str) -> Iterator[Finding]:
    for topic, steps in (document.value.ladders or {}).items():
        for index, step in enumerate(steps):
            if [*map(bool, (step.position, step.party, step.manager, step.head))].count(True) != 1:
                path = ("ladders", topic, index)
                yield Finding(
                    "ladder-step",
                    "error",
                    Text(
                        "阶梯的每一级须写 position、party、manager、head 之一",
                        "a step of a ladder names one of position, party, manager and head",
                    ),
                    locator.span(document, path),
                    org,
                    document.pointer(path),
                )


def _authority_steps(document: YamlDocument, locator: Locator, org: str) -> Iterator[Finding]:
    for place, row in enumerate(document.value.authority):
        for index, step in enumerate(row.steps):
            if [*map(bool, (step.position, step.party, step.group))].count(True) != 1:
                path = ("authority", place, "steps", index)
                yield Finding(
                    "authority-step",
                    "error",
                    Text(
                        "权限表的每一级须写 position、party、group 之一",
                        "a step of the authority table names one of position, party and group",
                    ),
                    locator.span(document, path),
                    org,
                    document.pointer(path),
                )


def _unowned_nothing(
    document: YamlDocument, catalogue: Catalogue, locator: Locator, org: str
) -> Iterator[Finding]:
    """Yield what is declared unowned without naming one thing, or a thing that there is."""
    for index, declared in enumerate(document.value.unowned):
        named = [*map(bool, (declared.task, declared.area, declared.tasks))].count(True)
        if named == 1 and any(unowned_tasks(declared, catalogue)):
            continue
        path = ("unowned", index)
        message = (
            Text("没有任务与之相符", "no task of the catalogue fits it")
            if named == 1
            else Text(
                "须写 task、area、tasks 之一", "what is unowned names one of task, area and tasks"
            )
        )
        span, pointer = locator.span(document, path), document.pointer(path)
        yield Finding("unowned-nothing", "error", message, span, org, pointer)


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
            f"the folder holds {len(found)} organizations: {', '.join(names)}",
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
