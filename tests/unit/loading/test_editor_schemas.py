"""The schemas mean the same to an editor's JSON Schema engine and to ours."""

from __future__ import annotations

import re

import pytest
from jsonschema import Draft202012Validator

from dealer_roles.model.schema_files import kinds, schema, schema_text


@pytest.mark.parametrize("kind", kinds())
def test_a_schema_is_itself_valid(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", kinds())
def test_its_patterns_are_plain_enough_for_every_engine(kind: str) -> None:
    for pattern in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', schema_text(kind)):
        assert "(?<" not in pattern
        assert "\\\\p" not in pattern
        assert "\\\\Z" not in pattern


@pytest.mark.parametrize("kind", kinds())
def test_every_reference_is_inside_the_file(kind: str) -> None:
    references = re.findall(r'"\$ref": "([^"]+)"', schema_text(kind))
    defined = schema(kind).get("$defs", {})
    assert all(r.startswith("#/$defs/") and r.split("/")[-1] in defined for r in references)
