"""The definitions of a bundled organization as the files of a new one."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from dealer_roles.loading.bundled import bundled_files
from dealer_roles.source.boundary import MAIN_FILE
from dealer_roles.source.one_language import one_language
from dealer_roles.starter.variants import Variant, variant
from dealer_roles.starter.wish import Wish
from dealer_roles.values.text import Text
from dealer_roles.words.yaml_text import written

_MODELINE = re.compile(
    r"^(# yaml-language-server: \$schema=)\S*?(\w+\.schema\.json)$", re.MULTILINE
)
_LEFT_BEHIND = ("expectations/",)
"""What speaks of the bundled organization as it is, and not of what somebody makes of it."""


def copied(wish: Wish) -> Mapping[str, str]:
    """Return the files of the organization to begin from, by path, as the new one's own."""
    chosen = variant(wish.size) if wish.size else None
    found: dict[str, str] = {}
    files = bundled_files(wish.origin)
    there = frozenset(os.path.basename(file.label).removesuffix(".yaml") for file in files)
    for file in files:
        path = file.label.partition("/")[2]
        if path.startswith(_LEFT_BEHIND):
            continue
        with open(file.path, encoding="utf-8") as stream:
            text = stream.read()
        if path == MAIN_FILE:
            text = _main(text, wish, chosen, there)
        elif chosen:
            text = _seated(text, chosen)
        found[path] = _modeline(_in_languages(text, wish), path)
    return found


def _in_languages(text: str, wish: Wish) -> str:
    if wish.languages == "both":
        return text
    other = "en" if wish.languages == "zh" else "zh"
    return one_language(text, wish.languages, (other,))


def _main(text: str, wish: Wish, chosen: Variant | None, there: frozenset[str]) -> str:
    """Return the organization's own file, under its new id and name, with its posts."""
    spoken = "[zh, en]" if wish.languages == "both" else f"[{wish.languages}]"
    text = re.sub(r"^id: .*$", f"id: {wish.id}", text, count=1, flags=re.MULTILINE)
    name = f"name: {written(wish.name)}\nlanguages: {spoken}"
    text = re.sub(r"^name: .*$", lambda _: name, text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^languages: .*\n(?=(.|\n)*^languages: )", "", text, count=1, flags=re.MULTILINE)
    if chosen:
        text = text.rstrip("\n") + f"\n# {wish.said(_POSTS)}\n{chosen.posts_yaml(there)}"
    return text


_POSTS = Text(
    "编制岗：一张办公桌合并几个岗位，对外是同一个承担者",
    "posts: a desk that combines positions and is one holder",
)


def _seated(text: str, chosen: Variant) -> str:
    """Return a position's file with the number of people that this size has there."""
    id_ = re.search(r"^id: (\S+)$", text, re.MULTILINE)
    position = id_.group(1) if id_ else ""
    desk = chosen.desk_of(position)
    if desk:
        text = _without_turns_to_itself(text, desk)
        return re.sub(r"^headcount: .*\n", "", text, flags=re.MULTILINE)
    people = chosen.headcount.get(position)
    if people is None:
        return text
    return re.sub(r"^headcount: .*$", f"headcount: {people}", text, flags=re.MULTILINE)


def _without_turns_to_itself(text: str, desk: tuple[str, ...]) -> str:
    """Leave out the entries by which a desk would turn to itself."""
    others = "|".join(map(re.escape, desk))
    entry = re.compile(rf"^- \{{(?:topic: [^,]+, )?to: (?:{others})(?:, .*)?\}}\n", re.MULTILINE)
    text = entry.sub("", text)
    return re.sub(r"^escalations:\n(?!- )", "", text, flags=re.MULTILINE)


def _modeline(text: str, path: str) -> str:
    """Let the first line of a file lead its editor to the schemas of the new organization."""
    up = "../" * path.count("/")
    return _MODELINE.sub(rf"\g<1>{up}.schemas/\g<2>", text)
