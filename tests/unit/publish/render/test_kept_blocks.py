from __future__ import annotations

from dealer_roles.publish.render.kept_blocks import carry_over, slot

FRESH = f"one\n{slot('a')}\ntwo\n{slot('b')}\n"


def test_a_hand_written_block_returns_to_its_place() -> None:
    old = FRESH.replace("keep b -->\n", "keep b -->\nmine\n")
    assert carry_over(FRESH.replace("one", "ONE"), old) == old.replace("one", "ONE")


def test_nothing_written_changes_nothing() -> None:
    assert carry_over(FRESH, FRESH) == FRESH
    assert carry_over(FRESH, "") == FRESH


def test_a_block_whose_place_is_gone_moves_to_the_last_place() -> None:
    yours = slot("b").replace("keep b -->", "keep b -->yours")
    old = f"<!-- keep gone -->\nmine\n<!-- /keep -->\n{yours}"
    made = carry_over(FRESH, old)
    assert "mine" in made
    assert "yours" in made
    assert made.index("keep b") < made.index("yours") < made.index("mine")


def test_carrying_over_twice_is_the_same_as_once() -> None:
    old = "<!-- keep gone -->\nmine\n<!-- /keep -->"
    once = carry_over(FRESH, old)
    assert carry_over(FRESH, once) == once


def test_backslashes_in_hand_written_text_are_kept() -> None:
    old = FRESH.replace("keep a -->\n", "keep a -->\n\\1 \\g<0>\n")
    assert carry_over(FRESH, old) == old
