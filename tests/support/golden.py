"""Golden files: what was once looked at and found right. ``BLESS=1`` writes them again."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """Compare a text with a golden file; with ``BLESS=1`` write the file instead."""
    path = FOLDER / name
    if os.environ.get("BLESS"):
        path.write_text(text, "utf-8")
    assert path.exists(), f"{path} is missing; BLESS=1 writes it"
    assert text == path.read_text("utf-8"), f"{path} differs; BLESS=1 writes it again"
