"""``dealer-roles explain FINDING|RULE``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import default_organization
from dealer_roles.cli.options import lang_option, several_orgs_option
from dealer_roles.cli.output import heading, line
from dealer_roles.cli.profile_option import profile_option
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.near import nearest_named
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import word
from dealer_roles.words.marks import introduced

if TYPE_CHECKING:
    from dealer_roles.rules.rule import Rule
    from dealer_roles.values.findings import Finding

_SEVERITY, _PROFILE = Text("级别", "severity"), Text("方案", "profile")
_KIND, _PLACE = Text("种类", "kind"), Text("位置", "stands in")


@click.command("explain")
@click.argument("what")
@several_orgs_option("Where the finding is; may be repeated.")
@profile_option("Which bundled rules run to find it.", "strict")
@lang_option
def command(what: str, orgs: tuple[str, ...], profile: str, lang: str) -> int:
    """Tell a rule, the code of a finding, or a finding by its fingerprint, in words.

    WHAT is a rule's id, a code or a kind of gap as they are printed, or (the beginning of) a
    finding's fingerprint.
    """
    from dealer_roles.gate.check import check_all
    from dealer_roles.gate.selection import CheckOptions
    from dealer_roles.loading.rule_sets import bundled_rules, pack_rules
    from dealer_roles.questions.gap_value import ABOUT
    from dealer_roles.words.finding_codes import CODES

    checked = check_all(orgs or (default_organization(),), CheckOptions(profile))
    rules = {rule.id: rule for one in checked for rule in one.rules}
    of_packs = (rule for of_one in pack_rules().values() for rule in of_one)
    rules = {**{rule.id: rule for rule in (*bundled_rules(), *of_packs)}, **rules}

    def found(fits: Callable[[Finding], bool]) -> Iterator[Finding]:
        return (finding for one in checked for finding in one.findings if fits(finding))

    if what in rules or what in CODES:
        if what in rules:
            _rule(rules[what], lang)
        else:
            _code(what, CODES[what], lang)
        for finding in found(lambda finding: finding.code == what):
            line()
            _finding(finding, lang)
        return 0
    if what in ABOUT:
        _code(what, Text(word(what, "zh"), word(what, "en")), lang)
        return 0
    meant = [*found(lambda f: f.fingerprint.startswith(what))] if len(what) >= 4 else []
    if not meant:
        names: dict[str, tuple[str, ...]] = {
            rule.id: (rule.name.zh, rule.name.en) for rule in rules.values()
        }
        names.update((code, ()) for code in (*CODES, *ABOUT))
        raise UnknownId("rule or finding", what, nearest_named(what, names))
    for finding in meant:
        if finding.code in rules:
            _rule(rules[finding.code], lang)
            line()
        _finding(finding, lang)
    return 0


def _code(code: str, meaning: Text, lang: str) -> None:
    heading(code)
    line(meaning.get(lang))


def _rule(rule: Rule, lang: str) -> None:
    from dealer_roles.rules.examples import SIDES, stories

    heading(f"{rule.name.get(lang)} ({rule.id})")
    line(rule.why.get(lang))
    if about := rule.about.get(lang):
        line(about, "dim")
    line(introduced(_SEVERITY.get(lang), rule.worst, lang))
    line(introduced(_PROFILE.get(lang), rule.profile, lang))
    line(introduced(_KIND.get(lang), rule.kind, lang))
    for side, told in stories(rule):
        line(introduced(SIDES[side].get(lang), told.get(lang), lang))
    line(introduced(_PLACE.get(lang), str(rule.span), lang), "dim", place=True)


def _finding(finding: Finding, lang: str) -> None:
    heading(finding.message.get(lang))
    line(f"  {finding.span}  {finding.fingerprint}", "dim", place=True)
    for number, witness in enumerate(finding.witnesses, 1):
        line(f"  {number}. {witness.message.get(lang)}")
        line(f"     {witness.span}", "dim", place=True)
    if finding.fix.get(lang):
        line(f"  → {finding.fix.get(lang)}")
