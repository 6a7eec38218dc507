"""Where documentation is run from: the checkout, and the wheel in an empty environment."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

PIP = ["-m", "pip", "--quiet", "--no-input"]


def environment(folder: Path, *requirements: str) -> Path:
    """Make an empty virtual environment, install into it and return its root.

    Args:
        folder: Where to make it.
        requirements: What pip is told to install, an argument list.
    """
    venv.create(folder, with_pip=True)
    if requirements:
        subprocess.run([folder / "bin" / "python", *PIP, "install", *requirements], check=True)
    return folder


@pytest.fixture(scope="session")
def wheel_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel with what the lock names, in an environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, *PIP, "wheel", *options, str(ROOT)], check=True)
    (built,) = folder.glob("dealer_roles-*.whl")
    lock = str(ROOT / "requirements" / "run.txt")
    made = environment(folder / "venv", "--no-deps", "--require-hashes", "-r", lock)
    return environment(made, "--no-deps", str(built))


@pytest.fixture
def installed(request: pytest.FixtureRequest) -> Path:
    """The virtual environment a page is read with, by the test's parameter."""
    if request.param == "checkout":
        return Path(sys.prefix)
    wheel: Path = request.getfixturevalue("wheel_environment")
    return wheel
