"""A third reading of the design gives the answers that the project gives."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import dealer_roles as dr
from dealer_roles.cli.init_command import command
from tests.oracle.third.compared import compare_all, compare_on_every_day
from tests.oracle.third.hunt import EVERY_DAY, Run, main
from tests.oracle.third.invented import DAYS, invented, write
from tests.oracle.third.reading import read_organization
from tests.oracle.third.tally import Tally
from tests.support.examples import examples

DEFINITIONS = Path(__file__).parents[3] / "definitions"
CATALOGUE = DEFINITIONS / "catalogue"


@examples(12)
@given(seed=st.integers(min_value=0, max_value=10**9), day=st.sampled_from(DAYS))
def test_drawn_organizations_are_answered_alike(seed: int, day: str) -> None:
    """Whatever an organization states, both give one answer to every question of a day."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = write(invented(seed), Path(scratch))
        written = read_organization(folder, bundled=folder)
        tally = Tally()
        compare_all(dr.load(str(folder)), written, day, tally)
        if day == DAYS[0]:
            compare_on_every_day(dr.load(str(folder)), written, EVERY_DAY, tally)
    assert tally.asked
    assert not tally.differences, (seed, tally.differences[0])


@pytest.mark.parametrize("name", dr.bundled())
def test_bundled_organizations_are_answered_alike(name: str) -> None:
    """Every question on a bundled organization is answered by both alike."""
    compared(dr.load(name), DEFINITIONS / (name if name == "standard" else f"references/{name}"))


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_stores_of_every_size_are_answered_alike(size: str, tmp_path: Path) -> None:
    """Desks that combine positions, in a store as one begins it."""
    begun = CliRunner().invoke(command, [str(tmp_path / size), "--size", size])
    assert begun.exit_code == 0, begun.output
    compared(dr.load(tmp_path / size), tmp_path / size)


def test_a_store_with_every_pack_is_answered_alike(tmp_path: Path) -> None:
    """What packs bring is the organization's own."""
    packs = sorted(one.name for one in (DEFINITIONS / "packs").iterdir())
    store = shutil.copytree(DEFINITIONS / "standard", tmp_path / "store")
    file = store / "organization.yaml"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\npacks: [{', '.join(packs)}]\n", "utf-8")
    assert read_organization(store, bundled=CATALOGUE).positions.keys() > positions_of("standard")
    compared(dr.load(store), store)


def positions_of(name: str) -> set[str]:
    """Return the positions of a bundled organization, as it is written."""
    return set(read_organization(DEFINITIONS / name, bundled=CATALOGUE).positions)


def test_a_run_goes_on_where_it_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is kept of a run says how far it came; one that ended is followed by other seeds."""
    kept = tmp_path / "hunt.json"
    stopped = Run(first=1, count=3, done=1, answers=400)
    kept.write_text(json.dumps(asdict(stopped)), "utf-8")
    ask = ["--first", "1", "--count", "1", "--portion", "1", "--kept", str(kept)]
    assert main(ask) == main(ask) == 0
    told = [line.split(":")[0] for line in capsys.readouterr().out.splitlines()]
    end = "no organization differs"
    assert told == ["seeds 1-2", "seeds 1-3", end, "seeds 4-4", end]


def test_a_run_that_compared_nothing_or_found_a_difference_fails(tmp_path: Path) -> None:
    """Nothing ran is never well."""
    assert main(["--count", "0"]) == 1
    kept = tmp_path / "hunt.json"
    failed = Run(first=1, count=2, done=1, answers=400, failing=[1])
    kept.write_text(json.dumps(asdict(failed)), "utf-8")
    assert main(["--kept", str(kept)]) == 1


def compared(organization: dr.Organization, folder: Path) -> Tally:
    """Ask both of an organization on one day and on all; every answer is one."""
    written = read_organization(folder, bundled=CATALOGUE)
    tally = Tally()
    compare_all(organization, written, "2026-11-25", tally)
    compare_on_every_day(organization, written, ("2026-11-25",), tally)
    assert tally.asked
    assert not tally.differences, tally.differences[0]
    return tally
