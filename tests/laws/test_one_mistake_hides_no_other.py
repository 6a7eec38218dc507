"""All mistakes are told at once: what is wrong with a form hides no unknown id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.loading.read import read
from tests.laws.strategies import FEW, Documents, organizations
from tests.support.files import write_documents
from tests.support.tiny import both, documents_of

NOBODY = "nobody-here"


def mappings(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        yield path
        for key, item in value.items():
            yield from mappings(item, (*path, key))
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from mappings(item, (*path, number))


def told(documents: Documents) -> set[str]:
    """Return what a strict reading says is wrong, as code and what it is about."""
    with TemporaryDirectory() as folder:
        found = read(write_documents(Path(folder), documents))
        assert not found.stands
        return {f"{f.code} {f.subject if f.code == 'unknown-id' else ''}" for f in found.findings}


def misspelt(documents: Documents, name: str, path: tuple[str | int, ...]) -> Documents:
    """Return the documents with a key that nobody knows at a place of one of them."""
    made = dict(documents)
    made[name] = _with_key(made[name], path)
    return made


def _with_key(value: Any, path: tuple[str | int, ...]) -> Any:
    if not path:
        return {**value, "colour": "red"}
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _with_key(value[path[0]], path[1:])
    return copy


@FEW
@given(organizations(), st.data())
def test_a_mistake_of_form_anywhere_hides_no_unknown_superior(
    documents: Documents, data: Any
) -> None:
    positions = [name for name in documents if name.startswith("positions/")]
    lost = data.draw(st.sampled_from(positions))
    documents = {**documents, lost: {**documents[lost], "reports_to": NOBODY}}
    name = data.draw(st.sampled_from(sorted(documents)))
    path = data.draw(st.sampled_from(list(mappings(documents[name]))))
    found = told(misspelt(documents, name, path))
    assert f"unknown-id {NOBODY}" in found
    assert len(found) > 1
    if path == () or path[-1] not in ("scope", "for"):
        assert "schema " in found


STORE = documents_of(
    {
        "tasks": ["sell"],
        "scopes": {"area": ["parts", "cars"]},
        "positions": {"anna": {"reports_to": NOBODY, "duties": [{"task": "sell"}]}},
        "processes": {"deal": [{"id": "one", "task": "sell"}]},
        "organization": {"departments": [{"id": "shop", "head": "anna"}]},
    }
)
DUTY = {"task": "sell", "responsibility": "accountable"}


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "Not An Id"},
        {"name": 5},
        {"colour": "red"},
        {"departments": [{"id": "shop", "head": 5}]},
        {"posts": [{"id": "desk", "positions": []}]},
    ],
    ids=str,
)
def test_a_refused_organization_hides_nothing_of_its_positions(broken: dict[str, Any]) -> None:
    organization = {**STORE["organization"], **broken}
    found = told({**STORE, "organization": organization})
    assert found == {"schema ", f"unknown-id {NOBODY}"}


@pytest.mark.parametrize("duties", [[{**DUTY, "colour": "red"}], [5, DUTY], "sell", [[DUTY]]])
def test_a_refused_position_hides_nothing_of_itself(duties: Any) -> None:
    anna = {**STORE["positions/anna"], "duties": duties}
    assert told({**STORE, "positions/anna": anna}) == {"schema ", f"unknown-id {NOBODY}"}


def test_an_unknown_task_behind_a_broken_duty_keeps_its_place(tmp_path: Path) -> None:
    duties = [5, {"task": "unheard-of", "responsibility": "accountable"}]
    anna = {**STORE["positions/anna"], "reports_to": None, "duties": duties}
    found = read(write_documents(tmp_path, {**STORE, "positions/anna": anna})).findings
    (unknown,) = [f for f in found if f.code == "unknown-id"]
    line = Path(unknown.span.file).read_text("utf-8").splitlines()[unknown.span.line - 1]
    assert "unheard-of" in line


def test_what_a_refused_file_defines_is_not_missing_as_well() -> None:
    tasks = {**STORE["catalogue/tasks"], "colour": "red"}
    here = {**STORE["positions/anna"], "id": "店长", "reports_to": None, "colour": "red"}
    ben = {"kind": "position", "id": "ben", "name": both("ben"), "reports_to": "店长"}
    organization = {**STORE["organization"], "departments": [{"id": "shop", "head": "店长"}]}
    store = {**STORE, "catalogue/tasks": tasks, "positions/anna": here, "positions/ben": ben}
    assert told({**store, "organization": organization}) == {"schema "}


def test_nobody_knows_which_catalogue_counts_where_that_key_is_wrong() -> None:
    organization = {**STORE["organization"], "catalogue": 5}
    assert told({**STORE, "organization": organization}) == {"schema "}
