"""A pack joins a store: its positions, tasks, processes, rules and scenarios, all of them sound."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

import dealer_roles as dr
from dealer_roles.gate.check import check_all
from dealer_roles.gate.scenario_tests import run_tests
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.packs import pack_files, packs
from dealer_roles.loading.read import read
from dealer_roles.source.resources import resource

EVERY = packs()


def store(tmp_path: Path, *names: str) -> Path:
    """Return the standard store with packs."""
    folder = tmp_path / "store"
    shutil.copytree(resource("definitions", "standard"), folder)
    main = folder / "organization.yaml"
    text = main.read_text("utf-8").replace("id: standard\n", "id: with-packs\n", 1)
    listed = ", ".join(names)
    main.write_text(text.replace("coverage:", f"packs: [{listed}]\ncoverage:", 1), "utf-8")
    return folder


def test_there_are_packs() -> None:
    """The packs are found, and each holds every kind of thing."""
    assert EVERY == ("aftermarket", "body-shop", "digital", "ev", "used-cars")
    for name in EVERY:
        labels = [file.label for file in pack_files(name)]
        for part in ("positions/", "tasks/", "processes/", "rules.yaml", "expectations.yaml"):
            assert any(part in label for label in labels), (name, part)


@pytest.mark.parametrize("names", [*((name,) for name in EVERY), EVERY])
def test_a_store_with_packs_is_clean(tmp_path: Path, names: tuple[str, ...]) -> None:
    """No rule of the strict profile, nor any of the packs' own, finds anything; no gap."""
    folder = store(tmp_path, *names)
    [checked] = check_all([folder], CheckOptions(profile="strict"))
    assert [(f.code, f.message.en) for f in checked.findings] == []
    org = dr.load(folder)
    assert [g.message.en for g in org.gaps()] == []
    assert list(org.overlaps()) == []


@pytest.mark.parametrize("names", [(), EVERY])
def test_the_walk_of_every_process_has_no_dead_end(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Each step is held, reached from a beginning, leads to an end, and is carried there."""
    org = dr.load(store(tmp_path, *names)) if names else dr.load()
    assert len(org.processes) > 20
    for process in org.processes:
        walk = org.walk(process)
        assert [s.id for s in walk.steps if not s.holders] == [], process
        onward = {s.id: {m.target for m in walk.moves if m.source == s.id} for s in walk.steps}
        ends = {id_ for id_, targets in onward.items() if not targets}
        assert ends, process
        begun = set(onward) - set().union(*onward.values())
        reached = [_from(id_, onward) for id_ in {walk.steps[0].id, *begun}]
        assert set().union(*reached) == set(onward), process
        assert [id_ for id_ in onward if not _from(id_, onward) & ends] == [], process
        uncarried = [m for m in walk.moves if m.uncarried]
        assert uncarried == [], process


def _from(start: str, onward: dict[str, set[str]]) -> set[str]:
    """Every step that can be reached."""
    found, queue = {start}, [start]
    while queue:
        for target in onward[queue.pop()] - found:
            found.add(target)
            queue.append(target)
    return found


def test_the_scenarios_of_packs_hold(tmp_path: Path) -> None:
    """Everything that the packs expect is so, beside what the store expects."""
    today = dt.date.today()
    results = run_tests(read(store(tmp_path, *EVERY)), today).results
    assert len(results) > len(run_tests(read("standard"), today).results)
    assert [r for r in results if not r.passed] == []


def test_a_position_of_ones_own_goes_before_the_packs(tmp_path: Path) -> None:
    """A store that defines a pack's position itself keeps its own."""
    folder = store(tmp_path, "body-shop")
    own = next(Path(f.path) for f in pack_files("body-shop") if "painter" in f.label)
    text = own.read_text("utf-8").replace("code: BP-03", "code: OWN-1")
    (folder / "positions" / "painter.yaml").write_text(text, "utf-8")
    assert dr.load(folder).positions["painter"].code == "OWN-1"


def test_an_unknown_pack_is_told_with_those_there_are(tmp_path: Path) -> None:
    """A slip in a pack's name is an error with the near name."""
    [finding] = read(store(tmp_path, "body-shp")).findings
    assert finding.code == "unknown-pack"
    assert "body-shop" in finding.fix.en
