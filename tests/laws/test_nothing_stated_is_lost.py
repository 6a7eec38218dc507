"""Law 2: change any key of a complete store, and some answer and some document change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_roles.facade import Organization, load
from dealer_roles.values.errors import InvalidDefinitions
from tests.support.everything_said import answers, documents
from tests.support.schema_keys import Key, Pointer, keys_of, others, places

ROOT = Path(__file__).parent.parent.parent
STORE = ROOT / "tests" / "data" / "complete-store"
KINDS = (
    "organization", "position", "process", "departments", "positions", "parties", "scopes",
    "topics", "forms", "tasks",
)  # fmt: skip
"""The kinds of file that describe an organization."""
READ_ELSEWHERE: Mapping[str, str] = {
    "editions": "holds what was issued; `check` and `edition` compare it with what is said now",
    "corpus": "says which statements there are; `trace` answers from it",
    "rules": "says what `check` looks for; each rule's own examples are run when it loads",
    "expectations": "asks questions of its own; `test` answers them",
    "waivers": "accepts findings; `check` lists what was accepted, unused and lapsed",
}
ONE_VALUE: Mapping[str, str] = {
    "organization.catalogue": "another folder is another catalogue, whose own keys are changed",
    "organization.ladders.*[].head": "stands for the name of the rung, so that it cannot be absent",
    "organization.ladders.*[].manager": "stands for the name of the rung, as `head` does",
}
"""Keys that have no other value in the store, with the reason."""
NOT_USED: Mapping[str, str] = {
    "organization.packs": "brings bundled definitions, whose own keys are changed",
    "organization.coverage.like": "measures by a bundled organization, in place of a word",
    "organization.coverage.areas": "goes with `like`",
}
"""Keys that the store cannot use beside the others, with the reason."""
NO_ANSWER: Mapping[str, str] = {}
"""Keys that only documents say, with the reason."""
NO_DOCUMENT: Mapping[str, str] = {
    "tasks.tasks[].tags": "for rules to select by; `list tasks` says them, no reader of paper asks",
}
"""Keys that only answers say, with the reason."""


def all_keys() -> Iterator[Key]:
    for kind in KINDS:
        yield from keys_of(json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text()))


KEYS = tuple(all_keys())


@cache
def store() -> tuple[Any, ...]:
    """Return the documents of the complete store; a date stays the text it is."""
    texts = (path.read_text("utf-8") for path in sorted(STORE.rglob("*.yaml")))
    plain = [document for text in texts for document in yaml.safe_load_all(text)]
    return tuple(json.loads(json.dumps(plain, default=str)))


def written(folder: Path, parts: tuple[Any, ...]) -> Path:
    """Write documents, one a file and a line, so that a change moves nothing but itself."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, part in enumerate(parts):
        name = "organization" if part["kind"] == "organization" else f"{part['kind']}-{number}"
        (folder / f"{name}.yaml").write_text(json.dumps(part, ensure_ascii=False) + "\n", "utf-8")
    return folder


Said = tuple[tuple[str, ...], tuple[str, ...]]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What is answered and printed of the store as it is."""
    folder = written(tmp_path_factory.mktemp("whole") / "store", store())
    return tuple(answers(load(folder))), tuple(documents(load(folder)))


def differ(now: Iterable[str], before: tuple[str, ...]) -> bool:
    """Return whether anything is said another way, or more or less; what comes first decides."""
    return any(one != other for one, other in zip_longest(now, before))


def ids() -> tuple[tuple[str, ...], ...]:
    """Return groups of ids that may stand for each other."""
    by_kind = {kind: [p for p in store() if p["kind"] == kind] for kind in KINDS}
    listed = {
        kind: tuple(entry["id"] for part in by_kind[kind] for entry in part[kind])
        for kind in ("departments", "positions", "parties", "topics", "forms", "tasks", "scopes")
    }
    values = tuple(v["id"] for p in by_kind["scopes"] for d in p["scopes"] for v in d["values"])
    steps = tuple(step["id"] for part in by_kind["process"] for step in part["steps"])
    areas = tuple(part["area"]["id"] for part in by_kind["tasks"])
    globs = ("polish-*", "*-lunch")
    return (*listed.values(), values, steps, areas, globs)


def instances(key: Key) -> Iterator[tuple[int, Pointer]]:
    kind = key.path.split(".", 1)[0]
    for number, part in enumerate(store()):
        if part["kind"] == kind:
            yield from ((number, at) for at in places(part, key.path))


def changed(folder: Path, key: Key) -> Iterator[Organization]:
    """Yield the store with other values for a key: at each of its places, the first that loads."""
    for place, (number, at) in enumerate(instances(key)):
        for turn, other in enumerate(others(store()[number], at, key, ids())):
            parts = (*store()[:number], other, *store()[number + 1 :])
            try:
                yield load(written(folder / f"{place}-{turn}" / "store", parts))
            except InvalidDefinitions:
                continue
            break


def test_the_same_store_elsewhere_says_the_same(said: Said, tmp_path: Path) -> None:
    org = load(written(tmp_path / "store", store()))
    assert (tuple(answers(org)), tuple(documents(org))) == said


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.path)
def test_the_complete_store_uses_every_key(key: Key) -> None:
    assert bool(list(instances(key))) == (key.path not in NOT_USED)


@pytest.mark.parametrize(
    "key", [key for key in KEYS if key.path not in NOT_USED], ids=lambda key: key.path
)
def test_a_key_that_changes_changes_an_answer_and_a_document(
    key: Key, said: Said, tmp_path: Path
) -> None:
    """Exceptions are listed with their reason; one that is no longer needed fails."""
    found = answered = printed = False
    for org in changed(tmp_path, key):
        found = True
        answered = answered or differ(answers(org), said[0])
        printed = printed or differ(documents(org), said[1])
        if answered and printed:
            break
    assert found == (key.path not in ONE_VALUE), "another value loads, or none does"
    excepted = key.path in ONE_VALUE
    assert answered == (key.path not in NO_ANSWER and not excepted), f"answers say it: {answered}"
    assert printed == (key.path not in NO_DOCUMENT and not excepted), f"documents say it: {printed}"


def test_every_kind_of_file_is_walked_or_read_elsewhere_for_a_reason() -> None:
    files = {path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").glob("*.json")}
    assert files == {*KINDS, *READ_ELSEWHERE}


def test_every_exception_is_a_key() -> None:
    assert {*ONE_VALUE, *NOT_USED, *NO_ANSWER, *NO_DOCUMENT} <= {key.path for key in KEYS}
