"""The built wheel runs outside the checkout, with everything it needs inside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.slow
PARTS = (
    "src",
    "definitions",
    "schemas",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the tree; the tree itself stays as it is."""
    copy = tmp_path_factory.mktemp("copy")
    for name in PARTS:
        path = ROOT / name
        if path.is_dir():
            ignore = shutil.ignore_patterns("__pycache__", "_snapshots")
            shutil.copytree(path, copy / name, ignore=ignore)
        else:
            shutil.copy(path, copy / name)
    built = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
    )
    assert done.returncode == 0, done.stderr
    (made,) = built.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel as an installer would."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run(site: Path, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dealer_roles", *args],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(site), "DEALER_ROLES_LANG": "en"},
    )


def test_the_wheel_holds_what_it_needs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    wanted = [
        "dealer_roles/py.typed",
        "dealer_roles/_snapshots/standard.json",
        "dealer_roles/_snapshots/d14.txt",
        "dealer_roles/_bundled/definitions/catalogue/positions.yaml",
        "dealer_roles/_bundled/definitions/references/d14/organization.yaml",
        "dealer_roles/_bundled/schemas/position.schema.json",
        "dealer_roles/publish/render/templates/job-description.docx",
        "dealer_roles/cli/help.zh.yaml",
    ]
    assert [name for name in wanted if name not in names] == []
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"dealer_roles"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_command_line_answers_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "list", "organizations", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["organizations"]) == 16
    tasks = json.loads(run(installed, tmp_path, "list", "tasks", "--format", "json").stdout)
    done = run(installed, tmp_path, "owner", tasks["tasks"][0]["id"], "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["evidence"][0]["file"].startswith("bundled:standard/")
    assert json.loads(run(installed, tmp_path, "schema", "position").stdout)["title"]
    assert "显示本帮助并退出" in run(installed, tmp_path, "owner", "--lang", "zh", "--help").stdout


def test_its_snapshots_hold_for_its_own_files(installed: Path, tmp_path: Path) -> None:
    code = (
        "from dealer_roles.loading.bundled import bundle, bundled\n"
        "import sys\n"
        "assert all(bundle(name).proven for name in ('catalogue', *bundled()))\n"
        "assert 'pydantic' not in sys.modules and 'yaml' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert done.returncode == 0, done.stderr


def test_the_metadata_names_the_command_and_the_typing_marker(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        entry = next(n for n in archive.namelist() if n.endswith("entry_points.txt"))
        assert "dealer-roles = dealer_roles.__main__:main" in archive.read(entry).decode()
        metadata = next(n for n in archive.namelist() if n.endswith("METADATA"))
        text = archive.read(metadata).decode()
    assert "Classifier: Typing :: Typed" in text
    assert "Provides-Extra: word" in text
