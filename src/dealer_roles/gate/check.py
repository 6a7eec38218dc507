"""Checking organizations: load findings, rules, waivers and baselines, as one report."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from dealer_roles.gate.baseline import Baseline
from dealer_roles.gate.guard import GUARDS
from dealer_roles.gate.waivers import apply_waivers, load_waivers
from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.nearest_folder import MAIN_FILE
from dealer_roles.loading.read import read
from dealer_roles.loading.rule_sets import bundled_rules, load_rules, profile_rules
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.reports.report import Report, Reported, RuleInfo, State, Suppression
from dealer_roles.rules.messages import without_fields
from dealer_roles.rules.rule import Rule
from dealer_roles.rules.run import run_rules
from dealer_roles.source.settings import find_settings
from dealer_roles.source.stable_subjects import stable_subjects
from dealer_roles.values.findings import Finding, in_order, numbered
from dealer_roles.values.span import Span


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to check for.

    Attributes:
        profile: The bundled rules to run: ``minimal``, ``standard`` or ``strict``.
        select: Globs of rule ids; only these run. Empty selects all.
        ignore: Globs of rule ids that do not run.
        on: The day; today by default.
    """

    profile: str = "standard"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """One organization and what was found in it.

    Attributes:
        loaded: What was read.
        rules: The rules that were run.
        findings: The findings that no waiver accepts.
        waived: The findings that one accepts.
    """

    loaded: Loaded
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Suppression], ...]


def check_one(name: str | os.PathLike[str], options: CheckOptions) -> Checked:
    """Check one organization; one that cannot be built gives only the reasons why.

    Raises:
        UnknownOrganization: There is no such organization.
    """
    return check_loaded(read(name), options)


def check_loaded(loaded: Loaded, options: CheckOptions) -> Checked:
    """Check an organization that is already read."""
    on = options.on or dt.date.today()
    rules, rule_findings = rules_for(loaded, options)
    org = loaded.model.id if loaded.model else ""
    findings = [*loaded.findings, *stable_subjects(rule_findings, loaded.folder, org)]
    if loaded.model is None or loaded.findings:
        return Checked(loaded, (), numbered(findings), ())  # half an organization misleads
    findings += run_rules(Linked(loaded.model).on(on), rules, partial(_base, loaded.folder, on))
    waivers, ran = load_waivers(loaded.documents), {rule.id for rule in rules}
    result = apply_waivers(numbered(findings), waivers, on, loaded.model.id, ran)
    waived = tuple(
        (finding, Suppression(waiver.reason, waiver.owner, waiver.until))
        for finding, waiver in result.waived
    )
    return Checked(loaded, rules, in_order((*result.active, *result.extra)), waived)


def rules_for(
    loaded: Loaded, options: CheckOptions
) -> tuple[tuple[Rule, ...], tuple[Finding, ...]]:
    """Return the rules that an organization is checked by, and what is wrong with its own."""
    own, findings = load_rules(loaded.documents, _plugins(loaded))
    bundle = profile_rules(options.profile, bundled_rules())
    by_id = {rule.id: rule for rule in (*bundle, *own)}  # one's own takes a bundled one's place
    return _selected(by_id.values(), options), tuple(findings)


def _plugins(loaded: Loaded) -> tuple[str, ...]:
    """Return the plug-ins that the settings of an organization with rules of its own name."""
    if any(document.kind == "rules" for document in loaded.documents):
        return find_settings(Path(loaded.folder)).plugins
    return ()


def _base(folder: str, on: dt.date, name: str) -> OnDay | None:
    """Return what an overlay is compared with: a bundled organization, or a folder beside it."""
    beside = os.path.join(folder, os.pardir, name)
    if name not in bundled() and not os.path.isfile(os.path.join(beside, MAIN_FILE)):
        return None
    model = read(name if name in bundled() else beside).model
    return None if model is None else Linked(model).on(on)


def _selected(rules: Iterable[Rule], options: CheckOptions) -> tuple[Rule, ...]:
    return tuple(
        rule
        for rule in rules
        if (not options.select or _matches(rule.id, options.select))
        and not _matches(rule.id, options.ignore)
    )


def _matches(id_: str, globs: Iterable[str]) -> bool:
    return any(fnmatchcase(id_, glob) for glob in globs)


def report_of(checked: Sequence[Checked], baseline: Baseline | None = None) -> Report:
    """Put what was found in several organizations into one report."""
    accepted = {finding: s for one in checked for finding, s in one.waived}
    items = [
        Reported(finding, _state(finding, baseline), accepted.get(as_found))
        for finding, as_found in told_apart(checked)
    ]
    spans = [item.finding.span for item in items]
    found = {item.finding.fingerprint for item in items}
    fixed = {} if baseline is None else baseline.without(found)
    return Report(
        tuple(items),
        {rule.id: _info(rule) for one in checked for rule in one.rules},
        fixed,
        _excerpts(spans, [one.loaded for one in checked]),
        tuple(one.loaded.model.id for one in checked if one.loaded.model is not None),
    )


def told_apart(checked: Sequence[Checked]) -> list[tuple[Finding, Finding]]:
    """Return every finding of several organizations, in order, none with another's fingerprint.

    Two organizations of one id are kept apart by their ordinals. Each finding comes with
    itself as it was found in its organization.
    """
    every = [f for one in checked for f in (*one.findings, *(f for f, _ in one.waived))]
    ordered = in_order(every)
    return list(zip(numbered(ordered), ordered, strict=True))


def _state(finding: Finding, baseline: Baseline | None) -> State:
    if baseline is None:
        return ""
    if finding.code in GUARDS:  # a loss is judged against the census, never excused
        return "new"
    return "unchanged" if finding.fingerprint in baseline.fingerprints else "new"


def _info(rule: Rule) -> RuleInfo:
    return RuleInfo(rule.id, rule.name, rule.why, without_fields(rule.fix), rule.worst)


def _excerpts(spans: Iterable[Span], loaded: Iterable[Loaded]) -> Mapping[Span, str]:
    """Return the source line of each span whose file can be read."""
    paths = {d.file.label: d.file.path for one in loaded for d in one.documents}
    lines: dict[str, list[str]] = {}
    found: dict[Span, str] = {}
    for span in spans:
        if span.file not in lines:
            lines[span.file] = _lines(paths.get(span.file, span.file))
        if span.line <= len(lines[span.file]):
            found[span] = lines[span.file][span.line - 1]
    return found


def _lines(path: str | os.PathLike[str]) -> list[str]:
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as stream:
            return stream.read(5_000_000).splitlines()
    except OSError:
        return []
