from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast

import pytest

from dealer_roles.facade import Organization
from dealer_roles.publish.document.blocks import Bullets, Facts, Paragraphs, Row, Signatures, Table
from dealer_roles.publish.document.document import Document
from dealer_roles.publish.job_description.sections import SECTIONS
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.text import Lang
from tests.support.sample import described, sample

Make = Callable[[dict[str, Any]], Organization]


def facts(document: Document) -> dict[str, str]:
    return {fact.id: fact.text for fact in document.facts.items}


def table(document: Document, section: str, id_: str = "") -> Table:
    found = document.section(section)
    assert found is not None
    return next(b for b in found.blocks if isinstance(b, Table) and b.id == (id_ or section))


def texts(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[f"{c.text}|{c.note}".strip("|") for c in row.cells] for row in rows]


def row_of(document: Document, section: str, start: str, id_: str = "") -> list[str]:
    rows = texts(table(document, section, id_).rows)
    return next(row for row in rows if any(cell.startswith(start) for cell in row))


def test_the_sections_come_in_the_order_hr_expects() -> None:
    ids = [section.id for section in described().sections]
    assert ids == [id_ for id_ in SECTIONS if id_ in ids]
    assert set(ids) == set(SECTIONS) - {"changes"}


def test_a_heading_stands_only_where_there_is_content() -> None:
    ids = [section.id for section in described("service-technician").sections]
    assert ids == [
        "overview",
        "duties",
        "relations",
        "escalation",
        "integrity",
        "other",
        "signatures",
    ]


def test_the_title_block_names_the_place_in_the_organization() -> None:
    assert facts(described()) == {
        "name": "保修专员",
        "code": "AS-021",
        "department": "售后服务部",
        "grade": "P4",
        "headcount": "1人",
        "reports-to": "售后服务经理",
        "direct-reports": "无",
        "deputy": "服务顾问",
        "version": "2.1.0",
        "effective": "2026-10-01",
        "stands-in-for": "服务顾问",
    }


def test_the_top_says_that_nobody_is_above() -> None:
    assert facts(described("general-manager"))["reports-to"] == "无（最高岗位）"
    assert facts(described("general-manager", "en"))["reports-to"].startswith("None")


def test_what_is_not_stated_is_empty_and_not_invented() -> None:
    found = facts(described("service-technician"))
    assert (found["grade"], found["headcount"], found["deputy"]) == ("", "", "")
    assert found["code"] == "service-technician"


def test_direct_reports_are_those_whose_line_leads_here() -> None:
    found = facts(described("general-manager"))["direct-reports"]
    assert set(found.split("、")) == {"售后服务经理", "会计", "结算收银员"}


def test_duties_stand_in_bands_by_business_area_and_are_numbered_through() -> None:
    rows = table(described("service-advisor"), "duties").rows
    assert [row.cells[0].text for row in rows if row.band] == ["接待与交车", "保修索赔"]
    numbers = [row.cells[0].text for row in rows if not row.band]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]


def test_a_duty_says_share_cadence_time_and_forms_and_its_conditions() -> None:
    assert row_of(described(), "duties", "核对故障照片")[1:] == [
        (
            "核对故障照片、里程与维修记录，判定是否属质保范围；需预授权的，取得厂家批复后方可开工"
            "|范围：原厂质保；对接：维修技师、主机厂；回避：本人承办的个案不得经手"
        ),
        "负责",
        "逐单",
        "收到索赔工单后2小时内",
        "《索赔鉴定单》",
    ]


def test_the_forms_of_a_duty_include_those_handed_over_in_its_task() -> None:
    assert row_of(described(), "duties", "完工后提交")[-1] == "《索赔申请单》"


def test_a_duty_without_words_of_its_own_is_worded_as_its_task() -> None:
    assert row_of(described("service-manager", "en"), "duties", "Settle the repair")


def test_an_approval_derived_from_a_handoff_names_what_and_whose() -> None:
    assert row_of(described("service-manager"), "duties", "审批保修专员")[1:3] == [
        "审批保修专员提交的《索赔申请单》。",
        "审批",
    ]
    assert row_of(described("service-manager"), "duties", "审批服务顾问")[1].endswith("优惠申请。")


@pytest.mark.parametrize(("then", "lines"), [("approve-orders", 1), ("", 2)])
def test_an_approval_that_a_task_of_ones_own_says_is_not_said_twice(
    make: Make, then: str, lines: int
) -> None:
    asked = {"task": "order", "to": "chief", "approval": True, **({"then": then} if then else {})}
    org = make(
        {
            "tasks": ["order", "approve-orders"],
            "positions": {
                "buyer": {"duties": ["order"], "handoffs": [asked]},
                "chief": {"duties": ["approve-orders"]},
            },
        }
    )
    rows = table(org.describe("chief", "en"), "duties").rows
    assert len([row for row in rows if not row.band]) == lines


@pytest.mark.parametrize(("amount", "said"), [(0, False), (500, True)])
def test_a_ladder_that_lets_the_holder_decide_nothing_gives_no_authority(
    make: Make, amount: int, said: bool
) -> None:
    step = {"position": "clerk", "limit": {"amount": amount, "currency": "CNY"}}
    org = make(
        {
            "tasks": ["work"],
            "topics": ["price"],
            "organization": {"ladders": {"price": [step]}},
            "positions": {"clerk": {"duties": ["work"]}},
        }
    )
    assert (org.describe("clerk", "en").section("authority") is not None) == said


def test_a_supporting_share_names_whom_it_supports() -> None:
    assert row_of(described("service-advisor"), "duties", "在《任务委托书》")[2] == "协助|保修专员"


def test_authority_comes_from_the_position_and_from_the_ladders_it_stands_on() -> None:
    rows = texts(table(described("service-manager"), "authority").rows)
    assert rows == [
        ["善意维修", "审批", "≤500元", "单车每年一次"],
        ["索赔争议", "决定", "≤1,000元", ""],
        ["重大投诉", "决定", "≤2,000元", ""],
    ]


def test_handoffs_are_told_both_ways_with_their_receivers() -> None:
    document = described()
    given = texts(table(document, "relations", "given").rows)
    assert ["主机厂", "《索赔申请单》", "提交索赔", "本任务完成后3个工作日内"] in given
    assert [
        "售后服务经理",
        "《索赔申请单》|须经对方批准",
        "提交索赔",
        "本任务完成后1个工作日内",
    ] in given
    assert given[-1][0] == "财务部|会计、结算收银员"
    received = texts(table(document, "relations", "received").rows)
    assert received[0] == ["服务顾问", "标注索赔的任务委托书|条件：属质保范围", "鉴定索赔", ""]


def test_contacts_are_told_apart_by_inside_and_outside() -> None:
    relations = described("service-advisor").section("relations")
    assert relations is not None
    contacts = next(b for b in relations.blocks if isinstance(b, Facts))
    found = {fact.id: fact.text for fact in contacts.items}
    assert found == {"inside": "售后服务经理、保修专员、维修技师", "outside": "客户"}


def test_escalation_names_each_step_with_time_and_limit_and_who_is_told_at_once() -> None:
    rows = texts(table(described("service-manager"), "escalation").rows)
    assert rows == [
        ["重大投诉", "主机厂（1天内）；同时告知总经理（4小时内介入处置，权限≤20,000元）"],
        ["索赔争议", "总经理（2个工作日内，权限≤10,000元）"],
        ["一般事项", "总经理"],
    ]


def test_the_top_has_no_escalation_of_its_own_beyond_outside_parties() -> None:
    rows = texts(table(described("general-manager", "en"), "escalation").rows)
    assert rows == [["Major complaint", "Manufacturer (within 1 day)"]]


def test_measures_give_formula_target_weight_and_source_of_data() -> None:
    assert row_of(described(lang="en"), "measures", "Acceptance rate") == [
        "Acceptance rate",
        "claims approved ÷ claims filed",
        "≥ 97%",
        "40%",
        "manufacturer's claim system",
    ]


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "完成上级交办的其他工作"), ("en", "other work")]
)
def test_other_work_is_a_clause_and_no_task(lang: Lang, words: str) -> None:
    document = described(lang=lang)
    other = document.section("other")
    assert other is not None
    assert isinstance(other.blocks[0], Bullets)
    assert words in other.blocks[0].items[0].text
    assert not any(words in cell for row in texts(table(document, "duties").rows) for cell in row)


def test_own_clauses_stand_before_the_fixed_ones() -> None:
    section = described().section("integrity")
    assert section is not None
    assert isinstance(section.blocks[0], Bullets)
    items = section.blocks[0].items
    assert items[0].text.startswith("不得与维修技师合谋")
    assert len(items) == 4


def test_five_people_sign_and_the_holder_signs_last() -> None:
    section = described().section("signatures")
    assert section is not None
    block = cast("Signatures", section.blocks[0])
    assert [(s.step, s.role) for s in block.items] == [
        ("编制", ""),
        ("部门审核", "售后服务经理"),
        ("人事审核", ""),
        ("批准", "总经理"),
        ("任职者签收", "保修专员"),
    ]


def test_the_head_of_a_department_is_reviewed_by_the_superior() -> None:
    section = described("service-manager").section("signatures")
    assert section is not None
    assert cast("Signatures", section.blocks[0]).items[1].role == "总经理"


SIGNERS = {
    "drafted": {"by": "clerk", "who": "HR-07"},
    "reviewed": "boss",
    "hr_reviewed": "office",
    "approved": "group",
}


@pytest.mark.parametrize(
    ("position", "signers", "roles"),
    [
        pytest.param("cook", {}, ["", "boss", "", "boss", "cook"], id="who is known"),
        pytest.param(
            "cook", SIGNERS, ["clerk（HR-07）", "boss", "office", "group", "cook"], id="as stated"
        ),
        pytest.param(
            "clerk", SIGNERS, ["", "boss", "office", "group", "clerk"], id="not his own draft"
        ),
        pytest.param(
            "boss",
            SIGNERS,
            ["clerk（HR-07）", "", "office", "group", "boss"],
            id="nor his own review",
        ),
    ],
)
def test_hr_states_who_signs_and_nobody_signs_his_own_twice(
    position: str, signers: dict[str, Any], roles: list[str], make: Make
) -> None:
    below = {"department": "office", "reports_to": "boss"}
    org = make(
        {
            "departments": ["office"],
            "parties": ["group"],
            "organization": {"signers": signers},
            "positions": {"boss": {"reports_to": None}, "cook": below, "clerk": below},
        }
    )
    section = org.describe(position, "zh").section("signatures")
    assert section is not None
    assert [line.role for line in cast("Signatures", section.blocks[0]).items] == roles


def test_a_post_is_described_with_everything_of_its_positions() -> None:
    document = described("parts-desk")
    found = facts(document)
    assert found["desk"] == "配件专员、库管员"
    assert found["headcount"] == "1人"
    assert found["deputy"] == ""  # each stands in for the other: nobody outside the desk does
    purpose = document.section("purpose")
    assert purpose is not None
    assert isinstance(purpose.blocks[0], Paragraphs)
    assert [item.text[:4] for item in purpose.blocks[0].items] == ["配件专员", "库管员："]
    words = [row[1] for row in texts(table(document, "duties").rows) if len(row) > 1]
    assert len(words) == 3
    assert document.section("outcomes") is not None


def test_a_position_at_a_post_has_the_joint_duties_too() -> None:
    assert row_of(described("inventory-keeper"), "duties", "配合会计抽盘")
    assert facts(described("inventory-keeper"))["desk"] == "配件专员、库管员"


def test_every_duty_and_handoff_knows_its_evidence() -> None:
    document = described()
    for section in ("duties", "relations", "escalation", "measures", "authority"):
        for block in document.section(section).blocks:  # type: ignore[union-attr] # all are there
            items = block.rows if isinstance(block, Table) else block.items
            plain = [item for item in items if not (isinstance(item, Row) and item.band)]
            assert all(getattr(item, "evidence", ()) for item in plain)
    sources = {source for e in document.evidence for source in e.sources}
    assert {"D14.5.2", "D14.5.5", "D14.5.9", "D14.5.1"} <= sources


def test_the_document_is_plain_data_and_html_for_notebooks() -> None:
    document = described()
    again = json.loads(json.dumps(document.to_dict()))
    assert again["subject"] == "warranty-specialist"
    assert [section["id"] for section in again["sections"]] == [
        section for section in SECTIONS if section != "changes"
    ]
    assert "保修专员" in document._repr_html_()


def test_an_unknown_position_is_an_error_with_near_ids() -> None:
    with pytest.raises(UnknownId, match="warranty-specialist"):
        sample().describe("waranty-specialist")


def test_both_languages_have_the_same_structure() -> None:
    for position in (*sample().positions, *sample().posts):
        zh, en = described(position, "zh"), described(position, "en")
        assert [s.id for s in zh.sections] == [s.id for s in en.sections]
        assert [f.id for f in zh.facts.items] == [f.id for f in en.facts.items]


def test_english_documents_hold_no_chinese() -> None:
    for position in (*sample().positions, *sample().posts):
        text = json.dumps(described(position, "en").to_dict(), ensure_ascii=False)
        assert not [c for c in text if "\u4e00" <= c <= "\u9fff"]


def reference(make: Make) -> Organization:
    """An organization as a source document states it: titles without English, no lines."""
    duties = [{"task": "sell", "responsibility": "accountable"}]
    return make(
        {
            "tasks": ["sell"],
            "positions": {"seller": {"title": {"zh": "卖车的"}, "duties": duties}},
        }
    )


def test_a_title_without_english_gives_way_to_the_name_in_english(make: Make) -> None:
    org = reference(make)
    assert org.describe("seller", "zh").name == "卖车的"
    assert org.describe("seller", "en").name == org.positions["seller"].name.en


def test_lines_that_nobody_states_are_left_open(make: Make) -> None:
    document = reference(make).describe("seller", "en")
    found = facts(document)
    assert (found["reports-to"], found["direct-reports"]) == ("", "")
    assert document.section("escalation") is None


def test_a_superior_without_a_position_is_called_what_the_source_calls_them(make: Make) -> None:
    leaders = {"unnamed": {"zh": "领导", "en": "the leaders"}}
    org = make(
        {
            "tasks": ["sell"],
            "positions": {"seller": {"duties": ["sell"], "escalations": [{"to": leaders}]}},
        }
    )
    assert texts(table(org.describe("seller", "en"), "escalation").rows) == [
        ["General matters", "the leaders"]
    ]
