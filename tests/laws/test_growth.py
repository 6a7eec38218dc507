"""Every question grows as an organization does: by calls counted, which no clock disturbs."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import pytest
from benchmarks.copies import write_copies
from benchmarks.questions import QUESTIONS
from benchmarks.shapes import SHAPES, write_shape

from dealer_roles.gate.check import check_loaded, report_of
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read
from dealer_roles.organization.linked import Linked
from dealer_roles.publish.linked_data.publish import organization_jsonld
from dealer_roles.source.yaml_guard import SAFE_BRACKETS
from tests.support.sample import DAY

SMALL, LARGE = 60, 240
FEW, SEVERAL = 1, 4
MOST = 1.12


def calls(run: Callable[[], object]) -> int:
    """Count the calls of functions, ours and built-in ones, that a run makes."""
    count = 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        del frame, argument
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def grows(ask: Callable[[Loaded], object], small: Loaded, large: Loaded, times: int) -> float:
    """Return by which power the calls grow from one organization to one so many times as large."""
    ask(small)  # what is found once for the whole process is not counted
    few, many = (calls(partial(ask, one)) for one in (small, large))
    return math.log(many / few) / math.log(times)


def test_calls_of_what_looks_at_everything_for_everything_grow_by_the_square() -> None:
    """The count tells a square from a proportion."""

    def pairs(size: int) -> object:
        return [abs(one - other) for one in range(size) for other in range(size)]

    few, many = (calls(partial(pairs, size)) for size in (SMALL, LARGE))
    assert math.log(many / few) / math.log(LARGE / SMALL) > 1.9


@pytest.mark.parametrize("shape", SHAPES)
def test_every_question_is_linear_on_every_shape(tmp_path: Path, shape: str) -> None:
    """Four times as many positions are about four times as many calls."""
    small, large = (
        read(write_shape(tmp_path / str(size), shape, size), cache=False) for size in (SMALL, LARGE)
    )
    assert not (*small.findings, *large.findings)
    powers = {name: grows(ask, small, large, LARGE // SMALL) for name, ask in QUESTIONS.items()}
    assert {name: power for name, power in powers.items() if power > MOST} == {}


def test_every_question_is_linear_on_the_standard_several_times_over(tmp_path: Path) -> None:
    """A group that runs everything in one organization asks as quickly, for its size."""
    small, large = (
        read(write_copies(tmp_path / str(copies), copies), cache=False) for copies in (FEW, SEVERAL)
    )
    assert not (*small.findings, *large.findings)
    assert len(large.require().duties) == SEVERAL * len(small.require().duties)
    powers = {name: grows(ask, small, large, SEVERAL // FEW) for name, ask in QUESTIONS.items()}
    assert {name: power for name, power in powers.items() if power > MOST} == {}


def test_a_report_of_many_organizations_is_linear(tmp_path: Path) -> None:
    """Whose file a finding stands in is not looked for in every organization."""
    checked = []
    for number in range(24):
        loaded = read(write_shape(tmp_path / str(number), "many-owners", 5), cache=False)
        checked.append(check_loaded(loaded, CheckOptions("strict")))
    assert all(one.findings for one in checked)
    report = report_of(checked)
    assert {span.file for span in report.excerpts} == {
        f.span.file for c in checked for f in c.findings
    }
    few, many = (calls(partial(report_of, checked[:size])) for size in (6, 24))
    assert math.log(many / few) / math.log(4) <= MOST


@pytest.mark.parametrize("shape", ["many-owners", "own-entries", "long-ladders"])
def test_linked_data_and_papers_are_linear(tmp_path: Path, shape: str) -> None:
    """What is said of everybody costs as much for each, however many there are."""
    small, large = (
        read(write_shape(tmp_path / str(size), shape, size), cache=False) for size in (SMALL, LARGE)
    )

    def described(loaded: Loaded) -> object:
        return organization_jsonld(Linked(loaded.require()).on(DAY))

    assert grows(described, small, large, LARGE // SMALL) <= MOST


def test_a_paper_is_hashed_once_a_day(tmp_path: Path) -> None:
    """Linked data, and each further format of a paper, take the hash that is known."""
    org = Linked(read(write_shape(tmp_path / "one", "posts", SMALL), cache=False).require()).on(DAY)
    first, again = (calls(lambda: organization_jsonld(org)) for _ in range(2))
    assert again < first / 4


FLOODS: dict[str, Callable[[int], str]] = {
    "unknown keys": lambda n: (
        "kind: position\nid: x\nname: {zh: 甲, en: X}\n" + "".join(f"k{i}: 1\n" for i in range(n))
    ),
    "unknown ids": lambda n: (
        "kind: position\nid: x\nname: {zh: 甲, en: X}\nduties:\n"
        + "".join(f"- {{task: t{i}, responsibility: accountable}}\n" for i in range(n))
    ),
    "tasks": lambda n: (
        "kind: tasks\narea: {id: a, zh: 甲, en: A}\ntasks:\n"
        + "".join(f"- {{id: t{i}, name: {{zh: 任务{i}, en: Task {i}}}}}\n" for i in range(n))
    ),
    "documents": lambda n: "".join(
        f"---\nkind: position\nid: p{i}\nname: {{zh: 岗{i}, en: P{i}}}\nreports_to: null\n"
        for i in range(n)
    ),
    "documents of no kind": lambda n: "---\nfoo: 1\n" * n,
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_is_refused_or_answered_in_proportion(tmp_path: Path, flood: str) -> None:
    """300,000 unknown keys, 60,000 tasks or 50,000 positions end in seconds, not in minutes."""

    def store(name: str, size: int) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        main = "kind: organization\nid: f\nname: {zh: 店, en: F}\ncatalogue: []\n"
        (folder / "organization.yaml").write_text(main, "utf-8")
        # As many brackets in each, so that all are read with the care that a deep text needs.
        text = f"# {'[' * SAFE_BRACKETS}[\n{FLOODS[flood](size)}"
        (folder / "flood.yaml").write_text(text, "utf-8")
        return folder

    def checked(folder: Path) -> object:
        return check_loaded(read(folder, cache=False), CheckOptions("standard"))

    first, few, many = (store(f"of-{size}", size) for size in (10, 1_000, 4_000))
    checked(first)
    counts = [calls(partial(checked, folder)) for folder in (few, many)]
    assert math.log(counts[1] / counts[0]) / math.log(4) < MOST
