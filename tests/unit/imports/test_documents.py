"""Every shape of document is read: names, departments, superiors, duties, requirements."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.imports import candidate_recall, found, read_example, wanted

from tests.support.imports.documents import Example, examples

EXAMPLES = examples()
ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data" / "imports"
PAGE = (ROOT / "docs" / "how-to" / "import.md").read_text("utf-8")


def test_there_are_documents_of_every_shape() -> None:
    assert len(EXAMPLES) >= 40
    assert len({example.shape for example in EXAMPLES}) >= 9


def test_the_page_on_import_counts_the_documents_that_there_are() -> None:
    assert re.findall(r"our own (\d+) documents", PAGE) == [str(len(EXAMPLES))]
    told = re.findall(r"^\| (\w+): (\d+) ", PAGE, re.MULTILINE)
    rounds: dict[str, list[str]] = {}
    for file in DATA.glob("*.yaml"):
        shapes = re.findall(r"^- shape: (.+)$", file.read_text("utf-8"), re.MULTILINE)
        rounds.setdefault(file.stem.partition("-")[0], []).extend(shapes)
    assert len(told) == 5
    assert {name: int(count) for name, count in told} == {n: len(rounds[n]) for n, _ in told}
    by_shape = Counter(shape.strip("\"'") for n in ("fourth", "fifth") for shape in rounds[n])
    rows = re.findall(r"^\| ([^|:]+) \| (\d+) \|", PAGE, re.MULTILINE)
    assert {shape: int(count) for shape, count in rows} == by_shape


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_document_is_read_as_a_person_reads_it(example: Example) -> None:
    right, read = wanted(example), found(example)
    assert sum(facts.total() for facts in right.values()) > 0
    for kind in ("fields", "duties", "requirements"):
        assert read[kind] == right[kind], kind


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.shares], ids=lambda e: e.name)
def test_parties_hold_no_duties_and_departments_are_told_from_positions(example: Example) -> None:
    draft = read_example(example)
    assert set(draft.parties) == set(example.parties)
    assert {p.name for p in draft.positions if p.office} == set(example.departments)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "first", "five"), [("zh", 0.6, 0.85), ("en", 0.55, 0.8)])
def test_one_of_five_candidates_is_mostly_the_task(lang: str, first: float, five: float) -> None:
    one, among, total = candidate_recall(lang)
    assert total > 300
    assert one >= first
    assert among >= five
    said = " ".join(PAGE[PAGE.index("Candidates on the wordings") :].split())
    assert re.findall(r"\((\d+) duties", said) == [str(total)]
    share = {"zh": r"recall@1 ([\d.]+)", "en": r"and ([\d.]+) in English"}[lang]
    assert re.findall(share, said)[0] == f"{one:.2f}"
    assert f"{among:.2f}" in said
