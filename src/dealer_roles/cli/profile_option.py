"""The option that says which bundled rules run; apart, because it knows the rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from dealer_roles.rules.file_forms import PROFILES

F = TypeVar("F", bound=Callable[..., Any])


def profile_option(about: str, usual: str = "standard") -> Callable[[F], F]:
    """Return the option that says which bundled rules run."""
    return click.option(
        "--profile", type=click.Choice(PROFILES), default=usual, show_default=True, help=about
    )
