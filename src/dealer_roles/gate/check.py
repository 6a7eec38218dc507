"""Checking organizations: load findings, rules, waivers and baselines, as one report."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dealer_roles.gate.checked import BY_NO_RULE, Checked, may_be_known
from dealer_roles.gate.document_control import control_findings
from dealer_roles.gate.excerpts import Excerpts
from dealer_roles.gate.guard import GUARDS
from dealer_roles.gate.looked_at import looked_at
from dealer_roles.gate.many import in_turn
from dealer_roles.gate.merged_items import merged
from dealer_roles.gate.packed_findings import PackedFindings, packed, packed_waived
from dealer_roles.gate.remembered import missing
from dealer_roles.gate.selection import CheckOptions, RuleSet, require_rules, rules_for
from dealer_roles.gate.turning_to_oneself import turning_to_oneself
from dealer_roles.gate.twins import Copy, copies
from dealer_roles.gate.waivers import apply_waivers, load_waivers
from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.nearest_folder import is_organization
from dealer_roles.loading.read import read
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.reports.manifest import Manifest
from dealer_roles.reports.report import (
    Report,
    Reported,
    RuleInfo,
    State,
    Suppression,
)
from dealer_roles.reports.vacancy import no_position
from dealer_roles.rules.messages import without_fields
from dealer_roles.rules.rule import Rule
from dealer_roles.rules.run import run_rules
from dealer_roles.source.labels import label_of
from dealer_roles.source.stable_subjects import stable_subjects
from dealer_roles.values.errors import DealerRolesError
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding, in_order, numbered
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from dealer_roles.gate.baseline import Baseline
    from dealer_roles.gate.guard import Losses

Watch = Callable[[Iterable[Checked], int], Iterable[Checked]]
"""Shows how far a run is: given what comes, and how much that will be."""


def check_all(
    names: Iterable[str | os.PathLike[str]],
    options: CheckOptions,
    losses_of: Losses | None = None,
    watch: Watch = lambda items, _: items,
) -> list[Checked]:
    """Check organizations in one run; two of one id are themselves a finding.

    Of several organizations one that is missing or cannot be read is a finding, and the
    rest go on; of many only the findings are kept.

    Args:
        names: The organizations.
        options: What to check for.
        losses_of: Adds what an organization lost since a census.
        watch: Shows the progress.

    Raises:
        UnknownOrganization: There is no such organization, and no other was named.
        UnknownId: What is selected or ignored names no rule.
        NothingToDo: No rule would run.
    """
    every = [os.fspath(name) for name in names]
    check = partial(_read_and_check, options=options, losses_of=losses_of, alone=len(every) == 1)
    checked = list(watch(in_turn(every, check), len(every)))
    if not any(one.broken for one in checked):  # what is selected may be what cannot be read
        require_rules([(one.selected, one.known) for one in checked if one.known], options)
    which = copies(c.loaded for c in checked)
    return [_told_apart(c, copy) for c, copy in zip(checked, which, strict=True)]


def _read_and_check(
    name: str, options: CheckOptions, losses_of: Losses | None, alone: bool
) -> Checked:
    try:
        loaded = read(name)
        checked = _check(loaded, rules_for(loaded, options), options)
    except (DealerRolesError, OSError) as error:
        if alone:
            raise
        return _unread(name, error, options)
    if losses_of is None or loaded.model is None:
        return checked
    lost = losses_of.findings(loaded.model)
    return replace(checked, findings=in_order((*checked.findings, *lost)))


def _unread(name: str, error: DealerRolesError | OSError, options: CheckOptions) -> Checked:
    """Return an organization of several that cannot be read at all."""
    why = error.message if isinstance(error, DealerRolesError) else Text(str(error), str(error))
    label = label_of(name) if os.sep in name else name
    finding = Finding(
        "organization-unreadable", "error", why, Span(label), subject=os.path.basename(label)
    )
    on = options.on or dt.date.today()
    return Checked(missing(label), (), numbered((finding,)), (), 0, on)


def _told_apart(checked: Checked, copy: Copy) -> Checked:
    """Return what was found in an organization, none of it with another's fingerprint."""
    if not copy.number:
        return checked
    more = () if copy.finding is None else (copy.finding,)
    own = in_order((*(replace(f, copy=copy.number) for f in checked.findings), *more))
    waived = tuple((replace(f, copy=copy.number), reason) for f, reason in checked.waived)
    if isinstance(checked.findings, PackedFindings):
        return replace(checked, findings=packed(own), waived=packed_waived(waived))
    return replace(checked, findings=own, waived=waived)


def check_loaded(loaded: Loaded, options: CheckOptions) -> Checked:
    """Check an organization that is already read."""
    rules = rules_for(loaded, options)
    checked = _check(loaded, rules, options)
    if not checked.broken:
        require_rules([(rules.run, frozenset(rule.id for rule in rules.known))], options)
    return checked


def _check(loaded: Loaded, rules: RuleSet, options: CheckOptions) -> Checked:
    """Check one organization; one that cannot be built gives only the reasons why."""
    on = options.on or dt.date.today()
    known = BY_NO_RULE | {rule.id for rule in rules.known}
    own = stable_subjects(rules.findings, loaded.folder, loaded.id)
    if loaded.model is None or not loaded.stands:  # half an organization misleads
        findings = numbered((*loaded.findings, *own))
        return Checked(loaded, (), findings, (), 0, on, known, rules.run)
    org = Linked(loaded.model).on(on)
    found = run_rules(org, rules.run, partial(_base, loaded.folder, on))
    if not options.select:
        own += control_findings(org, loaded.folder)
        own += turning_to_oneself(org)
    waivers, ran = load_waivers(loaded.documents), BY_NO_RULE | {rule.id for rule in rules.run}
    every = numbered((*loaded.notes, *own, *loaded.problems, *found))
    result = apply_waivers(every, waivers, on, loaded.model.id, ran, known)
    waived = tuple(
        (finding, Suppression(waiver.reason, waiver.owner, waiver.until))
        for finding, waiver in result.waived
    )
    bare = () if org.model.positions else (no_position(loaded.id, loaded.place),)
    active = in_order((*bare, *result.active, *numbered(result.extra)))
    return Checked(loaded, rules.run, active, waived, len(waivers), on, known, rules.run)


def _base(folder: str, on: dt.date, name: str) -> OnDay | None:
    """Return what an overlay is compared with: a bundled organization, or a folder beside it."""
    beside = os.path.join(folder, os.pardir, name)
    if name not in bundled() and not is_organization(beside):
        return None
    model = read(name if name in bundled() else beside).model
    return None if model is None else Linked(model).on(on)


def report_of(
    checked: Sequence[Checked],
    baseline: Baseline | None = None,
    about: Iterable[Finding] = (),
    lost: Losses | None = None,
) -> Report:
    """Put what was found in several organizations into one report.

    Args:
        checked: The organizations.
        baseline: What is known and does not count; what does not load always counts.
        about: What is wrong with the baseline itself.
        lost: The census that the organizations were compared with.
    """
    items = merged(checked, numbered(about), partial(_state, baseline))
    ran = {one.loaded.id for one in checked if one.loaded.stands}
    rules = {rule.id: rule for one in checked for rule in one.rules}
    return Report(
        items,
        {id_: _info(rule) for id_, rule in rules.items()},
        {} if baseline is None else baseline.without(_fingerprints(items), ran),
        Excerpts(items, [one.loaded for one in checked]),
        tuple(one.loaded.id for one in checked if one.loaded.built),
        manifest_of(checked, baseline, lost),
    )


def manifest_of(
    checked: Sequence[Checked], baseline: Baseline | None = None, lost: Losses | None = None
) -> Manifest:
    """Return what a check looked at."""
    return replace(
        looked_at(c.loaded for c in checked),
        rules=len({rule.id for c in checked for rule in c.rules}),
        waivers=sum(c.waivers for c in checked),
        day=next((c.day for c in checked), None),
        known=len(baseline.findings) if baseline else 0,
        baseline=baseline.origin if baseline else "",
        census=lost.origin if lost else "",
        counted=lost.counted if lost else 0,
    )


def _fingerprints(items: Iterable[Reported]) -> set[str]:
    return {item.finding.fingerprint for item in items}


def _state(baseline: Baseline | None, checked: Checked, finding: Finding) -> State:
    if baseline is None:
        return ""
    if finding.code in GUARDS:  # a loss is judged against the census, never excused
        return "new"
    known = may_be_known(finding, checked) and finding.fingerprint in baseline.fingerprints
    return "unchanged" if known else "new"


def _info(rule: Rule) -> RuleInfo:
    return RuleInfo(rule.id, rule.name, rule.why, without_fields(rule.fix), rule.worst)
