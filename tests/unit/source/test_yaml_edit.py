from __future__ import annotations

import pytest

from dealer_roles.source.yaml_edit import CannotPlace, append_items, replace_text, set_key

SOURCE = """\
# kept
kind: position
id: a  # also kept
duties:
- task: t
  text: {zh: 甲, en: "one: two"}
purpose:
  zh: >-
    folded
    text
  en: x
"""


def test_one_text_is_exchanged_and_nothing_else() -> None:
    made = replace_text(SOURCE, 0, ("duties", 0, "text", "en"), "two, #3")
    assert made == SOURCE.replace('"one: two"', '"two, #3"')


def test_a_folded_text_becomes_one_line() -> None:
    made = replace_text(SOURCE, 0, ("purpose", "zh"), "新")
    assert made == SOURCE.replace(">-\n    folded\n    text\n", "新\n")


def test_a_key_is_set_below_the_id_and_then_replaced() -> None:
    made = set_key(SOURCE, 0, (), "edition", "{version: '1'}")
    assert made == SOURCE.replace("also kept\n", "also kept\nedition: {version: '1'}\n")
    assert set_key(made, 0, (), "edition", "2") == made.replace("{version: '1'}", "2")


def test_items_are_added_with_the_indentation_that_is_there() -> None:
    assert append_items("a: []\n", 0, "a", [["x: 1", "y: 2"]]) == "a:\n- x: 1\n  y: 2\n"
    assert append_items("a:\n  - x: 1 # c\n", 0, "a", [["x: 2"]]) == (
        "a:\n  - x: 1 # c\n  - x: 2\n"
    )


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(CannotPlace):
        replace_text(SOURCE, 0, ("duties", 3, "text"), "x")
    with pytest.raises(CannotPlace):
        replace_text(SOURCE, 1, ("id",), "x")
