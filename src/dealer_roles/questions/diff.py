"""What changed from one organization to another, in the words of the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import Any

from dealer_roles.model.declare import keys_of
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.diff_stated import KINDS, Stated, everything, said
from dealer_roles.questions.diff_value import VERBS, Change, Diff, FactChange, Verb
from dealer_roles.questions.diff_words import Difference, Side
from dealer_roles.questions.renamed_holders import as_called_now, renamed_holders
from dealer_roles.values.fields import replace
from dealer_roles.values.text import LANGS, Text

LIKE = 0.5
_RUNG, _ID = Text("级次", "rung"), Text("编号", "id")


def diff(old: OnDay, new: OnDay) -> Diff:
    """Return what changed from one organization to another.

    Args:
        old: The organization as it was, on a day.
        new: The organization as it is, on a day.
    """
    renamed = renamed_holders(old, new)
    both = [[(as_called_now(one, renamed), one) for one in everything(org)] for org in (old, new)]
    as_said = {id(called): one for side in both for called, one in side}
    before, after = ([called for called, _ in side] for side in both)

    def side(org: OnDay, called: Stated) -> Side:
        return Side(org=org, stated=as_said[id(called)])

    pairs: list[tuple[Stated, Stated]] = []
    for key in (_exact, _loosely):
        pairs += _paired(before, after, key)
    pairs += _alike(before, after)
    pairs += _paired(before, after, _elsewhere)
    found = [change for a, b in pairs if (change := _compared(a, b, side(old, a), side(new, b)))]
    found += [_whole("lost", side(old, one)) for one in before]
    found += [_whole("gained", side(new, one)) for one in after]
    return Diff(tuple(sorted(found, key=_order)))


def _order(change: Change) -> tuple[int, int, str, str, str]:
    place = KINDS.index(change.kind), VERBS.index(change.verb)
    return (*place, change.holder, change.name.zh, change.why.zh)


def _exact(one: Stated) -> tuple[object, ...]:
    return one.kind, one.holder, one.key


def _loosely(one: Stated) -> tuple[object, ...] | None:
    return (one.kind, one.holder, one.loose) if one.loose else None


def _elsewhere(one: Stated) -> tuple[object, ...] | None:
    return (one.kind, one.key) if one.kind not in ("position", "post", "purpose") else None


def _paired(
    before: list[Stated], after: list[Stated], key: Callable[[Stated], object]
) -> list[tuple[Stated, Stated]]:
    """Take out of both lists what has the same key, in order."""
    waiting: dict[object, list[Stated]] = {}
    for one in after:
        if (name := key(one)) is not None:
            waiting.setdefault(name, []).append(one)
    pairs = []
    for one in before:
        name = key(one)
        if name is not None and waiting.get(name):
            other = waiting[name].pop(0)
            pairs.append((one, other))
    _take_out(pairs, before, after)
    return pairs


def _take_out(
    pairs: list[tuple[Stated, Stated]], before: list[Stated], after: list[Stated]
) -> None:
    for part, place in ((before, 0), (after, 1)):
        found = {id(pair[place]) for pair in pairs}
        part[:] = [one for one in part if id(one) not in found]


def _alike(before: list[Stated], after: list[Stated]) -> list[tuple[Stated, Stated]]:
    """Take out texts without an id that are most like one of the same kind and holder."""
    groups: dict[object, tuple[list[Stated], list[Stated]]] = {}
    for part, place in ((before, 0), (after, 1)):
        for one in part:
            if not one.loose:
                groups.setdefault((one.kind, one.holder), ([], []))[place].append(one)
    pairs = [pair for olds, news in groups.values() for pair in _closest(olds, news)]
    _take_out(pairs, before, after)
    return pairs


def _closest(olds: list[Stated], news: list[Stated]) -> list[tuple[Stated, Stated]]:
    """Return pairs of texts that are alike, the closest first; each text once."""
    scored = sorted(
        (
            (max(_ratio(a.name, b.name, lang) for lang in LANGS), i, j)
            for i, a in enumerate(olds)
            for j, b in enumerate(news)
        ),
        key=lambda s: (-s[0], s[1], s[2]),
    )
    taken: dict[int, int] = {}
    for score, i, j in scored:
        if score >= LIKE and i not in taken and j not in taken.values():
            taken[i] = j
    return [(olds[i], news[j]) for i, j in taken.items()]


def _ratio(a: Text, b: Text, lang: str) -> float:
    return SequenceMatcher(None, a.get(lang), b.get(lang), autojunk=False).ratio()


def _compared(a: Stated, b: Stated, was: Side, new: Side) -> Change | None:
    """Return what is different.

    Args:
        a: What was stated, by the ids used now.
        b: What is stated now, with the same ids replaced.
        was: What was stated, as it was.
        new: What is stated now, as it is.
    """
    langs = languages_of_both(was.org, new.org)
    keys = [
        key
        for key in dict.fromkeys((*a.facts, *b.facts))
        if said(_at(a, key), langs) != said(_at(b, key), langs)
    ]
    ids = _ids(was.stated, b)
    if a.holder == b.holder and not keys and not ids:
        return None
    facts = (*ids, *(_fact(was, new, key) for key in keys))
    texts = [(_at(a, k), _at(b, k)) for k in keys]
    worded = not ids and all(isinstance(x, Text) and isinstance(y, Text) for x, y in texts)
    languages = _languages(texts, langs) if worded else ()
    verb = _verb(a, b, keys, worded)
    before = Side(org=was.org, stated=replace(was.stated, holder=a.holder))
    old = before if a.holder == b.holder else was
    found = Difference(
        before=old, after=new, verb=verb, facts=facts, languages=languages, asked=langs
    )
    return Change(verb, b.kind, b.holder, a.holder, b.name, facts, languages, found.why, b.span)


def _ids(was: Stated, now: Stated) -> tuple[FactChange, ...]:
    """Return the ids of a position or post that has another one now."""
    if now.kind not in ("position", "post") or was.holder == now.holder:
        return ()
    old, new = Text(was.holder, was.holder), Text(now.holder, now.holder)
    return (FactChange("id", _ID, old, new),)


def _verb(a: Stated, b: Stated, keys: list[str], worded: bool) -> Verb:
    if a.holder != b.holder or keys == ["rung"]:
        return "moved"
    return "reworded" if worded else "changed"


def _at(one: Stated, key: str) -> Any:
    return one.facts.get(key)


def languages_of_both(old: OnDay, new: OnDay) -> tuple[str, ...]:
    """Return the languages in which words are compared: what one never says is not reworded."""
    before, after = old.model.languages, new.model.languages
    return tuple(lang for lang in before if lang in after) or (*before, *after)


def _languages(texts: Iterable[tuple[Text, Text]], langs: tuple[str, ...]) -> tuple[str, ...]:
    """Return in which languages words differ."""
    found = (lang for a, b in texts for lang in langs if a.exactly(lang) != b.exactly(lang))
    return tuple(dict.fromkeys(found))


def _fact(old: Side, new: Side, key: str) -> FactChange:
    return FactChange(key, _label(new.stated.owner, key), old.fact(key), new.fact(key))


def _label(owner: type, key: str) -> Text:
    """Return what a fact is called: the first words of what its declaration says of it."""
    for written in keys_of(owner).values():
        if written.attribute == key:
            return Text(written.zh.split("；")[0].split("：")[0], written.en.split(";")[0])
    return _RUNG


def _whole(verb: Verb, side: Side) -> Change:
    one, why = side.stated, Difference(before=side, after=side, verb=verb).why
    return Change(verb, one.kind, one.holder, "", one.name, (), (), why, one.span)
