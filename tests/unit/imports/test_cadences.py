"""How often a duty is done is proposed where its own words or a column say so."""

from __future__ import annotations

import pytest

from dealer_roles.imports.recognise.cadences import cadence_in, cadence_of

VALUES = {
    "每月": "monthly",
    "月度": "monthly",
    "每周一": "weekly",
    "日": "daily",
    "日常": "daily",
    "每半年": "half-yearly",
    "半年度": "half-yearly",
    "每年一次": "yearly",
    "按需": "on-demand",
    "每班": "per-shift",
    "Monthly": "monthly",
    "twice a year": "half-yearly",
    "ad hoc": "on-demand",
    "as needed": "on-demand",
    "每天两次": "daily",
    "每月5日前": "monthly",
    "24小时内": "",
    "": "",
    "尽快": "",
    "sometimes": "",
}
DUTIES = {
    "每周召开服务例会": "weekly",
    "清点现金，每日报店长": "daily",
    "每季度评估供应商": "quarterly",
    "Post invoices daily": "daily",
    "Weekly, check the fire doors": "weekly",
    "Check stock every month.": "monthly",
    "编制每日报表": "",
    "每日计划的落实": "",
    "Prepare the weekly rota": "",
    "每周巡店，每月通报": "",
    "Every patient is greeted": "",
    "接待客户": "",
}


@pytest.mark.parametrize(("value", "cadence"), VALUES.items())
def test_a_value_names_a_cadence(value: str, cadence: str) -> None:
    assert cadence_of(value) == cadence


@pytest.mark.parametrize(("duty", "cadence"), DUTIES.items())
def test_a_duty_says_how_often(duty: str, cadence: str) -> None:
    assert cadence_in(duty) == cadence
