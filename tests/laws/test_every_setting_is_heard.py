"""Law 2 for settings: each of them, set to what nothing fits, is heard by whoever loads."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.source.settings import Settings
from dealer_roles.values.errors import DealerRolesError, InvalidDefinitions

DATA = Path(__file__).parent.parent / "data"
NARROW = {
    "max_file_bytes": "10",
    "max_total_bytes": "10",
    "max_files": "1",
    "max_folders": "1",
    "max_depth": "1",
    "plugins": '["nobody-has-this"]',
}
"""Each setting with a value that does not fit the store."""


def refused(folder: Path, settings: str) -> str:
    """Return what a check of the store says with these settings."""
    store = folder / "store"
    shutil.copytree(DATA / "complete-store", store)
    (store / "dealer-roles.toml").write_text(settings, "utf-8")
    try:
        load(store).check("minimal")
    except InvalidDefinitions as error:
        return "\n".join(finding.message.en for finding in error.findings)
    except DealerRolesError as error:
        return error.message.en
    return ""


def test_every_setting_is_tried() -> None:
    assert set(NARROW) == {field.name for field in fields(Settings)}


@pytest.mark.parametrize("name", NARROW)
def test_a_setting_that_changes_is_heard(name: str, tmp_path: Path) -> None:
    said = refused(tmp_path, f"{name} = {NARROW[name]}\n")
    assert NARROW[name].strip('["]') in said, said
