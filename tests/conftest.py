"""Fixtures and settings that all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from dealer_roles.facade import Organization
from tests.support.tiny import tiny

pytest_plugins = ["pytester"]

settings.register_profile(
    "default",
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize=True,
)
settings.register_profile("long", parent=settings.get_profile("default"), max_examples=2000)
settings.load_profile("default")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read English unless they ask for Chinese."""
    monkeypatch.setenv("DEALER_ROLES_LANG", "en")


@pytest.fixture
def make(tmp_path: Path) -> Callable[[dict[str, Any]], Organization]:
    """Build a tiny organization from its description."""

    def build(given: dict[str, Any]) -> Organization:
        return tiny(tmp_path / "org", given)

    return build
