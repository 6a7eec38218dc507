"""The schemas of a store complete its ids, say their names, and accept what loads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

import dealer_roles as dr
from dealer_roles.loading.store_schemas import store_schemas
from tests.support.command import exit_code
from tests.support.tiny import documents_of, write_tiny

GIVEN: dict[str, Any] = {
    "tasks": ["sell", "bill"],
    "scopes": {"area": ["parts", "cars"]},
    "topics": ["fire"],
    "parties": ["maker"],
    "forms": ["slip"],
    "departments": ["shop", "office"],
    "positions": {
        "boss": {"reports_to": None, "department": ["office", "shop"], "duties": ["bill"]},
        "anna": {
            "reports_to": "boss",
            "deputy": "same-position",
            "duties": [{"task": "sell", "scope": {"area": ["cars"]}, "with": ["maker", "boss"]}],
            "handoffs": [{"task": "sell", "to": "manager", "deliverable": {"form": "slip"}}],
            "escalations": [{"topic": "fire", "to": {"unnamed": {"zh": "某人", "en": "x"}}}],
        },
    },
    "organization": {"ladders": {"fire": [{"position": "boss"}]}},
}


def schemas(folder: Path) -> dict[str, Any]:
    texts = store_schemas(dr.load(folder, lenient=True).loaded)
    return {name.split(".")[0]: json.loads(text) for name, text in texts.items()}


def test_they_accept_every_document_that_loads(tmp_path: Path) -> None:
    found = schemas(write_tiny(tmp_path / "org", GIVEN))
    for name, document in documents_of(GIVEN).items():
        Draft202012Validator.check_schema(found[document["kind"]])
        validator = Draft202012Validator(found[document["kind"]])
        assert [e.message for e in validator.iter_errors(document)] == [], name


@pytest.mark.parametrize("name", ["standard", "d05"])
def test_they_accept_every_bundled_document(name: str) -> None:
    organization = dr.load(name)
    found = {
        name.split(".")[0]: json.loads(text)
        for name, text in store_schemas(organization.loaded).items()
    }
    read = [Path(d.file.path) for d in organization.loaded.documents]
    assert read
    for path in dict.fromkeys(read):
        for document in yaml.load_all(path.read_text("utf-8"), Loader=yaml.BaseLoader):
            if document["kind"] in ("position", "process"):
                validator = Draft202012Validator(found[document["kind"]])
                errors = [e for e in validator.iter_errors(document) if e.validator == "enum"]
                assert errors == [], path


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"duties": [{"task": "sel", "responsibility": "accountable"}]}, "position"),
        ({"reports_to": "bos"}, "position"),
        ({"department": ["office", "shp"]}, "position"),
        ({"deputy": "bos"}, "position"),
        (
            {"duties": [{"task": "sell", "responsibility": "accountable", "scope": {"area": "x"}}]},
            "position",
        ),
        ({"ladders": {"fir": [{"position": "boss"}]}}, "organization"),
    ],
)
def test_they_refuse_an_id_that_nobody_defines(
    tmp_path: Path, change: dict[str, Any], kind: str
) -> None:
    found = schemas(write_tiny(tmp_path / "org", GIVEN))
    name = "positions/anna" if kind == "position" else "organization"
    document = {**documents_of(GIVEN)[name], **change}
    assert not Draft202012Validator(found[kind]).is_valid(document)


def test_an_id_shows_the_names_in_the_languages_of_the_store(tmp_path: Path) -> None:
    given = {**GIVEN, "tasks": [{"id": "sell", "name": {"zh": "销售", "en": "Sell"}}, "bill"]}
    ids = schemas(write_tiny(tmp_path / "org", given))["position"]["$defs"]["task-ids"]
    assert dict(zip(ids["enum"], ids["enumDescriptions"], strict=True)) == {
        "bill": "bill",
        "sell": "销售 — Sell",
    }


def test_the_check_says_what_is_stale(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_tiny(tmp_path / "org", GIVEN)
    asked = ["schema", "--all", "--org", str(folder), "-o", str(tmp_path / "schemas")]
    assert exit_code(*asked, "--check") == 1
    assert exit_code(*asked) == 0
    assert exit_code(*asked, "--check") == 0
    write_tiny(folder, {**GIVEN, "tasks": ["sell", "bill", "mend"]})
    capsys.readouterr()
    assert exit_code(*asked, "--check", "--lang", "en") == 1
    assert "position.schema.json: stale" in capsys.readouterr().out


def test_a_store_that_does_not_load_completes_what_stands(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", {**GIVEN, "topics": []})
    assert schemas(folder)["position"]["$defs"]["task-ids"]["enum"] == ["bill", "sell"]


def test_options_that_go_with_all_are_refused_without_it() -> None:
    assert exit_code("schema", "position", "--check") == 2
    assert exit_code("schema", "--all") == 2
