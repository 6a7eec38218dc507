"""Documents whose form is right: pydantic accepts fast, jsonschema words the refusals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dealer_roles.model.kind_of_file import kind_problem, of_another_kind
from dealer_roles.model.kinds import KINDS
from dealer_roles.model.misfit import Misfit
from dealer_roles.source.budget import MOST, more
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding
from dealer_roles.values.text import Text

_LONGEST = 60


def check_form(
    documents: Iterable[YamlDocument], kinds: Mapping[str, type], locator: Locator
) -> tuple[list[YamlDocument], list[Finding]]:
    """Split documents into those that fit the declaration of their kind and findings on the others.

    Args:
        documents: What was read.
        kinds: The declaration of every kind of file that is known.
        locator: Finds the places of findings.
    """
    good: list[YamlDocument] = []
    findings: list[Finding] = []
    for document in documents:
        problems = kind_problem(document, kinds, locator)
        if not problems:
            problems = _accepted(document, kinds, locator, good)
        findings += problems
    return good, findings


def _accepted(
    document: YamlDocument, kinds: Mapping[str, type], locator: Locator, good: list[YamlDocument]
) -> list[Finding]:
    """Add a document that fits, with its value; return why one does not."""
    from dealer_roles.model.accept import DoesNotFit, accept

    declaration = kinds[document.data["kind"]]
    try:
        value = accept(declaration, document.data, document.file.label)
    except DoesNotFit:
        return of_another_kind(document, kinds, locator) or _misfits(document, locator)
    good.append(replace(document, value=value) if declaration in KINDS else document)
    return []


def _misfits(document: YamlDocument, locator: Locator) -> list[Finding]:
    from dealer_roles.model.refusals import MOST_ERRORS, misfits

    found = misfits(document.data["kind"], document.data)
    if not found:  # pragma: no cover - a property test holds the two to one verdict
        return [_undecided(document, locator)]
    told = [_told(document, m, locator) for m in found[:MOST]]
    if len(found) <= MOST:
        return told
    return [*told, more(told[-1], len(found) - MOST, at_least=len(found) >= MOST_ERRORS)]


def _told(document: YamlDocument, misfit: Misfit, locator: Locator) -> Finding:
    key = misfit.key
    path = misfit.path if key is None else (*misfit.path, key)
    message, fix = misfit.message, misfit.fix
    comment = locator.comment_at(document, path) if misfit.nothing else ""
    if comment:
        message, fix = _taken_for_a_comment(comment)
    return locator.error(document, path, "schema", message, fix, at_key=key is not None)


def _taken_for_a_comment(comment: str) -> tuple[Text, Text]:
    """Return what is wrong where a value begins with ``#``, and how to mend it."""
    shown = comment if len(comment) <= _LONGEST else f"{comment[:_LONGEST]}…"
    zh = f"「#」之后是注释，这里等于没有写值：{shown}"
    en = f"'#' begins a comment, so that no value stands here: {shown}"
    fix = Text(
        "若「#」属于文本，请用引号括起来；否则填写内容，或删除这个键",
        "if the '#' belongs to the text, put it in quotes; else write a value, or delete the key",
    )
    return Text(zh, en), fix


def _undecided(document: YamlDocument, locator: Locator) -> Finding:
    """Return the finding on a document that is refused while its schema has nothing to say."""
    words = Text("内容不合格式", "its form is not right")
    fix = Text("请用 dealer-roles schema 对照格式", "compare it with `dealer-roles schema`")
    return locator.error(document, (), "schema", words, fix)
