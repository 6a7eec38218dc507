"""The recipe that changes the answers: what it changes, what it counts, when it is green."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from scripts.mutation import __main__ as recipe
from scripts.mutation.bare import with_bare_functions
from scripts.mutation.copies import Change, path_in
from scripts.mutation.kept import KEPT, Ground, Kept
from scripts.mutation.reading import ReadOnce
from scripts.mutation.settings import (
    ROOT,
    SURVIVORS,
    NothingToTry,
    Settings,
    chosen_modules,
    read_settings,
)
from scripts.mutation.survivors import Module, judged, read_list, summed, write_list
from scripts.mutation.trying import Looking, Met

from dealer_roles.facade import Organization
from tests.laws.loading import without_places
from tests.support.tiny import tiny

DECORATED = '''\
from functools import cached_property

class Shop:
    @cached_property
    def open(self) -> bool:
        """Whether it is open."""
        return self.hours > 8

    hours = 9

    @staticmethod
    def name() -> str:
        return "shop"
'''


def a_change(number: int, module: str = "questions.owner") -> Change:
    return Change(
        id=f"dealer_roles.{module}.x_answer__mutmut_{number}",
        module=module,
        function="answer",
        was=f"a < {number}",
        now=f"a <= {number}",
        lines=(7, 8),
    )


def a_module(name: str, tried: int, lost: int) -> Module:
    return Module(name=name, changes=tried, tried=tried, lost=lost, survivors={})


def test_what_a_decorator_wraps_is_a_function_that_can_be_changed() -> None:
    bare = with_bare_functions(DECORATED)
    assert "    def open__bare(self) -> bool:" in bare
    assert "    open = cached_property(open__bare)" in bare
    assert "    @staticmethod" in bare
    names: dict[str, type] = {}
    exec(bare, names)
    assert names["Shop"]().open is True


def test_a_name_that_fits_no_module_is_told_not_passed_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert recipe.main(["questions.ownr"]) == 2
    assert "no module that is changed here fits questions.ownr" in capsys.readouterr().err


def test_a_pattern_of_the_settings_that_fits_no_module_is_told() -> None:
    with pytest.raises(NothingToTry):
        chosen_modules(Settings(modules=("questions.nothing*",), tests=(), bar=85), ())


def test_the_settings_name_what_the_answers_are_made_of() -> None:
    modules = chosen_modules(read_settings(), ())
    assert {"questions.owner", "questions.overlaps", "rules.kinds.separation"} < set(modules)
    assert set(chosen_modules(read_settings(), ("questions.gap_*",))) < set(modules)


@pytest.mark.parametrize(
    ("modules", "code"),
    [
        ({}, 1),
        ({"a": a_module("a", 100, 15)}, 0),
        ({"a": a_module("a", 100, 16)}, 1),
        ({"a": a_module("a", 0, 0)}, 1),
        ({"a": a_module("a", 100, 0), "b": a_module("b", 10, 2)}, 1),
    ],
)
def test_every_module_must_reach_the_bar_and_nothing_tried_reaches_none(
    modules: dict[str, Module], code: int
) -> None:
    assert recipe._report(tuple(modules), modules, 85) == code


def test_a_module_without_changes_is_below_the_bar() -> None:
    assert recipe._report(("a",), {}, 85) == 1


def test_reasons_are_kept_and_new_survivors_have_none(tmp_path: Path) -> None:
    one, two, three = (a_change(n) for n in (1, 2, 3))
    path = tmp_path / "survivors.yaml"
    first = summed([one, two, three], [one, two, three], [one], {})
    stated = Module(
        name="questions.owner", changes=3, tried=3, lost=1, survivors={one.key: "equivalent"}
    )
    assert first == {
        "questions.owner": Module(
            name="questions.owner", changes=3, tried=3, lost=1, survivors={one.key: ""}
        )
    }
    write_list(path, {"questions.owner": stated})
    before = read_list(path)
    assert before == {"questions.owner": stated}
    assert judged(before) == {one.key}
    (after,) = summed([one, two, three], [one, two], [one, two], before).values()
    assert after.survivors == {one.key: "equivalent", two.key: ""}
    assert (after.changes, after.tried, after.lost, after.share) == (3, 2, 2, 0.0)


STEP = {"position": "boss", "up_to": {"amount": 100, "currency": "CNY"}}
GIVEN: dict[str, object] = {
    "tasks": ["sell"],
    "topics": ["discount"],
    "positions": {"boss": {"reports_to": None, "duties": ["sell"]}},
    "organization": {
        "authority": [{"topic": "discount", "task": "sell", "steps": [STEP]}],
        "ladders": {"discount": [{"position": "boss"}]},
    },
}
CHANGED = {str(path_in(ROOT, name)): name for name in ("questions.owner", "values.scope")}
READ = ReadOnce([GIVEN], (), CHANGED)


def test_what_a_case_gives_is_read_once_and_answers_as_if_read_again(tmp_path: Path) -> None:
    reader = ModuleType("reader")
    ReadOnce([GIVEN], (reader,), CHANGED).use()
    kept = reader.tiny(tmp_path, GIVEN)
    assert isinstance(kept, Organization)
    assert list(tmp_path.iterdir()) == []
    again = tiny(tmp_path / "org", GIVEN).owner("sell").to_dict()
    assert without_places(kept.owner("sell").to_dict()) == without_places(again)


def test_a_line_that_reading_runs_is_met_by_every_test() -> None:
    ((module, line), *_) = READ.ran
    assert module == "values.scope"
    met = {
        "here": Met(seconds=0.1, lines=frozenset({(module, line)})),
        "elsewhere": Met(seconds=0.2, lines=frozenset({("questions.owner", 9)})),
    }
    looking = Looking(items={}, met=met, killers={}, read=READ)
    change = replace(a_change(1, module), lines=(line, line))
    assert looking.order(change) == ["here", "elsewhere"]
    assert looking.order(replace(change, lines=(0, 0))) == []


def test_tests_that_saw_changes_of_the_function_look_first() -> None:
    here = frozenset({("questions.owner", 8)})
    met = {
        "quick": Met(seconds=0.1, lines=here),
        "slow": Met(seconds=0.3, lines=here),
        "elsewhere": Met(seconds=0.0, lines=frozenset({("questions.overlaps", 8)})),
    }
    looking = Looking(items={}, met=met, killers={}, read=READ)
    assert looking.order(a_change(1)) == ["quick", "slow"]
    for number in range(2, 20):
        looking.learn(a_change(number), "slow")
    assert looking.order(a_change(1)) == ["slow", "quick"]


def test_tests_that_run_other_lines_look_before_those_that_run_the_same() -> None:
    here = frozenset({("questions.owner", 8)})
    further = here | {("questions.owner", 9)}
    met = {
        "one": Met(seconds=0.10, lines=here),
        "alike": Met(seconds=0.11, lines=here),
        "further": Met(seconds=0.12, lines=further),
    }
    looking = Looking(items={}, met=met, killers={}, read=READ)
    assert looking.order(a_change(1)) == ["one", "further", "alike"]


def test_a_killer_of_an_earlier_run_is_known_for_the_function() -> None:
    here = frozenset({("questions.owner", 8)})
    met = {name: Met(seconds=0.1, lines=here) for name in ("one", "other")}
    looking = Looking(items={}, met=met, killers={a_change(2).key: "other"}, read=READ)
    assert looking.order(a_change(1)) == ["other", "one"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in (
        "src/dealer_roles/questions/owner.py",
        "src/dealer_roles/questions/overlaps.py",
        "tests/unit/test_it.py",
        "tests/unit/test_other.py",
        "tests/unit/cases.yaml",
        "tests/support/tiny.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


SEEN, UNSEEN = a_change(1), a_change(2)


def believed(folder: Path, tests: tuple[str, ...] = ("tests/unit",)) -> dict[str, bool]:
    kept = Kept(Ground(folder, tests))
    kept.read()
    assert kept.killers == {SEEN.key: "tests/unit/test_it.py::test_one[a::b]"}
    return kept.seen


@pytest.fixture
def kept(copy: Path) -> Path:
    """A folder of which a run that was stopped kept two verdicts."""
    verdicts = Kept(Ground(copy, ("tests/unit",)))
    verdicts.add(SEEN, seen=True, killer="tests/unit/test_it.py::test_one[a::b]")
    verdicts.add(UNSEEN, seen=False, killer=None)
    return copy


def test_what_was_found_is_kept_as_it_is_found(kept: Path) -> None:
    assert believed(kept) == {SEEN.id: True, UNSEEN.id: False}


@pytest.mark.parametrize(
    ("file", "still"),
    [
        ("src/dealer_roles/questions/owner.py", set()),
        ("src/dealer_roles/questions/overlaps.py", {SEEN.id, UNSEEN.id}),
        ("tests/unit/test_it.py", set()),
        ("tests/unit/cases.yaml", set()),
        ("tests/unit/test_other.py", {SEEN.id}),
        ("tests/unit/test_new.py", {SEEN.id}),
        ("tests/support/tiny.py", {SEEN.id}),
    ],
)
def test_a_verdict_is_believed_as_long_as_what_it_stands_on_is_the_same(
    kept: Path, file: str, still: set[str]
) -> None:
    (kept / file).write_text("changed", "utf-8")
    assert set(believed(kept)) == still


CASES = """\
about: all
cases:
- name: one
  ask: 1
- name: two
  ask: 2
"""


@pytest.mark.parametrize(
    ("was", "now", "still"),
    [
        ("  ask: 1", "  ask: 3", False),
        ("about: all", "about: some", False),
        ("  ask: 2", "  ask: 3", True),
        ("- name: two", "- name: three\n- name: two", True),
    ],
)
def test_a_case_of_a_file_of_cases_stands_alone(
    copy: Path, was: str, now: str, *, still: bool
) -> None:
    cases = copy / "tests" / "unit" / "cases.yaml"
    cases.write_text(CASES, "utf-8")
    killer = "tests/unit/test_it.py::test_a_case[cases: one]"
    Kept(Ground(copy, ("tests/unit",))).add(SEEN, seen=True, killer=killer)
    cases.write_text(CASES.replace(was, now), "utf-8")
    kept = Kept(Ground(copy, ("tests/unit",)))
    kept.read()
    assert (SEEN.id in kept.seen) is still


def test_what_some_tests_did_not_see_others_may(kept: Path) -> None:
    assert believed(kept, ("tests/unit/test_it.py",)) == {SEEN.id: True}


def test_of_two_verdicts_the_last_counts(kept: Path) -> None:
    Kept(Ground(kept, ("tests/unit",))).add(SEEN, seen=False, killer=None)
    assert believed(kept) == {SEEN.id: False, UNSEEN.id: False}


def test_a_line_cut_off_by_a_stop_is_passed_over(kept: Path) -> None:
    whole = (kept / KEPT).read_text("utf-8")
    (kept / KEPT).write_text(whole + whole[:40], "utf-8")
    third = a_change(3)
    Kept(Ground(kept, ("tests/unit",))).add(third, seen=False, killer=None)
    assert believed(kept) == {SEEN.id: True, UNSEEN.id: False, third.id: False}


@pytest.mark.parametrize("module", read_list(SURVIVORS).values(), ids=lambda m: m.name)
def test_the_list_says_of_every_module_that_it_reaches_the_bar(module: Module) -> None:
    assert module.share >= read_settings().bar
    assert len(module.survivors) <= module.lost <= module.tried <= module.changes


def test_contributing_tells_the_scores_of_the_list() -> None:
    modules = read_list(SURVIVORS).values()
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    page = page[page.index("Where it stood on") :]
    told = re.findall(r"`(\w+)`\s+(\d+)/(\d+)/(\d+)", page)
    stands = {m.name.rpartition(".")[2]: (m.tried - m.lost, m.tried, m.changes) for m in modules}
    assert {name: tuple(map(int, scores)) for name, *scores in told} == stands
    seen, tried, changes = (sum(column) for column in zip(*stands.values(), strict=True))
    assert f"{seen:,} of {tried:,} seen ({seen / tried:.1%})" in page.replace(" %", "%")
    assert f"of {changes:,} there are" in page
    survivors = [why for m in modules for why in m.survivors.values()]
    reasons = sum(not why for why in survivors)
    assert f"{reasons} of the {len(survivors)} in the list have" in " ".join(page.split())
