"""Two validators, one verdict: whatever is changed in a document that ships with the package."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.loading.file_kinds import declarations
from dealer_roles.loading.read import read
from dealer_roles.source.document import read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import DEFAULTS
from tests.laws.test_shapes import ODD, Path_, changed, one_verdict, places
from tests.support.examples import examples
from tests.support.files import block_yaml

DEFINITIONS = Path(__file__).parents[2] / "definitions"
HOWS = ["retype", "retype", "drop", "rename", "double", "add"]
ELSEWHERE: dict[str, list[Any]] = {
    "corpus": [
        {
            "kind": "corpus",
            "documents": [{"id": "D1", "title": {"zh": "文件", "en": "Document"}}],
        }
    ],
    "waivers": [
        {
            "kind": "waivers",
            "waivers": [
                {
                    "rule": "no-forgotten-task",
                    "subject": "sell",
                    "reason": {"zh": "外包", "en": "outsourced"},
                    "owner": "boss",
                    "until": "2026-12-31",
                }
            ],
        }
    ],
    "editions": [{"kind": "editions", "editions": []}],
}
"""A document of each kind that no bundled organization has."""


class Bundled(NamedTuple):
    """One document, and the file and number it has there."""

    file: str
    number: int
    kind: str
    data: Any


def bundled_documents() -> Iterator[Bundled]:
    for path in sorted((*DEFINITIONS.rglob("*.yaml"), *DEFINITIONS.rglob("*.yml"))):
        label = path.relative_to(DEFINITIONS).as_posix()
        documents, problems = read_documents([SourceFile(str(path), label)], DEFAULTS)
        assert not problems
        for document in documents:
            if document.data.get("kind") in declarations():
                yield Bundled(label, document.index, document.data["kind"], document.data)


EVERY = tuple(bundled_documents())
KINDS = sorted({one.kind for one in EVERY})


@cache
def shapes(kind: str) -> tuple[tuple[Any, Path_], ...]:
    """Return one document and place for each shape of place, the smallest document first."""
    found: dict[Path_, tuple[Any, Path_]] = {}
    of_kind = [one.data for one in EVERY if one.kind == kind] + ELSEWHERE.get(kind, [])
    for data in sorted(of_kind, key=lambda data: len(str(data))):
        for place in places(data):
            found.setdefault(tuple("*" if isinstance(s, int) else s for s in place), (data, place))
    return tuple(found.values())


def test_the_definitions_are_all_looked_at() -> None:
    assert len(EVERY) > 200
    assert {*KINDS, *ELSEWHERE} == set(declarations())


@pytest.mark.parametrize("one", EVERY, ids=lambda one: f"{one.file}#{one.number}")
def test_a_bundled_document_fits_both(one: Bundled) -> None:
    one_verdict(one.kind, one.data)


@examples(400)
@given(st.data())
def test_a_changed_bundled_document_gets_one_verdict(data: Any) -> None:
    kind = data.draw(st.sampled_from([*KINDS, *ELSEWHERE]))
    document, place = data.draw(st.sampled_from(shapes(kind)))
    made = changed(document, place, data.draw(st.sampled_from(HOWS)), data.draw(odd()))
    if made.get("kind") == kind:
        one_verdict(kind, made)


def odd() -> st.SearchStrategy[Any]:
    """Odd values, and some that stand rightly elsewhere."""
    texts = st.text(max_size=6) | st.from_regex(r"[0-9]{1,4} (hours?|days|minutes)", fullmatch=True)
    return st.sampled_from(ODD) | texts | st.sampled_from([one.data for one in EVERY[:40]])


@pytest.mark.parametrize("kind", [*KINDS, *ELSEWHERE])
def test_every_shape_of_place_takes_each_odd_value_one_way(kind: str) -> None:
    step = 16 if len(shapes(kind)) < 200 else 64
    for number, (document, place) in enumerate(shapes(kind)):
        for value in ODD[number % step :: step]:
            made = changed(document, place, "retype", value)
            if made.get("kind") == kind:
                one_verdict(kind, made)


ORGANIZATIONS = ("references/d02", "references/d06", "references/d14")


@cache
def copy_of(name: str) -> Path:
    """Return a copy of a bundled organization, made once and put right after each use."""
    folder = Path(mkdtemp(prefix="bundled-"))
    return Path(shutil.copytree(DEFINITIONS / name, folder / "store"))


@examples(25)
@given(st.data())
def test_a_changed_bundled_organization_loads_or_says_why(data: Any) -> None:
    name = data.draw(st.sampled_from(ORGANIZATIONS))
    document = data.draw(st.sampled_from([one for one in EVERY if one.file.startswith(name)]))
    place = data.draw(st.sampled_from(list(places(document.data))))
    made = changed(document.data, place, data.draw(st.sampled_from(HOWS)), data.draw(odd()))
    path = copy_of(name) / Path(document.file).relative_to(name)
    before = path.read_bytes()
    rest = [o.data for o in EVERY if o.file == document.file and o.number != document.index]
    try:
        path.write_text("---\n".join(block_yaml(part) for part in (made, *rest)), "utf-8")
        found = read(copy_of(name))
    finally:
        path.write_bytes(before)
    assert found.model is not None or found.findings
    for finding in found.findings:
        assert finding.message.zh
        assert finding.message.en
        assert finding.span.line >= 1


@pytest.fixture(scope="module", autouse=True)
def _leave_nothing_behind() -> Iterator[None]:
    yield
    for name in ORGANIZATIONS:
        shutil.rmtree(copy_of(name).parent, ignore_errors=True)
