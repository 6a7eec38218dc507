"""A late field is found when it is read, once, and is otherwise a field as any."""

from __future__ import annotations

import copy
import pickle

from dealer_roles.values.frozen import frozen
from dealer_roles.values.later import each_later, later, of_each_later, with_late_fields


@with_late_fields("why")
@frozen
class Answer:
    """An answer with its reason."""

    who: str
    why: str = ""


def _reason(log: list[str], who: str) -> str:
    log.append(who)
    return f"because of {who}"


def test_it_is_found_when_it_is_read_and_only_once() -> None:
    """Nobody who does not ask for the reason pays for it."""
    log: list[str] = []
    answer = Answer("anna", later(_reason, log, "anna"))
    assert (answer.who, log) == ("anna", [])
    assert answer.why == answer.why == "because of anna"
    assert log == ["anna"]


def test_it_compares_shows_and_travels_as_what_is_found() -> None:
    """To the outside there is no difference."""
    late, plain = Answer("anna", later(_reason, [], "anna")), Answer("anna", "because of anna")
    assert late == plain
    assert hash(Answer("anna", later(_reason, [], "anna"))) == hash(plain)
    assert repr(Answer("anna", later(_reason, [], "anna"))) == repr(plain)
    fresh = Answer("anna", later(_reason, [], "anna"))
    assert pickle.loads(pickle.dumps(fresh)) == copy.copy(fresh) == plain


@with_late_fields("why", "where")
@frozen
class Placed:
    """An answer with two late fields."""

    who: str
    why: str
    where: str


def test_several_are_found_each_by_its_own_name() -> None:
    log: list[str] = []
    finders = {"why": _reason, "where": lambda log, who: f"{who}'s place after {log}"}
    late = each_later(finders, log, "anna")
    answer = Placed("anna", late, late)
    assert (answer.where, log) == ("anna's place after []", [])
    assert (answer.why, answer.where) == ("because of anna", "anna's place after []")
    assert log == ["anna"]


def test_one_stands_for_the_late_fields_of_many_values() -> None:
    """Each is found of the value that it belongs to."""
    finders = {
        "why": lambda log, value: _reason(log, value.who),
        "where": lambda _, value: f"{value.who}'s place",
    }
    log: list[str] = []
    late = of_each_later(finders, log)
    anna, bert = Placed("anna", late, late), Placed("bert", late, late)
    assert (bert.why, anna.where, anna.why) == (
        "because of bert",
        "anna's place",
        "because of anna",
    )
    assert log == ["bert", "anna"]
