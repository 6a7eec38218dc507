"""Which catalogue tasks a duty may mean: the nearest wordings, by their shared n-grams."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from heapq import nlargest
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from dealer_roles.loading.bundled import CATALOGUE, bundle, bundled
from dealer_roles.model.catalogue_files import Task
from dealer_roles.values.text import Text

MOST = 5
_LOOKED_AT = 60  # wordings; those behind never carry a task among the first
_NAME, _ABOUT, _WORDING = 1.0, 0.85, 1.0
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z0-9]+")
_EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "the",
        "of",
        "to",
        "in",
        "for",
        "on",
        "with",
        "by",
        "as",
        "at",
        "or",
        "is",
        "are",
        "be",
        "their",
        "its",
        "that",
        "from",
        "all",
        "any",
        "other",
    ]
)
_EMPTY_HAN = re.compile(
    r"负责|进行|工作|相关|以及|做好|开展|按照|公司|及时|完成|的|并|与|和|等|对|及"
)


class Candidate(NamedTuple):
    """A catalogue task that a duty may mean.

    Attributes:
        task: Its id.
        name: Its names.
        score: How near the wording is, from 0 to 1.
    """

    task: str
    name: Text
    score: float


class TaskWording(NamedTuple):
    """One way in which a task is worded."""

    task: str
    text: str
    weight: float
    source: str


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    for end in ("ations", "ation", "ings", "ing", "ies", "es", "ed", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)]
    return word


def grams(text: str) -> Counter[str]:
    """Return the n-grams of a text: characters and pairs of Chinese, stems and pairs of English."""
    plain = unicodedata.normalize("NFKC", text).lower()
    found: Counter[str] = Counter()
    for run in _HAN.findall(_EMPTY_HAN.sub(" ", plain)):
        found.update(run)
        found.update(run[i : i + 2] for i in range(len(run) - 1))
        found.update(run[i : i + 2] for i in range(len(run) - 1))
    words = [_stem(w) for w in _LATIN.findall(plain) if w not in _EMPTY_WORDS]
    found.update(words)
    found.update(f"{a} {b}" for a, b in pairwise(words))
    found.update(f"{w[:5]}*" for w in words if len(w) > 5)
    return found


class Index:
    """An inverted index over wordings of tasks, weighted by how rare an n-gram is."""

    def __init__(self, wordings: Iterable[TaskWording], names: dict[str, Text]) -> None:
        self._names = names
        kept = [(wording, grams(wording.text)) for wording in wordings]
        frequency = Counter(gram for _, counts in kept for gram in counts)
        self._rarity = {g: math.log((len(kept) + 1) / n) + 0.1 for g, n in frequency.items()}
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._tasks = [(wording.task, wording.weight) for wording, _ in kept]
        for number, (_, counts) in enumerate(kept):
            vector = self._vector(counts)
            for gram, weight in vector.items():
                self._postings[gram].append((number, weight))

    def _vector(self, counts: Counter[str]) -> dict[str, float]:
        raw = {
            gram: (1 + math.log(count)) * self._rarity[gram]
            for gram, count in counts.items()
            if gram in self._rarity
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {gram: weight / length for gram, weight in raw.items()}

    def nearest(self, text: str, most: int = MOST) -> tuple[Candidate, ...]:
        """Return the tasks whose wordings are nearest, best first."""
        scores: dict[int, float] = defaultdict(float)
        for gram, weight in self._vector(grams(text)).items():
            for number, other in self._postings[gram]:
                scores[number] += weight * other
        best: dict[str, list[float]] = defaultdict(list)
        for number, score in nlargest(_LOOKED_AT, scores.items(), key=itemgetter(1)):
            task, weight = self._tasks[number]
            best[task].append(score * weight)
        ranked = sorted(((_together(found), task) for task, found in best.items()), key=_order)
        return tuple(
            Candidate(task, self._names[task], round(min(score, 1.0), 3))
            for score, task in ranked[:most]
        )


def _order(pair: tuple[float, str]) -> tuple[float, str]:
    return -pair[0], pair[1]


def _together(scores: list[float]) -> float:
    """Return the score of a task: its nearest wording, borne out by the others."""
    ordered = sorted(scores, reverse=True)
    return 0.8 * ordered[0] + 0.2 * sum(ordered[:3]) / min(len(ordered), 3)


def _catalogue_tasks() -> Iterator[Task]:
    for document in bundle(CATALOGUE).documents:
        if document.kind == "tasks":
            yield from document.value.tasks


def task_names() -> dict[str, Text]:
    """Return the names of the bundled catalogue's tasks by id."""
    return {task.id: task.name for task in _catalogue_tasks()}


def wordings() -> Iterator[TaskWording]:
    """Yield how the catalogue and the bundled organizations word their tasks."""
    for task in _catalogue_tasks():
        yield from _languages(task.id, task.name, _NAME, CATALOGUE)
        yield from _languages(task.id, task.about, _ABOUT, CATALOGUE)
    for name in bundled():
        for document in bundle(name).documents:
            if document.kind == "position":
                for duty in document.value.duties:
                    yield from _languages(duty.task, duty.text, _WORDING, name)


def _languages(task: str, text: Text | None, weight: float, source: str) -> Iterator[TaskWording]:
    for words in (text.zh, text.en) if text else ():
        if words:
            yield TaskWording(task, words, weight, source)


@cache
def bundled_index() -> Index:
    """Return the index over everything that is bundled; made once, as what is bundled is read."""
    return Index(wordings(), task_names())
