"""The tasks that an organization means to do: like another one, narrowed to business areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dealer_roles.loading.build_bundled import build_bundled
from dealer_roles.loading.bundled import bundled
from dealer_roles.model.assemble import catalogue_entries
from dealer_roles.model.catalogue import catalogue_of
from dealer_roles.model.catalogue_files import Task
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.linked import Linked
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.day import day_of
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.text import Text


def with_meant(
    model: OrganizationModel, documents: Sequence[YamlDocument], locator: Locator
) -> tuple[OrganizationModel, list[Finding]]:
    """Return the organization with the tasks it means to do, and what is wrong with them.

    Args:
        model: The organization.
        documents: Its documents, one of which says what it means to do.
        locator: Finds the places of findings.
    """
    if model.coverage != "like":
        return model, []
    main = next(d for d in documents if d.kind == "organization")
    meant, findings = _meant(main, model.catalogue.tasks, locator)
    return replace(model, meant=meant), findings


def meant_findings(
    documents: Sequence[YamlDocument], catalogue: Sequence[YamlDocument], locator: Locator
) -> list[Finding]:
    """Return what is wrong with the tasks that an organization which cannot be built means to do.

    Args:
        documents: Its documents.
        catalogue: The documents of the catalogues it names.
        locator: Finds the places of findings.
    """
    main = next((d for d in documents if d.kind == "organization"), None)
    if main is None or main.value.coverage.kind != "like":
        return []
    entries = catalogue_entries(documents, catalogue)
    return _meant(main, catalogue_of(entry.value for entry in entries).tasks, locator)[1]


def _meant(
    main: YamlDocument, known: Mapping[str, Task], locator: Locator
) -> tuple[tuple[str, ...], list[Finding]]:
    coverage = main.value.coverage
    if coverage.like not in bundled():
        near = nearest(coverage.like, bundled())
        message = Text(
            f"没有随附组织 {coverage.like!r}", f"no bundled organization {coverage.like!r}"
        )
        return (), [_finding(main, ("coverage", "like"), message, near, locator)]
    tasks = _tasks_like(coverage.like)
    here = {task: known[task].area for task in tasks if task in known}
    findings = [
        _finding(
            main,
            ("coverage", "areas", number),
            Text(
                f"{coverage.like} 没有业务领域 {area!r} 的任务",
                f"{coverage.like} has no task in a business area {area!r} that is known here",
            ),
            nearest(area, set(here.values())),
            locator,
        )
        for number, area in enumerate(coverage.areas)
        if area not in here.values()
    ]
    if not here:
        message = Text(
            f"本目录没有 {coverage.like} 的任务", f"the catalogue has no task of {coverage.like}"
        )
        findings.append(_finding(main, ("coverage", "like"), message, (), locator))
    wanted = coverage.areas or tuple(here.values())
    return tuple(sorted(task for task, area in here.items() if area in wanted)), findings


def _tasks_like(name: str) -> tuple[str, ...]:
    return Linked(build_bundled(name).require()).on(day_of(None)).tasks


def _finding(
    main: YamlDocument,
    path: tuple[str | int, ...],
    message: Text,
    near: tuple[str, ...],
    locator: Locator,
) -> Finding:
    fix = did_you_mean(near)
    return locator.error(main, path, "unknown-coverage", message, fix, org=main.value.id)
