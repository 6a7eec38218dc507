"""Who hands over, escalates or deals with himself: it loads, and is worth a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from dealer_roles.model.organization_file import OrganizationFile, Post
from dealer_roles.model.position import Position
from dealer_roles.model.references import Path
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.findings import Finding
from dealer_roles.values.text import Text

_TO_OTHERS = (
    ("duties", "with", "counterparts", Text("对接", "deals with")),
    ("handoffs", "to", "addressee.ids", Text("交接给", "hands over to")),
    ("escalations", "to", "addressee.ids", Text("上报给", "escalates to")),
)
"""Where the facts of a holder name others: the facts, the key, the field, and what is said."""


def turning_to_oneself(
    documents: Iterable[YamlDocument], locator: Locator, org: str
) -> Iterator[Finding]:
    """Yield a warning for each fact of a holder that names him where another is meant."""
    for document in documents:
        for prefix, holder in _holders(document):
            for kind, key, field, words in _TO_OTHERS:
                for index, fact in enumerate(getattr(holder, kind)):
                    if holder.id in attrgetter(field)(fact):
                        path = (*prefix, kind, index, key)
                        yield _finding(holder.id, words, document, path, locator, org)


def _holders(document: YamlDocument) -> Iterator[tuple[Path, Position | Post]]:
    value = document.value
    if isinstance(value, Position):
        yield (), value
    elif isinstance(value, OrganizationFile):
        yield from ((("posts", index), post) for index, post in enumerate(value.posts))


def _finding(
    id_: str, words: Text, document: YamlDocument, path: Path, locator: Locator, org: str
) -> Finding:
    return Finding(
        "turns-to-itself",
        "warning",
        Text(f"{id_!r} {words.zh}自己", f"{id_!r} {words.en} itself"),
        locator.span(document, path),
        org,
        document.pointer(path),
        Text("改写为另一方，或删去", "name another one, or leave it out"),
    )
