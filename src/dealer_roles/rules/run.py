"""Running rules over an organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dealer_roles.organization.on_day import OnDay
from dealer_roles.rules.kind import Hit, Narrowing
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import node_words, plain
from dealer_roles.rules.language.view import Bases, View
from dealer_roles.rules.messages import fill
from dealer_roles.rules.rule import Rule
from dealer_roles.values.findings import Finding, Witness, in_order
from dealer_roles.values.text import Text

MOST_WITNESSES = 50
"""The most places that one finding names; a flood proves no more than its beginning."""


def run_rules(org: OnDay, rules: Sequence[Rule], bases: Bases | None = None) -> tuple[Finding, ...]:
    """Return what breaks the rules in an organization on a day, sorted.

    Args:
        org: The organization on a day.
        rules: The rules.
        bases: Finds the organizations that ``overlay`` rules compare with, by id.
    """
    view = View(org, bases)
    return in_order(finding for rule in rules for finding in _findings(rule, view))


def _findings(rule: Rule, view: View) -> Iterator[Finding]:
    if not rule.bundled:
        from dealer_roles.rules.named_things import unknown_things

        yield from unknown_things(rule, view)
    nodes: Iterable[Node] = rule.selector.select(view)
    if isinstance(rule.check, Narrowing):
        nodes = rule.check.among(view, nodes)
    for node in nodes:
        if rule.when is None or rule.when.holds(view, node):
            for hit in rule.check.hits(view, node):
                yield finding_of(rule, view, node, hit)


def finding_of(rule: Rule, view: View, node: Node, hit: Hit) -> Finding:
    """Return a hit as a finding of the rule."""
    values = {
        "subject": node_words(view, node),
        "id": plain(node.id),
        "org": view.model.name,
        **hit.values,
    }
    return Finding(
        rule.id,
        "note" if hit.mitigated else rule.severity_of(hit.measure),
        fill(rule.message, values),
        hit.span,
        view.model.id,
        ",".join(sorted(dict.fromkeys(hit.ids))),
        fill(rule.fix, values),
        _few(hit),
    )


def _few(hit: Hit) -> tuple[Witness, ...]:
    """Return what proves a hit; of very many places the first, and how many more."""
    beyond = len(hit.witnesses) - MOST_WITNESSES
    if beyond <= 0:
        return hit.witnesses
    more = Witness(hit.span, Text(f"另有 {beyond} 处", f"and {beyond} more"))
    return (*hit.witnesses[:MOST_WITNESSES], more)
