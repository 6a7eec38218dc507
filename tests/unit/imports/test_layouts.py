"""Layouts that are met among people's files, each told by what should be read."""

from __future__ import annotations

import pytest

from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.read.delimited import read_csv
from dealer_roles.imports.read.plain import read_text
from dealer_roles.imports.recognise.mapping import HeadingMap
from dealer_roles.imports.recognise.recognise import recognise

Told = list[tuple[str, str, str, list[str], list[str]]]


def told(name: str, text: str) -> Told:
    """Return name, department, superior, duties and requirements of each position."""
    file = read_csv(text, name) if name.endswith(".csv") else read_text(text, name)
    found = recognise([file], Ledger(), HeadingMap())
    return [
        (p.name, "/".join(p.department), p.superior.words or p.superior.code,
         [d.task for d in p.duties], [q.text for q in p.qualifications])
        for p in found.positions
    ]  # fmt: skip


LAYOUTS: dict[str, tuple[str, str, Told]] = {
    "boxed labels": ("a.txt", "某汽车公司诚聘\n【职位】：机电维修工\n【职责】：\n1. 按派工单修车\n2. 保持工位5S\n【要求】：\n- 能吃苦\n【待遇】：5000+提成",
        [("机电维修工", "", "", ["按派工单修车", "保持工位5S"], ["能吃苦"])]),
    "as a …, you will": ("a.txt", "We're hiring a Parts Advisor!\n\nRiverside is a family-run firm.\n\nAs a Parts Advisor you will:\n• Order parts\n• Serve customers\n\nYou'll need:\n• A driving licence\n\nIn return you'll get:\n• 28 days holiday\n",
        [("Parts Advisor", "", "", ["Order parts", "Serve customers"], ["A driving licence"])]),
    "capital labels": ("a.txt", "Job Description – Service Advisor\n\nDepartment: Service          Reports To: Service Manager\n\nESSENTIAL FUNCTIONS:\n   1. Greets customers.\n   2. Writes repair orders,\n      with all concerns.\n\nQUALIFICATIONS:\n   * Diploma\n\nWORKING CONDITIONS: Shop environment.\n",
        [("Service Advisor", "Service", "Service Manager", ["Greets customers", "Writes repair orders, with all concerns"], ["Diploma"])]),
    "two headings for one position": ("a.txt", "销售经理岗位职责：\n1.负责销售团队的管理，\n制定销售目标；\n2.维护客户；\n销售经理任职要求：\n1.五年经验\n2.本科学历\n",
        [("销售经理", "", "", ["负责销售团队的管理，制定销售目标", "维护客户"], ["五年经验", "本科学历"])]),
    "several in an advertisement": ("a.txt", "XX物业招聘信息\n一、保安员 5名\n要求：18-50岁，会写字\n职责：负责小区巡逻\n工资：4500元/月\n二、保洁员 3名\n职责：负责楼道保洁\n",
        [("保安员", "", "", ["负责小区巡逻"], ["会写字"]), ("保洁员", "", "", ["负责楼道保洁"], [])]),
    "departments and Han numbers": ("a.txt", "财务部\n财务经理岗位职责\n一、组织编制预算；\n二、审核付款凭证；\n出纳岗位职责\n一、办理现金收付；\n",
        [("财务经理", "财务部", "", ["组织编制预算", "审核付款凭证"], []), ("出纳", "财务部", "", ["办理现金收付"], [])]),
    "duties of a department": ("a.md", "# 人力资源部\n## 部门职责\n1. 制定人力规划\n## 岗位设置\n### 招聘专员\n职责：\n1. 发布招聘信息\n### 薪酬专员\n职责：\n1. 核算工资\n",
        [("招聘专员", "人力资源部", "", ["发布招聘信息"], []), ("薪酬专员", "人力资源部", "", ["核算工资"], [])]),
    "groups of duties": ("a.txt", "库管岗位职责\n（一）库存管理\n1.监控库存；\n2.制定补货计划。\n（二）报表\n1.每日上报。\n",
        [("库管", "", "", ["监控库存", "制定补货计划", "每日上报"], [])]),
    "bold in Markdown": ("a.md", "# Roles\n\n**Sales Manager** (reports to General Manager)\n\n- Sets targets\n- Coaches the team\n\n**Valeter**\n\n- Washes cars\n",
        [("Sales Manager", "", "General Manager", ["Sets targets", "Coaches the team"], []), ("Valeter", "", "", ["Washes cars"], [])]),
    "no numbers at all": ("a.txt", "Job title: Dental Nurse\nLocation: Bristol\nReporting to: Practice Manager\n\nKey tasks\nPrepare the surgery\nSterilise instruments\n\nPerson specification\nGDC registration\n",
        [("Dental Nurse", "", "Practice Manager", ["Prepare the surgery", "Sterilise instruments"], ["GDC registration"])]),
    "ids of managers": ("a.csv", "Emp ID,First Name,Last Name,Designation,Dept,Manager ID\n1,Ann,Lee,CEO,Mgmt,\n2,Bo,Li,CTO,Tech,1\n",
        [("CEO", "Mgmt", "", [], []), ("CTO", "Tech", "1", [], [])]),
    "levels of departments": ("a.csv", "部门,科室,岗位名称,编制\n生产部,,生产经理,1\n生产部,一车间,车间主任,1\n",
        [("生产经理", "生产部", "", [], []), ("车间主任", "生产部/一车间", "", [], [])]),
    "ticks": ("a.csv", "职责\\岗位,店长,销售,财务\n签合同,△,√,\n收款,,,√\n",
        [("店长", "", "", ["签合同"], []), ("销售", "", "", ["签合同"], []), ("财务", "", "", ["收款"], [])]),
    "modules before tasks": ("a.csv", "工作模块,工作内容,第一责任人,配合部门/人,备注\n日常,开晨会,店长,前台,\n,盘点库存,库管,店长,月末\n",
        [("店长", "", "", ["开晨会", "盘点库存"], []), ("前台", "", "", ["开晨会"], []), ("库管", "", "", ["盘点库存"], [])]),
    "a position in each column": ("a.csv", "岗位名称,前台文员,出纳\n所属部门,行政部,财务部\n直接上级,行政主管,财务经理\n岗位职责,1.接听电话 2.收发快递,1.现金收付 2.登记日记账\n",
        [("前台文员", "行政部", "行政主管", ["接听电话", "收发快递"], []), ("出纳", "财务部", "财务经理", ["现金收付", "登记日记账"], [])]),
    "a chart by indentation": ("a.csv", "总经理,,,\n,销售部,,\n,,销售经理,\n,,,销售顾问\n,售后部,,\n,,服务经理,\n",
        [("总经理", "", "", [], []), ("销售经理", "销售部", "总经理", [], []), ("销售顾问", "销售部", "销售经理", [], []), ("服务经理", "售后部", "总经理", [], [])]),
    "chapters, and an item with items of its own": ("a.txt", "第一章 销售部\n一、展厅经理岗位职责\n1．审核订单及优惠申请；\n  （1）三千元以内的自行批准；\n  （2）超出的报销售经理。\n2．主持晨会。\n",
        [("展厅经理", "销售部", "", ["审核订单及优惠申请", "三千元以内的自行批准", "超出的报销售经理", "主持晨会"], [])]),
    "an item goes on, indented": ("a.txt", "销售总监岗位职责\n1) 走访竞品门店\n   并形成报告\n2) 分解任务\n",
        [("销售总监", "", "", ["走访竞品门店并形成报告", "分解任务"], [])]),
    "a label made of two": ("a.txt", "岗位名称：库管\n工作内容及职责：\n1. 收货\n2. 发货\n考核与权限：\n1. 准确率\n",
        [("库管", "", "", ["收货", "发货"], [])]),
    "signs around labels": ("a.txt", "【诚聘】某4S店\n✅ 机电技师（3名）\n▶岗位内容▶\n➊常规保养；\n➋协助技术主管\n▶要求◀ 持有中级工证，限男性\n👉福利：包吃住\n📞电话：138 王女士\n",
        [("机电技师", "", "", ["常规保养", "协助技术主管"], ["持有中级工证"])]),
    "day to day you will": ("a.txt", "Service Advisor\n\nAbout the role\nYou will be the first point of contact for customers.\n\nDay to day you will:\nBook vehicles in\nRaise invoices\n\nThe ideal candidate\n- Is under 40 and lively\n- Has a licence\n",
        [("Service Advisor", "", "", ["Book vehicles in", "Raise invoices"], ["Has a licence"])]),
    "who leads, who helps": ("a.csv", "事项,主责,协办,审批\n紧急订货,计划员,仓管员,配件经理\n报废处理,仓管员,财务会计,总经理\n",
        [("计划员", "", "", ["紧急订货"], []), ("仓管员", "", "", ["紧急订货", "报废处理"], []), ("配件经理", "", "", ["审批：紧急订货"], []),
         ("财务会计", "", "", ["报废处理"], []), ("总经理", "", "", ["审批：报废处理"], [])]),
    "an indented item without a number": ("a.txt", "一、总经理岗位职责\n1、主持经营管理工作。\n2、拟订经营计划;\n   签署业务文件。\n二、保安员（2名，倒班）\n1.门岗值勤。2.夜间巡逻\n",
        [("总经理", "", "", ["主持经营管理工作", "拟订经营计划", "签署业务文件"], []), ("保安员", "", "", ["门岗值勤", "夜间巡逻"], [])]),
    "tasks by occupation": ("a.csv", "SOC Code,Title,Task ID,Task\n11-1,Chief Clerks,8,Direct the office.\n11-1,Chief Clerks,9,Sign letters.\n",
        [("Chief Clerks", "", "", ["Direct the office", "Sign letters"], [])]),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_read_as_it_is_meant(layout: str) -> None:
    name, text, wanted = LAYOUTS[layout]
    assert told(name, text) == wanted
