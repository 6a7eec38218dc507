"""What the tests of pages share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.chromium import Page


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A browser with a profile of its own."""
    with Page(tmp_path_factory.mktemp("profile")) as opened:
        yield opened
