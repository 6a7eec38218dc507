"""Shell completion of ids."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from dealer_roles.model.entities import Position, Post


def complete(what: str) -> Callable[[Any, Any, str], list[CompletionItem]]:
    """Return a completer of ids, e.g. of ``tasks``, ``holders`` or ``organizations``."""

    def items(ctx: Any, _: Any, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        try:
            names = _names(what, ctx.params.get("org"))
        except Exception:  # noqa: BLE001 - a broken organization must not break the shell
            return []
        return [
            CompletionItem(id_, help=help_) for id_, help_ in names if id_.startswith(incomplete)
        ]

    return items


def _names(what: str, org: str | None) -> list[tuple[str, str]]:
    if what == "organizations":
        from dealer_roles.loading.bundled import bundled

        return [(name, "") for name in bundled()]
    from dealer_roles.cli.load_organization import load

    organization = load(org)
    if what == "holders":
        known: dict[str, Position | Post] = {**organization.positions, **organization.posts}
        return [(id_, item.name.zh) for id_, item in sorted(known.items())]
    entries = getattr(organization, what)
    return [(id_, item.name.zh) for id_, item in sorted(entries.items())]
