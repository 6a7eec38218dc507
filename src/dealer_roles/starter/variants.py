"""The standard for fewer people: which positions share a desk, and how many sit where."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import Any

from dealer_roles.source.resources import resource
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text
from dealer_roles.words.yaml_text import written


@frozen
class Variant:
    """One size of the standard.

    Attributes:
        people: How many people it has.
        headcount: How many sit in each position that shares no desk.
        posts: The desks that combine positions, as the file has them.
    """

    people: int
    headcount: Mapping[str, int]
    posts: tuple[Mapping[str, Any], ...]

    def desk_of(self, position: str) -> tuple[str, ...]:
        """Return the positions that share a desk with one; none where it shares none."""
        desks = (tuple(p["positions"]) for p in self.posts if position in p["positions"])
        return next(desks, ())

    def posts_yaml(self, known: Collection[str]) -> str:
        """Return the posts as ``organization.yaml`` has them, of the positions that there are."""
        lines = []
        for post in self.posts:
            members = ", ".join(member for member in post["positions"] if member in known)
            if members:
                name, seats = written(Text.of(post["name"])), post["headcount"]
                lines.append(
                    f"- id: {post['id']}\n  name: {name}\n"
                    f"  positions: [{members}]\n  headcount: {seats}\n"
                )
        return "posts:\n" + "".join(lines)


def variant(size: str) -> Variant:
    """Return the variant of a size, from its file among the bundled definitions."""
    from dealer_roles.source.yaml_nodes import read_yaml

    path = os.path.join(resource("definitions", "variants"), f"{size}.yml")
    with open(path, encoding="utf-8") as stream:
        documents, problems = read_yaml(stream.read(), 20)
    assert not problems, problems
    data: Any = documents[0][0]
    return Variant(data["people"], dict(data["headcount"]), tuple(data["posts"]))
