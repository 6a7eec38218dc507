"""The mapping file: what makes an import repeatable, and names what was not recognised."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from dealer_roles.imports.read.let_in import text_of_named
from dealer_roles.imports.recognise.labels import FIELDS
from dealer_roles.imports.recognise.shares import ORDER
from dealer_roles.imports.refused import ImportRefused
from dealer_roles.model.languages import CODES
from dealer_roles.values.fields import field
from dealer_roles.values.frozen import frozen_by_name
from dealer_roles.values.near import nearest
from dealer_roles.values.text import Text

_KEYS = ("organization", "language", "headers", "cells", "positions_per")
_CHOICES = {"language": CODES, "positions_per": ("row", "title")}


@frozen_by_name
class HeadingMap:
    """What a mapping file says.

    Attributes:
        id: The id of the organization.
        name: Its name.
        language: The language of its texts, by its code; empty where the files tell. Labels in
            another one than Chinese and English stand in ``headers``.
        headers: Labels and column headings, with the fields they stand for (``ignore`` passes
            over them).
        cells: Words in the cells of a matrix, with the shares they mean.
        positions_per: ``row``: each named person is a position of its own; ``title``: people of
            one title, department and superior are one position with several heads.
    """

    id: str = ""
    name: str = ""
    language: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    positions_per: str = "row"


def read_mapping(path: str) -> HeadingMap:
    """Read a mapping file.

    Raises:
        ImportRefused: It cannot be used; every problem is named.
    """
    from dealer_roles.source.settings import DEFAULTS
    from dealer_roles.source.yaml_nodes import read_yaml

    name = os.path.basename(path)
    text = text_of_named(path)
    documents, problems = read_yaml(text, DEFAULTS.max_depth)
    found = [Text(p.zh, p.en) for p in problems]
    data: Any = documents[0][0] if documents and not problems else {}
    if not isinstance(data, dict):
        found.append(Text("应为映射", "must be a mapping"))
        data = {}
    found += _faults(data)
    if found:
        raise ImportRefused(*((name, problem) for problem in found))
    organization = data.get("organization", {})
    return HeadingMap(
        id=organization.get("id", ""),
        name=organization.get("name", ""),
        language=data.get("language", ""),
        headers={str(k): str(v) for k, v in data.get("headers", {}).items()},
        cells={str(k).strip().lower(): str(v) for k, v in data.get("cells", {}).items()},
        positions_per=data.get("positions_per", "row"),
    )


def _faults(data: Mapping[str, Any]) -> list[Text]:
    found = [_unknown(key, _KEYS, "键", "key") for key in data if key not in _KEYS]
    for key, allowed in _CHOICES.items():
        if key in data and data[key] not in allowed:
            found.append(_unknown(str(data[key]), allowed, f"{key} 的值", f"value of {key}"))
    for key, values in (("headers", (*FIELDS, "ignore")), ("cells", (*ORDER, "ignore"))):
        table = data.get(key, {})
        if not isinstance(table, dict):
            found.append(Text(f"{key} 应为映射", f"{key} must be a mapping"))
            continue
        found += [_unknown(str(v), values, key, key) for v in table.values() if v not in values]
    return found + _organization_faults(data.get("organization", {}))


def _organization_faults(given: Any) -> list[Text]:
    if not isinstance(given, dict):
        return [Text("organization 应为映射", "organization must be a mapping")]
    found = [_unknown(k, ("id", "name"), "键", "key") for k in given if k not in ("id", "name")]
    if any(not isinstance(value, str) for value in given.values()):
        found.append(Text("organization 的值应为文字", "the values of organization must be texts"))
    return found


def _unknown(given: str, allowed: tuple[str, ...], zh: str, en: str) -> Text:
    near = "、".join(nearest(given, allowed, 2)) or "、".join(sorted(allowed))
    return Text(
        f"未知的{zh} {given!r}；可用：{near}",
        f"unknown {en} {given!r}; known: {near.replace('、', ', ')}",
    )
