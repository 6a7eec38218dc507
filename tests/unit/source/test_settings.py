"""Settings: the nearest file upward, every mistake named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.loading.read import read
from dealer_roles.source.settings import DEFAULTS, find_settings
from dealer_roles.values.errors import InvalidSettings
from tests.support.tiny import write_tiny


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert find_settings(tmp_path) == DEFAULTS


def test_the_nearest_file_upward_holds(tmp_path: Path) -> None:
    (tmp_path / "dealer-roles.toml").write_text("max-depth = 7\nmax-files = 9\n", "utf-8")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_settings(deep).max_depth == 7
    (deep / "dealer-roles.toml").write_text("max-depth = 8\n", "utf-8")
    assert (find_settings(deep).max_depth, find_settings(deep).max_files) == (8, DEFAULTS.max_files)


def test_a_pyproject_counts_only_with_a_table_of_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n", "utf-8")
    assert find_settings(tmp_path) == DEFAULTS
    (tmp_path / "pyproject.toml").write_text("[tool.dealer-roles]\nplugins = ['a']\n", "utf-8")
    assert find_settings(tmp_path).plugins == ("a",)


@pytest.mark.parametrize("name", ["dealer_roles", "DealerRoles", "dealer-role"])
def test_a_table_of_ours_with_a_slip_in_its_name_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.{name}]\nmax-files = 1\n", "utf-8")
    with pytest.raises(InvalidSettings, match=r"did you mean \[tool.dealer-roles\]"):
        find_settings(tmp_path)


def test_a_folder_named_like_a_settings_file_holds_no_settings(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "org", {"tasks": ["sell"], "positions": {"anna": {}}})
    (folder / "dealer-roles.toml").mkdir()
    assert find_settings(folder) == DEFAULTS
    assert read(folder).stands


def test_a_broken_pyproject_is_another_tools_business(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.dealer-roles\n", "utf-8")
    assert find_settings(tmp_path) == DEFAULTS


def test_every_mistake_is_named_at_once_with_the_nearest_setting(tmp_path: Path) -> None:
    text = "max-dept = 7\nmax-files = 0\nmax-depth = 9999\nplugins = 'x'\nmax-file-bytes = true\n"
    (tmp_path / "dealer-roles.toml").write_text(text, "utf-8")
    with pytest.raises(InvalidSettings) as caught:
        find_settings(tmp_path)
    assert len(caught.value.problems) == 5
    assert "did you mean max-depth?" in str(caught.value)


def test_what_nobody_sees_in_a_settings_file_is_named_with_its_line(tmp_path: Path) -> None:
    text = "max-depth = 7\n\ufeffmax-files = 9\n"
    (tmp_path / "dealer-roles.toml").write_text(text, "utf-8")
    with pytest.raises(InvalidSettings, match=r"line 2: a byte order mark \(U\+FEFF\)"):
        find_settings(tmp_path)


@pytest.mark.parametrize("content", [b"x = ", b"[" * 5000])
def test_a_settings_file_that_cannot_be_read_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dealer-roles.toml").write_bytes(content)
    with pytest.raises(InvalidSettings, match="cannot be read"):
        find_settings(tmp_path)
