"""Help in Chinese: the page that click writes in English, with Chinese words and widths."""

from __future__ import annotations

import click

from dealer_roles.cli.help_layout import columns, hanging, indented
from dealer_roles.cli.help_words import CommandWords, key_of, words_of
from dealer_roles.cli.said_by_click import in_chinese
from dealer_roles.words.marks import clauses, introduced

_LANG = "zh"
_Rows = list[tuple[str, str]]


def help_page(ctx: click.Context) -> str:
    """Return the help of a command."""
    width, words = ctx.make_formatter().width, words_of(_path(ctx))
    usage = " ".join(ctx.command.collect_usage_pieces(ctx))
    blocks = [hanging(f"{in_chinese('Usage:')}{ctx.command_path} ", usage, width)]
    blocks += [indented(paragraph, width) for paragraph in words.paragraphs]
    for heading, rows in _sections(ctx, words).items():
        if rows:
            blocks.append([introduced(in_chinese(heading), "", _LANG), *columns(rows, width)])
    return "\n\n".join("\n".join(block) for block in blocks)


def _path(ctx: click.Context) -> str:
    """Return the name of a command below the program, e.g. ``template lint``."""
    if ctx.parent is None:
        return ""
    return f"{_path(ctx.parent)} {ctx.info_name}".strip()


def _sections(ctx: click.Context, words: CommandWords) -> dict[str, _Rows]:
    """Return the lists of a page, each by its heading as click has it."""
    params = ctx.command.get_params(ctx)
    return {
        "Positional arguments": [
            (p.make_metavar(ctx), words.told(p)) for p in params if isinstance(p, click.Argument)
        ],
        "Options": [_option(p, words, ctx) for p in params if isinstance(p, click.Option)],
        "Commands": _commands(ctx),
    }


def _option(option: click.Option, words: CommandWords, ctx: click.Context) -> tuple[str, str]:
    """Return how an option is written, and what is said of it, its default and range too."""
    record = option.get_help_record(ctx)
    assert record is not None, "no option of ours is hidden"
    written, told = record
    facts = told.removeprefix(option.help or "").strip(" []")
    if isinstance(option.show_default, str):
        default = words.defaults.get(key_of(option), option.show_default)
        facts = facts.replace(f"({option.show_default})", default)
    said = clauses((in_chinese(fact) for fact in facts.split("; ")), _LANG)
    return written, f"{words.told(option)} [{said}]" if said else words.told(option)


def _commands(ctx: click.Context) -> _Rows:
    if not isinstance(ctx.command, click.Group):
        return []
    path = _path(ctx)
    names = ctx.command.list_commands(ctx)
    return [(name, words_of(f"{path} {name}".strip()).about) for name in names]
