from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.handbook import pdf
from dealer_roles.publish.handbook.handbook import parts_of
from dealer_roles.publish.handbook.publish import handbook_of, render_handbook
from tests.support.command import exit_code
from tests.support.large_group import write_group
from tests.support.sample import STORE, sample


def run(*args: str) -> int:
    return exit_code("handbook", *args, "--lang", "zh", "--org", str(STORE))


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


@pytest.mark.parametrize(
    "several",
    [("--parts", "--department", "after-sales"), ("--parts", "--whole"),
     ("--department", "after-sales", "--whole")],
)  # fmt: skip
def test_parts_a_department_and_the_whole_exclude_each_other(
    tmp_path: Path, several: tuple[str, ...]
) -> None:
    assert run(*several, "-o", str(tmp_path / "x")) == 2


def test_a_pdf_beyond_the_memory_to_spare_is_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pdf, "MOST_MEGABYTES", 0)
    target = tmp_path / "book.pdf"
    assert run("-o", str(target)) == 2
    assert not target.exists()
    said = capsys.readouterr().err
    assert "--parts" in said
    assert "--whole" in said
    assert "内存" in said
    assert run("--whole", "-o", str(target)) == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_the_memory_is_told_from_what_is_set(tmp_path: Path) -> None:
    org = load(write_group(tmp_path / "group", 1000, 40)).on()
    with pytest.raises(pdf.HandbookTooLarge) as caught:
        render_handbook(handbook_of(org, "zh"), "pdf")
    assert 1500 < caught.value.megabytes < 1800
    first = parts_of(org)[0]
    assert render_handbook(handbook_of(org, "zh", first), "pdf").startswith(b"%PDF")
