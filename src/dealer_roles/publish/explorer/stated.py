"""Parts of a job description as the explorer shows them: authority, results, KPIs."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.document.blocks import Bullets, Cell, Table
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.publish.job_description.sections import short_content_of
from dealer_roles.values.text import Lang

Data = dict[str, object]
Line = tuple[list[str], tuple[Evidence, ...]]


def stated_parts(org: OnDay, id_: str, second: Lang = "en") -> list[Data]:
    """Return what the job description of a holder says beside duties and relations.

    Args:
        org: The organization on a day.
        id_: The position or post.
        second: The language beside Chinese.
    """
    zh, en = (short_content_of(Subject.of(org, id_, lang)) for lang in ("zh", second))
    return [_part(one, other) for one, other in zip(zh, en, strict=True)]


def _part(zh: Section, en: Section) -> Data:
    pairs = zip(_lines(zh), _lines(en), strict=True)
    lines = {(*one[0], *other[0]): (one, other) for one, other in pairs}.values()
    heads = zip(_heads(zh), _heads(en), strict=True)
    return {
        "id": zh.id,
        "title": [zh.title, en.title],
        "heads": [list(pair) for pair in heads],
        "rows": [_row(one, other) for one, other in lines],
    }


def _row(zh: Line, en: Line) -> Data:
    evidence = zh[1]
    return {
        "cells": [list(pair) for pair in zip(zh[0], en[0], strict=True)],
        "at": str(evidence[0].span) if evidence else "",
        "src": [source for item in evidence for source in item.sources],
    }


def _heads(section: Section) -> list[str]:
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [column.title for table in tables for column in table.columns]


def _lines(section: Section) -> Iterator[Line]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield from (([_words(c) for c in row.cells], row.evidence) for row in block.rows)
        elif isinstance(block, Bullets):
            yield from (([item.text], item.evidence) for item in block.items)


def _words(cell: Cell) -> str:
    return f"{cell.text}\n{cell.note}".strip()
