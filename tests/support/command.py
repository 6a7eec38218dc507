"""The command line, run in this process."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from dealer_roles.cli.main import main


class Run(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Return what it wrote for programs."""
        return json.loads(self.out)


def exit_code(*args: str) -> int:
    """Run a command and return its exit code."""
    with pytest.raises(SystemExit) as caught:
        main([*args])
    return int(caught.value.code or 0)


def ran(capsys: pytest.CaptureFixture[str], *args: str) -> Run:
    """Run a command and return what it did."""
    return Run(exit_code(*args), *capsys.readouterr())
