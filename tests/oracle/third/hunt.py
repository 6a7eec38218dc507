"""Put random organizations to the engine and the third reading, in portions, for the night.

``python -m tests.oracle.third.hunt --count 100000 --kept build/hunt.json`` draws with seeds of the
day; stopped and called again, it goes on where it was, and after its end with further seeds. A seed
draws the same organization again: ``--first SEED --count 1``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import dealer_roles as dr
from tests.oracle.third.compared import compare_all, compare_on_every_day
from tests.oracle.third.invented import DAYS, invented, write
from tests.oracle.third.reading import written_in
from tests.oracle.third.tally import Tally

EVERY_DAY = ("2026-02-28", *DAYS, "2026-03-05")
SELDOM = 10
"""One organization in so many is asked of all its days, which takes as long as six others."""


@dataclass(kw_only=True)
class Run:
    """How far a run has come, and the seeds on which the two differ."""

    first: int
    count: int
    done: int = 0
    answers: int = 0
    cpu: float = 0.0
    failing: list[int] = field(default_factory=list)

    @property
    def seeds(self) -> range:
        """The seeds that are still to be drawn."""
        return range(self.first + self.done, self.first + self.count)

    def told(self) -> str:
        """Return how far it has come, in one line."""
        seeds = f"seeds {self.first}-{self.first + self.done - 1}"
        each = 1000 * self.cpu / max(1, self.done)
        return (
            f"{seeds}: {self.done} organizations, {self.answers} answers, "
            f"{len(self.failing)} differ, {each:.0f} s CPU per 1,000"
        )


def compared(seed: int) -> Tally:
    """Ask both everything of the organization that a seed draws, on one of its days."""
    documents = invented(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        organization = dr.load(str(write(documents, Path(scratch))))
    written = written_in(documents)
    compare_all(organization, written, DAYS[seed % len(DAYS)], tally)
    if seed % SELDOM == 0:
        compare_on_every_day(organization, written, EVERY_DAY, tally)
    return tally


def go_on(run: Run) -> Iterator[Tally]:
    """Yield what is found, seed by seed, and count it."""
    for seed in run.seeds:
        started = time.process_time()
        try:
            tally = compared(seed)
        except Exception as error:  # noqa: BLE001 - whatever breaks is a difference, and told
            tally = Tally(differences=[("asked at all", seed, "an answer", repr(error))])
        run.done += 1
        run.answers += tally.asked.total()
        run.cpu += time.process_time() - started
        if tally.differences:
            run.failing.append(seed)
            print(f"seed {seed}: {tally.differences[0]}", flush=True)
        yield tally


def begun(first: int, count: int, kept: Path | None) -> Run:
    """Return the run that was stopped, else a new one, with other seeds than the one that ended."""
    if kept is None or not kept.exists():
        return Run(first=first, count=count)
    before = Run(**json.loads(kept.read_text("utf-8")))
    return before if before.seeds else Run(first=max(first, before.seeds.stop), count=count)


def main(arguments: list[str]) -> int:
    """Run, print how it goes, and return 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=int(f"{dt.date.today():%Y%m%d}") * 10**6)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--portion", type=int, default=500)
    parser.add_argument("--kept", type=Path, help="where it is kept how far the run has come")
    asked = parser.parse_args(arguments)
    run = begun(asked.first, asked.count, asked.kept)
    for _ in go_on(run):
        if run.done % asked.portion == 0 or not run.seeds:
            print(run.told(), flush=True)
            if asked.kept:
                asked.kept.parent.mkdir(parents=True, exist_ok=True)
                asked.kept.write_text(json.dumps(asdict(run)), "utf-8")
    print("no organization differs" if not run.failing else f"these differ: {run.failing}")
    return 1 if run.failing or not run.answers else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
