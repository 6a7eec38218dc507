"""A way in for texts that the reader refuses, to see what outputs make of them all the same.

Names of files, arguments and what is imported bring such texts to the outputs, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from pydantic_core import core_schema

from dealer_roles.model import accept
from dealer_roles.source import yaml_nodes


@contextmanager
def let_in() -> Iterator[None]:
    """Read texts with control characters as if they were not refused."""
    anything = patch.object(accept, "_str_schema", _any_text)
    escaped = patch.object(yaml_nodes, "may_be_escaped", lambda _: False)
    raw = patch.object(yaml_nodes, "may_hold_one", lambda _: False)
    words = patch.object(accept, "_WORDS", _any_text(None))
    accept._validator.cache_clear()
    with anything, words, escaped, raw:
        yield
    accept._validator.cache_clear()


def _any_text(_: object) -> accept.Core:
    return core_schema.str_schema(strict=True)


if __name__ == "__main__":
    from dealer_roles.__main__ import main

    with let_in():
        main()
