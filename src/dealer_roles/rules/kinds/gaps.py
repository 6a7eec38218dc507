"""``gaps``: the gap question is asked, and what it says of the thing selected is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.declare import declared, required
from dealer_roles.model.forms import Choice, Listed
from dealer_roles.questions.gap_value import ABOUT, Gap
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.kinds.count import MOST_WITNESSES
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import holder_words, plain, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import parameters_of
from dealer_roles.values.findings import Witness
from dealer_roles.values.text import Text
from dealer_roles.words.marks import named


@declared
class GapsParameters:
    """缺口 — What the gap question must not find."""

    kinds: tuple[str, ...] = required(
        Listed(Choice(tuple(ABOUT)), fewest=1, most=len(ABOUT)), "缺口类别", "The kinds of gap"
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield each gap that is about the thing, with the gap's own subject."""
        for gap in view.gaps_about(node):
            if gap.kind in self.kinds:
                values = {"gap": gap.message, "kind": plain(gap.kind)}
                proof = (witness(view, node), *_proof(view, gap))
                yield Hit((gap.subject,), gap.span, values, tuple(dict.fromkeys(proof)))


def _proof(view: View, gap: Gap) -> Iterator[Witness]:
    """Yield who stands where the gap shows, for gaps of the organization as a whole."""
    if ABOUT[gap.kind] == "organization":
        for one in gap.evidence[:MOST_WITNESSES]:
            yield Witness(one.span, holder_words(view, one.position))


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    wrong = [kind for kind in raw["kinds"] if ABOUT[kind] not in kinds]
    if not wrong and len(kinds) == 1:
        return parameters_of(GapsParameters, raw)
    wants, selects = named(sorted({ABOUT[kind] for kind in raw["kinds"]})), named(kinds)
    words = Text(
        f"这些缺口说的是 {wants.zh}，规则却选了 {selects.zh}",
        f"these gaps are about {wants.en}, but the rule selects {selects.en}",
    )
    reader.say("rule-parameter", words)
    return None


KIND = Kind(
    "gaps",
    GapsParameters,
    Text("缺口查询不得有所列各类缺口", "the gap question finds no gap of these kinds"),
    tuple(dict.fromkeys(ABOUT.values())),
    {
        "gap": Text("缺口说明", "what is missing, in words"),
        "kind": Text("缺口类别", "the kind of gap"),
    },
    Text("恒为 1", "always 1"),
    _read,
    """\
id: head-of-department
name: {zh: 部门有负责人, en: A department has a head}
why: {zh: 没有负责人的部门无人拍板, en: Nobody decides in a department without a head}
severity: warning
for: {what: department}
check: {gaps: {kinds: [department-without-head]}}
message: {zh: "{gap}", en: "{gap}"}
fix: {zh: 指定 head, en: Name its head}
examples:
  ok:
  - departments: {parts: {}}
    positions:
      chief: {reports_to: null, department: parts, duties: [keep-stock]}
      keeper: {reports_to: chief, department: parts, duties: [count-stock]}
  bad:
  - departments: {parts: {}}
    positions: {keeper: {department: parts, duties: [keep-stock]}}
""",
)
