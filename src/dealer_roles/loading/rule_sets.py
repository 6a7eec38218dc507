"""Where rules come from: files of ``kind: rules``, and the packs that ship with the package."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256

from dealer_roles.rules.file_forms import PROFILES
from dealer_roles.rules.kind import Kind
from dealer_roles.rules.kinds import KINDS
from dealer_roles.rules.plugins import plugin_kinds
from dealer_roles.rules.read_rule import read_rule
from dealer_roles.rules.rule import Rule
from dealer_roles.source.document import Locator, YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.resources import resource
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.choices import one_of
from dealer_roles.values.errors import InvalidDefinitions
from dealer_roles.values.findings import Finding, Witness, in_order
from dealer_roles.values.text import Text


def load_rules(
    documents: Iterable[YamlDocument], plugins: Sequence[str] = ()
) -> tuple[tuple[Rule, ...], tuple[Finding, ...]]:
    """Return the rules of documents whose form is checked, and what is wrong with them.

    A rule whose examples disagree with it is refused.

    Args:
        documents: Documents of any kind; those of ``kind: rules`` are read.
        plugins: The plug-ins whose kinds of rule may be used.

    Raises:
        InvalidSettings: A plug-in cannot be loaded.
    """
    found = [d for d in documents if d.kind == "rules"]
    rules, findings = _read(found, plugins) if found or plugins else ([], [])
    for rule, document, number in rules:
        findings += _proven(rule, document, number)
    refused = {finding.subject for finding in findings}
    good = (
        rule
        for rule, document, number in rules
        if not any(s.startswith(document.pointer(("rules", number, "examples"))) for s in refused)
    )
    return tuple(good), in_order(findings)


Placed = tuple[Rule, YamlDocument, int]


def _read(
    documents: Iterable[YamlDocument], plugins: Sequence[str]
) -> tuple[list[Placed], list[Finding]]:
    kinds: dict[str, Kind] = {kind.name: kind for kind in KINDS}
    kinds.update({kind.name: kind for kind in plugin_kinds(plugins)})
    locator = Locator(DEFAULTS)
    rules: list[Placed] = []
    findings: list[Finding] = []
    seen: dict[str, Rule] = {}
    for document in documents:
        for number in range(len(document.data["rules"])):
            rule = read_rule(document, number, kinds, locator)
            if not isinstance(rule, Rule):
                findings += rule.findings
            elif rule.id in seen:
                findings.append(_duplicate(rule, seen[rule.id], document, number, locator))
            else:
                seen[rule.id] = rule
                rules.append((rule, document, number))
    return rules, findings


def _duplicate(
    rule: Rule, first: Rule, document: YamlDocument, number: int, locator: Locator
) -> Finding:
    message = Text(
        f"规则编号 {rule.id!r} 已在 {first.span} 使用",
        f"the rule id {rule.id!r} is already used at {first.span}",
    )
    fix = Text("请改用另一个编号", "choose another id")
    first_one = (Witness(first.span, Text("第一处定义", "first defined here")),)
    path = ("rules", number, "id")
    return locator.error(document, path, "duplicate-id", message, fix, witnesses=first_one)


_KNOWN_GOOD: set[str] = set()


def _proven(rule: Rule, document: YamlDocument, number: int) -> tuple[Finding, ...]:
    """Return where a rule disagrees with its examples; what was proven is not proven again."""
    from dealer_roles.rules.examples import disagreements

    raw = document.data["rules"][number]
    key = sha256(repr(raw).encode()).hexdigest()
    if key in _KNOWN_GOOD:
        return ()
    found = tuple(disagreements(rule, document, number))
    if not found:
        _KNOWN_GOOD.add(key)
    return found


def bundled_rule_files() -> list[SourceFile]:
    """Return the files of the rule packs, labelled ``bundled:rules/…``, in order."""
    folder = resource("definitions", "rules")
    names = sorted(n for n in os.listdir(folder) if n.endswith(".yaml"))
    return [SourceFile(os.path.join(folder, n), f"bundled:rules/{n}") for n in names]


def bundled_rule_documents() -> tuple[YamlDocument, ...]:
    """Return the documents of the rule packs, from their snapshot if it holds.

    Raises:
        InvalidDefinitions: The files were changed and cannot be read.
    """
    from dealer_roles.loading.snapshot_store import read_snapshot

    files = bundled_rule_files()
    documents = read_snapshot("rules", files)
    if documents is None:
        documents, findings = read_documents(files, DEFAULTS)
        if findings:
            raise InvalidDefinitions(findings)
    return tuple(documents)


@cache
def bundled_rules() -> tuple[Rule, ...]:
    """Return the rules that ship with the package; tests prove their examples, loading does not.

    Raises:
        InvalidDefinitions: The files were changed and a rule is broken.
    """
    rules, findings = _read(bundled_rule_documents(), ())
    if findings:
        raise InvalidDefinitions(in_order(findings))
    return tuple(rule for rule, _, _ in rules)


@cache
def pack_rules() -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules of each pack that ships with the package, by the pack's name.

    Raises:
        InvalidDefinitions: The files were changed and a rule is broken.
    """
    from dealer_roles.loading.packs import pack_documents, packs

    return {name: load_rules(pack_documents(name))[0] for name in packs()}


def profile_rules(name: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules of a profile: its own and those of the smaller ones.

    Raises:
        InvalidArgument: There is no such profile.
    """
    within = PROFILES[: PROFILES.index(one_of("profile", name, PROFILES)) + 1]
    return tuple(rule for rule in rules if rule.profile in within)
