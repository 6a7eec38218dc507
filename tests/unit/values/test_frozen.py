"""A frozen value behaves as a frozen, slotted dataclass of the standard library does."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from itertools import repeat
from typing import Any, ClassVar

import pytest

from dealer_roles.values.fields import field, fields_of, has_fields, replace
from dealer_roles.values.frozen import WORTH_COMPILING, frozen, frozen_by_name
from dealer_roles.values.new_values import WORTH_COMPILING as WORTH_A_LOOP
from dealer_roles.values.new_values import NewValues


@frozen
class Pair:
    """Two numbers."""

    kind: ClassVar[str] = "pair"
    one: int
    two: int = 2
    more: list[int] = field(default_factory=list, compare=False)


@frozen_by_name
class Named:
    """A value whose fields are given by name, and that looks at itself."""

    name: str
    size: int = 0

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError(self.size)


@frozen
class Longer(Pair):
    """A value with one more field."""

    three: int = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """What a standard dataclass says of the same fields."""

    kind: ClassVar[str] = "pair"
    one: int
    two: int = 2
    more: list[int] = dataclasses.field(default_factory=list, compare=False)


def test_fields_are_given_by_place_by_name_or_left_out() -> None:
    """Defaults fill what is not given; each value has its own list."""
    assert (Pair(1).two, Pair(1, 5).two, Pair(one=1, two=6).two) == (2, 5, 6)
    assert Pair(1).more is not Pair(1).more
    assert Longer(1, three=9) == Longer(1, 2, [], 9)


def _pair() -> type[Any]:
    """Return a class as :class:`Pair`, of which no value was made yet."""

    class Fresh:
        one: int
        two: int = 2
        more: list[int] = field(default_factory=list, compare=False)

    return Fresh


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1, 2, [], 4), {}), ((1,), {"one": 1}), ((1,), {"three": 3}), ((), {"two": 2})],
)
def test_wrong_arguments_are_refused(given: tuple[object, ...], named: dict[str, object]) -> None:
    """Too few, too many and unknown ones raise, also before any value was made."""
    with pytest.raises(TypeError, match="__init__"):
        frozen(_pair())(*given, **named)
    with pytest.raises(TypeError, match="__init__"):
        Pair(*given, **named)  # type: ignore[arg-type] # what is tested
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg] # by name alone


@pytest.mark.parametrize("way", [frozen, frozen_by_name])
def test_the_first_values_are_as_those_after_compiling(way: Callable[[type], type]) -> None:
    """Nothing is compiled until that pays; the same arguments give the same values before."""

    class Seen:
        one: int
        two: int = 2
        more: list[int] = field(default_factory=list)

        def __post_init__(self) -> None:
            self.more.append(self.one)

    made = way(Seen)
    first = vars(made)["__init__"]
    values = [made(one=n) for n in range(WORTH_COMPILING + 1)]
    assert vars(made)["__init__"] is not first
    assert [(v.one, v.two, v.more) for v in values] == [(n, 2, [n]) for n in range(len(values))]


@pytest.mark.parametrize("value", [Pair(1), Named(name="a"), Longer(1)])
def test_nothing_can_be_changed(value: object) -> None:
    """Neither a field nor anything else is set or deleted, and there is no other place."""
    for name in ("one", "name", "new"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, 3)
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(value, name)
    assert not hasattr(value, "__dict__")


def test_equal_values_are_equal_and_hash_equal() -> None:
    """What is compared counts, and another class is never equal."""
    assert Pair(1, more=[1]) == Pair(1)
    assert hash(Pair(1, more=[1])) == hash(Pair(1))
    assert Pair(1) != Pair(2)
    assert Pair(1) != Longer(1)
    assert len({Pair(1), Pair(1), Pair(2)}) == 2


def test_it_shows_itself_as_a_dataclass_does() -> None:
    """The words are those of the standard library."""
    assert repr(Standard(1)).replace("Standard", "Pair") == repr(Pair(1))


@pytest.mark.parametrize("value", [Pair(1, 5), Named(name="a", size=2), Longer(1, 2)])
def test_it_travels(value: object) -> None:
    """A copy, and what comes back from another process, are equal to it."""
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize("count", [1, WORTH_A_LOOP])
@pytest.mark.parametrize("cls", [Pair, Longer])
def test_new_values_are_as_those_made_one_by_one(cls: type[Any], count: int) -> None:
    """Few and many, of a class of its own and of a derived one, each is frozen in the end."""
    new = NewValues(cls, count)
    more = [[n] for n in range(count)]
    three = {"three": repeat(3, count)} if cls is Longer else {}
    new.fill({"more": more, "one": range(count), "two": repeat(2, count), **three})
    assert [(v.one, v.more) for v in new.values] == [(n, [n]) for n in range(count)]
    assert new.values == [cls(n, more=[n]) for n in range(count)]
    with pytest.raises(dataclasses.FrozenInstanceError):
        new.values[-1].one = 2


def test_it_is_a_dataclass() -> None:
    """The functions of the standard library know it."""
    assert [item.name for item in dataclasses.fields(Pair)] == ["one", "two", "more"]
    assert dataclasses.replace(Pair(1), two=7) == Pair(1, 7)
    assert dataclasses.asdict(Named(name="a")) == {"name": "a", "size": 0}
    assert Pair.__match_args__ == Standard.__match_args__
    ours, standard = (
        [{n: getattr(f, n) for n in f.__slots__ if n != "_field_type"} for f in fields]
        for fields in (dataclasses.fields(Pair), dataclasses.fields(Standard))
    )
    assert ours == standard
    assert [f.name for f in dataclasses.fields(Longer)] == [f.name for f in fields_of(Longer)]
    assert all(f.kw_only for f in dataclasses.fields(Named))


def test_a_field_of_the_standard_library_is_no_field_of_a_frozen_value() -> None:
    """It would be taken for a default."""

    class Mistaken:
        one: int = dataclasses.field(default=1)

    with pytest.raises(TypeError, match=r"Mistaken\.one"):
        frozen(Mistaken)


def test_both_sorts_of_values_are_replaced_and_told_apart_from_others() -> None:
    """What is left out stays as it is."""
    assert replace(Pair(1, 5, [3]), two=7) == Pair(1, 7, [3])
    assert replace(Standard(1), two=7) == Standard(1, 7)
    assert replace(Longer(1), one=2) == Longer(2)
    assert [has_fields(v) for v in (Pair(1), Standard(1), 1, Pair)] == [True, True, False, False]


def test_what_looks_at_itself_still_does() -> None:
    """``__post_init__`` is called, and what it raises comes out."""
    with pytest.raises(ValueError, match="-1"):
        Named(name="a", size=-1)


class Derived(Pair):
    """What is derived from a frozen class, with whatever else it holds."""


class DerivedBare(Pair):
    """What is derived from a frozen class and holds no more."""

    __slots__ = ()


@pytest.mark.parametrize("derived", [Derived, DerivedBare])
def test_what_is_derived_from_a_frozen_class_stays_what_it_is(derived: type[Pair]) -> None:
    """A value is of its own class once it is made, and as frozen as the class above."""
    made = derived(1, two=5)
    assert (type(made), made.one, made.two, made.more) == (derived, 1, 5, [])
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.one = 2  # type: ignore[misc]
