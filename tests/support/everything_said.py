"""All that is answered and all that is printed of an organization, as text to compare."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

from dealer_roles.facade import Organization
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.explorer.content import explorer_content
from dealer_roles.publish.handbook.handbook import handbook
from dealer_roles.publish.handbook.publish import render_handbook
from dealer_roles.publish.job_description.publish import render
from dealer_roles.publish.linked_data.described import occupation, organization
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from dealer_roles.publish.pictures.picture import PictureKind
from dealer_roles.publish.pictures.publish import picture_of, render_picture
from dealer_roles.questions.entries import KINDS
from dealer_roles.values.text import Lang
from tests.support.sample import DAY

LANGS: tuple[Lang, ...] = ("zh", "en")
# Where a thing stands is no content: it moves with whatever is changed before it.
_PLACE = re.compile(r"[^\s\"'<>(（]*\.yaml(:[0-9]+(:[0-9]+)?)?")


def answers(org: Organization) -> Iterator[str]:
    """Yield every answer about an organization as JSON without places."""
    return map(_text, _answers(org))


def documents(org: Organization) -> Iterator[str]:
    """Yield every document of an organization as text without places."""
    return map(_text, _documents(org.on(DAY), org))


def _answers(org: Organization) -> Iterator[Any]:
    for lang in LANGS:
        yield [org.owner(task, on=DAY).to_dict(lang) for task in org.catalogue.tasks]
        yield [walk.to_dict(lang) for walk in (org.walk(p, DAY) for p in org.processes)]
        for topic in (None, *org.topics):
            for holder in (*org.positions, *org.posts):
                yield org.escalation(holder, topic, DAY).to_dict(lang)
            for subject in org.positions:
                answers = (org.escalation(post, topic, DAY, subject) for post in org.posts)
                yield [answer.to_dict(lang) for answer in answers]
        found = (
            org.overlaps(DAY),
            org.gaps(DAY),
            org.handoffs(on=DAY),
            org.duties(on=DAY),
            org.authority(on=DAY),
        )
        yield [answer.to_dict(lang) for answer in found]
        yield [org.describe(holder, lang, DAY).to_dict() for holder in (*org.positions, *org.posts)]
    yield [finding.to_dict() for finding in org.check("strict", DAY)]
    yield [org.entries(what, DAY).to_dict() for what in KINDS]


def _documents(org: OnDay, whole: Organization) -> Iterator[Any]:
    for lang in LANGS:
        for holder in (*org.model.positions, *org.model.posts):
            yield render(whole.describe(holder, lang, DAY), "md")
            yield occupation(org, holder, lang)
        yield render_matrix(matrix_of(org, lang), "csv").decode()
        yield render_handbook(handbook(org, lang), "html").decode()
        for process in org.model.processes:
            yield render_picture(picture_of(org, "process", lang, process), "mermaid")
        for kind in get_args(PictureKind):
            if kind != "process":
                yield render_picture(picture_of(org, kind, lang), "mermaid")
    yield explorer_content(org).data
    yield organization(org, "https://example.org/")


def _text(said: Any) -> str:
    plain = json.dumps(_placeless(said), ensure_ascii=False, default=str)
    return _PLACE.sub("", plain)


def _placeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            k: _placeless(v)
            for k, v in value.items()
            if k not in ("file", "line", "column", "fingerprint")
        }
    if isinstance(value, list | tuple):
        return [_placeless(item) for item in value]
    return value
