"""The way into the command line and out of it: what was said is run, and every end has its code."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from dealer_roles.cli.exit_codes import CANNOT_RUN, OUR_FAULT
from dealer_roles.output.screen import finish, note, prepare

if TYPE_CHECKING:
    from dealer_roles.values.text import Text

PLAIN = {"check": "plain_check"}
"""The commands whose plain lines are run without click, and the module that reads and runs them."""


def main(args: list[str] | None = None) -> NoReturn:
    """Run a command and exit: 0 fine, 1 findings, 2 could not run, 3 our own fault."""
    prepare()
    said: dict[str, str] = {}  # what the command line said that errors need: the language
    try:
        code = _run(args, said)
    except KeyboardInterrupt:
        note("\nAborted.")
        code = CANNOT_RUN
    except SystemExit:  # click's answer when the reader of a help text went away
        code = 0
    except Exception as error:  # noqa: BLE001 - the last resort says whose fault it is
        code = _told(error, said)
    sys.exit(finish(code))


def _run(args: list[str] | None, said: dict[str, str]) -> int:
    name, *rest = (sys.argv[1:] if args is None else args) or [""]
    if name in PLAIN:
        plain: Any = import_module(f"dealer_roles.cli.{PLAIN[name]}")
        given = plain.plainly_said(rest)
        if given is not None:
            said["lang"] = given["lang"]
            return int(plain.run(**given))
    from dealer_roles.cli.commands import run

    return run(args, said)


def _words(error: OSError) -> Text:
    """Return what the system refused, and for which file."""
    from dealer_roles.values.text import Text

    if isinstance(error, FileNotFoundError) and not error.filename and _stands_nowhere():
        return Text(
            "命令所在的文件夹已不存在；请先转到一个存在的文件夹",
            "the folder that this was called from is gone; change to one that exists",
        )
    reason = error.strerror or str(error)
    return Text.of(f"{error.filename}: {reason}" if error.filename else reason)


def _stands_nowhere() -> bool:
    import os

    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _told(error: Exception, said: dict[str, str]) -> int:
    """Say what an error means, in the language that the command has read or that stands there."""
    import click

    from dealer_roles.cli.locale_language import default_language
    from dealer_roles.cli.refused import error_line, refusal
    from dealer_roles.values.errors import DealerRolesError

    lang = said.get("lang") or default_language()
    if isinstance(error, click.ClickException):
        note(refusal(error, lang))
    elif isinstance(error, OSError):
        note(error_line(_words(error), lang))
    elif isinstance(error, DealerRolesError):
        note(error_line(error.message, lang))
    else:
        return _failed(error)
    return CANNOT_RUN


def _failed(error: Exception) -> int:
    """Say that an error is our own fault."""
    import os

    if os.environ.get("DEALER_ROLES_DEBUG"):
        import traceback

        note(traceback.format_exc())
    note(
        f"Internal error: {type(error).__name__}: {error}\n"
        "This is a bug in dealer-roles; set DEALER_ROLES_DEBUG=1 to see where."
    )
    return OUR_FAULT
