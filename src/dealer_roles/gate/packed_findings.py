"""Findings of one of many organizations, packed small until somebody goes through them.

A finding with its witnesses is a few dozen objects; a thousand organizations have hundreds of
thousands. Packed they take a fiftieth, and are made anew, a few at a time, when they are read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, groupby, islice
from typing import Any

from dealer_roles.reports.report import Suppression
from dealer_roles.values.findings import Finding, SortKey, Witness
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

MOST = 128
"""As many findings are unpacked at once."""
FAST = 1
"""A level of compression: the next ones take longer and win little."""


@frozen
class Packet(Collection[Finding]):
    """A few findings that follow each other, packed.

    Attributes:
        first: Where the first of them sorts.
        size: How many they are.
        raw: All of them.
    """

    first: SortKey
    size: int
    raw: bytes

    def __len__(self) -> int:
        return self.size

    def __contains__(self, one: object) -> bool:
        return any(one == finding for finding in self)

    def __iter__(self) -> Iterator[Finding]:
        import zlib

        return map(_finding, json.loads(zlib.decompress(self.raw)))


@frozen
class PackedFindings(Collection[Finding]):
    """Sorted findings, packed.

    Attributes:
        packets: All of them.
        kinds: Their rules or checks, each with a severity that it has.
    """

    packets: tuple[Packet, ...]
    kinds: frozenset[tuple[str, str]]

    def __len__(self) -> int:
        return sum(packet.size for packet in self.packets)

    def __iter__(self) -> Iterator[Finding]:
        return chain.from_iterable(self.packets)

    def __contains__(self, one: object) -> bool:
        return any(one == finding for finding in self)


@frozen
class PackedWaived(Collection[tuple[Finding, Suppression]]):
    """Sorted findings, packed, each with what accepts it."""

    findings: PackedFindings
    reasons: tuple[Suppression, ...]

    def __len__(self) -> int:
        return len(self.reasons)

    def __iter__(self) -> Iterator[tuple[Finding, Suppression]]:
        return zip(self.findings, self.reasons, strict=True)

    def __contains__(self, one: object) -> bool:
        return any(one == pair for pair in self)


def packed(findings: Iterable[Finding]) -> PackedFindings:
    """Pack sorted findings.

    Those of two folders share no packet: of what many organizations have in common, as a
    catalogue, no more is unpacked than stands there.
    """
    every = tuple(findings)
    return PackedFindings(
        tuple(_packet(part) for part in _parts(every)), frozenset(kinds_of(every))
    )


def packed_waived(waived: Iterable[tuple[Finding, Suppression]]) -> PackedWaived:
    """Pack sorted findings that waivers accept."""
    every = tuple(waived)
    return PackedWaived(packed(f for f, _ in every), tuple(reason for _, reason in every))


def kinds_of(findings: Iterable[Finding]) -> Iterable[tuple[str, str]]:
    """Return the rules or checks of findings, each with a severity that it has."""
    if isinstance(findings, PackedFindings):
        return findings.kinds
    return ((finding.code, finding.severity) for finding in findings)


def parts_of(findings: Collection[Finding]) -> Iterator[tuple[SortKey, Collection[Finding]]]:
    """Yield the parts that sorted findings are read in, each with where it begins."""
    if isinstance(findings, PackedFindings):
        yield from ((packet.first, packet) for packet in findings.packets)
    elif findings:
        yield next(iter(findings)).sort_key(), findings


def without_reasons(
    waived: Collection[tuple[Finding, Suppression]],
) -> tuple[Collection[Finding], tuple[Suppression, ...]]:
    """Return the findings that waivers accept, and what accepts each."""
    if isinstance(waived, PackedWaived):
        return waived.findings, waived.reasons
    return tuple(found for found, _ in waived), tuple(reason for _, reason in waived)


def _parts(findings: Iterable[Finding]) -> Iterator[tuple[Finding, ...]]:
    for _, together in groupby(findings, key=lambda f: os.path.dirname(f.span.file)):
        while part := tuple(islice(together, MOST)):
            yield part


def _packet(findings: tuple[Finding, ...]) -> Packet:
    import zlib

    text = json.dumps([_row(finding) for finding in findings], separators=(",", ":"))
    return Packet(findings[0].sort_key(), len(findings), zlib.compress(text.encode("ascii"), FAST))


def _row(finding: Finding) -> tuple[object, ...]:
    f = finding
    witnesses = [(w.span, w.message) for w in f.witnesses]
    told = (f.code, f.severity, f.message, f.span, f.org, f.subject, f.fix)
    return (*told, witnesses, f.ordinal, f.copy)


def _finding(row: Any) -> Finding:
    code, severity, message, span, org, subject, fix, witnesses, ordinal, copy = row
    return Finding(
        code,
        severity,
        _text(message),
        Span(*span),
        org,
        subject,
        _text(fix),
        tuple(Witness(Span(*place), _text(words)) for place, words in witnesses),
        ordinal,
        copy,
    )


def _text(stated: Any) -> Text:
    chinese, english, others = stated
    return Text(chinese, english, tuple(map(tuple, others)))
