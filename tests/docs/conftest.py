"""Where documentation is run from: the checkout, and the wheel in an empty environment."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# ``make docs`` builds the wheel and installs it, with what the lock names, into this one.
WHEEL = Path(sys.prefix) / "wheel"


@pytest.fixture
def installed(request: pytest.FixtureRequest) -> Path:
    """The virtual environment a page is read with, by the test's parameter."""
    if request.param == "checkout":
        return Path(sys.prefix)
    assert (WHEEL / "bin" / "dealer-roles").exists(), "make docs builds the wheel"
    return WHEEL
