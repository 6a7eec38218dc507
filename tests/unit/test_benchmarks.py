"""The benchmark's own parts: shapes that load, growth that is told, figures that are judged."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

import pytest
from benchmarks import __main__ as bench
from benchmarks import instructions
from benchmarks.generate import write_store
from benchmarks.measure import exponent, fastest
from benchmarks.questions import QUESTIONS
from benchmarks.reasons import KEPT, kept, reason
from benchmarks.rows import Row, table
from benchmarks.runs import run
from benchmarks.shapes import SHAPES, write_shape

from dealer_roles.loading.read import read


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_loads_and_answers_every_question(tmp_path: Path, shape: str) -> None:
    """What does not load would measure nothing."""
    loaded = read(write_shape(tmp_path / "org", shape, 20), cache=False)
    assert loaded.stands, loaded.findings
    for ask in QUESTIONS.values():
        ask(loaded)


def test_a_generated_store_loads_and_has_everything(tmp_path: Path) -> None:
    """Hand-offs, posts, a process and a ladder are there to be asked about."""
    write_store(tmp_path / "org", 7, 1)
    model = read(tmp_path / "org", cache=False).require()
    assert len(model.duties) == 350
    assert all((model.handoffs, model.posts, model.processes, model.ladders))


def test_the_exponent_is_the_power() -> None:
    """A square grows by two, a proportion by one."""
    assert exponent({n: 3.0 * n**2 for n in (1, 4, 16)}) == pytest.approx(2)
    assert exponent({n: 0.5 * n for n in (500, 1000)}) == pytest.approx(1)


def test_the_least_of_all_rounds_counts() -> None:
    """A clock that jumps shows it: the second round took less."""
    ticks = iter((0.0, 5.0, 10.0, 12.0))
    assert fastest({"one": lambda: None}, 2, clock=lambda: next(ticks)) == {"one": 2.0}


def test_what_is_quick_is_run_several_times_a_turn_and_its_share_counts() -> None:
    """A clock that says 2 s for a first run has a turn of 6 s run thrice."""
    ticks = iter((0.0, 2.0, 10.0, 19.0))
    ran: list[int] = []
    clock = partial(next, ticks)
    assert fastest({"one": lambda: ran.append(1)}, 1, clock=clock, lasting=6.0) == {"one": 3.0}
    assert len(ran) == 1 + 3


@pytest.mark.parametrize(
    ("value", "bar", "least", "holds"),
    [(1, 2, False, True), (3, 2, False, False), (3, 2, True, True), (1, 2, True, False)],
)
def test_a_row_says_whether_its_bar_is_reached(
    value: float, bar: float, least: bool, holds: bool
) -> None:
    """At most, or at least."""
    row = Row("what", value, bar, least)
    assert row.holds is holds
    assert row.passes is holds
    assert ("| yes |" if holds else "| no: **worse** |") in table([row])


@pytest.mark.parametrize(("value", "passes"), [(2.5, True), (4, False)])
def test_a_bar_that_is_not_reached_enforces_what_was_reached(value: float, passes: bool) -> None:
    """Nothing gets worse unnoticed."""
    row = Row("what", value, 2, kept=3)
    assert not row.holds
    assert row.passes is passes
    assert ("worse" in table([row])) is not passes


@pytest.mark.parametrize(
    ("part", "missing", "said"),
    [("nothing", "", "no part nothing"), ("asking", "duckdb", "no duckdb here")],
)
def test_where_nothing_can_be_measured_it_says_so(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    part: str,
    missing: str,
    said: str,
) -> None:
    """A part that nobody knows and a tool that is not there are told; nothing is written."""
    monkeypatch.setattr(bench, "find_spec", lambda tool: None if tool == missing else tool)
    monkeypatch.setattr(sys, "argv", ["benchmarks", part])
    assert bench.main() == 2
    assert said in capsys.readouterr().err


def test_a_run_without_a_row_is_not_green(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where every part measured nothing, nothing was reached."""
    monkeypatch.setattr(bench, "_rows", lambda *_: iter(()))
    monkeypatch.setattr(sys, "argv", ["benchmarks", "growth"])
    assert bench.main() == 2
    assert "0 rows" in capsys.readouterr().out


def test_a_whole_run_writes_the_page_and_a_part_leaves_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The page shows every row, why a bar is not reached, and how the worst grow."""
    rows = [
        Row("memory held ÷ CSafeLoader dicts", 0.4, 0.3),
        Row("growth of walk, posts", 1.02, 1.1),
        Row("import dealer_roles ÷ python -c pass", 1.1, 1.2),
    ]
    monkeypatch.setattr(bench, "_rows", lambda *_: iter(rows))
    monkeypatch.setattr(bench, "TOOLS", ())
    monkeypatch.setattr(bench, "PAGE", tmp_path / "speed.md")
    monkeypatch.setattr(sys, "argv", ["benchmarks", "loading"])
    assert bench.main() == 0
    assert not bench.PAGE.exists()
    monkeypatch.setattr(sys, "argv", ["benchmarks"])
    assert bench.main() == 0
    page = bench.PAGE.read_text("utf-8")
    figure = kept("memory held ÷")
    assert f"| memory held ÷ CSafeLoader dicts | 0.4 | ≤ 0.3 | no, kept ≤ {figure} |" in page
    assert "| growth of walk, posts | 1.02 | ≤ 1.1 | yes |" in page
    assert f"{reason('memory held')}.\n" in page


def test_what_could_not_run_is_not_measured(tmp_path: Path) -> None:
    """A command that fails at once would be the quickest of all."""
    with pytest.raises(RuntimeError, match="could not run"):
        run(tmp_path, "-m", "dealer_roles", "owner", "no-such-task")


def test_a_bar_that_is_missed_has_a_reason() -> None:
    """Also one that nobody has looked into says so."""
    assert "PyYAML" in reason("validated load ÷ bare CSafeLoader")
    assert reason("something new") == "not looked into yet"
    assert set(KEPT) >= {"validated load ÷"}
    assert all(reason(start) != "not looked into yet" for start in KEPT)
    assert kept("something new") is None


@pytest.mark.skipif(shutil.which("valgrind") is None, reason="there is no valgrind here")
def test_instructions_are_counted_and_hardly_differ(tmp_path: Path) -> None:
    """The same run counts the same to a hundredth, and more work counts more."""
    run(tmp_path, "-c", "pass")
    first, again = (instructions.count(tmp_path, "-c", "pass") for _ in range(2))
    more = instructions.count(tmp_path, "-c", "sum(range(1_000_000))")
    assert first == pytest.approx(again, rel=0.01)
    assert more > first * 1.1


def test_where_nothing_can_be_counted_it_is_not_green(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without valgrind the exit says that nothing ran."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert instructions.main() == 2
    assert "not counted" in capsys.readouterr().out
