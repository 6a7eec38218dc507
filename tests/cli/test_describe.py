from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from dealer_roles.publish.render.files import template_bytes
from tests.support.command import exit_code
from tests.support.sample import STORE

ORG = ["--org", str(STORE)]
ON = ["--on", "2026-11-01"]


def test_markdown_goes_to_stdout_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code("describe", "warranty-specialist", "--lang", "zh", *ORG) == 0
    assert capsys.readouterr().out.startswith("# 岗位说明书：保修专员\n")


def test_both_languages_make_two_files(tmp_path: Path) -> None:
    target = tmp_path / "w.html"
    args = ["describe", "warranty-specialist", "--lang", "both", "--format", "html"]
    assert exit_code(*args, "-o", str(target), *ORG) == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["w.en.html", "w.zh.html"]


def test_json_is_one_document_with_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("describe", "parts-desk", "--format", "json", *ORG) == 0
    assert json.loads(capsys.readouterr().out)["subject"] == "parts-desk"


def test_all_writes_a_folder_that_render_finds_current(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "jobs"
    assert exit_code("describe", "--all", "--lang", "both", "-o", str(folder), *ORG, *ON) == 0
    assert len(list(folder.iterdir())) == 20
    assert exit_code("render", "--check", str(folder), *ORG, *ON) == 0
    assert "20 documents are current." in capsys.readouterr().out


def test_render_says_of_a_missing_document_that_it_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "papers"
    assert exit_code("describe", "--all", "--lang", "zh", "-o", str(folder), *ORG, *ON) == 0
    (folder / "accountant.zh.md").unlink()
    capsys.readouterr()
    assert exit_code("render", str(folder), *ORG, *ON, "--lang", "zh") == 0
    assert "accountant.zh.md: 缺少 → 已写入\n" in capsys.readouterr().out


def test_render_says_whom_it_leaves_out_where_a_folder_holds_few(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "accountant.zh.md"
    paper.touch()
    assert exit_code("render", str(tmp_path), *ORG, *ON, "--lang", "en") == 0
    assert [*tmp_path.iterdir()] == [paper]
    said = capsys.readouterr().out
    assert "*.zh.md: 1 of 10 are here, the others are not written (--all does)" in said
    assert exit_code("render", "--check", str(tmp_path), *ORG, *ON) == 0
    assert exit_code("render", "--check", "--all", str(tmp_path), *ORG, *ON) == 1
    assert exit_code("render", "--all", str(tmp_path), *ORG, *ON) == 0
    assert len([*tmp_path.iterdir()]) == 10


def test_render_leaves_an_edited_document_alone_until_it_is_told_to_overwrite(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code("describe", "--all", "--lang", "en", "-o", str(tmp_path), *ORG, *ON)
    file = tmp_path / "accountant.en.md"
    right = file.read_text("utf-8")
    file.write_text("old", "utf-8")
    assert exit_code("render", "--check", str(tmp_path), *ORG, *ON) == 1
    assert "accountant.en.md: not as it was written here" in capsys.readouterr().out
    assert exit_code("render", str(tmp_path), *ORG, *ON) == 1
    assert file.read_text("utf-8") == "old"
    assert exit_code("render", "--overwrite", str(tmp_path), *ORG, *ON) == 0
    assert file.read_text("utf-8") == right


def test_a_folder_without_documents_says_how_to_make_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code("render", "--check", str(tmp_path), *ORG) == 2
    assert "describe --all" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["describe"], "Name a POSITION"),
        (["describe", "warranty-specialist", "--all"], "Name a POSITION"),
        (["describe", "--all"], "-o FOLDER"),
        (["describe", "waranty-specialist"], "did you mean warranty-specialist"),
        (
            ["describe", "warranty-specialist", "--template", str(STORE / "organization.yaml")],
            "docx",
        ),
        (["describe", "accountant", "--lang", "both", "--format", "html"], "-o FILE"),
    ],
)
def test_wrong_use_says_what_is_wanted(
    args: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(*args, *ORG) == 2
    assert says in capsys.readouterr().err


def test_a_template_is_exported_once_linted_and_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, made = tmp_path / "own.docx", tmp_path / "made.docx"
    assert exit_code("template", "export", str(own)) == 0
    assert own.read_bytes() == template_bytes("job-description.docx")
    assert exit_code("template", "export", str(own)) == 2
    assert "--force" in capsys.readouterr().err
    assert exit_code("template", "lint", str(own)) == 0
    args = ["describe", "accountant", "--format", "docx", "--template", str(own)]
    assert exit_code(*args, "-o", str(made), *ORG) == 0
    assert zipfile.is_zipfile(made)


def test_lint_names_an_unknown_tag_and_describe_refuses_the_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.docx"
    own.write_bytes(with_tag("purpos.title"))
    assert exit_code("template", "lint", str(own), "--lang", "zh") == 1
    assert "不认识标签 {{ purpos }}，可用：purpose" in capsys.readouterr().out
    args = ["describe", "accountant", "--format", "docx", "--template", str(own)]
    assert exit_code(*args, "-o", str(tmp_path / "made.docx"), *ORG) == 2
    assert "purpos" in capsys.readouterr().err
    assert not (tmp_path / "made.docx").exists()


def with_tag(tag: str) -> bytes:
    """The shipped template with another tag in place of the purpose's heading."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template_bytes("job-description.docx"))) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"purpose.title", tag.encode()))
    return made.getvalue()


@pytest.mark.parametrize("layout", ["summary", "annex"])
def test_each_layout_has_names_of_its_own_and_is_kept_current(tmp_path: Path, layout: str) -> None:
    written = ("describe", "--all", "--layout", layout, "--lang", "zh", "-o", str(tmp_path))
    assert exit_code(*written, *ORG, *ON) == 0
    assert (tmp_path / f"warranty-specialist.{layout}.zh.md").is_file()
    assert not [path for path in tmp_path.iterdir() if f".{layout}." not in path.name]
    assert exit_code("render", "--check", str(tmp_path), *ORG, *ON) == 0


def test_render_fills_an_empty_file_with_a_known_name(tmp_path: Path) -> None:
    chart = tmp_path / "org-chart.en.svg"
    chart.touch()
    assert exit_code("render", "--check", str(tmp_path), *ORG, *ON) == 1
    assert exit_code("render", str(tmp_path), *ORG, *ON) == 0
    assert chart.read_text("utf-8").startswith("<svg")
    assert exit_code("render", "--check", str(tmp_path), *ORG, *ON) == 0


@pytest.mark.parametrize("format_", ["md", "html", "docx"])
def test_describe_never_overwrites_unasked_what_somebody_edited(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"a.{format_}"
    args = ["describe", "accountant", "--lang", "en", "--format", format_, "-o", str(file)]
    assert exit_code(*args, *ORG, *ON) == 0
    assert exit_code(*args, *ORG, *ON) == 0
    right = file.read_bytes()
    edited = _edited(right, format_)
    file.write_bytes(edited)
    capsys.readouterr()
    assert exit_code(*args, *ORG, *ON) == 1
    assert str(file) in capsys.readouterr().err
    assert file.read_bytes() == edited
    assert exit_code(*args, "--beside", *ORG, *ON) == 0
    assert (file.read_bytes(), file.with_suffix(f".new.{format_}").read_bytes()) == (edited, right)
    assert exit_code(*args, "--overwrite", *ORG, *ON) == 0
    assert file.read_bytes() == right


def _edited(content: bytes, format_: str) -> bytes:
    if format_ != "docx":
        return content.replace(b"Accountant", b"Bookkeeper", 1)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"Accountant", b"Bookkeeper"))
    return made.getvalue()


def test_describe_all_writes_the_others_and_names_what_it_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["describe", "--all", "--lang", "en", "-o", str(tmp_path), *ORG, *ON]
    exit_code(*args)
    (tmp_path / "accountant.en.md").write_text("mine\n", "utf-8")
    (tmp_path / "parts-desk.en.md").unlink()
    capsys.readouterr()
    assert exit_code(*args) == 1
    assert "accountant.en.md" in capsys.readouterr().err
    assert (tmp_path / "accountant.en.md").read_text("utf-8") == "mine\n"
    assert (tmp_path / "parts-desk.en.md").is_file()
