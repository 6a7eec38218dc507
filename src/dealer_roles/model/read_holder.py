"""From checked plain data to what a position or post holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.entities import Authority, Duty, Escalation, Handoff, Measure
from dealer_roles.model.read_values import (
    ids_of,
    money_of,
    scope_of,
    span_of,
    text_of,
    validity_of,
    within_of,
)
from dealer_roles.values.text import Text


def duties_of(holder: str, data: Any, file: str) -> Iterator[Duty]:
    """Yield the duties of a position or post."""
    for raw in data.get("duties", ()):
        get = raw.get
        yield Duty(
            holder,
            raw["task"],
            raw["responsibility"],
            span_of(file, raw),
            scope_of(get("scope")),
            ids_of(get("sources")),
            get("basis", ""),
            validity_of(get("valid")),
            ids_of(get("supports")),
            text_of(get("text")),
            text_of(get("when")),
            ids_of(get("with")),
            ids_of(get("cadence")),
            within_of(get("within")),
            money_of(get("limit")),
            ids_of(get("forms")),
            "own_work" in raw,
            get("decision", ""),
        )


def handoffs_of(holder: str, data: Any, file: str, catalogue: Catalogue) -> Iterator[Handoff]:
    """Yield the hand-offs of a position or post."""
    for raw in data.get("handoffs", ()):
        get = raw.get
        to = raw["to"]
        unnamed = isinstance(to, dict)
        deliverable = raw["deliverable"]
        yield Handoff(
            id=raw["id"],
            giver=holder,
            task=raw["task"],
            to=() if unnamed else ids_of(to),
            deliverable=_deliverable(deliverable, catalogue),
            span=span_of(file, raw),
            form=deliverable.get("form", ""),
            then=get("then", ""),
            unnamed=text_of(to["unnamed"]) if unnamed else None,
            approval=get("approval", False),
            signers=ids_of(get("signers")),
            within=within_of(get("within")),
            when=text_of(get("when")),
            scope=scope_of(get("scope")),
            valid=validity_of(get("valid")),
            sources=ids_of(get("sources")),
            basis=get("basis", ""),
        )


def _deliverable(data: Any, catalogue: Catalogue) -> Text:
    form = catalogue.forms.get(data.get("form", ""))
    name = form.name if form else Text(data.get("form", ""), data.get("form", ""))
    return Text(data.get("zh", name.zh), data.get("en", name.en))


def escalations_of(holder: str, data: Any, file: str) -> Iterator[Escalation]:
    """Yield the escalations of a position or post."""
    for raw in data.get("escalations", ()):
        get = raw.get
        to = raw["to"]
        unnamed = isinstance(to, dict)
        yield Escalation(
            holder=holder,
            topic=get("topic", ""),
            to="" if unnamed else to,
            span=span_of(file, raw),
            unnamed=text_of(to["unnamed"]) if unnamed else None,
            within=within_of(get("within")),
            limit=money_of(get("limit")),
            when=text_of(get("when")),
            scope=scope_of(get("scope")),
            valid=validity_of(get("valid")),
            sources=ids_of(get("sources")),
            basis=get("basis", ""),
        )


def authority_of(data: Any) -> tuple[Authority, ...]:
    """Return what a position may decide alone."""
    return tuple(
        Authority(
            raw.get("topic", ""),
            raw.get("task", ""),
            raw.get("kind", "approve"),
            money_of(raw.get("limit")),
            text_of(raw.get("text")),
            ids_of(raw.get("sources")),
            raw.get("basis", ""),
        )
        for raw in data.get("authority", ())
    )


def measures_of(data: Any) -> tuple[Measure, ...]:
    """Return the key performance indicators of a position."""
    return tuple(
        Measure(
            Text(raw["zh"], raw["en"]),
            text_of(raw.get("formula")),
            text_of(raw.get("target")),
            raw.get("weight"),
            text_of(raw.get("data")),
            ids_of(raw.get("sources")),
            raw.get("basis", ""),
        )
        for raw in data.get("measures", ())
    )
