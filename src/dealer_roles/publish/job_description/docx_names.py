"""The names a Word template may use, with their structure."""

from __future__ import annotations

from dealer_roles.publish.job_description.columns import PLANS, TABLES
from dealer_roles.publish.job_description.docx_context import tag_of
from dealer_roles.publish.job_description.sections import SECTIONS
from dealer_roles.publish.job_description.title_block import FACTS

Names = dict[str, "Names"] | list["Names"] | str
"""A mapping of names, a list of alike things (one stands for all), or a text (empty)."""

_LABELLED: dict[str, Names] = {"label": "", "text": ""}


def template_names() -> dict[str, Names]:
    """Return every name that :func:`docx_context` gives, texts empty."""
    texts = (
        "lang", "title", "name", "organization", "code", "version", "effective", "edition",
        "hash", "control",
    )  # fmt: skip
    names: dict[str, Names] = dict.fromkeys(texts, "")
    names["page_words"] = {"before": "", "between": "", "after": ""}
    names["facts"] = [_LABELLED]
    names["fact"] = {tag_of(id_): "" for id_ in FACTS}
    names["fact_rows"] = names["fact_pairs"] = [{"left": _LABELLED, "right": _LABELLED}]
    names["last_fact"] = _LABELLED
    for section in SECTIONS:
        names[section] = _section(section)
    return names


def _section(section: str) -> dict[str, Names]:
    names: dict[str, Names] = {"title": ""}
    if section == "signatures":
        head: Names = {"step": "", "role": "", "signature": "", "date": ""}
        line: Names = {"step": "", "role": ""}
        return names | {"head": head, "lines": [line], "statement": "", "blank_date": ""}
    if section == "relations":
        names["facts"] = [_LABELLED]
    for plan in TABLES.get(section, ()):
        names[plan] = _table(plan)
    if section not in TABLES or section == "overview":
        names["texts"] = [""]
    return names


def _table(plan: str) -> dict[str, Names]:
    columns = [id_ for id_, _, _ in PLANS[plan]]
    row: dict[str, Names] = {name: "" for id_ in columns for name in (id_, f"{id_}_note")}
    group: dict[str, Names] = {"title": "", "rows": [row]}
    head: dict[str, Names] = dict.fromkeys(columns, "")
    return {"title": "", "head": head, "groups": [group]}
