"""Every code that a finding can carry and that is no rule's is explained, and no other one is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dealer_roles.questions.gap_value import ABOUT
from dealer_roles.values.findings import SEVERITIES
from dealer_roles.words.answer_words import word
from dealer_roles.words.finding_codes import CODES

SOURCE = Path(__file__).parents[3] / "src" / "dealer_roles"
PACKAGES = ("values", "source", "model", "loading", "gate", "rules", "reports")
CODE = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


Trees = dict[str, ast.Module]
Constants = dict[str, set[str]]


@cache
def sources() -> dict[str, str]:
    """Return the text of each module that may make a finding, by its full name."""
    paths = (path for package in PACKAGES for path in (SOURCE / package).rglob("*.py"))
    return {
        ".".join(("dealer_roles", *path.relative_to(SOURCE).with_suffix("").parts)): text
        for path in sorted(paths)
        for text in (path.read_text("utf-8"),)
    }


def places_of_a_code(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each function and class that takes a ``code``, and which argument that is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [a.arg for a in node.args.args if a.arg not in ("self", "cls")]
            if "code" in names:
                yield node.name, names.index("code")
        elif isinstance(node, ast.ClassDef):
            fields = (item.target for item in node.body if isinstance(item, ast.AnnAssign))
            names = [field.id for field in fields if isinstance(field, ast.Name)]
            if "code" in names:
                yield node.name, names.index("code")
            made = [item for item in node.body if getattr(item, "name", "") == "__init__"]
            yield from ((node.name, n) for item in made for _, n in places_of_a_code(item))


def texts(node: ast.expr | None, constants: dict[str, set[str]]) -> Iterator[str]:
    """Yield the texts that an expression may be, as far as it is written out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name):
        yield from constants.get(node.id, ())
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body, constants), *texts(node.orelse, constants))
    elif isinstance(node, ast.Tuple):
        yield from (text for item in node.elts for text in texts(item, constants))
    elif isinstance(node, ast.Subscript):
        yield from texts(node.value, constants)


def constants_of(tree: ast.Module) -> Constants:
    """Return what is assigned to each name: constants, and whatever is called a code."""
    found: Constants = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name.isupper() or name == "code":
                found.setdefault(name, set()).update(texts(node.value, {}))
    return found


def known_in(tree: ast.Module, own: Constants, others: dict[str, Constants]) -> Constants:
    """Return the constants of a module, those that it takes from others by their name there."""
    known = dict(own)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in others:
            for taken in node.names:
                if taken.name in others[node.module]:
                    known[taken.asname or taken.name] = others[node.module][taken.name]
    return known


def written(trees: Trees) -> set[str]:
    """Return every code that stands in the source where a finding or a problem is made."""
    everybody = (place for tree in trees.values() for place in places_of_a_code(tree))
    takes = [(name, n) for name, n in everybody if not name.startswith("_")]
    constants = {name: constants_of(tree) for name, tree in trees.items()}
    found: set[str] = set()
    for module, tree in trees.items():
        known = known_in(tree, constants[module], constants)
        own = dict(places_of_a_code(tree))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            at = {own[name]} if name in own else {n for taker, n in takes if taker == name}
            given = [k.value for k in call.keywords if k.arg == "code"] if at else []
            given += [call.args[n] for n in at if n < len(call.args)]
            found.update(text for value in given for text in texts(value, known))
    return {text for text in found if CODE.fullmatch(text)} - set(SEVERITIES)


def test_a_code_is_found_however_it_is_passed() -> None:
    made = {
        "a": "class Finding:\n    code: str\nTWIN = 'from-a'\n",
        "b": "from a import TWIN as OTHER, Finding\nMINE = 'from-b'\n"
        "def say(code): return Finding(code)\n"
        "Finding(OTHER); Finding(code=MINE); say('through'); Finding('x-y' if OTHER else 'z')\n",
    }
    trees = {name: ast.parse(text) for name, text in made.items()}
    assert written(trees) == {"from-a", "from-b", "through", "x-y", "z"}


def test_every_code_is_explained() -> None:
    found = written({name: ast.parse(text) for name, text in sources().items()})
    assert len(found) > 50, "the search lost its way"
    assert found - CODES.keys() == set()


@pytest.mark.parametrize("code", sorted(CODES))
def test_what_is_explained_can_be_said(code: str) -> None:
    assert any(f'"{code}"' in text for text in sources().values()), f"{code} is no code any more"


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_meaning_is_one_sentence_in_both_languages(code: str) -> None:
    meaning = CODES[code]
    assert re.search("[一-鿿]", meaning.zh)
    assert meaning.en
    assert not meaning.zh.endswith("。")
    assert not meaning.en.endswith(".")


@pytest.mark.parametrize("kind", sorted(ABOUT))
def test_every_kind_of_gap_has_a_name(kind: str) -> None:
    assert word(kind, "zh") != word(kind, "en") != kind
