"""Options and arguments of the command line from the parameters of a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import on_option, parse_scope
from dealer_roles.questions.question import Parameter, Question
from dealer_roles.values.text import Text

F = TypeVar("F", bound=Callable[..., Any])
_ever_option = click.option("--ever", is_flag=True, help="Look at all time and report intervals.")


def question_options(question: Question) -> Callable[[F], F]:
    """Return what adds to a command all that may be said with a question, the day too."""

    def add(function: F) -> F:
        if question.ever:
            function = _ever_option(function)
        function = on_option(function)
        for parameter in reversed(question.parameters):
            function = parameter_option(parameter)(function)
        return function

    return add


def parameter_option(parameter: Parameter) -> Callable[[F], F]:
    """Return what adds one parameter to a command, as an argument or as an option."""
    shown: dict[str, Any] = {"type": _TYPES.get(parameter.sort)}
    if parameter.sort == "choice":
        shown["type"] = click.Choice(parameter.choices)
    if parameter.of:
        shown["shell_complete"] = complete(parameter.of)
    if parameter.argument:
        return click.argument(parameter.name, required=parameter.needed, **shown)
    if parameter.sort == "scope":
        shown.update(multiple=True, metavar="KEY=VALUE")
    if parameter.sign:
        shown["metavar"] = parameter.sign
    if parameter.default is not None:
        shown.update(default=parameter.default, show_default=True)
    return click.option(parameter.flag, parameter.name, help=help_of(parameter).en, **shown)


def help_of(parameter: Parameter) -> Text:
    """Return what help says of a parameter."""
    about = parameter.about
    if parameter.sort != "scope":
        return about
    return Text(f"{about.zh}可多次使用。", f"{about.en} May be repeated.")


_TYPES: Mapping[str, click.ParamType[Any]] = {
    "amount": click.FloatRange(min=0),
    "likeness": click.FloatRange(0, 1),
}


def said(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """Take what was said with a question, as its method takes it, out of a command's options."""
    found = {
        p.name: parse_scope(given[p.name], p.flag) if p.sort == "scope" else given[p.name]
        for p in question.parameters
    }
    if given.get("ever"):
        if given["on"] is not None:
            raise misuse("--ever 与 --on 不能同时使用。", "--ever and --on exclude each other.")
        return {**found, "on": "ever"}
    return {**found, "on": given["on"]}
