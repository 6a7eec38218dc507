"""Bundled texts agree with each other and with the data they stand beside, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2] / "definitions"
STANDARD = sorted((ROOT / "standard/positions").glob("*.yaml"))
POSITIONS = [*STANDARD, *sorted(ROOT.glob("packs/*/positions/*.yaml"))]
WRITTEN = sorted(
    path
    for folder in ("catalogue", "standard", "rules", "packs", "variants")
    for path in (ROOT / folder).rglob("*.y*ml")
)

NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10}
COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDS = dict(zip(COUNTED, range(1, 11), strict=True)) | {
    "fifteen": 15, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
UNITS = {
    "工作日": "business day", "个工作日": "business day", "日": "day", "天": "day",
    "小时": "hour", "个小时": "hour", "分钟": "minute", "个月": "month",
}  # fmt: skip
CHINESE = re.compile(rf"(\d+|[{''.join(NUMBERS)}]+)({'|'.join(sorted(UNITS, key=len)[::-1])})")
ENGLISH = re.compile(
    rf"\b(\d+|{'|'.join(WORDS)}|(?<=within )an?|one)[ -](business )?(day|hour|minute|month)s?\b",
    re.IGNORECASE,
)
NO_TIME = re.compile(  # dates, ordinals, rates and the day before something
    r"每?月\d+日|次月\d+日|\d+年|\d+月(?!内)|第\d+[日天]|(?<!提)前[一1]日|每[日月天]|"
    r"\bday \d+\b|\b\w+ day of one\b"
)


@cache
def read(path: Path) -> list[Any]:
    text = path.read_text("utf-8")
    return [one for one in yaml.load_all(text, Loader=yaml.CSafeLoader) if one]


def times(text: str, pattern: re.Pattern[str]) -> set[tuple[int, str]]:
    """Return the spans of time that a sentence states."""
    found = set()
    for match in pattern.finditer(NO_TIME.sub("，", text)):
        number = match[1].lower()
        count = int(number) if number.isdigit() else NUMBERS.get(number) or WORDS.get(number, 1)
        unit = UNITS[match[2]] if pattern is CHINESE else f"{match[2] or ''}{match[3]}".lower()
        found.add((count, unit))
    return found


def both(text: Any) -> tuple[set[tuple[int, str]], set[tuple[int, str]]]:
    return times(text["zh"], CHINESE), times(text["en"], ENGLISH)


def duties() -> Iterator[tuple[str, Any]]:
    for path in POSITIONS:
        for position in read(path):
            yield from ((position["id"], duty) for duty in position.get("duties", []))


def test_a_duty_states_the_same_times_in_both_languages() -> None:
    told = [(who, duty["task"], *both(duty["text"])) for who, duty in duties() if "text" in duty]
    assert len(told) > 400
    assert sum(bool(zh) for _, _, zh, _ in told) > 80
    assert [one for one in told if one[2] != one[3]] == []


OF_SOMETHING_ELSE = {
    ("accountant", "reconcile-warranty-receipts"),  # how long a claim may stay unpaid
    ("finance-specialist", "liaise-with-banks"),  # how long before the finance falls due
    ("service-technician", "report-repair-progress"),  # how long before a promise is missed
}


def limit(within: Any) -> tuple[int, str]:
    words = within["limit"] if isinstance(within, dict) else within
    count, unit = words.split(" ", 1)
    return int(count), unit.removesuffix("s")


def test_a_time_in_the_text_of_a_duty_is_its_limit() -> None:
    """Where the text names times and the data a limit, the limit is one of the times."""
    alike = {(30, "day"): (1, "month"), (8, "business hour"): (1, "day")}
    wrong = []
    for who, duty in duties():
        if "within" in duty and "text" in duty and (who, duty["task"]) not in OF_SOMETHING_ELSE:
            said, stated = both(duty["text"])[0], limit(duty["within"])
            if said and not {stated, alike.get(stated, stated)} & said:
                wrong.append((who, duty["task"], stated, said))
    assert wrong == []


def texts(value: Any, key: str = "") -> Iterator[dict[str, str]]:
    """Yield every text of two languages, but for examples and what a rule forbids."""
    if isinstance(value, dict):
        if isinstance(value.get("zh"), str) and isinstance(value.get("en"), str):
            yield value
        for inner_key, inner in value.items():
            if inner_key != "forbidden":
                yield from texts(inner, inner_key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)


def test_an_amount_with_thousands_is_the_same_in_both_languages() -> None:
    """2,000 in one language is 2,000 in the other; a number in words is left to its reader."""
    figure = re.compile(r"\d{1,3}(?:,\d{3})+")
    pairs = [text for path in WRITTEN for one in read(path) for text in texts(one)]
    wrong = [
        text
        for text in pairs
        if (zh := set(figure.findall(text["zh"]))) and zh != set(figure.findall(text["en"]))
    ]
    assert wrong == []


ONE_WORD = {
    "cashier": "出纳",
    "courtesy car": "备用车",
    "exit slip": "放行",
    "business day": "工作日",
    "customer relations lead": "客户关系主管",
    "settlement specialist": "结算专员",
    "warranty specialist": "保修专员",
}
"""What one thing is called: where English says the one, Chinese says the other."""


@pytest.mark.parametrize(("english", "chinese"), ONE_WORD.items())
def test_one_thing_has_one_name_in_each_language(english: str, chinese: str) -> None:
    said = re.compile(rf"\b{english}s?\b", re.IGNORECASE)
    found = [
        text
        for path in WRITTEN
        for one in read(path)
        for text in texts(one)
        if said.search(text["en"])
    ]
    assert found
    assert [text for text in found if chinese not in text["zh"]] == []


def named() -> dict[str, str]:
    """Return positions by what texts call them in Chinese."""
    files = [ROOT / "catalogue/positions.yaml", *ROOT.glob("packs/*/positions.yaml")]
    known = {p["name"]["zh"]: p["id"] for file in files for p in read(file)[0]["positions"]}
    return known | {"出纳": "finance-specialist", "客户关系主管": "customer-care-specialist"}


SAID_ELSEWHERE = {
    ("accountant", "reconcile-pledged-certificates"),  # what is found is not always something
    ("accountant", "follow-up-receivables"),
    ("finance-manager", "approve-expense-claims"),  # one's own claims
    ("hr-admin-manager", "approve-leaving"),  # the request goes on with the countersignature
    ("marketing-specialist", "monitor-market-feedback"),
    ("pdi-specialist", "maintain-stock-vehicles"),
    ("sales-manager", "adjust-sales-policy"),  # the accountant passes it on with the margin
    ("sales-manager", "plan-sales"),
    ("sales-manager", "sign-sales-contract"),  # handed over for review already
    ("store-manager", "approve-price-policy"),
    ("technical-manager", "call-emergency-services"),  # on the ladder for accidents
    ("warranty-specialist", "appeal-rejected-claim"),  # an escalation
    ("gate-guard", "patrol-premises"),
    ("showroom-manager", "supervise-sales-process"),
}


def test_whoever_a_duty_names_as_its_receiver_is_handed_it() -> None:
    """报某人 stands in a text only where a hand-off, the table or those involved agree."""
    rows = read(ROOT / "standard/organization.yaml")[0]["authority"]
    deciding = {(row.get("task"), step.get("position")) for row in rows for step in row["steps"]}
    known = named()
    reports = re.compile(rf"[报交送给](?:{'|'.join(sorted(known, key=len)[::-1])})")
    wrong = []
    for path in STANDARD:
        for position in read(path):
            given: dict[str, set[str]] = {}
            for handoff in position.get("handoffs", []):
                to = handoff["to"]
                given.setdefault(handoff["task"], set()).update([to] if isinstance(to, str) else to)
            for duty in position.get("duties", []):
                key = (position["id"], duty["task"])
                for match in reports.finditer(duty.get("text", {}).get("zh", "")):
                    who = known[match[0][1:]]
                    parts = {
                        duty.get("supports"),
                        *duty.get("with", []),
                        *given.get(duty["task"], ()),
                    }
                    if who not in parts and (duty["task"], who) not in deciding:
                        wrong.append((*key, match[0]))
    assert [one for one in wrong if one[:2] not in SAID_ELSEWHERE] == []


def test_no_authority_text_says_who_decides_before_or_after() -> None:
    """Documents read it from the table, where a desk of both positions is one."""
    names = "|".join(sorted(named(), key=len)[::-1])
    twin = re.compile(rf"超出的?(?:报|须)({names})|超出({names})权限")
    assert twin.search("超出店长权限的车价")
    held = [(p["id"], a) for path in STANDARD for p in read(path) for a in p.get("authority", [])]
    said = [(id_, text) for id_, a in held if (text := a.get("text", {}).get("zh", ""))]
    assert len(said) > 40
    assert [each for each in said if twin.search(each[1])] == []


def test_a_pack_says_one_superior_and_department_of_its_positions() -> None:
    for file in ROOT.glob("packs/*/positions.yaml"):
        for entry in read(file)[0]["positions"]:
            (position,) = read(file.parent / "positions" / f"{entry['id']}.yaml")
            for key in ("name", "department", "reports_to"):
                assert (position["id"], position.get(key)) == (entry["id"], entry.get(key))


def test_whoever_leads_is_no_specialist() -> None:
    """A position that others report to has the grade of a supervisor at least."""
    everybody = [position for path in POSITIONS for position in read(path)]
    leading = {position.get("reports_to") for position in everybody}
    graded = {p["id"]: p["grade"]["en"] for p in everybody if p["id"] in leading}
    assert len(graded) > 12
    assert {id_ for id_, grade in graded.items() if grade in ("Specialist", "Staff")} == set()


def test_scenarios_of_who_answers_name_the_task_as_the_catalogue_does() -> None:
    files = [f for f in WRITTEN if f.parent.name == "tasks"]
    tasks = {task["id"]: task["name"] for file in files for task in read(file)[0]["tasks"]}
    (document,) = read(ROOT / "standard/expectations/who-answers.yaml")
    assert len(document["cases"]) > 100
    for case in document["cases"]:
        name = tasks[case["owner"]["task"]]
        assert case["name"]["zh"].startswith(f"「{name['zh']}」")
        assert case["name"]["en"].startswith(f"{name['en']}: ")
