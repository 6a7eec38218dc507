"""``exists``: something stands at the end of a path, or in a field; or nothing may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.forms import Always, Str
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.fields import FIELDS, values
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import node_words, plain, span_among, witness
from dealer_roles.rules.language.paths import Path, Trail, walk
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.selection import SELECTABLE
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import PATH, parameters_of
from dealer_roles.values.text import Text


@declared
class ExistsParameters:
    """有或没有 — Something must, or must not, be there."""

    path: Path | None = optional(
        PATH, "路径；省略即对象本身", "The path; without it, the thing itself"
    )
    field: str = optional(
        Str(longest=40),
        "字段；省略即对象须存在",
        "The field; without it, the thing must exist",
        default="",
    )
    absent: bool = optional(Always(value=True), "须没有", "It must not be there", default=False)

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding if there is nothing, or if there is something that must not be."""
        trails = {node: Trail(node)} if self.path is None else walk(view, self.path, node)
        found = [end for end in trails if self._holds(view, end)]
        if bool(found) != self.absent:
            return
        ids = sorted(end.id for end in found if end != node)
        chain = dict.fromkeys(link for end in found for link in trails[end].nodes())
        yield Hit(
            (node.id, *ids),
            span_among(view, node, found),
            {
                "found": joined(node_words(view, end) for end in found),
                "missing": plain(self.field or "-"),
            },
            tuple(witness(view, link) for link in (chain or (node,))),
        )

    def _holds(self, view: View, end: Node) -> bool:
        if not self.field:
            return True
        found = values(view, end, self.field) if self.field in FIELDS[end.kind] else ()
        return any(value is not False for value in found)


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    found = reader.path_and_field(raw, kinds)
    if found is None:
        return None
    path, name = found
    if path is None and not name:
        words = Text("须写 path 或 field", "state a path, a field or both")
        reader.say("rule-parameter", words)
        return None
    return parameters_of(ExistsParameters, raw, path=path)


KIND = Kind(
    "exists",
    ExistsParameters,
    Text(
        "路径末端或字段中须有(或不得有)内容", "something must, or must not, be at the end of a path"
    ),
    tuple(SELECTABLE),
    {
        "found": Text("不该有却有的对象", "what is there and must not be"),
        "missing": Text("所查的字段", "the field that is asked for"),
    },
    Text("恒为 1", "always 1"),
    _read,
    """\
id: head-of-department
name: {zh: 部门有负责人, en: A department has a head}
why: {zh: 没有负责人的部门无人拍板, en: Nobody decides in a department without a head}
severity: warning
for: {what: department}
check: {exists: {path: head}}
message: {zh: "部门{subject}没有负责人", en: "the department {subject} has no head"}
fix: {zh: 指定 head, en: Name its head}
examples:
  ok:
  - departments: {parts: {head: keeper}}
    positions: {keeper: {department: parts, duties: [keep-stock]}}
  bad:
  - departments: {parts: {}}
    positions: {keeper: {department: parts, duties: [keep-stock]}}
""",
)
