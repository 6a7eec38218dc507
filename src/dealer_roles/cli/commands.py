"""The command group: finds commands by name and imports only the one that is run."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import pairwise

import click

from dealer_roles import __version__
from dealer_roles.cli.exit_codes import CANNOT_RUN
from dealer_roles.cli.locale_language import default_language
from dealer_roles.output.screen import note
from dealer_roles.questions.table import QUESTIONS, question_named
from dealer_roles.values.text import LANGS

# The name of each command that asks no single question, and what --help says of it.
_OTHERS = {
    "compare": "Who owns what in several organizations.",
    "describe": "Job descriptions: Markdown, HTML, Word, PDF.",
    "edition": "Issue an edition of a job description, with a reason.",
    "diff": "What changed between two organizations, and what to sign again.",
    "signatures": "Who has signed what, and what is no longer true.",
    "render": "Bring committed documents up to date, or check that they are.",
    "template": "The Word template: export, lint.",
    "handbook": "The whole organization as one HTML or PDF document.",
    "matrix": "The RASCI matrix as Excel, CSV or HTML.",
    "explore": "The explorer: one HTML page to click through, offline.",
    "picture": "Org chart, hand-offs or a process as Mermaid, DOT or SVG.",
    "jsonld": "Linked data: schema.org Occupation, W3C ORG.",
    "list": "Positions, tasks, departments, topics, processes, organizations.",
    "import": "Draft an organization from charts, matrices, job descriptions.",
    "check": "Check definitions by rules; for CI.",
    "explain": "Tell a rule or a finding in words.",
    "baseline": "Write or shrink the list of known findings.",
    "test": "Run the expectations of an organization.",
    "trace": "Which statements of a corpus are cited.",
    "schema": "Print the JSON Schemas of the files.",
    "init": "Begin an organization in a folder.",
    "completion": "Print a shell completion script.",
}
# The commands of a question that do more than ask it.
_EXTENDED = ("authority", "duties")
# The questions first, as in the table; those that another command asks are not among them.
COMMANDS = {q.name: q.about.en for q in QUESTIONS if not q.command} | _OTHERS


_HELP_IN: Mapping[str, str] = {"zh": "dealer_roles.cli.chinese_help"}
"""The module that writes help in a language; in any other one click does, in English."""


class HelpContext(click.Context):
    """The context of a command whose help is in the language that is asked for."""

    def get_help(self) -> str:
        """Return the help of the command."""
        lang = (self.obj or {}).get("lang") or default_language()
        if lang not in _HELP_IN:
            return super().get_help()
        page: str = import_module(_HELP_IN[lang]).help_page(self)
        return page


class Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the table; last, the questions of plug-ins here."""
        return [*COMMANDS, *_plugged_about()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return one command."""
        command = _imported(cmd_name) if cmd_name in COMMANDS else _plugged(cmd_name)
        return command and _helped(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; for an unknown one, suggest the nearest."""
        if not ctx.resilient_parsing:
            from dealer_roles.cli.empty_words import refuse_empty

            refuse_empty(ctx, args)
        name = args[0] if args else ""
        unknown = name and not name.startswith("-") and name not in COMMANDS
        if unknown and _plugged(name) is None:
            from dealer_roles.values.near import nearest

            near = nearest(name, [*COMMANDS, *_plugged_about()], 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"No such command '{name}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items(), *_plugged_about().items()])


def _imported(name: str) -> click.Command:
    if name not in (*_OTHERS, *_EXTENDED):
        from dealer_roles.cli.question_command import question_command

        return question_command(question_named(name))
    module = import_module(f"dealer_roles.cli.{name.replace('-', '_')}_command")
    command: click.Command = module.command
    return command


def _helped(command: click.Command) -> click.Command:
    """Return a command; its help and that of those below it is in the language asked for."""
    command.context_class = HelpContext
    for below in getattr(command, "commands", {}).values():
        _helped(below)
    return command


def _plugged(name: str) -> click.Command | None:
    """Return the command of a question that a plug-in adds here."""
    from dealer_roles.cli.question_command import question_command
    from dealer_roles.loading.plugged_parts import plugged_questions

    found = (question for question in plugged_questions(".") if question.name == name)
    return next((question_command(question) for question in found), None)


def _plugged_about() -> dict[str, str]:
    """Return the commands that plug-ins add here, and what they are about."""
    from dealer_roles.cli.plugged_here import plugged_here

    return {q.name: q.about.en for q in plugged_here() if q.name not in COMMANDS}


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Responsibility as code: who owns, escalates and hands over what in a dealership.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def group() -> None:
    """Nothing to set up: each command reads what it needs."""


def run(args: list[str] | None, said: dict[str, str]) -> int:
    """Run what a command line says, and return its exit code.

    Args:
        args: The command line; that of this process by default.
        said: Is told what help and errors need to know: the language.
    """
    said["lang"] = _asked_language(sys.argv[1:] if args is None else args)
    try:
        result = group.main(args, prog_name="dealer-roles", standalone_mode=False, obj=said)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:  # it has ended the line in which somebody pressed Ctrl-C
        note("Aborted.")
        return CANNOT_RUN
    return result if isinstance(result, int) else 0


def _asked_language(args: Sequence[str]) -> str:
    """Return the language that arguments ask for, whether a command reads them or not."""
    said = [after for before, after in pairwise(args) if before == "--lang"]
    said += [arg.removeprefix("--lang=") for arg in args if arg.startswith("--lang=")]
    return said[-1] if said and said[-1] in LANGS else default_language()
