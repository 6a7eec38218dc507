"""Shape and schema give one verdict on any document, and what they accept can be built."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.loading.bundled import bundled_files
from dealer_roles.loading.checked_files import read_checked
from dealer_roles.loading.file_kinds import declarations
from dealer_roles.loading.read import read
from dealer_roles.model.accept import DoesNotFit, accept
from dealer_roles.model.refusals import misfits
from dealer_roles.source.settings import DEFAULTS
from tests.laws.strategies import FEW, Documents, organizations
from tests.support.examples import examples
from tests.support.files import write_documents
from tests.support.rules import placed

Path_ = tuple[str | int, ...]
ODD: list[Any] = [
    None, True, False, 0, 1, -1, 2.0, 2.5, 10**30, 1e300, "", " ", "\u3000", "x", "X", "a-b", "a-",
    "a\n", "no", "2026-01-31", "2026-02-30", "2026-01-31\n", "0000-01-01", "2 hours", "0 hours",
    "2 hours\n", "CNY", "cny", "never", "subject", "manager", [], {}, [""], ["a"], ["a", 1],
    {"zh": "x", "en": "y"}, {"zh": "x"}, {"zh": "x", "en": None}, {"a": "b"}, {"area": ["a", "a"]},
    {"amount": 5, "currency": "CNY"}, {"amount": True, "currency": "CNY"}, {"unnamed": {}},
    {"amount": -0.0, "currency": "CNY"}, {"amount": 1e13, "currency": "CNY"},
    {"limit": "2 days"}, {"limit": "2 days", "from": {"zh": "a", "en": "b"}}, {"from": 1},
    {"unnamed": {"zh": "a", "en": "b"}}, {"form": "a"}, {"": 1}, "a" * 81, "岗", "😀" * 41,
]  # fmt: skip


def samples() -> dict[str, list[Any]]:
    """Return good documents of every kind: those that travel with the package."""
    found: dict[str, list[Any]] = {kind: [] for kind in declarations()}
    for name in ("catalogue", "standard", "d14"):
        documents, _, _ = read_checked(bundled_files(name), DEFAULTS)
        for document in documents:
            found[document.data["kind"]].append(document.data)
    return {kind: sorted(docs, key=lambda d: len(str(d)))[-3:] for kind, docs in found.items()}


SAMPLES = {kind: docs for kind, docs in samples().items() if docs}


def accepted_by_shape(kind: str, data: Any) -> bool:
    try:
        accept(declarations()[kind], placed(data), "x.yaml")
    except DoesNotFit:
        return False
    return True


def one_verdict(kind: str, data: Any) -> None:
    found = misfits(kind, data)
    assert accepted_by_shape(kind, data) == (not found), [m.message.en for m in found]
    for misfit in found:
        assert all((misfit.message.zh, misfit.message.en, misfit.fix.zh, misfit.fix.en)), misfit


def places(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items if isinstance(value, (dict, list)) else ():
        yield from places(item, (*path, key)) if isinstance(item, (dict, list)) else [(*path, key)]


def changed(data: Any, path: Path_, how: str, odd: Any) -> Any:
    """Return a copy with one place dropped, renamed, retyped, doubled or added to."""
    made = json.loads(json.dumps(data))
    parent = made
    for step in path[:-1]:
        parent = parent[step]
    last: Any = path[-1]
    if how == "retype":
        parent[last] = copy.deepcopy(odd)
    elif how == "drop":
        del parent[last]
    elif how == "rename" and isinstance(parent, dict):
        parent[odd if isinstance(odd, str) else f"{last}x"] = parent.pop(last)
    elif how == "double" and isinstance(parent, list):
        parent += parent * 60
    elif isinstance(parent, dict):
        parent["extra"] = copy.deepcopy(odd)
    return made


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_what_travels_with_the_package_fits_both(kind: str) -> None:
    for data in SAMPLES[kind]:
        one_verdict(kind, data)
        assert accepted_by_shape(kind, data)


@examples(200)
@given(st.data())
def test_a_changed_document_gets_one_verdict(data: Any) -> None:
    kind = data.draw(st.sampled_from(sorted(SAMPLES)))
    document = data.draw(st.sampled_from(SAMPLES[kind]))
    path = data.draw(st.sampled_from(PLACES[kind, len(str(document))]))
    how = data.draw(st.sampled_from(["retype", "retype", "drop", "rename", "double", "add"]))
    one_verdict(kind, changed(document, path, how, data.draw(st.sampled_from(ODD))))


def _few(found: list[Path_]) -> list[Path_]:
    """Return one path for each shape of path: list items are alike."""
    return list({tuple("*" if isinstance(s, int) else s for s in p): p for p in found}.values())


PLACES = {
    (kind, len(str(document))): _few(list(places(document)))
    for kind, documents in SAMPLES.items()
    for document in documents
}


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_odd_values_in_every_place_get_one_verdict(kind: str) -> None:
    document = min(SAMPLES[kind], key=lambda d: len(str(d)))
    small = {
        k: v[:1] if isinstance(v, list) and v and isinstance(v[0], dict) else v
        for k, v in document.items()
    }
    for number, path in enumerate(_few(list(places(small)))):
        for odd in ODD[number % 8 :: 8]:
            one_verdict(kind, changed(small, path, "retype", odd))
            one_verdict(kind, changed(small, path, "rename", odd))


KEYS = [odd for odd in ODD if isinstance(odd, str)]


@pytest.mark.parametrize("key", KEYS)
def test_free_keys_get_one_verdict(key: str) -> None:
    named = {"kind": "organization", "id": "a", "name": {"zh": "x", "en": "y"}}
    one_verdict("organization", {**named, "ladders": {key: [{"position": "a"}]}})
    duty = {"task": "a", "responsibility": "accountable", "scope": {key: "a"}}
    one_verdict("position", {"kind": "position", "id": "a", "duties": [duty]})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)  # fmt: skip


@given(st.sampled_from(sorted(SAMPLES)), st.dictionaries(st.text(max_size=6), _JSON, max_size=4))
def test_arbitrary_values_get_one_verdict(kind: str, data: dict[str, Any]) -> None:
    one_verdict(kind, {"kind": kind, **data})


@FEW
@given(organizations(), st.data())
def test_a_changed_organization_loads_or_says_why_but_never_breaks(
    documents: Documents, data: Any
) -> None:
    name = data.draw(st.sampled_from(sorted(documents)))
    path = data.draw(st.sampled_from(list(places(documents[name]))))
    how = data.draw(st.sampled_from(["retype", "drop", "rename", "double", "add"]))
    made = changed(documents[name], path, how, data.draw(st.sampled_from(ODD)))
    with TemporaryDirectory() as folder:
        found = read(write_documents(Path(folder), {**documents, name: made}))
        assert found.model is not None or found.findings
        for finding in found.findings:
            text = Path(finding.span.file)
            lines = text.read_text("utf-8").splitlines() if text.is_file() else [""]
            assert finding.span.line <= len(lines)
            assert finding.message.zh
            assert finding.message.en
