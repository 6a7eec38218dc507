from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.cli.main import main
from tests.support.sample import STORE, sample


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(["handbook", *args, "--lang", "zh", "--org", str(STORE)])
    return int(caught.value.code or 0)


def test_a_handbook_in_parts_is_a_file_a_department_and_one_for_all(tmp_path: Path) -> None:
    assert run("--parts", "-o", str(tmp_path / "parts")) == 0
    used = {position.department for position in sample().positions.values()}
    names = {f"handbook.{department}.zh.html" for department in used}
    assert {path.name for path in (tmp_path / "parts").iterdir()} == {
        *names,
        "handbook-common.zh.html",
    }


def test_one_department_is_one_file(tmp_path: Path) -> None:
    target = tmp_path / "part.html"
    assert run("--department", "after-sales", "-o", str(target)) == 0
    assert "售后" in target.read_text("utf-8")


def test_parts_and_a_department_exclude_each_other(tmp_path: Path) -> None:
    assert run("--parts", "--department", "after-sales", "-o", str(tmp_path / "x")) == 2
