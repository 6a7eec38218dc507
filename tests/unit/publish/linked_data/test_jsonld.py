from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.linked_data.described import Opening
from dealer_roles.publish.linked_data.publish import occupation_of, organization_jsonld
from dealer_roles.values.errors import UnknownId
from dealer_roles.words.plain_text import plain
from tests.support.sample import DAY, sample
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store

VACANCY = Opening("Pengcheng Auto", "Suzhou", "CN", dt.date(2026, 11, 1), dt.date(2026, 12, 31))


def node(graph: dict[str, Any], id_: str) -> dict[str, Any]:
    found: dict[str, Any] = next(n for n in graph["@graph"] if n["notation"] == id_)
    return found


def test_an_occupation_has_name_purpose_duties_and_qualifications() -> None:
    data = json.loads(occupation_of(sample().on(DAY), "warranty-specialist", "en"))
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Occupation")
    assert data["name"] == "Warranty Specialist"
    assert data["description"]
    assert data["responsibilities"]
    assert data["qualifications"]


def test_a_vacancy_makes_it_a_job_posting() -> None:
    data = json.loads(occupation_of(sample().on(DAY), "warranty-specialist", "en", VACANCY))
    assert data["@type"] == "JobPosting"
    assert data["hiringOrganization"] == {"@type": "Organization", "name": "Pengcheng Auto"}
    assert data["jobLocation"]["address"]["addressLocality"] == "Suzhou"
    assert (data["datePosted"], data["validThrough"]) == ("2026-11-01", "2026-12-31")
    assert data["relevantOccupation"]["@type"] == "Occupation"
    assert data["title"] == "Warranty Specialist"
    assert data["description"]


def test_an_unknown_position_is_an_error() -> None:
    with pytest.raises(UnknownId, match="warranty-specialist"):
        occupation_of(sample().on(), "warranty-specialst")


def test_the_organization_has_units_posts_and_reporting_lines() -> None:
    data = json.loads(organization_jsonld(sample().on(), "https://example.com/"))
    post = node(data, "warranty-specialist")
    assert post["@type"] == "org:Post"
    assert post["reportsTo"] == "https://example.com/position/service-manager"
    assert post["postIn"] == "https://example.com/department/after-sales"
    assert {"@value": "保修专员", "@language": "zh"} in post["prefLabel"]
    assert "reportsTo" not in node(data, "general-manager")
    ids = {n["@id"] for n in data["@graph"]}
    whole = node(data, sample().id)
    assert {*whole["hasUnit"], *whole["hasPost"]} | {whole["@id"]} == ids


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(tmp_path: Path, text: str) -> None:
    store = hostile_store(tmp_path, text)
    made = occupation_of(store.on(DAY), "warranty-specialist", "zh")
    assert json.loads(made)["name"] == plain(text)
    whole = organization_jsonld(store.on())
    labels = node(json.loads(whole), "warranty-specialist")["prefLabel"]
    assert labels[0]["@value"] == plain(text)
    assert not set("<>&") & set(made + whole)


def test_occupation_codes_are_categories_of_their_classification() -> None:
    store = Path(__file__).parents[3] / "data" / "complete-store"
    made = json.loads(occupation_of(load(store).on(DAY), "accountant", "zh"))
    found = made["occupationalCategory"]
    assert [(c["codeValue"], c["inCodeSet"]["name"]) for c in found] == [
        ("2-06-03-00", "中华人民共和国职业分类大典（2022年版）"),
        ("2411", "ISCO-08"),
        ("13-2011.00", "O*NET-SOC 2019"),
    ]


NESTED = """
kind: organization
id: store
name: {zh: 店, en: Store}
departments:
- {id: shop, name: {zh: 车间, en: Shop}}
- {id: bay, name: {zh: 喷漆, en: Bay}, part_of: shop}
---
kind: position
id: boss
name: {zh: 老板, en: Boss}
reports_to: null
---
kind: position
id: painter
name: {zh: 漆工, en: Painter}
department: [bay, shop]
reports_to: boss
"""
COMPLETE = Path(__file__).parents[3] / "data" / "complete-store"


def test_linked_data_and_json_name_the_same_edition_of_a_job_description() -> None:
    org = load(COMPLETE)
    graph = json.loads(organization_jsonld(org.on(DAY)))
    stated = {id_: one.edition for id_, one in org.positions.items() if one.edition}
    assert stated
    for id_, edition in stated.items():
        document = json.loads(occupation_of(org.on(DAY), id_, "en"))["subjectOf"]
        plain_data = org.describe(id_, "en", DAY).to_dict()
        code, hash_ = document["identifier"]
        assert (code, hash_["value"]) == (plain_data["code"], plain_data["hash"])
        assert document["version"] == edition.version
        assert document["dateModified"] == plain_data["effective"] == edition.date.isoformat()
        said = node(graph, id_)["subjectOf"]
        assert said == {key: value for key, value in document.items() if key != "name"}


def test_every_post_names_its_job_description_with_or_without_an_edition() -> None:
    graph = json.loads(organization_jsonld(sample().on(DAY)))
    silent = [p.id for p in sample().positions.values() if p.edition is None]
    assert silent
    for id_ in silent:
        document = json.loads(occupation_of(sample().on(DAY), id_, "zh"))["subjectOf"]
        said = node(graph, id_)["subjectOf"]
        assert said == {key: value for key, value in document.items() if key != "name"}
        assert {"identifier"} <= said.keys() <= {"@type", "identifier", "version", "dateModified"}


def test_units_stand_in_larger_units_and_a_post_without_one_in_the_organization(
    tmp_path: Path,
) -> None:
    (tmp_path / "organization.yaml").write_text(NESTED, "utf-8")
    graph = json.loads(organization_jsonld(load(tmp_path).on(), "urn:x:"))
    assert node(graph, "bay")["unitOf"] == "urn:x:department/shop"
    assert node(graph, "shop")["unitOf"] == "urn:x:organization"
    assert node(graph, "painter")["postIn"] == ["urn:x:department/bay", "urn:x:department/shop"]
    assert node(graph, "boss")["postIn"] == "urn:x:organization"
    ids = {one["@id"] for one in graph["@graph"]}
    named = [one[key] for one in graph["@graph"] for key in ("unitOf", "postIn") if key in one]
    assert {id_ for name in named for id_ in ([name] if isinstance(name, str) else name)} <= ids
