"""Marks of punctuation never meet their like, and only what comes first has a capital."""

from __future__ import annotations

import pytest

from dealer_roles.words.document_words import remarked
from dealer_roles.words.marks import bracketed, continued


@pytest.mark.parametrize(
    ("text", "remark", "lang", "made"),
    [
        ("投诉", "1小时内", "zh", "投诉（1小时内）"),
        ("投诉", "", "zh", "投诉"),
        ("善意索赔（商誉维修）", "4小时内", "zh", "善意索赔（商誉维修，4小时内）"),
        ("事故", "急救（120、119）、总经理", "zh", "事故（急救〔120、119〕、总经理）"),
        ("Claim (goodwill)", "within 4 hours", "en", "Claim (goodwill, within 4 hours)"),
        ("Accident", "Fire Service (119), Manager", "en", "Accident (Fire Service [119], Manager)"),
    ],
)
def test_no_brackets_follow_each_other_or_stand_inside_of_their_like(
    text: str, remark: str, lang: str, made: str
) -> None:
    assert bracketed(text, remark, lang) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Beyond that", "beyond that"),
        ("PDI sheet", "PDI sheet"),
        ("6S check", "6S check"),
        ("A car", "a car"),
        ("《盘点表》", "《盘点表》"),
        ("", ""),
    ],
)
def test_inside_a_sentence_only_a_word_with_its_own_spelling_keeps_its_capital(
    text: str, made: str
) -> None:
    assert continued(text) == made


def test_a_remark_begins_small_in_english() -> None:
    assert remarked("beyond", "General Manager", "en") == "beyond that: General Manager"
    assert remarked("beyond", "总经理", "zh") == "超出部分上报：总经理"
