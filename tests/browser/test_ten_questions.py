"""Questions of a manager, answered with a finger on a phone, with the taps they took."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.organization.names import called
from dealer_roles.publish.document.blocks import Table
from dealer_roles.publish.explorer.publish import explorer_of
from tests.support.chromium import Page
from tests.support.sample import DAY
from tests.support.tools import needs

pytestmark = needs("chromium")
PHONE = (390, 844)
MOST_TAPS = 3
SEARCH = "#q"
SHOWN = "document.querySelector('#main').dataset.page"


@dataclass(frozen=True)
class Question:
    """A question, and how a manager comes to its answer.

    Attributes:
        asked: The question.
        way: What is tapped, by selector; what begins with ``=`` is typed.
        at: Where the answer stands.
        what: Who knows the answer, a key of ``ANSWERS``.
        about: The id that it is about.
    """

    asked: str
    way: tuple[str, ...]
    at: str
    what: str
    about: str = ""

    @property
    def taps(self) -> int:
        """How often a finger touches the screen."""
        return sum(not step.startswith("=") for step in self.way)


def sought(asked: str, word: str, page: str, at: str, what: str, *more: str) -> Question:
    """Return a question that begins in the search: a word is typed and a hit is tapped."""
    way = (SEARCH, f"={word}", f"#hits [data-ref='{page}']", *more)
    return Question(asked, way, at, what, page.split("/")[1])


TAB = "#tabs a[href='#{}']"
KPIS = ".jumps a[href$='/measures']"
CLAIM = "main a[href='#process/warranty-claim']"
QUESTIONS = (
    sought("谁开发票？", "开发票", "task/issue-invoice", "#answer .who", "owner"),
    sought("店总管什么？", "店总", "position/general-manager", "#duties", "duties"),
    sought("前台归谁管？", "前台", "position/service-advisor", ".facts + .facts", "superior"),
    sought("重大投诉找谁？", "重大投诉", "topic/major-complaint", "#rule", "ladder"),
    sought("放行条谁给谁？", "放行条", "form/exit-slip", "#handoffs", "form"),
    sought(
        "销售顾问考核什么？", "销售顾问", "position/sales-consultant", "#measures", "kpis", KPIS
    ),
    sought("服务经理能定什么？", "服务经理", "position/service-manager", "#authority", "decides"),
    Question(
        "维修优惠谁能批多少？", (TAB.format("authority"),), ".topic", "grant", "service-discount"
    ),
    Question(
        "索赔怎么走？", (TAB.format("processes"), CLAIM), "#steps", "process", "warranty-claim"
    ),
    Question("哪里有重叠和缺口？", (TAB.format("problems"),), "main .lead", "problems"),
    sought("出纳管什么？", "出纳", "position/finance-specialist", "#duties", "duties"),
    sought("保安归谁管？", "保安", "position/gate-guard", ".facts + .facts", "superior"),
    sought("出了安全事故找谁？", "安全事故", "topic/safety-accident", "#rule", "ladder"),
    sought("谁给客户上牌？", "上牌", "task/register-vehicle", "#answer .who", "owner"),
    sought("工单谁给谁？", "工单", "form/repair-order", "#handoffs", "form"),
    sought("SA考核什么？", "SA", "position/service-advisor", "#measures", "kpis", KPIS),
    sought("店长能定什么？", "dz", "position/store-manager", "#authority", "decides"),
    sought("索赔员管什么？", "索赔员", "position/warranty-specialist", "#duties", "duties"),
    Question("报销谁能批多少？", (TAB.format("authority"),), "#main", "grant", "expense"),
    Question(
        "离职交接怎么走？",
        (TAB.format("processes"), "main a[href='#process/leaving']"),
        "#steps",
        "process",
        "leaving",
    ),
    sought(
        "服务经理不在谁顶？", "服务经理", "position/service-manager", ".facts + .facts", "deputies"
    ),
    sought(
        "服务顾问编制几人？", "服务顾问", "position/service-advisor", ".facts + .facts", "people"
    ),
    sought("招一个人要多久？", "招聘", "process/hiring", ".lead + .lead", "lasts"),
)


def granted(org: Organization, topic: str) -> list[str]:
    (row,) = org.authority(topic=topic, on=DAY)
    limits = [decider.up_to.get("zh") for decider in row.deciders if decider.up_to]
    return [*(name(org, decider.holder) for decider in row.deciders), *limits]


def name(org: Organization, position: str | None) -> str:
    return called(org.positions[position or ""]).zh


def tasks(org: Organization, ids: Iterable[str]) -> list[str]:
    return [org.catalogue.tasks[id_].name.zh for id_ in ids]


def decided(org: Organization, position: str) -> list[str]:
    section = org.describe(position, "zh", DAY).section("authority")
    assert section is not None
    (table,) = section.blocks
    assert isinstance(table, Table)
    return [row.cells[0].text for row in table.rows]


ANSWERS: dict[str, Callable[[Organization, str], list[str]]] = {
    "owner": lambda org, id_: [name(org, o) for o in org.owner(id_, on=DAY).owners],
    "duties": lambda org, id_: tasks(org, (d.task for d in org.on(DAY).shares(id_))),
    "superior": lambda org, id_: [name(org, org.positions[id_].reports_to)],
    "ladder": lambda org, id_: [
        name(org, s.position) for s in org.on(DAY).model.ladders[id_] if s.position
    ],
    "grant": granted,
    "form": lambda org, id_: [name(org, h.from_) for h in org.handoffs(on=DAY) if h.form == id_],
    "kpis": lambda org, id_: [m.text.zh for m in org.positions[id_].measures],
    "decides": decided,
    "process": lambda org, id_: tasks(org, (s.task for s in org.processes[id_].steps)),
    "deputies": lambda org, id_: [name(org, deputy) for deputy in org.positions[id_].deputies],
    "people": lambda org, id_: [f"{org.positions[id_].headcount:g}人"],
    "lasts": lambda org, id_: [f"{org.walk(id_, on=DAY).hours / 24:.1f} 天"],
    "problems": lambda org, _: ["问题" if org.overlaps(DAY) or org.gaps(DAY) else "没有发现问题"],
}
"""The words that an answer has to hold, asked of the organization itself."""


@pytest.fixture(scope="module")
def standard() -> Organization:
    return load("standard")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, standard: Organization) -> Iterator[Page]:
    file = tmp_path_factory.mktemp("phone") / "explorer.html"
    file.write_text(explorer_of(standard.on(DAY), "zh"), "utf-8")
    with Page(tmp_path_factory.mktemp("profile")) as opened:
        opened.screen(*PHONE)
        opened.send("Emulation.setTouchEmulationEnabled", enabled=True)
        opened.open(file.as_uri())
        yield opened


def back_to(page: Page, hash_: str) -> None:
    page.open(page.run("location.href.split('#')[0]") + hash_)


def follow(page: Page, step: str) -> None:
    """Tap an element once it is there; behind a link, wait until another page is drawn."""
    page.wait(f'!!document.querySelector("{step}")')
    before = page.run(SHOWN)
    page.tap(step)
    if step != SEARCH:
        page.wait(f"{SHOWN} !== {before!r}")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.asked)
def test_a_manager_finds_the_answer_on_a_phone(
    page: Page, standard: Organization, question: Question
) -> None:
    back_to(page, "")
    for step in question.way:
        if step.startswith("="):
            page.type(step[1:])
            page.wait("document.querySelectorAll('#hits [role=option]').length > 0")
        else:
            follow(page, step)
    page.wait(f'!!document.querySelector("{question.at}")')
    said = page.words(question.at)
    expected = ANSWERS[question.what](standard, question.about)
    assert expected
    assert [word for word in expected if word not in said] == []
    assert question.taps <= MOST_TAPS


def test_between_a_chinese_name_and_chinese_there_is_no_space(page: Page) -> None:
    back_to(page, "#position/service-advisor")
    said = page.run(
        "[named('service-advisor 的直接上级'), named('head 与 store-manager 同属一岗'),"
        " named('由 PDI 转到 store-manager，跳过 store-manager')]"
    )
    assert said == ["服务顾问的直接上级", "head 与店长同属一岗", "由 PDI 转到店长，跳过店长"]
    page.run("lang = 1; render(false)")
    assert page.run("named('the superior of service-advisor')") == "the superior of Service Advisor"


@pytest.mark.parametrize("position", ["service-advisor", "general-manager", "sales-manager"])
@pytest.mark.parametrize("lang", [0, 1])
def test_duties_begin_in_the_first_screen(page: Page, position: str, lang: int) -> None:
    back_to(page, f"#position/{position}")
    page.run(f"lang = {lang}; render(false)")
    bottom = page.run(
        "document.querySelector('#duties li').getBoundingClientRect().bottom + scrollY"
    )
    assert bottom < PHONE[1]
