"""How many examples a property draws, as a share of what the profile in force draws."""

from __future__ import annotations

from hypothesis import settings

USUAL = 40


def examples(usual: int) -> settings:
    """Return settings that draw this many where all is as usual, and more in ``make fuzz``.

    Args:
        usual: How many under the default profile.
    """
    return settings(max_examples=max(1, usual * settings().max_examples // USUAL))


def enough_drawn() -> bool:
    """Whether so many are drawn that what a property is about must be among them."""
    return settings().max_examples >= USUAL
