"""Answers about a user's folder as they were printed, for as long as nothing changed.

One file of the cache folder a way of asking: the state of everything the answers come from,
the days on which they hold, what that state covers besides the folder, then a line for each
question. Reading it imports next to nothing.
"""

from __future__ import annotations

import os
import time
from hashlib import sha256

from dealer_roles.loading.cache_folder import cache_is_on, keep, read_kept
from dealer_roles.loading.folder_state import folder_state, with_bundled
from dealer_roles.loading.printed_store import LINE_END
from dealer_roles.source.plain_files import Unusual

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BYTES = 1_000_000


class Asked:
    """A question as somebody asked it: where, of which folder, in which words."""

    __slots__ = ("folder", "question", "way")

    def __init__(self, folder: str, way: str, question: str) -> None:
        self.folder = folder
        self.way = way
        self.question = question

    @property
    def file(self) -> str:
        """The file of the cache folder: answers name files as seen from the working directory."""
        told = "\0".join((os.getcwd(), self.folder, self.way))
        return sha256(told.encode("utf-8", "surrogateescape")).hexdigest() + ".txt"


def remembered_answer(asked: Asked) -> str | None:
    """Return what was printed for a question, if nothing has changed since."""
    kept = read_kept(asked.file) if cache_is_on() else None
    if kept is None:
        return None
    head, _, answers = kept.decode("utf-8", "replace").partition("\n")
    at = ("\n" + answers).find(f"\n{asked.question}\t")
    if at < 0 or not _holds(asked.folder, head):
        return None
    line = answers[at : answers.index("\n", at)]
    return line[len(asked.question) + 1 :].replace(LINE_END, "\n")


def _holds(folder: str, head: str) -> bool:
    state, first, last, also, *outside = head.split("\t")
    if not first <= time.strftime("%Y-%m-%d") <= last:
        return False
    try:
        return with_bundled(folder_state(folder, outside)[0], also.split()) == state
    except Unusual:
        return False


def remember_answer(
    asked: Asked,
    text: str,
    state: str,
    days: tuple[str, str],
    also: Sequence[str],
    outside: Sequence[str],
) -> None:
    """Remember what was printed for a question.

    Args:
        asked: The question.
        text: What was printed.
        state: The state of what the folder was read from.
        days: The first and the last day on which it holds.
        also: The bundled organizations it depends on besides the catalogue.
        outside: The catalogues outside of the folder.
    """
    if any("\t" in word or "\n" in word for word in (asked.question, *outside)):
        return
    head = "\t".join((with_bundled(state, also), *days, " ".join(also), *outside)) + "\n"
    before = (read_kept(asked.file) or b"").decode("utf-8", "replace")
    known = before[len(head) :] if before.startswith(head) and len(before) < MOST_BYTES else ""
    line = f"{asked.question}\t" + text.replace("\n", LINE_END) + "\n"
    keep(asked.file, (head + known + line).encode("utf-8", "replace"))
