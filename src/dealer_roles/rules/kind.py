"""What a kind of rule is: how its parameters are read, and how it finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.view import View
from dealer_roles.values.fields import field
from dealer_roles.values.findings import Witness
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from dealer_roles.rules.language.reader import Reader


@frozen
class Hit:
    """One place where a rule does not hold.

    Attributes:
        ids: The ids that it is about; sorted and joined they are the finding's subject.
        span: The primary location.
        values: What fills the named fields of the message.
        witnesses: The chain that proves it.
        measure: How much; severities with a threshold compare with it.
        mitigated: A named compensating control is in place, so it is only a note.
    """

    ids: tuple[str, ...]
    span: Span
    values: Mapping[str, Text]
    witnesses: tuple[Witness, ...]
    measure: float = 1
    mitigated: bool = False


class Check(Protocol):
    """The parameters of a kind, read; it finds what breaks them."""

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield where the thing breaks the rule."""
        ...


@runtime_checkable
class Narrowing(Protocol):
    """A check that tells at once in which things it can find nothing."""

    def among(self, view: View, nodes: Iterable[Node]) -> Iterable[Node]:
        """Return those of the things that are worth a look, in order."""
        ...


@frozen
class Kind:
    """A kind of rule.

    Attributes:
        name: The word for it under ``check``.
        parameters: The declaration of its parameters: what a rule states is one of its values.
        about: What it asks.
        applies: What a selector of such a rule may pick.
        fields: The named fields of its messages, beside ``subject``, ``id`` and ``org``.
        measure: What a severity's threshold is compared with.
        read: Reads its parameters; says what is wrong with them through the reader.
        example: A whole rule as YAML, with an anti-pattern and a best practice.
    """

    name: str
    parameters: type
    about: Text
    applies: tuple[str, ...]
    fields: Mapping[str, Text]
    measure: Text
    read: Callable[[Mapping[str, Any], Reader, tuple[str, ...]], Check | None]
    example: str = field(repr=False, default="")


COMMON_FIELDS: Mapping[str, Text] = {
    "subject": Text("所选对象的名称与编号", "the name and id of what is selected"),
    "id": Text("所选对象的编号", "the id of what is selected"),
    "org": Text("组织的名称", "the name of the organization"),
}
