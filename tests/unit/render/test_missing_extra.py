from __future__ import annotations

import sys

import pytest

from dealer_roles.base.errors import MissingExtra
from dealer_roles.render.docx import docx
from dealer_roles.render.html import environment, html
from dealer_roles.render.markdown import markdown
from dealer_roles.render.pdf import installed, pdf
from tests.support.sample import described


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
