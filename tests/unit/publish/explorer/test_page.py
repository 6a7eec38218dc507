from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.explorer.page import initials
from dealer_roles.publish.explorer.publish import explorer_of
from dealer_roles.starter.begin import begin
from dealer_roles.starter.wish import SIZES, Wish
from dealer_roles.values.errors import MissingExtra
from dealer_roles.values.text import Text
from dealer_roles.words.plain_text import one_line, plain
from tests.support.sample import DAY, sample
from tests.support.tiny import both, tiny
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store


class Reader(HTMLParser):
    """Collects the tags, and the content of scripts, styles and the title."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.content: dict[str, list[str]] = {"script": [], "style": [], "title": []}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in self.content:
            self.content[tag].append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] in self.content and self.content[self.tags[-1]]:
            self.content[self.tags[-1]][-1] += data


def data_of(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Reader(page).content["script"][0])
    return found


def test_the_policy_names_exactly_the_script_and_style_of_the_page() -> None:
    page = explorer_of(sample().on(DAY), "zh")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none';")
    elements = re.findall(r"<(script|style)>(.*?)</(?:script|style)>", page, re.DOTALL)
    assert [tag for tag, _ in elements] == ["style", "script"]
    for tag, text in elements:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_nothing_is_fetched() -> None:
    reader = Reader(explorer_of(sample().on(DAY), "zh"))
    assert not {"link", "img", "iframe", "object"} & set(reader.tags)
    assert "src" not in {name for name, _ in reader.attributes}
    assert all(v and v.startswith("#") for name, v in reader.attributes if name == "href")


def test_it_is_the_same_from_run_to_run() -> None:
    assert explorer_of(sample().on(DAY), "zh") == explorer_of(sample().on(DAY), "zh")


def test_owner_and_ladder_are_in_the_data_with_their_places() -> None:
    data = data_of(explorer_of(sample().on(DAY), "zh"))
    task = data["tasks"]["settle-repair"]
    assert task["owners"] == ["settlement-specialist"]
    assert re.search(r"people\.yaml:\d+:\d+$", task["evidence"][0]["at"])
    ladder = data["topics"]["disputed-claim"]["ladder"]
    assert [step["who"] for step in ladder] == [
        "warranty-specialist", "service-manager", "general-manager",
    ]  # fmt: skip
    assert ladder[1]["within"] == ["4小时内", "within 4 hours"]


def test_problems_are_told_at_what_they_are_about() -> None:
    data = data_of(explorer_of(sample().on(DAY), "zh"))
    assert data["problems"]
    told = [p for task in data["tasks"].values() for p in task["problems"]]
    assert told
    assert all(p in data["problems"] for p in told)


def test_statements_that_are_one_in_one_language_only_stay_two(tmp_path: Path) -> None:
    def seat(english: str) -> dict[str, Any]:
        return {"reports_to": None, "qualifications": [{"zh": "大专", "en": english}] * 2}

    desk = {"id": "desk", "name": both("desk"), "headcount": 1, "positions": ["a", "b", "c"]}
    org = tiny(
        tmp_path,
        {
            "positions": {"a": seat("College"), "b": seat("Diploma"), "c": seat("College")},
            "organization": {"posts": [desk]},
        },
    )
    (stated,) = data_of(explorer_of(org.on(DAY), "zh"))["positions"]["desk"]["stated"]
    assert [row["cells"] for row in stated["rows"]] == [
        [["大专", "College"]], [["大专", "Diploma"]],
    ]  # fmt: skip


def test_a_desk_shows_what_everybody_at_it_does(tmp_path: Path) -> None:
    desk = {"id": "desk", "name": both("desk"), "headcount": 2, "positions": ["a", "b"],
            "duties": [{"task": "three", "responsibility": "accountable"}]}  # fmt: skip
    org = tiny(
        tmp_path,
        {
            "tasks": ["one", "two", "three"],
            "positions": {
                "a": {"reports_to": None, "duties": ["one"]},
                "b": {"reports_to": None, "duties": ["two"]},
            },
            "organization": {"posts": [desk]},
        },
    )
    shown = data_of(explorer_of(org.on(DAY), "zh"))["positions"]
    held = {id_: [(d["who"], d["task"]) for d in one["duties"]] for id_, one in shown.items()}
    assert held == {
        "a": [("a", "one"), ("desk", "three")],
        "b": [("b", "two"), ("desk", "three")],
        "desk": [("desk", "three"), ("a", "one"), ("b", "two")],
    }
    assert shown["desk"]["headcount"] == ["2人", "2"]


def test_only_who_decides_after_another_stands_in_a_line() -> None:
    matters = data_of(explorer_of(load("standard").on(DAY), "zh"))["authority"]
    assert [m for m in matters if m["steps"]]
    assert [m for m in matters if m["beside"]]
    for matter in matters:
        assert all(step["limit"][0] or step["any"] for step in matter["steps"]), matter["topic"]
        assert all(step["limit"][0] and not step["any"] for step in matter["beside"])
    twice = [(m["topic"], m["task"], m["scope"][0]) for m in matters]
    assert len(set(twice)) == len(twice)


@pytest.mark.parametrize("size", SIZES)
def test_every_size_of_store_has_one(tmp_path: Path, size: str) -> None:
    wish = Wish(id=size, name=Text(size, size), origin="standard", size=size)
    begin(tmp_path / size, wish)
    data = data_of(explorer_of(load(tmp_path / size).on(DAY), "zh"))
    assert [id_ for id_, one in data["positions"].items() if one["members"]]


@pytest.mark.parametrize(
    ("text", "letters"), [("保修专员", "bxzy"), ("PDI专员", "pdizy"), ("4S店", "4sd"), ("", "")]
)
def test_initials_are_those_of_the_syllables(text: str, letters: str) -> None:
    assert initials(text) == letters


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_data(tmp_path: Path, text: str) -> None:
    page = explorer_of(hostile_store(tmp_path, text).on(DAY), "zh")
    reader = Reader(page)
    data = json.loads(reader.content["script"][0])
    assert data["positions"]["warranty-specialist"]["name"] == [plain(text), plain(text)]
    assert data["tasks"]["assess-warranty-claim"]["name"][0] == plain(text)
    assert reader.tags.count("script") == 2
    assert "img" not in reader.tags
    assert reader.content["title"][0].strip() == one_line(text)


def test_without_pypinyin_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypinyin", None)
    with pytest.raises(MissingExtra, match=r"pip install 'dealer-roles\[explorer\]'"):
        explorer_of(sample().on(DAY), "zh")
