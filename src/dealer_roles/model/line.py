"""The reporting line of one position: to whom it reports, as far as that is stated."""

from __future__ import annotations

from typing import Any, NamedTuple

from dealer_roles.model.base_forms import id_of
from dealer_roles.model.forms import ByType, Nested
from dealer_roles.model.holder import Unnamed
from dealer_roles.values.text import Text


class Line(NamedTuple):
    """To whom a position reports.

    Attributes:
        to: The superior; ``None`` if there is none, it is not stated or has no name here.
        stated: Whether the superior, or that there is none, is stated.
        unnamed: The words for a superior without a name here.
    """

    to: str | None = None
    stated: bool = False
    unnamed: Text | None = None


UNSTATED = Line()


def _line(written: Any) -> Line:
    if isinstance(written, Unnamed):
        return Line(None, True, written.unnamed)
    return Line(written, True)


LINE = ByType(_line, Line, text=id_of("position"), mapping=Nested(Unnamed), null=True)
