"""``dealer-roles completion SHELL``."""

from __future__ import annotations

import click

from dealer_roles.cli.misuse import misuse
from dealer_roles.output.screen import deliver


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the completion script of SHELL.

    For bash: eval "$(dealer-roles completion bash)"
    """
    from click.shell_completion import get_completion_class

    from dealer_roles.cli.commands import group

    maker = get_completion_class(shell)
    if maker is None:  # pragma: no cover - the choices above are the shells click knows
        raise misuse(f"不支持 {shell} 的补全", f"no completion for {shell}")
    made = maker(group, {}, "dealer-roles", "_DEALER_ROLES_COMPLETE")
    deliver(made.source() + "\n")
    return 0
