"""The pictures of the documentation, drawn anew: ``make pictures``."""

from __future__ import annotations

import base64
import subprocess
import tempfile
from pathlib import Path

from scripts.page_counts import convert

from dealer_roles.facade import load
from dealer_roles.publish.explorer.publish import explorer_of
from dealer_roles.publish.job_description.publish import Format, as_bytes, describe
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from dealer_roles.values.text import Lang
from tests.support.chromium import Page
from tests.support.sample import DAY

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
DESK, PHONE = (1400, 900), (390, 844)
ON_A_PHONE = ((0, "position/service-advisor"), (1, "position/service-advisor"), (0, "authority"))
"""What stands side by side: the language and the page."""
MATRIX = (1500, 900)
FIRST_PAGES: dict[str, tuple[str, Lang, Format]] = {
    "job-description-zh": ("service-advisor", "zh", "pdf"),
    "job-description-en": ("sales-consultant", "en", "pdf"),
    "job-description-word": ("warranty-specialist", "zh", "docx"),
}
"""The papers of which the first page is shown: whose, in which language and format."""
_POINTS_AN_INCH = 80


def shown(page: Page, size: tuple[int, int], lang: int, view: str, part: str = "") -> bytes:
    """Return a page of the explorer as PNG."""
    page.screen(*size)
    page.run(f"lang = {lang}; location.hash = '#{view}'; render(true)")
    page.wait(f"document.querySelector('#main').dataset.page === '#{view}'")
    page.run(f"document.querySelector('{part or 'header'}').scrollIntoView()")
    return page.picture()


def side_by_side(page: Page, folder: Path, pictures: list[bytes]) -> bytes:
    """Return pictures of a phone in one row, with a line around each."""
    images = "".join(
        f'<img src="data:image/png;base64,{base64.b64encode(one).decode()}">' for one in pictures
    )
    style = "body{margin:0;display:flex;font-size:0}img{border:1px solid #888}"
    file = folder / "row.html"
    file.write_text(f"<!doctype html><style>{style}</style>{images}", "utf-8")
    page.screen(len(pictures) * (PHONE[0] + 2), PHONE[1] + 2)
    page.open(file.as_uri(), "[...document.images].every(one => one.complete)")
    return page.picture()


def first_page(folder: Path, position: str, lang: Lang, format_: Format) -> bytes:
    """Return the first page of a paper to sign as PNG, of a Word file by LibreOffice."""
    file = folder / f"{position}.{format_}"
    org = load("standard").on(DAY)
    file.write_bytes(as_bytes(describe(org, position, lang, format_, layout="summary")))
    if format_ == "docx":
        convert(folder, [file], folder)
        file = file.with_suffix(".pdf")
    page = folder / "page"
    size = ("-r", str(_POINTS_AN_INCH), "-f", "1", "-l", "1")
    subprocess.run(["pdftoppm", "-png", "-singlefile", *size, file, page], check=True)
    return page.with_suffix(".png").read_bytes()


def main() -> None:
    """Draw them all."""
    with tempfile.TemporaryDirectory() as name:
        for picture, paper in FIRST_PAGES.items():
            (FOLDER / f"{picture}.png").write_bytes(first_page(Path(name), *paper))
    with tempfile.TemporaryDirectory() as name, Page(Path(name) / "profile") as page:
        folder = Path(name)
        file = folder / "explorer.html"
        file.write_text(explorer_of(load("standard").on(DAY), "zh"), "utf-8")
        page.send("Emulation.setScrollbarsHidden", hidden=True)
        page.screen(*DESK)
        page.open(file.as_uri())
        position = shown(page, DESK, 0, "position/service-advisor", "#handoffs")
        (FOLDER / "explorer-position.png").write_bytes(position)
        process = shown(page, DESK, 0, "process/warranty-claim", "#lanes")
        (FOLDER / "explorer-process.png").write_bytes(process)
        phones = [shown(page, PHONE, lang, view) for lang, view in ON_A_PHONE]
        (FOLDER / "explorer-phone.png").write_bytes(side_by_side(page, folder, phones))
        file = folder / "matrix.html"
        file.write_bytes(render_matrix(matrix_of(load("standard").on(DAY), "zh"), "html"))
        page.screen(*MATRIX)
        page.open(file.as_uri(), "document.readyState === 'complete'")
        (FOLDER / "matrix.png").write_bytes(page.picture())


if __name__ == "__main__":
    main()
