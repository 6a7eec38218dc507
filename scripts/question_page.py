"""The reference page of the questions, from their table and from real answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import dealer_roles as dr
from dealer_roles.questions.question import Parameter, Question
from dealer_roles.questions.table import QUESTIONS

HEAD = """# Questions

What can be asked of an organization: in Python as a method, on the command line as a command.
Every question takes a day (`on`, `--on`; today by default). The keys are those of `to_dict()`,
which `--format json` prints; those of an entry of a list stand in brackets.
"""
EVIDENCE = "each with `file`, `line`, `column` and what stands there"
ASKED = ("standard", "d15", "d13")


def questions_page() -> str:
    """Return the page."""
    asked = [dr.load(name) for name in ASKED]
    parts = (part for question in QUESTIONS for part in _question(question, asked))
    return "\n".join([HEAD, *parts])


def _question(question: Question, asked: Sequence[dr.Organization]) -> Iterator[str]:
    yield f"## {question.name}\n"
    yield f"{question.about.zh} — {question.about.en}\n"
    if question.details:
        yield f"{question.details.zh} — {question.details.en}\n"
    yield f"Python: `org.{question.name}({_python(question)})` · command: `{_command(question)}`\n"
    if question.parameters:
        yield "| Python | command line | 说明 — meaning |\n|---|---|---|"
        yield from map(_row, question.parameters)
        yield ""
    yield f"Keys: {_keys(_answer(question, asked))}\n"


def _answer(question: Question, asked: Sequence[dr.Organization]) -> object:
    """Return the first answer that is not empty, else an empty one, as plain data.

    The question itself is asked: the method of a new row is yet to be written.
    """
    for org in asked:
        found = question.ask(org.on(), question.example)
        if not isinstance(found, Sequence) or len(found):
            break
    return json.loads(json.dumps(found.to_dict()))


def _python(question: Question) -> str:
    given = [p.name if p.needed else f"{p.name}={p.default}" for p in question.parameters]
    return ", ".join([*given, "on=None"])


def _command(question: Question) -> str:
    words = [
        p.name.upper() if p.needed else f"[{p.name.upper()}]"
        for p in question.parameters
        if p.argument
    ]
    return " ".join(["dealer-roles", question.command or question.name, *words])


def _row(parameter: Parameter) -> str:
    typed = parameter.name.upper() if parameter.argument else f"{parameter.flag}"
    if parameter.sort == "organization":
        typed = "--org"
    return f"| `{parameter.name}` | `{typed}` | {parameter.about.zh} — {parameter.about.en} |"


def _keys(value: object) -> str:
    """Return the keys of plain data; of a list those of its entries, all together."""
    if isinstance(value, list):
        maps = [item for item in value if isinstance(item, dict)]
        merged = {key: inner for item in maps for key, inner in item.items()}
        return f"[{_keys(merged)}]" if maps else ""
    if not isinstance(value, dict):
        return ""
    return ", ".join(_key(key, inner) for key, inner in value.items())


def _key(key: str, inner: object) -> str:
    if key == "evidence":
        return f"`evidence` ({EVIDENCE})"
    more = _keys(inner)
    return f"`{key}` {{{more}}}" if more and isinstance(inner, dict) else f"`{key}` {more}".rstrip()
