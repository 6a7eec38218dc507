"""An id that something went by before."""

from __future__ import annotations

from typing import NamedTuple

from dealer_roles.values.scope import ANY, Scope


class Former(NamedTuple):
    """An id that something went by before.

    Attributes:
        id: The old id.
        scope: The part of the new thing that the old one was.
    """

    id: str
    scope: Scope = ANY
