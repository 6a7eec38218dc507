"""What is signed has few pages: two, for whoever has reports three, in each language."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.job_description.publish import Format, describe_all
from dealer_roles.values.text import LANGS, Lang
from tests.support.tools import needs

STAFF, LEADERS = 2, 3
_PAGES = re.compile(r"^Pages: +(\d+)$", re.MULTILINE)


def pages(file: Path) -> int:
    made = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True)
    found = _PAGES.search(made.stdout)
    assert found is not None
    return int(found[1])


def written(folder: Path, format_: Format, lang: Lang) -> None:
    for item in describe_all(load("standard").on(), (lang,), format_, layout="summary"):
        (folder / item.file).write_bytes(item.content)


def too_long(folder: Path) -> Mapping[str, int]:
    """Return whose paper has more pages than it may, and how many."""
    leaders = load("standard").on().lines.below
    counts = {file.name.partition(".")[0]: pages(file) for file in folder.glob("*.pdf")}
    assert len(counts) == len(load("standard").positions) + len(load("standard").posts)
    return {id_: n for id_, n in counts.items() if n > (LEADERS if id_ in leaders else STAFF)}


@needs("poppler")
@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_a_pdf_to_sign_has_few_pages(tmp_path: Path, lang: Lang) -> None:
    written(tmp_path, "pdf", lang)
    assert too_long(tmp_path) == {}


@needs("poppler")
@needs("libreoffice")
@needs("chinese-font")
@needs("word-font")
@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_a_word_file_to_sign_has_few_pages(tmp_path: Path, lang: Lang) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    written(folder, "docx", lang)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, folder.glob("*.docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=500)
    assert too_long(folder) == {}
