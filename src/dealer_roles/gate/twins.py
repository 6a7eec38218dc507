"""Two organizations of one id in one run: what is found in them could not be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_roles.loading.loaded import Loaded
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

TWIN = "organization-id-twice"


def twin_ids(organizations: Iterable[Loaded]) -> Iterator[tuple[Loaded, Finding]]:
    """Yield each organization whose id an earlier one of the run has, with a finding on it."""
    seen: dict[str, list[Loaded]] = {}
    for one in organizations:
        if one.id:
            alike = seen.setdefault(one.id, [])
            alike.append(one)
            if len(alike) > 1:
                yield one, _twin(one, alike[0], len(alike))


def _twin(one: Loaded, before: Loaded, number: int) -> Finding:
    return Finding(
        TWIN,
        "error",
        Text(
            f"{one.origin} 与 {before.origin} 的组织编号都是 {one.id}",
            f"{one.origin} has the id {one.id} of {before.origin}",
        ),
        _place(one),
        one.id,
        f"{one.id},{number}",
        Text("给复制出来的组织改一个 id", "give the copy an id of its own"),
        (Witness(_place(before), Text("第一个", "the first one")),),
    )


def _place(one: Loaded) -> Span:
    if one.model is not None:
        return one.model.span
    mains = (d for d in one.documents if d.kind == "organization")
    return next((Span(d.file.label, d.line) for d in mains), Span(one.origin))
