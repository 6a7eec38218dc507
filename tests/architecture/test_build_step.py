"""The build step needs no package but those that the build requires: pip builds alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
BUILD = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in sys.argv[2:]:
            raise ModuleNotFoundError(f"not required by the build: {name}", name=name)

sys.meta_path.insert(0, Absent())
import dealer_roles.loading.snapshot_store as store
import dealer_roles.loading.write_snapshots as step
store.snapshot_path = lambda name: sys.argv[1] + "/" + name + ".json"
step.bundled = lambda: ("d01",)
import dealer_roles.cli.write_printed_owners
print(len(step.write_snapshots()))
"""


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9_-]", text)[0].lower() for text in requirements}


def _others() -> set[str]:
    """What is installed with the package and is not there while it is built."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = _names(project["project"]["dependencies"])
    for extra in project["project"]["optional-dependencies"].values():
        wanted |= _names(extra)
    return wanted - _names(project["build-system"]["requires"])


def test_the_build_step_imports_nothing_that_the_build_does_not_require(tmp_path: Path) -> None:
    others = _others()
    assert {"jsonschema", "networkx"} <= others
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(tmp_path), *sorted(others)],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "DEALER_ROLES_CACHE": "off"},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "3\n"), done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "catalogue.json", "d01.json", "rules.json",
    ]  # fmt: skip
