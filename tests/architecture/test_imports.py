"""Imports point one way only, and a question starts without the heavy packages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.write_snapshots import write_snapshots
from dealer_roles.model.entities import Position
from dealer_roles.source.resources import resource

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("networkx", "jsonschema", "pydantic_core", "yaml", "rich", "jinja2")


def python(code: str, *args: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_contracts_of_import_linter_hold() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [str(lint), "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.returncode == 0, done.stdout


def test_importing_the_package_imports_nothing_heavy_and_nothing_of_its_own() -> None:
    code = (
        "import sys, json; import dealer_roles; print(json.dumps([m for m in sys.modules "
        f"if m.split('.')[0] in {(*HEAVY, 'click')} or m.startswith('dealer_roles.')]))"
    )
    assert json.loads(python(code)) == []


def test_what_checks_imports_neither_click_nor_what_takes_as_long_as_python_to_start() -> None:
    code = (
        "import sys; sys.path.insert(0, 'src'); import dealer_roles.cli.main, "
        "dealer_roles.cli.plain_check, dealer_roles.gate.check, dealer_roles.reports.text, "
        "dealer_roles.loading.folder_snapshot, dealer_roles.gate.signature_register; "
        "print([m for m in ('click', 'dataclasses', 'inspect', 'pathlib') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.fixture
def snapshots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Snapshots of what is bundled now, in a folder of their own."""
    monkeypatch.setattr(
        "dealer_roles.loading.snapshot_store.snapshot_path",
        lambda name: str(tmp_path / f"{name}.json"),
    )
    monkeypatch.setattr("dealer_roles.loading.write_snapshots.bundled", lambda: ("d14", "standard"))
    assert len(write_snapshots()) >= 4
    return tmp_path


ASK = """
import sys, json
import dealer_roles.loading.snapshot_store as store
store.snapshot_path = lambda name: sys.argv[1] + "/" + name + ".json"
from dealer_roles.cli.main import main
try:
    main(sys.argv[2:])
except SystemExit as end:
    assert end.code in (None, 0, 1), end.code
print(json.dumps([m for m in sys.modules if m.split(".")[0] in HEAVY]))
""".replace("HEAVY", str(HEAVY))


@pytest.mark.parametrize(
    "scope",
    [[], ["--on", "2026-01-31"], ["--lang", "zh"]],
    ids=["today", "on a day", "in Chinese"],
)
def test_owner_starts_without_the_heavy_packages(snapshots: Path, scope: list[str]) -> None:
    task = _some_task()
    out = python(ASK, str(snapshots), "owner", task, "--org", "d14", "--format", "json", *scope)
    answer, modules = out.rsplit("\n", 2)[0], out.rsplit("\n", 2)[1]
    assert json.loads(answer)["task"] == task
    assert json.loads(modules) == []


def test_a_check_of_an_unchanged_folder_starts_without_the_heavy_packages(
    snapshots: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("DEALER_ROLES_CACHE", "on")
    folder = str(tmp_path / "own")
    shutil.copytree(resource("definitions", "references", "d14"), folder)
    first, again = (python(ASK, str(snapshots), "check", folder) for _ in range(2))
    assert "pydantic_core" in json.loads(first.splitlines()[-1])
    assert json.loads(again.splitlines()[-1]) == []


def _some_task() -> str:
    import dealer_roles as dr

    return min(dr.load("d14").tasks)


def test_what_is_bundled_is_the_standard_and_the_references() -> None:
    assert bundled() == ("standard", *(f"d{n:02}" for n in range(1, 16)))
    assert all(Path(resource("definitions", "references", n)).is_dir() for n in bundled()[1:])


def test_entities_are_frozen() -> None:
    import dealer_roles as dr

    position = next(iter(dr.load("d14").positions.values()))
    assert isinstance(position, Position)
    with pytest.raises(AttributeError):
        position.id = "x"  # type: ignore[misc] # that it cannot be set is what is tested
