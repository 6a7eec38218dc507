"""A person and a position that are named together are told apart."""

from __future__ import annotations

import pytest

from dealer_roles.imports.recognise.people import SURNAMES, is_person, role_and_person

TOGETHER = {
    "张伟（店长）": ("店长", "张伟"),
    "店长：张伟": ("店长", "张伟"),
    "张国强  局长": ("局长", "张国强"),
    "财务总监-欧阳明": ("财务总监", "欧阳明"),
    "华南区经理：（空缺）": ("华南区经理", "空缺"),
    "Anna Berg – Operations Manager": ("Operations Manager", "Anna Berg"),
    "Service Manager (Ann Lee)": ("Service Manager", "Ann Lee"),
    "Receptionist: vacant": ("Receptionist", "vacant"),
}
ALONE = [
    "销售经理", "高级 工程师", "工程师（高级）", "经理（华东）", "安全 主管", "常务 副总",
    "部门：行政部", "财务 主管", "店长：全面负责门店管理", "Sales Manager", "Sales Manager – Parts",
    "VP, Sales", "Service Manager (Night Shift)", "Sales Manager – New Cars",
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), TOGETHER.items())
def test_a_person_is_told_from_a_position(text: str, parts: tuple[str, str]) -> None:
    assert role_and_person(text) == parts


@pytest.mark.parametrize("text", ALONE)
def test_a_position_alone_stays_whole(text: str) -> None:
    assert role_and_person(text) == ("", "")


@pytest.mark.parametrize("given", ["建明", "磊", "晓燕"])
def test_every_surname_can_be_borne(given: str) -> None:
    assert len(SURNAMES) > 300
    assert [name for name in SURNAMES if not is_person(name + given)] == []


def test_names_of_people() -> None:
    people = ["李娜", "王建国", "诸葛亮", "Ann Lee", "Adams, Ruth", "Sue M. Clark"]
    others = [
        "高级", "华东", "店长", "安全", "清洗展车", "万元", "段长", "向导", "连锁", "古典",
        "易损件", "满意度", "都市", "简历", "红旗", "盖章", "沙发", "曲轴", "封存", "包装",
        "武汉", "景区", "和谐", "符合", "越野", "贵宾室", "Clerk", "Sales Clerk",
    ]  # fmt: skip
    assert [text for text in people if not is_person(text)] == []
    assert [text for text in others if is_person(text)] == []
