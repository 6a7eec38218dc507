"""Which kind of file belongs to which layer, and the JSON Schemas made from their shapes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from dealer_roles.source.resources import resource


@cache
def shapes() -> dict[str, Any]:
    """Return the pydantic shape of every kind of file."""
    from dealer_roles.model.shapes import SHAPES
    from dealer_roles.rules.shapes import SHAPES as RULE_SHAPES
    from dealer_roles.scenarios.shapes import ExpectationsShape

    return {**SHAPES, **RULE_SHAPES, "expectations": ExpectationsShape}


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind, made from its shape."""
    from pydantic.json_schema import GenerateJsonSchema

    class Plain(GenerateJsonSchema):
        """Leaves out what says nothing: titles made from names, and null defaults."""

        def default_schema(self, schema: Any) -> Any:
            made = super().default_schema(schema)
            return {k: v for k, v in made.items() if k != "default" or v is not None}

        def dict_schema(self, schema: Any) -> Any:
            """Refuse keys that do not match: a pattern property alone lets them pass."""
            made = super().dict_schema(schema)
            for pattern, values in made.pop("patternProperties", {}).items():
                made["propertyNames"] = {**made.get("propertyNames", {}), "pattern": pattern}
                made["additionalProperties"] = values
            return made

        def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's
            return False

    made = shapes()[kind].model_json_schema(schema_generator=Plain)
    doc = str(made.pop("description", kind))
    zh, _, en = doc.partition(" — ")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dealer-roles:schema:{kind}",
        **made,
        "title": f"dealer-roles: {kind} ({zh})",
        "description": f"{zh} — {en}",
    }


def schema_json(kind: str) -> str:
    """Return the JSON Schema of a kind as it is written to ``schemas/``."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_schemas() -> list[Path]:
    """Write every JSON Schema into ``schemas/``; return the paths."""
    folder = Path(resource("schemas"))
    folder.mkdir(exist_ok=True)
    paths = []
    for kind in sorted(shapes()):
        path = folder / f"{kind}.schema.json"
        temporary = path.with_suffix(".tmp")
        temporary.write_text(schema_json(kind), encoding="utf-8")
        temporary.replace(path)
        paths.append(path)
    return paths
