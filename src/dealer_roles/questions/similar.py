"""Which tasks, duties and positions go by nearly one name, in one organization or in two?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from dealer_roles.organization.names import called
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.answers import Answers
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.name_likeness import likeness, tokens
from dealer_roles.values.span import Span
from dealer_roles.values.text import LANGS, Text
from dealer_roles.words.marks import how_many

NamedKind = Literal["task", "duty", "position"]
LEAST = 0.7
"""How alike two names are that are worth a look."""
WORTH_A_LOOK = 0.4
"""The share of words, or of pairs of characters, from which on two names are compared closely."""


@frozen
class Named:
    """Something that has a name.

    Attributes:
        kind: ``task``, ``duty`` or ``position``.
        org: The organization.
        id: Its id; of a duty its task.
        name: Its name; of a duty its wording.
        span: Where it stands.
        holder: Who holds the duty.
    """

    kind: NamedKind
    org: str
    id: str
    name: Text
    span: Span
    holder: str = ""

    def to_dict(self) -> dict[str, object]:
        """Return it as plain data."""
        return {
            "org": self.org,
            "id": self.id,
            "name": self.name.to_dict(),
            "position": self.holder or None,
            **self.span.to_dict(),
        }


@frozen
class SimilarPair:
    """Two things of nearly one name.

    Attributes:
        one: The one that stands first.
        other: The other one.
        score: How alike they are, from 0 to 1.
        places: Where ``other`` is named, which an edit would change if both are one thing.
        why: What is alike, and what could be done; nothing is done.
    """

    one: Named
    other: Named
    score: float
    places: tuple[Span, ...]
    why: Text

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the pair as plain data with its texts in ``lang``."""
        return {
            "kind": self.one.kind,
            "one": self.one.to_dict(),
            "other": self.other.to_dict(),
            "score": self.score,
            "places": [span.to_dict() for span in self.places],
            "why": self.why.get(lang),
        }


@frozen
class Similar(Answers[SimilarPair]):
    """All pairs, the most alike first.

    Attributes:
        compared: How many names were compared.
    """

    compared: int = 0

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all pairs as plain data with their texts in ``lang``."""
        pairs = [pair.to_dict(lang) for pair in self.items]
        return {"similar": pairs, "compared": self.compared}

    def _repr_html_(self) -> str:
        rows = [(p.one.kind, p.one.name.en, p.other.name.en, p.score) for p in self.items]
        return html_table(("kind", "one", "other", "score"), rows)


def similar(org: OnDay, other: OnDay | None = None, least: float = LEAST) -> Similar:
    """Return the pairs of nearly one name: inside an organization, or between two.

    What both take from one catalogue is one thing, and no pair.

    Args:
        org: The organization on a day.
        other: Another one, to compare with.
        least: How alike two names must be, from 0 to 1.

    Raises:
        ValueError: ``least`` is not from 0 to 1.
    """
    if not 0 <= least <= 1:
        raise ValueError(f"least is from 0 to 1, not {least!r}")
    here = tuple(_named(org))
    there = here if other is None else tuple(_named(other))
    found = [
        _pair(one, two, score, other or org)
        for one, two, score in _alike(here, there, inside=other is None)
        if score >= least
    ]
    found.sort(key=lambda p: (-p.score, p.one.kind, p.one.id, p.other.id, p.one.span, p.other.span))
    compared = len(here) if other is None else len(here) + len(there)
    return Similar(tuple(found), compared)


def _named(org: OnDay) -> Iterator[Named]:
    model = org.model
    for task in org.tasks:
        entry = model.catalogue.tasks[task]
        yield Named("task", model.id, task, entry.name, entry.span)
    for position in model.positions.values():
        yield Named("position", model.id, position.id, called(position), position.span)
    for duty in model.duties:
        if duty.text is not None:
            yield Named("duty", model.id, duty.task, duty.text, duty.span, duty.holder)


def _alike(
    here: Sequence[Named], there: Sequence[Named], *, inside: bool
) -> Iterator[tuple[Named, Named, float]]:
    """Yield the pairs that share much of a name, each once, with how alike they are."""
    index: dict[_Key, list[tuple[int, int]]] = defaultdict(list)
    sizes: dict[tuple[int, str], int] = {}
    for number, named in enumerate(there):
        for key, count in _keys(named).items():
            index[key].append((number, count))
            sizes[number, key.lang] = sizes.get((number, key.lang), 0) + count
    for number, one in enumerate(here):
        for n in sorted(_near(one, index, sizes)):
            if not (inside and n <= number) and not _is_one(one, there[n]):
                yield one, there[n], _score(one.name, there[n].name)


def _near(
    one: Named,
    index: Mapping[_Key, Sequence[tuple[int, int]]],
    sizes: Mapping[tuple[int, str], int],
) -> set[int]:
    """Return what shares enough of a name in some language to be worth a closer look."""
    shared: dict[tuple[int, str], int] = defaultdict(int)
    own: dict[str, int] = defaultdict(int)
    for key, count in _keys(one).items():
        own[key.lang] += count
        for n, there in index.get(key, ()):
            shared[n, key.lang] += min(count, there)
    return {
        n
        for (n, lang), both in shared.items()
        if 2 * both >= WORTH_A_LOOK * (own[lang] + sizes[n, lang])
    }


class _Key(NamedTuple):
    kind: NamedKind
    lang: str
    token: str


def _keys(named: Named) -> Counter[_Key]:
    return Counter(
        _Key(named.kind, lang, token)
        for lang in LANGS
        if (words := named.name.exactly(lang))
        for token in tokens(words)
    )


def _is_one(one: Named, other: Named) -> bool:
    """Whether the two are one thing under one id: only a duty is told apart by its holder."""
    return one.id == other.id and (one.kind != "duty" or one.org == other.org)


def _score(one: Text, other: Text) -> float:
    """Return how alike two names are, over the languages that both have."""
    both = [(a, b) for lang in LANGS if (a := one.exactly(lang)) and (b := other.exactly(lang))]
    scores = [likeness(a, b) for a, b in both]
    return round(sum(scores) / len(scores), 2) if scores else 0.0


def _pair(one: Named, two: Named, score: float, org: OnDay) -> SimilarPair:
    first, second = (one, two) if (one.org, two.span) != (two.org, one.span) else (two, one)
    places = tuple(_places(org, second))
    count = len(places)
    zh = f"名称相近（{score:g}）；若是一回事，可保留 {first.id}，把 {second.id} 的 {count} 处改为它"
    en = (
        f"nearly one name ({score:g}); if they are one thing, keep {first.id} and "
        f"write it in the {how_many(count, 'place')} of {second.id}"
    )
    return SimilarPair(first, second, score, places, Text(zh, en))


def _places(org: OnDay, named: Named) -> Iterator[Span]:
    """Yield where a thing is named, so that an edit could name another in its place."""
    model = org.model
    if named.kind == "duty":
        yield named.span
        return
    if named.kind == "position":
        yield from (p.span for p in model.positions.values() if p.reports_to == named.id)
        yield from (h.span for h in model.handoffs if named.id in h.to)
        return
    yield from (duty.span for duty in model.duties if duty.task == named.id)
    yield from (h.span for h in model.handoffs if named.id in (h.task, h.then))
    steps = (step for process in model.processes.values() for step in process.steps)
    yield from (step.span for step in steps if step.task == named.id)
