"""The questions as typed methods of an organization, written from their table."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Iterator

from dealer_roles.questions.question import Parameter, Question
from dealer_roles.questions.table import QUESTIONS

HEAD = '''"""The questions of an organization as methods; ``make generate`` writes them.

Each is a row of ``questions/table.py``, and a function that answers it: change those.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, ParamSpec, TypeVar

from dealer_roles.loading.statements import known_statement
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import ScopeLike, scope_from
from dealer_roles.values.day import Day

if TYPE_CHECKING:
{imports}

P = ParamSpec("P")
Answer = TypeVar("Answer")


class Askable:
    """Something that can be asked every question there is."""

    __slots__ = ()

    def on(self, day: Day = None) -> OnDay:
        """Return the organization on a day."""
        raise NotImplementedError

    @property
    def linked(self) -> Linked:
        """The organization at all times."""
        raise NotImplementedError

    def _kept(self, question: Callable[P, Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
        """Return an answer that may have been given before."""
        raise NotImplementedError
'''
TYPES = {
    "id": "str",
    "choice": "str",
    "statement": "str",
    "scope": "ScopeLike",
    "amount": "float | Money",
    "likeness": "float",
    "organization": "Askable",
}
PREPARED = {
    "scope": "scope_from(org, {})",
    "statement": "known_statement(org.model, {})",
    "organization": "{0}.on(on) if {0} else None",
}
RAISED = {
    "id": "UnknownId: An id is unknown.",
    "choice": "UnknownId: There is no such kind.",
    "scope": "UnknownId: An id is unknown.",
    "statement": "UnknownId: An id is unknown.",
    "amount": "ValueError: The amount is negative or no number.",
    "likeness": "ValueError: ``{}`` is out of its range.",
}
DAY = "The day; today by default."
EVER = 'The day; today by default. ``"ever"`` looks at all time and reports intervals.'


def question_methods() -> str:
    """Return the module that has a method for each question."""
    imports = sorted({_answer(question) for question in QUESTIONS})
    lines = [f"    from {home} import {name}" for home, name in imports]
    lines.append("    from dealer_roles.values.money import Money")
    text = HEAD.replace("{imports}", "\n".join(lines))
    return _formatted(text + "\n".join("\n".join(_method(question)) for question in QUESTIONS))


def _answer(question: Question) -> tuple[str, str]:
    """Return the module and the name of the type of the answer."""
    function = question.answers()
    name = inspect.get_annotations(function)["return"]
    home: str = sys.modules[question.home].__dict__[name].__module__
    return home, name


def _method(question: Question) -> Iterator[str]:
    yield f"\n    def {question.name}("
    yield "        self,"
    day = 'Day | Literal["ever"]' if question.ever else "Day"
    first = [_signature(p) for p in question.parameters if not p.after_day]
    last = [_signature(p) for p in question.parameters if p.after_day]
    yield from (f"        {one}," for one in (*first, f"on: {day} = None", *last))
    yield f"    ) -> {_answer(question)[1]}:"
    yield from _docstring(question)
    yield from _body(question)


def _signature(parameter: Parameter) -> str:
    kind = TYPES[parameter.sort]
    if parameter.needed:
        return f"{parameter.name}: {kind}"
    if parameter.default is not None:
        return f"{parameter.name}: {kind} = {parameter.default}"
    return f"{parameter.name}: {kind} | None = None"


def _docstring(question: Question) -> Iterator[str]:
    details = [question.details.en] if question.details else []
    yield f'        """{question.about.en}'
    for paragraph in details:
        yield ""
        yield from _wrapped(paragraph, 8)
    yield "\n        Args:"
    days = [("on", EVER if question.ever else DAY)]
    said = [(p.name, p.about.en, p.after_day) for p in question.parameters]
    first = [(name, about) for name, about, after in said if not after]
    for name, about in (*first, *days, *((n, a) for n, a, after in said if after)):
        yield from _wrapped(f"{name}: {about}", 12)
    raised = dict.fromkeys(
        RAISED[p.sort].format(p.name) for p in question.parameters if p.sort in RAISED
    )
    if raised:
        yield "\n        Raises:"
        for line in raised:
            yield from _wrapped(line, 12)
    yield '        """'


def _wrapped(text: str, indent: int) -> Iterator[str]:
    import textwrap

    space = " " * indent
    hanging = space + "    " if indent > 8 else space
    yield from textwrap.wrap(text, 100, initial_indent=space, subsequent_indent=hanging)


def _body(question: Question) -> Iterator[str]:
    ever = f"{question.name}_ever"
    names = f"{question.name}, {ever}" if question.ever else question.name
    yield f"        from {question.home} import {names}\n"
    if question.ever:
        yield '        if on == "ever":'
        yield f"            return {ever}(self.linked)"
    given = [PREPARED.get(p.sort, "{}").format(p.name) for p in question.parameters]
    if question.kept:
        yield "        org = self.on(on)"
        yield f"        return self._kept({question.name}, org, {', '.join(given)})"
        return
    named = [f"{p.name}={value}" for p, value in zip(question.parameters, given, strict=True)]
    needs_org = any("org" in value for value in given)
    if needs_org:
        yield "        org = self.on(on)"
    org = "org" if needs_org else "self.on(on)"
    yield f"        return {question.name}({', '.join([org, *named])})"


def _formatted(text: str) -> str:
    """Return the text as the formatter of the house has it."""
    ruff = [sys.executable, "-m", "ruff", "format", "--stdin-filename", "askable.py", "-"]
    return subprocess.run(
        ruff, input=text, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
