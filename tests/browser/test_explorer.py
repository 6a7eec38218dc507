"""The explorer in headless Chromium: opened from a file, clicked, searched, typed at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.explorer.publish import explorer_of
from dealer_roles.words.plain_text import plain
from tests.support.chromium import Page
from tests.support.sample import DAY, sample
from tests.support.tools import needs
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store

pytestmark = needs("chromium")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with Page(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("explorer"), sample())


def written(folder: Path, organization: Organization) -> str:
    file = folder / "explorer.html"
    file.write_text(explorer_of(organization.on(DAY), "zh"), "utf-8")
    return file.as_uri()


def at(page: Page, hash_: str) -> None:
    """Wait until the page of a link is drawn."""
    page.wait(f"document.querySelector('#main').dataset.page === '{hash_}'")


def fresh(page: Page, address: str, hash_: str = "") -> None:
    page.send("Page.navigate", url="about:blank")
    page.open(address + hash_)


def sought(page: Page, text: str) -> None:
    """Search without a click: the key for it, and the words."""
    page.press("/")
    page.type(text)
    page.wait("document.querySelectorAll('#hits [role=option]').length > 0")


def test_owner_of_the_invoice_and_who_is_called_for_a_disputed_claim_in_three_clicks(
    page: Page, tmp_path: Path
) -> None:
    standard = load("standard")
    fresh(page, written(tmp_path, standard))
    sought(page, "开发票")
    page.click("#hits [data-ref='task/issue-invoice']")
    at(page, "#task/issue-invoice")
    answer = standard.owner("issue-invoice", on=DAY)
    owners = [standard.positions[owner].name.zh for owner in answer.owners]
    assert owners
    assert all(name in page.words("#answer .who") for name in owners)
    place = answer.evidence[0].span
    assert f"{place.file}:{place.line}" in page.words("#answer")
    sought(page, "disputed")
    page.click("#hits [data-ref='topic/disputed-claim']")
    at(page, "#topic/disputed-claim")
    ladder = standard.on().model.ladders["disputed-claim"]
    names = [standard.on().model.positions[s.position].name.zh for s in ladder if s.position]
    called = page.words(".ladder")
    assert sorted(names, key=called.index) == names


def test_a_task_says_who_is_called_without_another_click(page: Page, address: str) -> None:
    fresh(page, address, "#task/file-warranty-claim")
    assert "索赔争议" in page.words()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("保修专", "position/warranty-specialist"),
        ("bxzy", "position/warranty-specialist"),
        ("warranty spec", "position/warranty-specialist"),
        ("warranty-specialist", "position/warranty-specialist"),
    ],
)
def test_search_finds_by_chinese_initials_english_and_id(
    page: Page, address: str, text: str, first: str
) -> None:
    fresh(page, address)
    sought(page, text)
    assert page.run("document.querySelector('#hits li').dataset.ref") == first


def test_keys_search_choose_open_and_go_back(page: Page, address: str) -> None:
    fresh(page, address)
    page.press("/")
    page.wait("document.activeElement.id === 'q'")
    page.type("结算")
    page.press("ArrowDown")
    second = page.run("document.querySelectorAll('#hits li')[1].dataset.ref")
    page.press("Enter")
    at(page, f"#{second}")
    page.press("Escape")
    at(page, "")
    assert page.run("document.querySelectorAll('.chart section').length") >= 3


def test_clicking_a_box_of_the_handoff_picture_opens_that_position(
    page: Page, address: str
) -> None:
    fresh(page, address)
    page.click(".chart a[href='#position/warranty-specialist']")
    page.wait("!!document.querySelector('.picture svg [data-ref]')")
    wanted = page.run("document.querySelector('.picture svg [data-ref]').dataset.ref")
    page.click(".picture svg [data-ref]")
    at(page, f"#{wanted}")


def test_language_and_theme_switch_in_place(page: Page, address: str) -> None:
    fresh(page, address, "#position/warranty-specialist")
    before = page.run("document.documentElement.dataset.theme")
    page.click("#lang")
    assert page.words("h2").startswith("Warranty Specialist")
    assert page.run("document.documentElement.lang") == "en"
    page.click("#theme")
    assert page.run("document.documentElement.dataset.theme") != before
    assert page.run("location.hash") == "#position/warranty-specialist"


def test_every_page_opens_without_an_error_or_a_request(page: Page, address: str) -> None:
    fresh(page, address)
    page.events.clear()
    links = page.run(
        "D.find.map(f => '#' + f[0] + '/' + f[1]).concat(Object.keys(PAGES).map(p => '#' + p))"
    )
    for hash_ in links:
        page.run(f"location.hash = '{hash_}'")
        at(page, hash_)
        assert page.words()
    kinds = [event["method"] for event in page.events]
    assert "Runtime.exceptionThrown" not in kinds
    assert "Log.entryAdded" not in kinds
    assert "Network.requestWillBeSent" not in kinds


def test_a_link_to_nothing_says_so(page: Page, address: str) -> None:
    fresh(page, address, "#task/%E0%A4%A")
    assert "没有这个条目" in page.words()
    fresh(page, address, "#position/__proto__")
    assert "没有这个条目" in page.words()


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_is_shown_as_text(page: Page, tmp_path: Path, number: int) -> None:
    fresh(page, written(tmp_path, hostile_store(tmp_path, HOSTILE[number])))
    page.run("location.hash = '#position/warranty-specialist'")
    at(page, "#position/warranty-specialist")
    shown = "".join(str(page.run("document.querySelector('main').textContent")).split())
    assert "".join(plain(HOSTILE[number]).split()) in shown
    assert page.run("document.querySelectorAll('main img, main script').length") == 0
