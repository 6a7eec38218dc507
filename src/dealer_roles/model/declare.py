"""How a kind of file is declared: a frozen value whose fields each say everything about themselves.

A declaration is a frozen value. Each field carries one :class:`Key` in its metadata:
the form of its value, its two hover texts, how YAML spells it, and the ids it refers to.
Validation, JSON Schema, the check of references, the reference page and snapshots are
derived from it. Nothing here imports pydantic or jsonschema.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

from dealer_roles.values.fields import MISSING, field, fields_of, replace
from dealer_roles.values.frozen import frozen, made_frozen

if TYPE_CHECKING:
    from dealer_roles.model.forms import Form

T = TypeVar("T")
_KEY = "key"
INLINE = "*"
"""The name of a key whose texts by language stand in the mapping itself."""


@frozen
class Key:
    """What one field of a declaration says about itself.

    Attributes:
        form: What its value may look like.
        zh: The hover text in Chinese.
        en: The hover text in English.
        name: How YAML spells it.
        attribute: The attribute of the value.
        required: It must be there.
        default: Its value where it is left out.
    """

    form: Form
    zh: str
    en: str
    name: str = ""
    attribute: str = ""
    required: bool = False
    default: Any = None


def required(form: Form, zh: str, en: str, *, alias: str = "") -> Any:
    """A field that must be there, with its bilingual hover text."""
    return field(metadata={_KEY: Key(form, zh, en, alias, required=True)})


def optional(form: Form, zh: str, en: str, *, default: Any = None, alias: str = "") -> Any:
    """A field that may be left out; an explicit null is refused."""
    return field(default=default, metadata={_KEY: Key(form, zh, en, alias)})


def derived(*, default: Any = None) -> Any:
    """A field that no YAML writes: it is set when the value is placed or linked."""
    return field(default=default)


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(required, optional, derived)
)
def declared(cls: type[T]) -> type[T]:
    """Make a declaration: a frozen, slotted value with keyword-only fields."""
    return made_frozen(cls, kw_only=True)


@cache
def keys_of(declaration: type) -> Mapping[str, Key]:
    """Return the fields of a declaration that YAML writes, by their YAML names, in order."""
    found: dict[str, Key] = {}
    for item in fields_of(declaration):
        key: Key | None = item.metadata.get(_KEY)
        if key is None:
            continue
        default = None if item.default is MISSING else item.default
        name = key.name or item.name
        found[name] = replace(key, name=name, attribute=item.name, default=default)
    return found


def kind_word(declaration: type) -> str:
    """Return the word for a kind of file: the one value of its ``kind``."""
    return str(keys_of(declaration)["kind"].form.value)  # type: ignore[union-attr] # it is Always


@cache
def has_place(declaration: type) -> bool:
    """Whether values of a declaration know where they stand."""
    return any(item.name == "span" for item in fields_of(declaration))


def hover(declaration: type) -> tuple[str, str]:
    """Return what a declaration is, in Chinese and English: the first line of its docstring."""
    zh, _, en = (declaration.__doc__ or "").strip().partition(" — ")
    return zh, " ".join(en.split("\n\n")[0].split())
