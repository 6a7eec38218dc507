"""How a person is told, in his language, that a command could not do what was asked."""

from __future__ import annotations

import click

from dealer_roles.cli.misuse import Misuse
from dealer_roles.cli.said_by_click import in_chinese
from dealer_roles.values.text import Text
from dealer_roles.words.marks import introduced

_ERROR = Text("错误", "Error")
_USAGE = Text(in_chinese("Usage:"), "Usage: ")
_HELP = Text("帮助：{} --help", "Try '{} --help' for help.")


def error_line(words: Text, lang: str) -> str:
    """Return what is wrong, said to be an error."""
    return introduced(_ERROR.get(lang), words.get(lang), lang)


def refusal(error: click.ClickException, lang: str) -> str:
    """Return how a command is used, where to read on, and what is wrong with the command line.

    Where nothing is asked, all of the help.
    """
    said = error.format_message()
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return said
    words = error.words if isinstance(error, Misuse) else Text(in_chinese(said), said)
    wrong = error_line(words, lang)
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return wrong
    usage = ctx.get_usage().removeprefix(_USAGE.en)
    return f"{_USAGE.get(lang)}{usage}\n{_HELP.get(lang).format(ctx.command_path)}\n\n{wrong}"
