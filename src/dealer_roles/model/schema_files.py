"""The packaged JSON Schemas, by kind of file."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

from dealer_roles.source.resources import resource

SUFFIX = ".schema.json"


def kinds() -> tuple[str, ...]:
    """Return the kinds of file that have a schema."""
    names = os.listdir(resource("schemas"))
    return tuple(sorted(n.removesuffix(SUFFIX) for n in names if n.endswith(SUFFIX)))


@cache
def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind as it is packaged.

    Raises:
        KeyError: There is no such kind.
    """
    if kind not in kinds():
        raise KeyError(kind)
    with open(resource("schemas", kind + SUFFIX), encoding="utf-8") as stream:
        return stream.read()


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind as plain data; the caller may change it."""
    loaded: dict[str, Any] = json.loads(schema_text(kind))
    return loaded
