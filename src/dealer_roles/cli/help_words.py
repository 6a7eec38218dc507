"""What help says of each command in Chinese: its questions say it, and ``help.zh.yaml``."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import click

from dealer_roles.cli.plugged_here import plugged_here
from dealer_roles.cli.question_options import help_of
from dealer_roles.cli.said_by_click import in_chinese
from dealer_roles.questions.question import Question
from dealer_roles.questions.table import QUESTIONS
from dealer_roles.source.resources import code_folder
from dealer_roles.source.yaml_nodes import read_yaml
from dealer_roles.values.frozen import frozen


@frozen
class CommandWords:
    """What is said of a command.

    Attributes:
        about: What stands beside its name in a list of commands.
        paragraphs: Its help.
        parameters: What is said of a parameter, by :func:`key_of` it.
        defaults: What holds where an option is left out, where that is no value.
    """

    about: str
    paragraphs: tuple[str, ...]
    parameters: Mapping[str, str]
    defaults: Mapping[str, str]

    def told(self, param: click.Parameter) -> str:
        """Return what is said of a parameter; of one of click's own what click says."""
        said = self.parameters.get(key_of(param))
        return said or in_chinese(getattr(param, "help", None) or "")


def key_of(param: click.Parameter) -> str:
    """Return by what a parameter is looked up: ``--output`` of an option, ``FOLDER``."""
    written = max(param.opts, key=len)
    return written if isinstance(param, click.Option) else written.upper()


@cache
def written_words() -> Mapping[str, Any]:
    """Return what ``help.zh.yaml`` says: of the program, its commands, and shared options."""
    path = os.path.join(code_folder("cli"), "help.zh.yaml")
    with open(path, encoding="utf-8") as stream:
        documents, problems = read_yaml(stream.read(), 20)
    assert not problems, problems
    data: Mapping[str, Any] = documents[0][0]
    return data


def words_of(command: str) -> CommandWords:
    """Return what is said of a command, e.g. of ``template lint``; without a name, of all."""
    file = written_words()
    own = file["commands"].get(command, {}) if command else file["program"]
    asked = _asked_by(command, QUESTIONS) or ([] if own else _asked_by(command, plugged_here()))
    of_questions = {
        p.name.upper() if p.argument else p.flag: help_of(p).zh
        for question in asked
        for p in question.parameters
    }
    stated = {**file["shared"], **of_questions, **own.get("parameters", {})}
    paragraphs = (*_paragraphs(asked, command), *own.get("help", ()))
    return CommandWords(
        own.get("about") or next(iter(paragraphs), ""),
        paragraphs,
        {key: said if isinstance(said, str) else said["help"] for key, said in stated.items()},
        {key: said["default"] for key, said in stated.items() if not isinstance(said, str)},
    )


def _asked_by(command: str, questions: Sequence[Question]) -> list[Question]:
    """Return the questions that a command asks."""
    return [q for q in questions if (q.command or q.name).split()[0] == command]


def _paragraphs(asked: Sequence[Question], command: str) -> list[str]:
    texts = [text for q in asked if q.name == command for text in (q.about, q.details)]
    return [text.zh for text in texts if text]
