"""The reference page of the rule language, made from the kinds themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from dealer_roles.loading.rule_sets import bundled_rules
from dealer_roles.model.declare import keys_of
from dealer_roles.rules.file_forms import ExampleForm
from dealer_roles.rules.kind import COMMON_FIELDS, Kind
from dealer_roles.rules.kinds import KINDS, parameters_by_name
from dealer_roles.rules.language.edges import EDGES
from dealer_roles.rules.language.fields import FIELDS
from dealer_roles.rules.language.node import NODE_KINDS
from dealer_roles.rules.language.selection import SELECTABLE

_HEAD = """\
# Rules

A rule is an entry of a file of `kind: rules` in the organization's folder. It has an `id`, a
`name`, a `why`, a `severity`, `for` (what it speaks of), perhaps `when`, a `check` (one kind with
its parameters), a `message`, a `fix`, and `examples`, which are run when it loads: a rule that
disagrees with its examples is refused.
A rule of your own takes the place of a bundled one with the same id.

`severity` is `error`, `warning` or `note`, or a list such as `[{at_least: 9, severity: note},
{at_least: 13, severity: warning}]`, compared with the measure of the kind; below every threshold
it is a note. `message` and `fix` may name fields in braces; a literal brace is written twice.

## Selectors

`for: {what: …, id: …, tag: …, where: {field: value}}`; all that is stated must hold. `id` and
`tag` are one or a list, ids may be globs, values in `where` too. A tag is that of the task.
`what` is one of {selectable}; a holder is a position or a post.

## Paths

`a` follows an edge, `^a` follows it backwards, `a/b` one after the other, `a|b` either, `a+` once
or more, `(…)` groups, and `a[field=value]` keeps what fits; `[field=this|that,other=value]` gives
alternatives and several demands.

## Conditions

`when: {path: …, field: …, op: …, value: …}`, or `all`, `any` (lists) and `not` of conditions.
`exists` asks whether there is anything; `eq` and `in` whether any value is (one of) the given;
`lt` and `gt` compare a field, or without one how many things the path leads to. Time limits count
in hours, money in its amount.

## Examples

`examples: {ok: […], bad: […]}`, each a small organization:

{example}

Tasks, topics and scopes that it uses need no definition. A bad example has one finding, or
`times` many.
"""


def rule_kinds_page() -> str:
    """Return the reference page of the rule language as Markdown."""
    parts = [_head(), *_edges(), *_fields(), "## Kinds\n"]
    for kind in KINDS:
        parts += _kind(kind)
    return "\n".join([*parts, *_bundled()])


def _head() -> str:
    picked = ", ".join(f"`{what}`" for what in SELECTABLE)
    keys = "\n".join(_keys(ExampleForm))
    return _HEAD.replace("{selectable}", picked).replace("{example}", keys)


def _edges() -> Iterator[str]:
    yield "## Edges\n"
    yield "| edge | from | to | 含义 | meaning |\n|---|---|---|---|---|"
    for edge in EDGES.values():
        sources, targets = ", ".join(sorted(edge.sources)), ", ".join(sorted(edge.targets))
        yield f"| `{edge.name}` | {sources} | {targets} | {edge.about.zh} | {edge.about.en} |"
    yield ""


def _fields() -> Iterator[str]:
    yield "## Fields\n"
    yield "| of a | fields |\n|---|---|"
    for kind, words in NODE_KINDS.items():
        listed = ", ".join(f"`{field}`" for field in FIELDS[kind])
        yield f"| {words.en} ({words.zh}) | {listed} |"
    yield ""


def _kind(kind: Kind) -> Iterator[str]:
    yield f"### {kind.name}\n"
    yield f"{kind.about.zh}。\n\n{_sentence(kind.about.en)}\n"
    yield f"Selects: {', '.join(f'`{what}`' for what in kind.applies)}. "
    yield f"Severities compare with: {kind.measure.en} ({kind.measure.zh}).\n"
    yield from _parameters(kind.name)
    yield "\n| in messages | 含义 | meaning |\n|---|---|---|"
    for name, words in {**COMMON_FIELDS, **kind.fields}.items():
        yield f"| `{{{name}}}` | {words.zh} | {words.en} |"
    rule, _, examples = kind.example.partition("examples:\n")
    best, _, anti = textwrap.dedent(examples).partition("bad:\n")
    yield f"\n```yaml\n{rule.rstrip()}\n```\n"
    yield f"Best practice:\n\n```yaml\n{_example(best.removeprefix('ok:'))}\n```\n"
    yield f"Anti-pattern:\n\n```yaml\n{_example(anti)}\n```\n"


def _example(text: str) -> str:
    return textwrap.dedent(text.strip("\n")).rstrip()


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + "."


def _keys(declaration: type) -> Iterator[str]:
    yield "| key | 含义 | meaning |\n|---|---|---|"
    for key, said in keys_of(declaration).items():
        yield f"| `{key}` | {said.zh} | {said.en} |"


def _parameters(name: str) -> Iterator[str]:
    yield "| parameter | needed | 含义 | meaning |\n|---|---|---|---|"
    for key, said in keys_of(parameters_by_name()[name]).items():
        yield f"| `{key}` | {'yes' if said.required else ''} | {said.zh} | {said.en} |"


def _bundled() -> Iterator[str]:
    yield "## Bundled rules\n"
    yield "| rule | severity | profile | kind | 名称 | name |\n|---|---|---|---|---|---|"
    for rule in bundled_rules():
        yield (
            f"| `{rule.id}` | {rule.worst} | {rule.profile} | {rule.kind} "
            f"| {rule.name.zh} | {rule.name.en} |"
        )
    yield ""
