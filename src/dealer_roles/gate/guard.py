"""The guard: a change must not lose duties unnoticed, as a truncated file would."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.source.gate import Refused, named_text
from dealer_roles.values.errors import InvalidSettings
from dealer_roles.values.findings import Finding
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many

Census = Mapping[str, Mapping[str, int]]
"""How many duties each position and post has, by organization."""

GUARDS = ("guard-duties-lost", "guard-position-emptied")
NO_CENSUS = "guard-without-census"


def census(models: Iterable[OrganizationModel]) -> Census:
    """Count the duties of every position and post."""
    found: dict[str, dict[str, int]] = {}
    for model in models:
        counts = dict.fromkeys((*model.positions, *model.posts), 0)
        for duty in model.duties:
            counts[duty.holder] += 1
        found[model.id] = dict(sorted(counts.items()))
    return found


def write_census(path: str | os.PathLike[str], counted: Census) -> None:
    """Write a census as JSON."""
    from dealer_roles.output.files import write_file

    write_file(path, json.dumps({"version": 1, "duties": counted}, indent=2) + "\n")


def read_census(path: str | os.PathLike[str]) -> Census:
    """Read a census.

    Raises:
        InvalidSettings: The file cannot be read or is no census.
    """
    text = ""
    try:
        text = named_text(path)
        data: Any = json.loads(text)
        return {
            str(org): {str(holder): int(count) for holder, count in counts.items()}
            for org, counts in data["duties"].items()
        }
    except Refused as error:
        raise InvalidSettings(str(path), [error.words]) from error
    except (
        ValueError,
        LookupError,
        AttributeError,
        TypeError,
        RecursionError,
        ArithmeticError,
    ) as error:
        from dealer_roles.source.broken_text import cause_in

        words = cause_in(text) or Text("不是职责普查文件", "not a census of duties")
        raise InvalidSettings(str(path), [words]) from error


@frozen
class Losses:
    """What organizations lost since a census.

    Attributes:
        before: The census.
        share: The share of duties that may go at once, from 0 to 1.
        origin: The file of the census.
    """

    before: Census
    share: float
    origin: str = ""

    @property
    def counted(self) -> int:
        """How many duties the census holds."""
        return sum(sum(counts.values()) for counts in self.before.values())

    def findings(self, model: OrganizationModel) -> tuple[Finding, ...]:
        """Return what an organization lost."""
        return tuple(losses(self.before, model, self.share))


def losses(before: Census, model: OrganizationModel, share: float) -> Iterator[Finding]:
    """Yield a finding if too many duties are gone, and one for each position left empty.

    Args:
        before: The census of an earlier state.
        model: The organization now.
        share: The share of duties that may go at once, from 0 to 1.
    """
    known = before.get(model.id)
    if known is None or (model.duties and not any(known.values())):
        words = Text(
            f"职责普查文件中没有组织 {model.id} 的职责，无从比较",
            f"the census holds no duty of {model.id}: nothing was compared",
        )
        yield _finding(NO_CENSUS, words, model, model.id)
        return
    now = census([model])[model.id]
    had, has = sum(known.values()), sum(now.values())
    if had and (had - has) / had > share:
        yield _finding(
            GUARDS[0],
            Text(
                f"职责由 {had} 项减到 {has} 项，超过允许的 {share:.0%}",
                f"{how_many(had, 'duty', 'duties')} became {has}: "
                f"more than the {share:.0%} that may go at once",
            ),
            model,
            model.id,
        )
    for holder, count in known.items():
        if count and not now.get(holder):
            words = Text(
                f"{holder} 原有 {count} 项职责，现在没有",
                f"{holder} had {how_many(count, 'duty', 'duties')} and has none",
            )
            yield _finding(GUARDS[1], words, model, holder)


def _finding(code: str, message: Text, model: OrganizationModel, subject: str) -> Finding:
    holder = model.positions.get(subject) or model.posts.get(subject)
    span: Span = holder.span if holder else model.span
    fix = Text(
        "若属有意，请重新生成职责普查文件（check --write-census）",
        "if that is meant, write the census again (check --write-census)",
    )
    return Finding(code, "error", message, span, model.id, subject, fix)
