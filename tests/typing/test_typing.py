"""The public API keeps its types: mypy agrees with every ``assert_type``."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def test_the_types_of_the_public_api_are_as_asserted(monkeypatch: pytest.MonkeyPatch) -> None:
    from mypy import api

    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("MYPYPATH", "src")
    out, err, code = api.run(["--warn-unused-ignores", str(HERE / "api.py")])
    assert code == 0, out + err
