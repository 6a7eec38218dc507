"""The explorer in headless Chromium: opened from a file, clicked, searched, typed at."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.explorer.publish import explorer_of
from dealer_roles.words.plain_text import plain
from tests.support.chromium import Page
from tests.support.large_group import write_group
from tests.support.sample import DAY, sample
from tests.support.tools import needs
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store

pytestmark = needs("chromium")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("explorer"), sample())


@pytest.fixture(scope="module")
def standard(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("standard"), load("standard"))


def written(folder: Path, organization: Organization) -> str:
    file = folder / "explorer.html"
    file.write_text(explorer_of(organization.on(DAY), "zh"), "utf-8")
    return file.as_uri()


def at(page: Page, hash_: str) -> None:
    """Wait until the page of a link is drawn."""
    page.wait(f"document.querySelector('#main').dataset.page === '{hash_}'")


def fresh(page: Page, address: str, hash_: str = "") -> None:
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
    page.click("#answer summary")
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
        ("放行条", "form/release-slip"),
        ("Release Slip", "form/release-slip"),
        ("售后服务部", "department/after-sales"),
    ],
)
def test_search_finds_by_names_initials_forms_departments_and_id(
    page: Page, address: str, text: str, first: str
) -> None:
    fresh(page, address)
    sought(page, text)
    assert page.run("document.querySelector('#hits li').dataset.ref") == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("店总", "position/general-manager"),
        ("前台", "position/service-advisor"),
        ("收银", "position/settlement-specialist"),
        ("出纳", "position/finance-specialist"),
        ("工单", "form/repair-order"),
        ("出门证", "form/exit-slip"),
        ("gate-pass", "form/exit-slip"),
    ],
)
def test_search_finds_by_common_words_and_former_ids(
    page: Page, standard: str, text: str, first: str
) -> None:
    fresh(page, standard)
    sought(page, text)
    found = page.run(
        "[...document.querySelectorAll('#hits li')].slice(0, 3).map(l => l.dataset.ref)"
    )
    assert first in found


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
    page.wait("!!document.querySelector('.picture [data-ref]')")
    wanted = page.run("document.querySelector('.picture [data-ref]').dataset.ref")
    page.click(".picture [data-ref]")
    at(page, f"#{wanted}")


def test_language_and_theme_switch_in_place_and_are_kept(page: Page, address: str) -> None:
    fresh(page, address, "#position/warranty-specialist")
    before = page.run("document.documentElement.dataset.theme")
    page.click("#lang")
    assert page.words("h2").startswith("Warranty Specialist")
    assert page.run("document.documentElement.lang") == "en"
    page.click("#theme")
    assert page.run("document.documentElement.dataset.theme") != before
    assert page.run("location.hash") == "#position/warranty-specialist"
    fresh(page, address, "#position/warranty-specialist")
    assert page.words("h2").startswith("Warranty Specialist")
    assert page.run("document.documentElement.dataset.theme") != before
    page.run("localStorage.clear()")


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


def test_every_entry_is_reached_by_links_from_the_first_page(page: Page, address: str) -> None:
    fresh(page, address)
    seen: set[str] = set()
    ahead = {f"#{tab}" for tab in page.run("Object.keys(PAGES)")}
    while ahead - seen:
        hash_ = min(ahead - seen)
        page.run(f"location.hash = '{hash_}'")
        at(page, hash_)
        seen.add(hash_)
        links = "[...document.querySelectorAll('main a')].map(a => a.getAttribute('href'))"
        ahead |= {"/".join(link.split("/")[:2]) for link in page.run(links)}
    everything = page.run("D.find.map(f => '#' + f[0] + '/' + f[1])")
    assert set(everything) <= seen


def test_positions_without_a_department_are_there(page: Page, tmp_path: Path) -> None:
    fresh(page, written(tmp_path, load(write_group(tmp_path / "flat", 30, 0))))
    assert page.run("document.querySelectorAll('.chart a[href^=\"#position/\"]').length") == 30


def test_ids_that_mean_something_to_javascript_are_ids(page: Page, tmp_path: Path) -> None:
    folder = write_group(tmp_path / "odd", 12, 3)
    text = (folder / "organization.yaml").read_text("utf-8")
    for old, new in (("p1", "constructor"), ("d1", "valueof"), ("t3", "tostring")):
        text = re.sub(rf"\b{old}\b", new, text)
    (folder / "organization.yaml").write_text(text, "utf-8")
    fresh(page, written(tmp_path, load(folder)), "#position/constructor")
    assert "第1号主管岗" in page.words()
    assert page.run("document.querySelectorAll('.duties li').length") == 3


@needs("poppler")
@pytest.mark.parametrize("view", ["#home", "#position/warranty-specialist", "#authority", "#tasks"])
def test_no_printed_page_is_blank(page: Page, address: str, tmp_path: Path, view: str) -> None:
    fresh(page, address, view)
    printed = tmp_path / "printed.pdf"
    printed.write_bytes(page.pdf())
    made = subprocess.run(["pdftotext", str(printed), "-"], capture_output=True, check=True)
    pages = made.stdout.decode().split("\f")[:-1]
    assert pages
    assert all(len(text.split()) > 1 for text in pages), [len(text.split()) for text in pages]


@needs("poppler")
@pytest.mark.parametrize("process", ["service-visit", "warranty-claim", "hiring"])
def test_no_printed_page_of_a_process_is_nearly_blank(
    page: Page, standard: str, tmp_path: Path, process: str
) -> None:
    fresh(page, standard, f"#process/{process}")
    printed = tmp_path / "printed.pdf"
    printed.write_bytes(page.pdf())
    text = subprocess.run(
        ["pdftotext", str(printed), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = ["".join(sheet.split()) for sheet in text.split("\f")[:-1]]
    assert pages
    assert [len(words) for words in pages if len(words) < 20] == []


def test_the_name_stays_in_sight_beside_its_handoffs(page: Page, standard: str) -> None:
    for width, height in ((390, 844), (1400, 900)):
        page.screen(width, height)
        fresh(page, standard, "#position/service-advisor/handoffs")
        page.wait("!!document.querySelector('.around .self')")
        page.run("document.querySelectorAll('.around .gives li')[8].scrollIntoView()")
        place = "document.querySelector('.self strong').getBoundingClientRect()"
        top, bottom = page.run(f"(r => [r.top, r.bottom])({place})")
        assert 0 <= top < bottom <= height


def test_the_largest_group_opens_and_answers(page: Page, tmp_path: Path) -> None:
    """1,368 positions in 330 departments."""
    page.screen(390, 844)
    fresh(page, written(tmp_path, load(write_group(tmp_path / "group"))))
    assert page.run("document.querySelectorAll('main *').length") < 3000
    sought(page, "1234号")
    page.click("#hits [data-ref='position/p1234']")
    at(page, "#position/p1234")
    assert page.run("document.querySelectorAll('.duties li').length") == 3


def every_sentence(page: Page) -> dict[str, str]:
    """The words of every page without ids and sources, as a reader meets them."""
    script = """(() => { const said = {};
      const ways = [...Object.keys(PAGES).map(k => [k, "", null]),
        ...Object.entries(ENTRIES).flatMap(([kind, all]) =>
          Object.entries(all).map(([id, item]) => [kind, id, item]))];
      for (const [kind, id, item] of ways) {
        const made = el("div", {}, page({kind, id, item}).flat().filter(Boolean));
        const apart = "code, .where, svg, .kind, .facts, .keys, [lang]";
        made.querySelectorAll(apart).forEach(x => x.remove());
        made.querySelectorAll("*").forEach(x => x.append("\\n"));
        said[`${kind}/${id}`] = made.textContent;
      }
      return said; })()"""
    said: dict[str, str] = page.run(script)
    return said


def test_no_sentence_in_chinese_names_an_id(page: Page, standard: str) -> None:
    fresh(page, standard)
    page.run("lang = 0; render(false)")
    ids = page.run("[...Object.values(ENTRIES).flatMap(Object.keys), ...Object.keys(D.said)]")
    bare = re.compile(
        rf"(?<![\w-])({'|'.join(map(re.escape, sorted(ids, key=len)[::-1]))})(?![\w-])"
    )
    said = every_sentence(page)
    assert len(said) > 500
    assert {at_: found for at_, text in said.items() if (found := bare.findall(text))} == {}


@pytest.mark.parametrize("lang", [0, 1])
def test_marks_are_set_as_in_print(page: Page, standard: str, lang: int) -> None:
    fresh(page, standard)
    page.run(f"lang = {lang}; render(false)")
    wrong = re.compile(
        r"[：；，。（] |[ 　][：；，。）]|[,;:](?=[A-Za-z])|  |；；|undefined|\bnull\b"
    )
    said = every_sentence(page)
    assert {at_: found for at_, text in said.items() if (found := wrong.findall(text))} == {}


@pytest.mark.parametrize("lang", [0, 1])
def test_no_word_of_a_list_is_broken_on_a_phone(page: Page, standard: str, lang: int) -> None:
    page.screen(390, 844)
    fresh(page, standard)
    page.run(f"lang = {lang}; render(false)")
    looked = 0
    for view in ("tasks", "topics", "form/exit-slip", "task/resolve-complaint"):
        page.run(f"location.hash = '#{view}'")
        at(page, f"#{view}")
        lines = page.run(
            "[...document.querySelectorAll('.list a')].map(a => [a.textContent, a.offsetHeight > 0"
            " ? a.getClientRects().length : 1, a.textContent.length * (lang ? 9 : 16)])"
        )
        looked += len(lines)
        assert [said for said, count, wide in lines if count > 1 and wide < 300] == []
    assert looked > 50
