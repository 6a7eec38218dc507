"""A lock is the whole truth: what pyproject.toml asks for, and all that this asks for in turn."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from scripts.lock import LOCKS

from tests.support.locks import asked, locked, problems, pyproject, somewhere

ROOT = Path(__file__).resolve().parents[2]
PROJECT = pyproject(ROOT)
EXTRAS = [name for name in PROJECT["project"]["optional-dependencies"] if name != "all"]
GROUPS = {"run": ["build"], "dev": ["dev"], "bench": ["bench"], "site": ["site"]}
MACHINES = [(p, s) for p in ("3.11", "3.12", "3.13") for s in ("linux", "darwin", "win32")]


def text_of(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")


def missing(lock: str, text: str, python: str, platform: str) -> list[str]:
    there = somewhere(python, platform)
    return list(problems(asked(PROJECT, EXTRAS, GROUPS[lock]), locked(text, there), there))


def test_every_lock_is_compared() -> None:
    assert set(GROUPS) == set(LOCKS) == {p.stem for p in (ROOT / "requirements").glob("*.txt")}


@pytest.mark.parametrize(("python", "platform"), MACHINES)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_all_that_is_needed_on_every_machine(
    lock: str, python: str, platform: str
) -> None:
    assert missing(lock, text_of(lock), python, platform) == []


def test_all_extras_together_are_the_extra_all() -> None:
    (everything,) = PROJECT["project"]["optional-dependencies"]["all"]
    assert everything == f"dealer-roles[{','.join(EXTRAS)}]"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_one_version_with_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", text_of(lock).split("make lock\n", 1)[1])
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.]+ ", entry), entry
        assert "--hash=sha256:" in entry


def test_what_is_installed_here_is_what_is_locked() -> None:
    here = locked(text_of("dev"), default_environment())
    for name, entry in here.items():
        assert entry.specifier.contains(metadata.version(name), prereleases=True), name


@pytest.mark.parametrize(
    ("pattern", "instead", "said"),
    [
        (r"\nrich==", "\nrixh==", "pyproject.toml needs rich>=13.9, which is not locked"),
        (r"\nmarkupsafe==", "\nmarkupsave==", "jinja2 needs MarkupSafe>=2.0, which is not locked"),
        (r"\ncoverage\[toml\]", "\ncoverage", "locked without toml"),
        (r"\nclick==8", "\nclick==7", "pyproject.toml needs click>=8.4, locked is 7"),
        (r"\nattrs==\S+", "\nattrs", "attrs is not locked to one version"),
        (r"; python_full_version < '3.12'", "; python_full_version > '3.14'", "networkx"),
    ],
)
def test_a_lock_that_lacks_something_is_noticed(pattern: str, instead: str, said: str) -> None:
    spoilt, times = re.subn(pattern, instead, text_of("dev"))
    assert times == 1
    assert any(said in problem for problem in missing("dev", spoilt, "3.11", "linux"))
