"""Fields of frozen values, by the words of the standard library and without its costs.

``dataclasses`` takes as long to import as starting Python. What it knows a dataclass by is
made when it looks; otherwise nothing here needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import field, replace

__all__ = (
    "MISSING",
    "STANDARD",
    "Field",
    "StandardAttribute",
    "field",
    "fields_of",
    "has_fields",
    "own_fields",
    "replace",
)
MISSING: Any = object()
"""The default of a field that has none."""


_NOTHING: Mapping[str, Any] = {}


class Field:
    """What is known of one field; the words are those of the standard library."""

    __slots__ = ("compare", "default", "default_factory", "kw_only", "metadata", "name", "repr")

    def __init__(
        self,
        *,
        default: Any = MISSING,
        default_factory: Any = MISSING,
        repr: bool = True,
        compare: bool = True,
        metadata: Mapping[str, Any] | None = None,
        kw_only: bool | None = None,
    ) -> None:
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.repr = repr
        self.compare = compare
        self.metadata: Mapping[str, Any] = metadata or _NOTHING
        self.kw_only = kw_only


if not TYPE_CHECKING:
    field = Field

    def replace(value, /, **changes):
        """Return a value as another one, but for some fields."""
        for item in fields_of(type(value)):
            if item.name not in changes:
                changes[item.name] = getattr(value, item.name)
        return type(value)(**changes)


STANDARD = ("__dataclass_fields__", "__dataclass_params__")
"""The attributes by which the standard library knows a dataclass."""


class StandardAttribute:
    """One of :data:`STANDARD`, made when it is read."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, value: object, cls: type) -> Any:
        import dataclasses

        said = [(f.name, _annotation(cls, f.name), _standard(f)) for f in fields_of(cls)]
        made = dataclasses.make_dataclass(
            cls.__name__, said, init=False, repr=False, eq=False, frozen=True
        )
        found = getattr(made, self._name)
        setattr(cls, self._name, found)
        return found


def _standard(item: Field) -> Any:
    from dataclasses import field as standard

    said = {"default": item.default, "default_factory": item.default_factory}
    return standard(
        **{name: value for name, value in said.items() if value is not MISSING},
        repr=item.repr, compare=item.compare, metadata=item.metadata, kw_only=bool(item.kw_only),
    )  # fmt: skip


def _annotation(cls: type, name: str) -> Any:
    return next(vars(c)["__annotations__"][name] for c in cls.__mro__ if name in _annotations(c))


def _annotations(cls: type) -> Mapping[str, Any]:
    found: Mapping[str, Any] = vars(cls).get("__annotations__", {})
    return found


def has_fields(value: object) -> bool:
    """Whether something is a frozen value, or that of a standard dataclass."""
    cls = type(value)
    return hasattr(cls, "__frozen_fields__") or hasattr(cls, "__dataclass_fields__")


def fields_of(cls: type) -> tuple[Field, ...]:
    """Return the fields of a frozen class, or of a standard dataclass."""
    found: Any = cls
    if hasattr(cls, "__frozen_fields__"):
        return tuple(found.__frozen_fields__)
    import dataclasses

    standard: tuple[Any, ...] = dataclasses.fields(found)
    return standard


def own_fields(cls: type, *, kw_only: bool) -> dict[str, Field]:
    """Return the fields that a class itself states, by name."""
    return {name: _own(cls, name, kw_only) for name in _annotations(cls) if _is_field(cls, name)}


def _is_field(cls: type, name: str) -> bool:
    return "ClassVar" not in str(_annotations(cls)[name]).partition("[")[0]


def _own(cls: type, name: str, kw_only: bool) -> Field:
    said = vars(cls).get(name, MISSING)
    if type(said).__module__ == "dataclasses":
        raise TypeError(f"{cls.__name__}.{name}: a frozen value takes the field of this module")
    item = said if isinstance(said, Field) else Field(default=said)
    item.name = name
    if item.kw_only is None:
        item.kw_only = kw_only
    return item
