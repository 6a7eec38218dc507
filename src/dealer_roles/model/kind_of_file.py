"""Which kind of file a document is of, and which one it seems to be where that is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dealer_roles.model.declare import hover, keys_of
from dealer_roles.model.meant import meant_key
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.findings import Finding
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.text import Text

_MEANT = ("kind", "kinds", "type", "类型", "种类", "文件类型")
_SHOWN = 4
_CELLS = 2
_CELL_ENDS = re.compile(r",\S")
_BEGIN = Text("请以 kind: … 开头，不要以「- 」开头", "begin it with `kind: …`, not with a dash")
_FROM_A_SHEET = Text(
    "像是从表格粘贴来的；请把表格存为 .xlsx 或 .csv，用 dealer-roles import 起草定义",
    "it looks pasted from a sheet; save that as .xlsx or .csv and draft definitions with "
    "`dealer-roles import`",
)


def kind_problem(
    document: YamlDocument, kinds: Mapping[str, type], locator: Locator
) -> list[Finding]:
    """Return what is wrong with a document's kind; nothing where it is one of those known."""
    data = document.data
    if not isinstance(data, dict):
        words = Text("文件顶层应为映射（键: 值）", "the document should be a mapping (key: value)")
        fix = _FROM_A_SHEET if _is_of_a_sheet(data) else _BEGIN
        return [locator.error(document, (), "not-a-mapping", words, fix)]
    kind = data.get("kind")
    if isinstance(kind, str) and kind in kinds:
        return []
    if kind is None:
        return [_no_kind(document, kinds, locator)]
    message = Text(f"未知的文件类型 {kind!r}", f"unknown kind of file {kind!r}")
    chinese = {word: hover(declaration)[0] for word, declaration in kinds.items()}
    near = meant_key(str(kind), chinese) or nearest(str(kind), kinds, 1)
    fix = did_you_mean(near[:1], _known(kinds))
    return [locator.error(document, ("kind",), "unknown-kind", message, fix)]


def _is_of_a_sheet(data: object) -> bool:
    """Whether a text holds cells: tabs, or several commas with nothing behind them."""
    return isinstance(data, str) and ("\t" in data or len(_CELL_ENDS.findall(data)) >= _CELLS)


def of_another_kind(
    document: YamlDocument, kinds: Mapping[str, type], locator: Locator
) -> list[Finding]:
    """Return that a document says one kind and holds keys of another one alone.

    Args:
        document: One that does not fit its kind.
        kinds: The declaration of every kind of file that is known.
        locator: Finds the place of the finding.
    """
    kind = document.data["kind"]
    strange = [key for key in document.data if key not in keys_of(kinds[kind])]
    other = _kind_of(document.data, kinds)
    if not other or not strange:
        return []
    keys = strange[:_SHOWN]
    message = Text(
        f"kind: {kind} 中没有 {'、'.join(keys)} 这些键",
        f"`kind: {kind}` has no key {', '.join(keys)}",
    )
    fix = did_you_mean([f"kind: {other}"])
    return [locator.error(document, ("kind",), "schema", message, fix)]


def _no_kind(document: YamlDocument, kinds: Mapping[str, type], locator: Locator) -> Finding:
    data = document.data
    slip = next((key for key in data if key.strip().casefold() in _MEANT and key != "kind"), "")
    if slip:
        message = Text(f"未知的键 {slip!r}", f"unknown key {slip!r}")
        span, fix = locator.span(document, (), slip), did_you_mean(["kind"])
    else:
        message = Text("缺少 kind（文件类型）", "the key 'kind' is missing")
        other = _kind_of(data, kinds)
        span = locator.span(document)
        fix = did_you_mean([f"kind: {other}"] if other else [], _known(kinds))
    subject = document.pointer(("kind",))
    return Finding("unknown-kind", "error", message, span, subject=subject, fix=fix)


def _kind_of(data: Mapping[str, Any], kinds: Mapping[str, type]) -> str:
    """Return the one kind whose keys hold all of a document's."""
    keys = data.keys() - {"kind"}
    fitting = [
        word for word, declared in kinds.items() if keys and keys <= keys_of(declared).keys()
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _known(kinds: Mapping[str, type]) -> Text:
    known = ", ".join(sorted(kinds))
    return Text(f"可用的类型：{known}", f"known kinds: {known}")
