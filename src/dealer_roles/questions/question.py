"""What a question is: its name, what may be asked with it, and where it is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from dealer_roles.values.fields import field
from dealer_roles.values.frozen import frozen_by_name
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from dealer_roles.organization.linked import Linked
    from dealer_roles.organization.on_day import OnDay
    from dealer_roles.values.printed import Printed

Sort = Literal["id", "choice", "scope", "amount", "likeness", "statement", "organization"]


@frozen_by_name
class Parameter:
    """Something that may be said with a question.

    Attributes:
        name: What Python calls it.
        sort: What may stand there; the façade and the command line read it accordingly.
        about: What it means.
        of: Of an id: the sort of thing, a key of
            :data:`~dealer_roles.organization.known_names.KNOWN`.
        choices: Of a choice: the words.
        needed: Whether there is no question without it.
        argument: Whether the command line takes it by its place, without an option.
        option: What the command line calls it, where that is not its name.
        sign: What stands for it in a usage line.
        default: What holds where it is left out.
        after_day: Whether it stands behind the day where it is given by its place.
    """

    name: str
    sort: Sort
    about: Text
    of: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False
    argument: bool = False
    option: str = ""
    sign: str = ""
    default: float | None = None
    after_day: bool = False

    @property
    def flag(self) -> str:
        """Its option on the command line."""
        return self.option or f"--{self.name.strip('_').replace('_', '-')}"


@frozen_by_name
class Question:
    """A question, from which its method, its command and its reference are derived.

    Attributes:
        name: What it is called, as a method and as a command.
        about: What it asks, in a sentence.
        details: What else a person should know who asks it.
        parameters: What may be said with it, beside the day.
        module: The module of the function of the same name that answers it; with a dot
            before it, below ``dealer_roles.questions``.
        printed: The module whose function ``printed`` words an answer; by default the same.
        ever: Whether it may be asked of all time, by a function ``NAME_ever``.
        kept: Whether answers are kept, because it is asked again and again.
        command: The command that asks it, where that is not its name.
        unknown: What its JSON says, beside that an id is unknown, where the needed one is.
        fails: The attribute of an answer that makes the command fail, if any.
        example: What may be asked of the bundled standard.
    """

    name: str
    about: Text
    module: str
    parameters: tuple[Parameter, ...] = ()
    details: Text | None = None
    printed: str = ""
    ever: bool = False
    kept: bool = False
    command: str = ""
    unknown: Mapping[str, object] = field(default_factory=dict)
    fails: str = ""
    example: Mapping[str, Any] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The module that answers it."""
        return _below(self.module)

    def answers(self) -> Callable[..., Any]:
        """Import and return the function that answers it on a day."""
        found: Callable[..., Any] = getattr(import_module(self.home), self.name)
        return found

    def ask(self, org: OnDay, given: Mapping[str, Any]) -> Any:
        """Return the answer on a day.

        Args:
            org: The organization on a day.
            given: The parameters by name; scopes are read already.
        """
        return self.answers()(org, **given)

    def ask_ever(self, linked: Linked, given: Mapping[str, Any]) -> Any:
        """Return the answer for all time."""
        answers = getattr(import_module(self.home), f"{self.name}_ever")
        return answers(linked, **given)

    def words(self, org: OnDay, answer: Any, lang: str) -> Printed:
        """Return an answer as lines and tables."""
        words: Printed = import_module(_below(self.printed or self.module)).printed(
            org, answer, lang
        )
        return words


def _below(module: str) -> str:
    return f"dealer_roles.questions{module}" if module.startswith(".") else module
