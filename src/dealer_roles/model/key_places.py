"""Where the organization's own file asks for something by a key: looked up when it is told."""

from __future__ import annotations

from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.span import Span


class KeyPlaces:
    """The places of the keys of the organization's file, which is read when one is asked for.

    Args:
        main: The document of the organization itself.
    """

    __slots__ = ("_known", "_main")

    def __init__(self, main: YamlDocument) -> None:
        self._main = main
        self._known: dict[str, Span] = {}

    def of(self, key: str) -> Span:
        """Return where a key of the file stands; one that is not written, where the file begins."""
        if key not in self._known:
            self._known[key] = Locator(DEFAULTS).span(self._main, (), key)
        return self._known[key]
