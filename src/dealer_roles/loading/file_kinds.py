"""Every kind of file there is, whichever layer declares it, and the JSON Schemas made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any


@cache
def declarations() -> Mapping[str, type]:
    """Return the declaration of every kind of file, by the word for it."""
    from dealer_roles.model.declare import kind_word
    from dealer_roles.model.kinds import KINDS
    from dealer_roles.rules.file_forms import KINDS as RULE_KINDS
    from dealer_roles.scenarios.file_forms import ExpectationsFile

    every = (*KINDS, *RULE_KINDS, ExpectationsFile)
    return {kind_word(one): one for one in every}


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind, made from its declaration."""
    from dealer_roles.model.json_schema import json_schema

    return json_schema(declarations()[kind])


def schema_json(kind: str) -> str:
    """Return the JSON Schema of a kind as it is written to ``schemas/``."""
    return schema_file(schema_of(kind))


def schema_file(schema: Mapping[str, Any]) -> str:
    """Return a JSON Schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
