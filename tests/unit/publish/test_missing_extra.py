from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.job_description.docx import docx
from dealer_roles.publish.linked_data.publish import organization_jsonld
from dealer_roles.publish.render.html import environment, html
from dealer_roles.publish.render.markdown import markdown
from dealer_roles.publish.render.pdf import installed, pdf
from dealer_roles.values.errors import MissingExtra
from tests.support.command import exit_code, ran
from tests.support.sample import STORE, described


def without(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    for module in modules:
        monkeypatch.setitem(sys.modules, module, None)
    environment.cache_clear()
    installed.cache_clear()


def test_html_without_jinja_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "jinja2")
    with pytest.raises(MissingExtra, match=r"pip install 'dealer-roles\[html\]'"):
        html(described())


def test_word_without_docxtpl_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "docxtpl")
    with pytest.raises(MissingExtra, match=r"pip install 'dealer-roles\[word\]'"):
        docx(described())


def test_pdf_without_typst_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "typst")
    with pytest.raises(MissingExtra, match=r"pip install 'dealer-roles\[pdf\]'"):
        pdf(described())


def test_markdown_needs_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "jinja2", "docxtpl", "typst")
    assert markdown(described()).startswith("# ")


COMMANDS = {
    "jinja2": (
        ("html", "describe warranty-specialist --format html -o {}"),
        ("html", "matrix --format html -o {}"),
        ("html", "handbook --format html -o {}"),
        ("explorer", "explore -o {}"),
    ),
    "pypinyin": (("explorer", "explore -o {}"),),
    "docxtpl": (("word", "describe --all --format docx -o {}"),),
    "xlsxwriter": (("excel", "matrix --format xlsx -o {}"),),
    "typst": (
        ("pdf", "describe accountant --format pdf -o {}"),
        ("pdf", "handbook --format pdf -o {}"),
    ),
}
CASES = [(m, extra, line) for m, lines in COMMANDS.items() for extra, line in lines]


@pytest.mark.parametrize(("module", "extra", "line"), CASES)
def test_a_command_says_in_one_line_what_to_install_and_writes_nothing(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    module: str,
    extra: str,
    line: str,
) -> None:
    without(monkeypatch, module)
    args = line.format(tmp_path / "made").split()
    run = ran(capsys, *args, "--org", str(STORE))
    assert (run.code, run.out) == (2, "")
    assert f"pip install 'dealer-roles[{extra}]'" in run.err
    assert run.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "line",
    [
        "describe accountant",
        "matrix --format csv -o {}",
        "picture org-chart --format svg",
        "picture handoffs",
        "jsonld organization",
        "render --check {}",
    ],
)
def test_formats_of_our_own_need_no_extra(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    without(monkeypatch, *COMMANDS)
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "organization.jsonld").write_text(organization_jsonld(load(STORE).on()), "utf-8")
    target = folder if line.startswith("render") else folder / "made"
    assert exit_code(*line.format(target).split(), "--org", str(STORE)) == 0
