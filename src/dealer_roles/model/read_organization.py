"""From checked plain data to an organization."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.entities import (
    Department,
    LadderStep,
    LeftOut,
    Position,
    Post,
    Process,
    Step,
    Unowned,
)
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.model.read_catalogue import codes_of
from dealer_roles.model.read_holder import (
    authority_of,
    duties_of,
    escalations_of,
    handoffs_of,
    measures_of,
)
from dealer_roles.model.read_values import (
    date_of,
    ids_of,
    money_of,
    scope_of,
    sourced_of,
    span_of,
    text_of,
    title_of,
    within_of,
)
from dealer_roles.values.duration import Calendar
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

Raw = tuple[str, Any]
"""A file's label and its checked data."""


def read_organization(
    main: Raw, positions: Iterable[Raw], processes: Iterable[Raw], catalogue: Catalogue
) -> OrganizationModel:
    """Put an organization together.

    Args:
        main: The ``kind: organization`` document.
        positions: The ``kind: position`` documents.
        processes: The ``kind: process`` documents.
        catalogue: What the ids refer to.
    """
    file, data = main
    holders = sorted(positions, key=lambda raw: str(raw[1]["id"]))
    posts = sorted(data.get("posts", ()), key=lambda raw: str(raw["id"]))
    by_id = {raw["id"]: _position(label, raw, catalogue) for label, raw in holders}
    _add_post_members(file, posts, by_id, catalogue)
    held = [*holders, *((file, post) for post in posts)]
    return OrganizationModel(
        id=data["id"],
        name=Text(data["name"]["zh"], data["name"]["en"]),
        span=span_of(file, data),
        catalogue=catalogue,
        title=title_of(data.get("title")),
        about=text_of(data.get("about")),
        version=data.get("version", ""),
        effective=date_of(data.get("effective")),
        coverage=data.get("coverage", "stated"),
        calendar=_calendar(data.get("calendar")),
        departments=_departments(file, data, by_id.values(), catalogue),
        positions=dict(sorted(by_id.items())),
        posts={raw["id"]: _post(file, raw) for raw in posts},
        duties=tuple(d for label, raw in held for d in duties_of(raw["id"], raw, label)),
        handoffs=tuple(
            h for label, raw in held for h in handoffs_of(raw["id"], raw, label, catalogue)
        ),
        escalations=tuple(e for label, raw in held for e in escalations_of(raw["id"], raw, label)),
        ladders=_ladders(file, data),
        processes={
            raw["id"]: _process(label, raw)
            for label, raw in sorted(processes, key=lambda raw: str(raw[1]["id"]))
        },
        unowned=tuple(_unowned(file, raw) for raw in data.get("unowned", ())),
        left_out=tuple(
            LeftOut(raw["source"], Text(**raw["reason"]), span_of(file, raw))
            for raw in data.get("left_out", ())
        ),
    )


def _position(file: str, raw: Any, catalogue: Catalogue) -> Position:
    known = catalogue.positions.get(raw["id"])
    get = raw.get
    name = text_of(get("name")) or (known.name if known else Text(raw["id"], raw["id"]))
    purpose = get("purpose")
    return Position(
        raw["id"],
        name,
        get("department") or (known.department if known else ""),
        span_of(file, raw),
        get("reports_to"),
        "reports_to" in raw,
        title_of(get("title")),
        get("deputy", ""),
        get("headcount"),
        text_of(get("grade")),
        get("code", ""),
        codes_of(raw) or (known.codes if known else ()),
        known.titles if known else (),
        sourced_of(purpose) if purpose else None,
        authority_of(raw),
        tuple(map(sourced_of, get("outcomes", ()))),
        measures_of(raw),
        tuple(map(sourced_of, get("qualifications", ()))),
        tuple(map(sourced_of, get("conditions", ()))),
        tuple(map(sourced_of, get("clauses", ()))),
    )


def _add_post_members(
    file: str, posts: Iterable[Any], by_id: dict[str, Position], catalogue: Catalogue
) -> None:
    """A position that only a post names is present, as the catalogue knows it."""
    for post in posts:
        for member in post["positions"]:
            known = catalogue.positions.get(member)
            if member not in by_id and known is not None:
                by_id[member] = Position(
                    member, known.name, known.department, span_of(file, post), titles=known.titles
                )


def _post(file: str, raw: Any) -> Post:
    return Post(
        raw["id"],
        Text(**raw["name"]),
        ids_of(raw["positions"]),
        span_of(file, raw),
        title_of(raw.get("title")),
        raw.get("headcount"),
        tuple(map(sourced_of, raw.get("outcomes", ()))),
        tuple(map(sourced_of, raw.get("qualifications", ()))),
        ids_of(raw.get("sources")),
    )


def _departments(
    file: str, data: Any, positions: Iterable[Position], catalogue: Catalogue
) -> dict[str, Department]:
    found: dict[str, Department] = {}
    for raw in data.get("departments", ()):
        known = catalogue.departments.get(raw["id"])
        name = text_of(raw.get("name")) or (known.name if known else Text(raw["id"], raw["id"]))
        found[raw["id"]] = Department(
            raw["id"],
            name,
            span_of(file, raw),
            raw.get("head", ""),
            title_of(raw.get("title")),
            ids_of(raw.get("sources")),
        )
    for position in sorted(positions, key=lambda p: (p.department, p.id)):
        known = catalogue.departments.get(position.department)
        if known is not None and known.id not in found:
            found[known.id] = Department(known.id, known.name, position.span, declared=False)
    return found


def _calendar(data: Any) -> Calendar:
    if data is None:
        return Calendar()
    return Calendar(float(data["hours_per_day"]), data["days_per_week"])


def _ladders(file: str, data: Any) -> dict[str, tuple[LadderStep, ...]]:
    ladders = data.get("ladders", {})
    return {
        topic: tuple(_ladder_step(file, s) for s in ladders[topic]) for topic in sorted(ladders)
    }


def _ladder_step(file: str, raw: Any) -> LadderStep:
    get = raw.get
    return LadderStep(
        position=get("position", ""),
        party=get("party", ""),
        span=span_of(file, raw),
        manager="manager" in raw,
        head="head" in raw,
        scope=scope_of(get("for")),
        within=within_of(get("within")),
        limit=money_of(get("limit")),
        alert=get("alert", False),
        skip_subject="skip" in raw,
        note=text_of(get("note")),
    )


def _unowned(file: str, raw: Any) -> Unowned:
    return Unowned(
        raw["task"],
        scope_of(raw.get("scope")),
        Text(**raw["reason"]),
        span_of(file, raw),
        ids_of(raw.get("sources")),
    )


def _process(file: str, raw: Any) -> Process:
    steps: Sequence[Any] = raw["steps"]
    following = [(s["id"],) for s in steps[1:]] + [()]
    return Process(
        raw["id"],
        Text(**raw["name"]),
        tuple(
            _step(span_of(file, s), s, default) for s, default in zip(steps, following, strict=True)
        ),
        span_of(file, raw),
        text_of(raw.get("about")),
        ids_of(raw.get("sources")),
        raw.get("basis", ""),
    )


def _step(span: Span, raw: Any, following: tuple[str, ...]) -> Step:
    return Step(
        raw["id"],
        raw["task"],
        tuple(raw["next"]) if "next" in raw else following,
        span,
        scope_of(raw.get("scope")),
        raw.get("optional", False),
        text_of(raw.get("when")),
        within_of(raw.get("within")),
    )
