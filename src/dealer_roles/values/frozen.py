"""Frozen values that cost little to declare and little to make.

A standard dataclass that is frozen and slotted writes and compiles six methods when its
module is imported, which was a third of a cold start, and looks each field up by its name
when a value is made. Here the methods are shared, ``__init__`` is compiled when many values
are made, and it fills the slots themselves. The standard library is not asked either: what
it knows a dataclass by is made when it looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import count
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

from dealer_roles.values.fields import (
    MISSING,
    STANDARD,
    Field,
    StandardAttribute,
    field,
    fields_of,
    own_fields,
    replace,
)

T = TypeVar("T")
WORTH_COMPILING = 20
"""Compiling ``__init__`` takes as long as making so many values without."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted dataclass."""
    return made_frozen(cls, kw_only=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen_by_name(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted dataclass whose fields are given by name."""
    return made_frozen(cls, kw_only=True)


def made_frozen(cls: type[T], *, kw_only: bool) -> type[T]:
    """Return a class as a frozen, slotted dataclass."""
    own = own_fields(cls, kw_only=kw_only)
    above = {item.name: item for item in getattr(cls, "__frozen_fields__", ())}
    fields = tuple({**above, **own}.values())
    names = [item.name for item in fields]
    compared = _values_of([item.name for item in fields if item.compare])
    body = {
        "__repr__": _repr([item.name for item in fields if item.repr]),
        "__eq__": _eq(compared),
        "__hash__": lambda self: hash(compared(self)),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": _state(names),
        "__setstate__": _restore(names),
        "__replace__": replace,
        "__match_args__": tuple(item.name for item in fields if not item.kw_only),
        **{name: what for name, what in vars(cls).items() if name not in (*own, *_NOT_SLOTTED)},
        "__qualname__": cls.__qualname__,
        "__slots__": tuple(name for name in own if name not in above),
        "__frozen_fields__": fields,
        **{name: StandardAttribute(name) for name in STANDARD},
    }
    make: Any = type(cls)
    made = make(cls.__name__, cls.__bases__, body)
    if "__init__" not in body:
        made.__init__ = _compiled_when_it_pays(made, fields)
    return made  # type: ignore[no-any-return] # the class itself, with slots


_NOT_SLOTTED = ("__dict__", "__weakref__")


def _values_of(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


def _compiled_when_it_pays(cls: Any, fields: Sequence[Field]) -> Callable[..., None]:
    """Return an ``__init__`` that has itself replaced when many values are made.

    So it does where the arguments do not fit the fields: what is compiled says what is wrong.
    """
    made = count(1)
    names = dict.fromkeys(item.name for item in fields).keys()
    by_place = [item.name for item in fields if not item.kw_only]
    usual = {item.name: item.default for item in fields if item.default is not MISSING}
    makers = {i.name: i.default_factory for i in fields if i.default_factory is not MISSING}

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807 - takes its place
        given = {**dict(zip(by_place, args, strict=False)), **kwargs}
        values = {**usual, **{name: make() for name, make in makers.items()}, **given}
        fit = len(given) == len(args) + len(kwargs) and values.keys() == names
        if not fit or next(made) >= WORTH_COMPILING:
            compiled = _compiled(cls)
            type.__setattr__(cls, "__init__", compiled)
            compiled(self, *args, **kwargs)
            return
        for name, value in values.items():
            object.__setattr__(self, name, value)
        if hasattr(cls, "__post_init__"):
            self.__post_init__()

    return __init__


def _compiled(cls: Any) -> Callable[..., None]:
    """Compile ``__init__``: it fills slot by slot, past the guard against changes."""
    fields = fields_of(cls)
    known: dict[str, Any] = {}
    parameters = [_parameter(item, known) for item in fields if not item.kw_only]
    by_name = [_parameter(item, known) for item in fields if item.kw_only]
    signature = ", ".join(["self", *parameters, *(["*", *by_name] if by_name else [])])
    lines = _filling(cls, known)
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec("\n".join([f"def __init__({signature}):", *lines]), known)  # noqa: S102 - as dataclasses do
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _filling(cls: Any, known: dict[str, Any]) -> list[str]:
    """Return the lines that fill the slots: while a value is made, it is of an open class.

    That has the same slots and no guard, so that each is filled in one step of the interpreter.
    What is derived from this class is filled one by one.
    """
    fields = fields_of(cls)
    slots = {item.name: getattr(cls, item.name) for item in fields}
    known["_set"] = partial(_set, [getattr(slot, "slot", slot) for slot in slots.values()])
    one_by_one = f" _set(self, ({''.join(f'{_value(item)}, ' for item in fields)}))"
    if not can_be_open(cls):
        return [one_by_one]
    known.update(_cls=cls, _open=open_class(cls), _become=object.__setattr__)
    return [
        " if self.__class__ is _cls:",
        "  _become(self, '__class__', _open)",
        *(f"  self.{item.name} = {_value(item)}" for item in fields),
        "  self.__class__ = _cls",
        " else:",
        f" {one_by_one}",
    ]


def can_be_open(cls: type) -> bool:
    """Whether there can be an open class: one derived from another has slots elsewhere."""
    return cls.__bases__ == (object,) and bool(fields_of(cls))


@cache
def open_class(cls: type) -> type:
    """Return a class with the same slots and no guard, of which a value is while it is made."""
    return type(cls.__name__, (), {"__slots__": tuple(item.name for item in fields_of(cls))})


def _set(slots: Sequence[Any], self: Any, values: Sequence[Any]) -> None:
    for slot, value in zip(slots, values, strict=True):
        slot.__set__(self, value)


def _parameter(item: Field, known: dict[str, Any]) -> str:
    if item.default is not MISSING:
        known[f"_default_{item.name}"] = item.default
        return f"{item.name}=_default_{item.name}"
    if item.default_factory is not MISSING:
        known[f"_make_{item.name}"] = item.default_factory
        return f"{item.name}=_make_{item.name}"
    return item.name


def _value(item: Field) -> str:
    if item.default_factory is MISSING:
        return item.name
    return f"_make_{item.name}() if {item.name} is _make_{item.name} else {item.name}"


def _repr(names: list[str]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:  # noqa: N807 - takes its place
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({shown})"

    return __repr__


def _eq(compared: Callable[[Any], Any]) -> Callable[[Any, Any], bool]:
    def __eq__(self: Any, other: object) -> bool:  # noqa: N807 - takes its place
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or bool(compared(self) == compared(other))

    return __eq__


def _refuse_to_set(self: object, name: str, value: object) -> None:
    from dataclasses import FrozenInstanceError

    del self, value
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    from dataclasses import FrozenInstanceError

    del self
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(names: list[str]) -> Callable[[Any], list[Any]]:
    return lambda self: [getattr(self, name) for name in names]


def _restore(names: list[str]) -> Callable[[Any, list[Any]], None]:
    def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807 - takes its place
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return __setstate__
