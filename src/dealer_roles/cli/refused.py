"""How a person is told, in his language, that a command could not do what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import click

from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.misuse import Misuse
from dealer_roles.cli.said_by_click import in_chinese
from dealer_roles.values.text import LANGS, Text
from dealer_roles.words.marks import introduced

_ERROR = Text("错误", "Error")
_USAGE = Text("用法：", "Usage: ")
_HELP = Text("帮助：{} --help", "Try '{} --help' for help.")


def asked_language(args: Sequence[str]) -> str:
    """Return the language that arguments ask for where no command has read them, or the usual."""
    said = [after for before, after in pairwise(args) if before == "--lang"]
    said += [arg.removeprefix("--lang=") for arg in args if arg.startswith("--lang=")]
    return said[-1] if said and said[-1] in LANGS else default_language()


def error_line(words: Text, lang: str) -> str:
    """Return what is wrong, said to be an error."""
    return introduced(_ERROR.get(lang), words.get(lang), lang)


def refusal(error: click.ClickException, lang: str) -> str:
    """Return how a command is used, where to read on, and what is wrong with the command line."""
    if isinstance(error, Misuse):
        wrong = error_line(error.words, lang)
    else:
        said = error.format_message()
        wrong = error_line(Text(in_chinese(said), said), lang)
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return wrong
    usage = ctx.get_usage().removeprefix(_USAGE.en)
    return f"{_USAGE.get(lang)}{usage}\n{_HELP.get(lang).format(ctx.command_path)}\n\n{wrong}"
