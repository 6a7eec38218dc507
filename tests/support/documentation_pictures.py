"""The pictures of the explorer in the documentation, drawn anew: ``make pictures``."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from dealer_roles.facade import load
from dealer_roles.publish.explorer.publish import explorer_of
from tests.support.chromium import Page
from tests.support.sample import DAY

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
DESK, PHONE = (1400, 900), (390, 844)
ON_A_PHONE = ((0, "position/service-advisor"), (1, "position/service-advisor"), (0, "authority"))
"""What stands side by side: the language and the page."""


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


def main() -> None:
    """Draw them all."""
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


if __name__ == "__main__":
    main()
