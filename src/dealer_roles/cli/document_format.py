"""The format of a document that a command writes: as stated, else as its file is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from dealer_roles.publish.products import product_named

F = TypeVar("F", bound=Callable[..., Any])


def document_format_option(
    product: str, usual: str, about: str, also: Sequence[str] = ()
) -> Callable[[F], F]:
    """Return the option that states the format of a document.

    Args:
        product: What is written, one of the products.
        usual: What holds where neither the option nor the file says anything.
        about: What the formats are for.
        also: Formats of an answer that is no document.
    """
    formats = dict.fromkeys((*also, *product_named(product).formats.values()))
    return click.option(
        "--format",
        "stated",
        type=click.Choice(tuple(formats)),
        show_default=f"that of the file's ending, else {usual}",
        help=about,
    )


def document_format(product: str, stated: str | None, output: Path | None, usual: str) -> Any:
    """Return the format of a document.

    Args:
        product: What is written, one of the products.
        stated: What was said with ``--format``.
        output: The file to write, if any.
        usual: What holds where neither says anything.
    """
    if stated is not None or output is None:
        return stated or usual
    return product_named(product).formats.get(output.suffix[1:].lower(), usual)
