"""Which rules run: a profile's and one's own, narrowed by what was selected and ignored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.rule_sets import bundled_rules, load_rules, profile_rules
from dealer_roles.rules.rule import Rule
from dealer_roles.source.settings import find_settings
from dealer_roles.values.errors import NothingToDo, UnknownId
from dealer_roles.values.findings import Finding
from dealer_roles.values.frozen import frozen
from dealer_roles.values.near import nearest_named
from dealer_roles.values.span import is_bundled
from dealer_roles.values.text import Text


@frozen
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


@frozen
class RuleSet:
    """The rules of one organization.

    Attributes:
        run: Those that are run.
        known: All that a name could mean: every bundled one and its own.
        findings: What is wrong with its own.
    """

    run: tuple[Rule, ...]
    known: tuple[Rule, ...]
    findings: tuple[Finding, ...]


def rules_for(loaded: Loaded, options: CheckOptions) -> RuleSet:
    """Return the rules that an organization is checked by, and what is wrong with its own."""
    own, findings = load_rules(loaded.documents, _plugins(loaded))
    # One's own takes a bundled one's place.
    by_id = {rule.id: rule for rule in (*bundled_rules(), *own)}
    of_profile = profile_rules(options.profile, by_id.values())
    run = tuple(rule for rule in of_profile if _runs(rule.id, options))
    return RuleSet(run, (*bundled_rules(), *own), tuple(findings))


def require_rules(
    sets: Sequence[tuple[Sequence[Rule], frozenset[str]]], options: CheckOptions
) -> None:
    """Refuse a selection that names what nobody knows, or leaves nothing to run.

    Args:
        sets: Of each organization the rules that run, and the ids of all that are known.
        options: What was selected.

    Raises:
        UnknownId: A glob fits no rule at all.
        NothingToDo: The rules exist, and none of them would run.
    """
    every = {rule.id: rule for rule in (*bundled_rules(), *(r for run, _ in sets for r in run))}
    known = {id_: () for _, ids in sets for id_ in ids}
    named = {**known, **{rule.id: (rule.name.zh, rule.name.en) for rule in every.values()}}
    for glob in (*options.select, *options.ignore):
        if sets and not any(fnmatchcase(id_, glob) for id_ in named):
            raise UnknownId("rule", glob, nearest_named(glob.strip("*?"), named))
    if sets and not any(run for run, _ in sets):
        raise NothingToDo(_none_left(options, every.values()))


def _none_left(options: CheckOptions, known: Iterable[Rule]) -> Text:
    others = sorted({r.profile for r in known if _runs(r.id, options)} - {options.profile})
    zh, en = "没有规则会运行", "no rule would run"
    if others:
        listed = ", ".join(others)
        zh += f"：所选规则不在 {options.profile} 档次；请写 --profile {listed}"
        en += f": what is selected is not in the profile {options.profile}; say --profile {listed}"
    return Text(zh, en)


def _plugins(loaded: Loaded) -> tuple[str, ...]:
    """Return the plug-ins that an organization's settings name; no settings hold for what ships."""
    return () if is_bundled(loaded.origin) else find_settings(loaded.folder).plugins


def _runs(id_: str, options: CheckOptions) -> bool:
    chosen = not options.select or _matches(id_, options.select)
    return chosen and not _matches(id_, options.ignore)


def _matches(id_: str, globs: Iterable[str]) -> bool:
    return any(fnmatchcase(id_, glob) for glob in globs)
