"""Every kind of page in headless Chromium: axe finds nothing, and nothing is wider than a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.values.text import LANGS, Lang
from tests.support.axe import axe, wider_than_screen
from tests.support.chromium import Page
from tests.support.sample import DAY
from tests.support.tools import needs

pytestmark = needs("chromium")

SCREENS: dict[str, tuple[int, int, bool, Lang]] = {
    "phone, Chinese": (390, 844, False, "zh"),
    "phone, dark, English": (390, 844, True, "en"),
    "desk, English": (1400, 900, False, "en"),
    "desk, dark, Chinese": (1400, 900, True, "zh"),
}
VIEWS = ("home", "tasks", "topics", "authority", "processes", "problems")
KINDS = ("position", "task", "topic", "process", "department", "form")
COMPLETE = Path(__file__).parents[1] / "data" / "complete-store"
# axe takes its time on long pages: the standard is looked at where it is hardest, on a phone.
SEEN = [*(("standard", screen) for screen in list(SCREENS)[:2]), *((COMPLETE, s) for s in SCREENS)]
SEEN_IN = [(store, screen) for store, screen in SEEN if store is COMPLETE]
PAGES = {
    "job description": ("job-description", "service-manager"),
    "matrix": ("matrix", None),
    "handbook": ("handbook", None),
    "authority table": ("authority", None),
}
READ_ON_A_PHONE = {kind: PAGES[kind] for kind in PAGES if kind != "matrix"}


def written(folder: Path, org: Organization, lang: Lang, product: str, subject: str | None) -> str:
    position = {"position": subject} if subject else {}
    file = folder / f"{product}.{lang}.html"
    made = org.publish(product, format="html", lang=lang, on=DAY, **position)
    file.write_bytes(made)
    return file.as_uri()


def views(page: Page) -> list[str]:
    """Every list, and of each kind of entry the one with the most to show."""
    most = "id => JSON.stringify(ENTRIES[k][id]).length"
    longest = (
        f"{list(KINDS)}.map(k => {{const ids = Object.keys(ENTRIES[k]), size = {most};"
        " return ids.length ? k + '/' + ids.reduce((a, b) => size(a) < size(b) ? b : a) : ''})"
        ".filter(Boolean)"
    )
    return [*VIEWS, *page.run(longest)]


@pytest.mark.parametrize(("store", "screen"), SEEN)
def test_the_explorer_can_be_used_by_everybody(
    page: Page, store: str | Path, tmp_path: Path, screen: str
) -> None:
    width, height, dark, lang = SCREENS[screen]
    page.screen(width, height, dark=dark)
    page.open(written(tmp_path, load(store), lang, "explorer", None))
    assert page.run("[lang, root.dataset.theme]") == [
        int(lang == "en"), "dark" if dark else "light",
    ]  # fmt: skip
    found = {}
    for view in views(page):
        page.run(f"location.hash = '#{view}'")
        page.wait(f"document.querySelector('#main').dataset.page === '#{view}'")
        page.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        found[view] = [*axe(page), *wider_than_screen(page)]
    assert len(found) >= len(VIEWS) + 3
    assert {view: said for view, said in found.items() if said} == {}


@pytest.mark.parametrize(("store", "screen"), SEEN_IN)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_to_read_can_be_used_by_everybody(
    page: Page, store: str | Path, tmp_path: Path, kind: str, screen: str
) -> None:
    product, subject = PAGES[kind]
    width, height, dark, lang = SCREENS[screen]
    page.screen(width, height, dark=dark)
    file = written(tmp_path, load(store), lang, product, subject)
    page.open(file, "!!document.querySelector('main')")
    assert [*axe(page), *wider_than_screen(page)] == []


HIDDEN = """(() => {const out = [];
  for (const box of document.querySelectorAll('.scroll')) if (!box.querySelector('svg')
    && box.scrollWidth > box.clientWidth + 1) out.push(`aside: ${box.getAttribute('aria-label')}`);
  for (const cell of document.querySelectorAll('td, th, dd, dt')) {
    const room = cell.getBoundingClientRect(), said = document.createRange();
    if (!room.width || room.width < 3) continue;
    if (cell.scrollHeight > cell.clientHeight + 1) out.push(`beyond: ${cell.textContent.trim()}`);
    said.selectNodeContents(cell);
    for (const at of said.getClientRects()) if (at.width > 1 && (at.left < room.left - 1
      || at.right > room.right + 1 || at.top < room.top - 1 || at.bottom > room.bottom + 1))
      out.push(`beyond its cell: ${cell.textContent.trim()}`);
  }
  return [...new Set(out)]; })()"""
"""What can only be read by pushing a table aside, or stands beyond its cell."""

BROKEN = """[...document.querySelectorAll('th, .signatures td')].flatMap(cell => {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), out = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    for (const word of node.data.matchAll(/[A-Za-z]{2,}/g)) {
      const said = document.createRange();
      said.setStart(node, word.index); said.setEnd(node, word.index + word[0].length);
      if (said.getClientRects().length > 1) out.push(word[0]);
    }
  return out; })"""
"""Words in the heads of tables that are broken in two."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", READ_ON_A_PHONE)
def test_on_a_phone_nothing_is_hidden_at_the_side(
    page: Page, tmp_path: Path, kind: str, lang: Lang
) -> None:
    product, subject = READ_ON_A_PHONE[kind]
    page.screen(390, 844)
    file = written(tmp_path, load("standard"), lang, product, subject)
    page.open(file, "!!document.querySelector('main')")
    assert [*page.run(HIDDEN), *page.run(BROKEN), *wider_than_screen(page)] == []


@pytest.mark.parametrize("kind", PAGES)
def test_on_a_desk_every_heading_is_whole(page: Page, tmp_path: Path, kind: str) -> None:
    product, subject = PAGES[kind]
    page.screen(1400, 900)
    file = written(tmp_path, load("standard"), "en", product, subject)
    page.open(file, "!!document.querySelector('main')")
    assert page.run(BROKEN) == []
    assert page.run(HIDDEN) == ([f"aside: {page.run('document.title').split(' · ')[0]}"]
                                if kind == "matrix" else [])  # fmt: skip


def test_axe_would_complain(page: Page, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    words = "<p style='color:#ccc'>pale words</p>" * 9
    bad.write_text(f"<html><body><img src='x'>{words}<div style='width:2000px'>x</div></body>")
    page.screen(390, 844)
    page.open(bad.as_uri(), "true")
    assert {said.split(":")[0] for said in axe(page)} >= {"image-alt", "color-contrast"}
    assert wider_than_screen(page)
