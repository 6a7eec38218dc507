"""``dealer-roles schema [KIND]``."""

from __future__ import annotations

import click

from dealer_roles.model.schema_files import kinds, schema_text
from dealer_roles.output.screen import deliver
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.near import nearest


@click.command("schema")
@click.argument("kind", required=False)
def command(kind: str | None) -> int:
    """Print the JSON Schema of KIND of file; without KIND, the kinds there are."""
    if kind is None:
        deliver("\n".join(kinds()) + "\n")
        return 0
    if kind not in kinds():
        raise UnknownId("kind of file", kind, nearest(kind, kinds()))
    deliver(schema_text(kind))
    return 0
