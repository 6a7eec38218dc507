"""Law 2 for files that judge: change any key of rules, waivers, scenarios, editions, corpora."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.gate.selection import CheckOptions, rules_for
from dealer_roles.rules.kinds import KINDS as RULE_KINDS
from dealer_roles.source.yaml_nodes import read_yaml
from dealer_roles.values.errors import InvalidDefinitions
from tests.support.judgements import answered, described, explained, told
from tests.support.schema_keys import Key, Pointer, keys_of, others, places

ROOT = Path(__file__).parent.parent.parent
STORE = ROOT / "tests" / "data" / "complete-store"
JUDGEMENTS = ROOT / "tests" / "data" / "complete-judgements"
KINDS = ("rules", "waivers", "expectations", "editions", "corpus")
ONE_VALUE: Mapping[str, str] = {
    **{
        f"rules.rules[].check.decisions{key}": "what `for` selects leaves one of its three to say"
        for key in ("", ".stated", ".called", ".others")
    },
    "rules.rules[].check.limits": "what `for` selects leaves one of its two words to say",
    "rules.rules[].check.limits.agree": "alone in its check, it says only true",
    "rules.rules[].check.limits.amounts": "alone in its check, it says only true",
    "rules.rules[].check.handoff.carried": "alone in its check, it says only true",
    "rules.rules[].check.handoff.lands": "alone in its check, it says only true",
}
"""Keys that have no other value, with the reason."""
NOT_USED: Mapping[str, str] = {
    "rules.rules[].examples.ok[].times": "a good example finds nothing; one that counts is refused",
}
"""Keys that the judgements cannot use, with the reason."""
NO_ANSWER: Mapping[str, str] = {
    "rules.about": "`explain` tells it to people; a finding is about one rule",
    **{
        f"rules.rules[].examples.{side}[].about": "`explain` tells it; where a rule disagrees with "
        "the example, `test_examples_say_what_they_show` hears it"
        for side in ("ok", "bad")
    },
}
"""Keys that only people are told of, with the reason."""
IDS = (
    ("storekeeper", "accountant", "general-manager", "service-manager", "parts-desk"),
    ("count-stock", "keep-books", "run-workshop"),
    ("parts", "vehicles"),
    ("shortage", "complaint", "shortage-abroad"),
    ("count-sheet", "order-form"),
    ("stocktaking", "ordering"),
    ("complete-store", "another-store"),
    ("position", "holder", "post", "department", "person", "deputy"),
    ("reports_to", "deputy", "duty", "gives"),
    ("name", "purpose", "text"),
    ("deputy", "purpose", "headcount"),
    ("count", "approve", "review"),
    ("accountable", "responsible", "supporting"),
    ("task-unowned", "task-only-supported", "cell-unowned"),
    ("list", "ladder", "line"),
)
"""Ids and words of which one may stand for another."""
MOST_TRIED = 60
DISAGREES = "rule-example"


@cache
def judgement(kind: str) -> Any:
    (document,) = _documents((JUDGEMENTS / f"{kind}.yaml").read_text("utf-8"))
    return document


def _documents(text: str) -> list[Any]:
    found, problems = read_yaml(text, 60)
    assert not problems
    return list(json.loads(json.dumps([data for data, _ in found])))


@cache
def documents(kind: str) -> tuple[Any, ...]:
    """Return the documents of a kind; of rules one for each rule, also those that ship."""
    whole = judgement(kind)
    if kind != "rules":
        return (whole,)
    shipped = sorted((ROOT / "definitions" / "rules").glob("*.yaml"))
    rules = [*whole["rules"], *(rule for kind in RULE_KINDS for rule in _documents(kind.example))]
    for document in (d for file in shipped for d in _documents(file.read_text("utf-8"))):
        rules += document["rules"]
    return tuple({**whole, "rules": [rule]} for rule in rules)


KEYS = tuple(
    key
    for kind in KINDS
    for key in keys_of(json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text()))
)


def written(folder: Path, document: Any) -> Organization:
    """Write the store with one file that judges it, and load it."""
    folder.mkdir(parents=True)
    for path in STORE.rglob("*.yaml"):
        shutil.copy(path, folder)
    if document["kind"] == "waivers":
        _write(folder, {**judgement("rules"), "rules": judgement("rules")["rules"][:1]})
    _write(folder, document)
    return load(folder)


def _write(folder: Path, document: Any) -> None:
    text = json.dumps(document, ensure_ascii=False) + "\n"
    (folder / f"{document['kind']}.yaml").write_text(text, "utf-8")


def said(org: Organization, document: Any) -> tuple[str, str]:
    """Return what is said to programs and to people where a file judges the store."""
    found = tuple(part.replace(org.loaded.folder, "…") for part in _said(org, document))
    return found[0], found[1]


def _said(org: Organization, document: Any) -> tuple[str, ...]:
    folder = org.loaded.folder
    if document["kind"] == "corpus":
        return answered("trace", f"{folder}/corpus.yaml", "--org", "d13")
    if document["kind"] == "expectations":
        return answered("test", folder)
    programs, people = told(org)
    if document["kind"] == "rules":
        return programs, people + explained(org, document["rules"][0]["id"])
    if document["kind"] == "editions":
        data, paper = described(org, "general-manager")
        return programs + data, people + paper
    return programs, people


def instances(key: Key) -> Iterator[tuple[int, Pointer]]:
    for number, document in enumerate(documents(key.path.split(".", 1)[0])):
        yield from ((number, at) for at in places(document, key.path))


def loaded(folder: Path, document: Any) -> Organization | None:
    """Return the store with a file that judges it, if that can be read."""
    try:
        org = written(folder, document)
    except InvalidDefinitions:
        return None
    found = rules_for(org.loaded, CheckOptions("minimal")).findings
    return None if any(finding.code != DISAGREES for finding in found) else org


def changes(key: Key, folder: Path) -> Iterator[tuple[bool, bool]]:
    """Yield for each change of a key whether programs, and whether people, are told another."""
    for place, (number, at) in enumerate(instances(key)):
        whole = documents(key.path.split(".", 1)[0])[number]
        for turn, other in enumerate(others(whole, at, key, IDS)):
            org = loaded(folder / f"{place}-{turn}" / "store", other)
            if org is not None:
                before, after = usual(number, key.path.split(".", 1)[0]), said(org, other)
                yield before[0] != after[0], before[1] != after[1]


@cache
def usual(number: int, kind: str) -> tuple[str, str]:
    """Return what is said where nothing is changed; in whatever folder, it is the same."""
    document = documents(kind)[number]
    with TemporaryDirectory() as folder:
        org = loaded(Path(folder, "usual", "store"), document)
        assert org is not None
        return said(org, document)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.path)
def test_the_judgements_use_every_key(key: Key) -> None:
    assert bool(list(instances(key))) == (key.path not in NOT_USED)


@pytest.mark.parametrize(
    "key", [key for key in KEYS if key.path not in NOT_USED], ids=lambda key: key.path
)
def test_a_key_that_changes_is_heard_by_programs_and_by_people(key: Key, tmp_path: Path) -> None:
    """Exceptions are listed with their reason; one that is no longer needed fails."""
    heard = printed = False
    found = 0
    for programs, people in islice(changes(key, tmp_path), MOST_TRIED):
        found, heard, printed = found + 1, heard or programs, printed or people
        if heard and printed:
            break
    excepted = key.path in ONE_VALUE
    assert bool(found) != excepted, "another value can be read, or none can"
    assert heard == (key.path not in NO_ANSWER and not excepted), f"programs are told: {heard}"
    assert printed == (not excepted), f"people are: {printed}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_judgement_elsewhere_says_the_same(kind: str, tmp_path: Path) -> None:
    document = documents(kind)[0]
    first, again = (written(tmp_path / name / "store", document) for name in ("a", "b"))
    assert said(first, document) == said(again, document)


def test_every_exception_is_a_key() -> None:
    assert {*ONE_VALUE, *NOT_USED, *NO_ANSWER} <= {key.path for key in KEYS}
