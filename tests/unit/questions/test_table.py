"""Every row of the table of questions is a method, a command, JSON, text and a page."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any, get_args, get_type_hints

import click
import pytest

import dealer_roles as dr
from dealer_roles.cli.commands import COMMANDS, group
from dealer_roles.questions.question import Question
from dealer_roles.questions.table import QUESTIONS
from dealer_roles.values.errors import InvalidArgument
from tests.support.command import exit_code

ROOT = Path(__file__).parent.parent.parent.parent
EVERY = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
ASIDE = {"organization", "organization_from"}


def command(question: Question) -> click.Command:
    name = (question.command or question.name).split()[0]
    found = group.get_command(click.Context(group), name)
    assert found is not None
    return found


def typed(question: Question) -> list[str]:
    """The example of a question as it is typed."""
    words = (question.command or question.name).split()
    for parameter in question.parameters:
        value = question.example.get(parameter.name)
        if value is not None:
            words += [str(value)] if parameter.argument else [parameter.flag, str(value)]
    return words


@EVERY
def test_the_method_takes_what_the_row_says(question: Question) -> None:
    method = inspect.signature(getattr(dr.Organization, question.name))
    taken = set(method.parameters) - {"self", "on"}
    assert taken == {parameter.name for parameter in question.parameters}
    needed = {n for n, p in method.parameters.items() if p.default is p.empty} - {"self"}
    assert needed == {parameter.name for parameter in question.parameters if parameter.needed}
    answering = inspect.signature(question.answers()).parameters
    assert taken == set(list(answering)[1:])


@EVERY
def test_the_command_takes_what_the_row_says(question: Question) -> None:
    taken = {parameter.name for parameter in command(question).params}
    # `similar` is asked of two organizations by naming both
    wanted = {p.name for p in question.parameters if p.sort != "organization"}
    assert wanted <= taken
    assert question.command or COMMANDS[question.name] == question.about.en


@EVERY
def test_the_command_prints_the_answer_of_the_method(
    question: Question, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = getattr(dr.load(), question.name)(**question.example)
    code = exit_code(*typed(question), "--org", "standard", "--format", "json", "--lang", "zh")
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert {k: v for k, v in printed.items() if k not in ASIDE} == json.loads(
        json.dumps(answer.to_dict("zh"))
    )
    assert code == 0
    assert "<t" in answer._repr_html_()


@EVERY
def test_people_read_it_in_both_languages(
    question: Question, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = {}
    for lang in ("zh", "en"):
        exit_code(*typed(question), "--org", "standard", "--lang", lang)
        shown[lang] = capsys.readouterr().out
    assert shown["zh"]
    assert shown["zh"] != shown["en"]


@EVERY
def test_every_help_text_is_in_both_languages(question: Question) -> None:
    for text in (question.about, *(p.about for p in question.parameters)):
        assert text.zh.endswith("。")
        assert text.en.endswith(".")


@EVERY
def test_the_reference_shows_it(question: Question) -> None:
    page = (ROOT / "docs" / "reference" / "questions.md").read_text("utf-8")
    assert f"\n## {question.name}\n" in page
    for text in (question.about, *(p.about for p in question.parameters)):
        assert text.zh in page
        assert text.en in page


def test_a_question_that_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidArgument, match="workload"):
        dr.load().ask("worklod")


@EVERY
def test_the_type_of_every_answer_and_of_its_items_is_exported(question: Question) -> None:
    answer = get_type_hints(question.answers())["return"]
    bases = getattr(answer, "__orig_bases__", ())
    items = [item for base in bases for item in get_args(base) if isinstance(item, type)]
    assert {type_.__name__ for type_ in (answer, *items)} <= set(dr.__all__)
