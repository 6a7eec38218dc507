"""Whether two ways that come to one step go on alike, whoever they come by."""

from __future__ import annotations

import pytest

from dealer_roles.questions.escalation_stands import Stand


def a_stand(holder: str, *asked: str, before: Stand | None = None) -> Stand:
    stand = Stand(holder, 1, iter(()))
    stand.before, stand.asked = before, set(asked)
    return stand


@pytest.mark.parametrize(
    ("on_the_way", "alike"),
    [
        ({"boss"}, True),
        ({"boss", "ben"}, True),
        (set(), False),
        ({"boss", "carl"}, False),
        ({"boss", "dora"}, False),
        ({"boss", "erik"}, False),
    ],
)
def test_whoever_is_asked_for_beyond_a_place_must_be_on_both_ways_or_on_neither(
    on_the_way: set[str], *, alike: bool
) -> None:
    below = a_stand("anna", before=a_stand("boss"))
    place = a_stand("ben", "boss", before=below)
    one, two = a_stand("f", "carl", before=place), a_stand("g", "dora", before=place)
    two.beyond.append(a_stand("h", "erik", before=two))
    place.beyond += (one, two)
    assert place.goes_on_alike(on_the_way) is alike
