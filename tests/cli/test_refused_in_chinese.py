"""What click says in help and refuses is in the language of the command, whatever it says."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types
import pytest

from dealer_roles.cli.said_by_click import in_chinese
from tests.support.command import exit_code, ran

MODULES = (
    click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types
)  # fmt: skip
_REASONS: Mapping[str, tuple[str, ...]] = {
    "part of a help that no command of ours has, or of other messages": (
        "(dynamic)", "Choice({choices})", "deprecated", "directory", "env var: {var}", "file",
        "path",
    ),
    "told to whoever declares a command, or calls one from Python": (
        "Arguments take exactly one parameter declaration, got {length}: {decls}.",
        "Boolean option {decl!r} cannot use the same flag for true/false.",
        "Could not determine name for option with declarations {decls!r}",
        "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
        "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
        "Invalid start character for option ({option})", "Name '{name}' defined twice",
        ("No options defined but a name was passed ({name}). Did you mean to declare an argument "
        "instead? Did you mean to pass '--{name}'?"),
        "Value must be an iterable.",
    ),
    "no parameter of ours takes such a value, no command asks anything or tells its version so": (
        "Aborted!", "Confirm the action without prompting.", "Do you want to continue?",
        "%(prog)s, version %(version)s", "Argument {name!r} takes {nargs} values.",
        "Missing parameter",
        "Missing parameter: {param_name}", "Missing {param_type}",
        "Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given.",
        "{len_type} values are required, but {len_value} was given.",
        "{len_type} values are required, but {len_value} were given.",
        "{name} {filename!r} is not executable.", "{name} {filename!r} is not writable.",
        "{value!r} does not match the format {format}.",
        "{value!r} does not match the formats {formats}.", "{value!r} is not a valid UUID.",
        "{value!r} is not a valid boolean. Recognized values: {states}",
    ),
    "no command lets click open a file": (
        "Could not open file {filename!r}: {message}", "unknown error",
    ),
    "`refused.py` says it": ("Error: {message}", "Try '{command} {option}' for help."),
}  # fmt: skip
NEVER = {message for messages in _REASONS.values() for message in messages}
"""What click says elsewhere, or where nothing of ours lets it."""
FILLED = {
    "name": "File", "name!r": "'--org'", "filename!r": "'a b.docx'", "value!r": "'x, y'",
    "value": "7", "choices": "'text', 'json'", "choice": "'zh'", "range": "x>=1",
    "default": "0.1", "number_type": "integer", "param_hint": "'--format'",
    "message": "'x' is not a valid float.",
    "args": "a b", "nargs": "2", "possibility": "'check'", "possibilities": "'--on', '--org'",
}  # fmt: skip


NAMED = {"Missing argument": " 'TASK'.", "Missing option": " '-o' / '--output'."}


def said_by_click() -> Iterator[str]:
    """Yield every message that click lets translators translate."""
    trees = (ast.parse(inspect.getsource(module)) for module in MODULES)
    calls = (n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Call))
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext"):
            words = (a.value for a in call.args if isinstance(a, ast.Constant))
            yield from (word for word in words if isinstance(word, str))


def filled(message: str) -> str:
    """Return a message about something; click puts a name behind two of them."""
    text = re.sub(r"\{([^}]+)\}", lambda m: FILLED[m[1]], message)
    return text + NAMED.get(message, "")


MESSAGES = sorted({*said_by_click()} - NEVER)


def english(text: str) -> list[str]:
    """Return the English words of a text, names in quotes and what was typed apart."""
    return re.findall(r"[A-Za-z]{2,}", re.sub(r"'[^']*'", "", text))


@pytest.mark.parametrize("message", MESSAGES)
def test_each_message_of_click_has_its_chinese(message: str) -> None:
    said = filled(message)
    assert english(said)
    assert english(in_chinese(said)) == [], in_chinese(said)


def test_there_are_such_messages_and_every_exception_is_one() -> None:
    assert len(MESSAGES) > 15
    assert {*said_by_click()} >= NEVER


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["owner"], "缺少参数 'TASK'。"),
        (["owner", "x", "--format", "y"], "'--format'：没有 'y'；可选：'text'、'json'"),
        (
            ["owner", "x", "--formt", "y"],
            "没有选项 '--formt'。是不是其中之一：'--format'、'--org'？",
        ),
        (["edition", "x"], "缺少选项 '--reason'。"),
        (["describe", "x", "y", "z"], "多出的参数：y z"),
        (["chek"], "没有命令 'chek'。是不是 'check'？"),
        (["picture", "org-chart", "--levels", "x"], "'--levels'：'x' 不是整数"),
        (["picture", "org-chart", "--levels", "0"], "'--levels'：0 超出范围 x>=1"),
        (["template", "lint", "no.docx"], "'FILE'：文件 'no.docx' 不存在"),
        (["matrix", "--on", "2026"], "'2026' 不是日期"),
        (["owner", "no-such-task"], "未知的任务 'no-such-task'"),
    ],
)
@pytest.mark.parametrize("asked", [["--lang", "zh"], ["--lang=zh"]])
def test_a_refusal_is_in_the_language_of_the_command(
    arguments: list[str], words: str, asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run = ran(capsys, *arguments, *asked)
    assert run.code == 2
    assert words in run.err
    assert "错误：" in run.err
    assert not {"Usage", "Error", "Try"} & {*re.findall(r"\w+", run.err)}


def test_without_a_language_it_is_that_of_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for locale, words in (
        ("zh_CN.UTF-8", "错误：缺少参数"),
        ("C.UTF-8", "Error: Missing argument"),
    ):
        monkeypatch.delenv("DEALER_ROLES_LANG", raising=False)
        monkeypatch.setenv("LC_ALL", locale)
        exit_code("owner")
        assert words in capsys.readouterr().err
