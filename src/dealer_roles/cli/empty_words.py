"""Words of nothing on the command line: a variable that is not set names nothing."""

from __future__ import annotations

from itertools import pairwise

import click

from dealer_roles.cli.misuse import misuse


def refuse_empty(ctx: click.Context, args: list[str]) -> None:
    """Refuse an empty argument or value of an option, in the language that is asked for.

    Nothing that is asked for has an empty name: ``--org "$STORE"`` must not be answered for
    the organization that would be meant without ``--org``.

    Raises:
        click.UsageError: There is one.
    """
    for before, word in pairwise(["", *args]):
        option = word.startswith("--") and word.endswith("=") and "=" not in word[:-1]
        if option or not word:
            named = word[:-1] if option else before if before.startswith("-") else ""
            error = misuse(
                f"{named or '有一个参数'} 是空的，多半是变量没有赋值；请写明，或去掉。",
                f"{named or 'an argument'} is empty, as a variable is that is not set; "
                "say what is meant, or leave it out.",
            )
            error.ctx = ctx
            raise error
