"""Who has signed what: and which signatures stand under something that is no longer true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from dealer_roles.gate.signature_register import Register, Signed
from dealer_roles.organization.names import name_text
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import words_of
from dealer_roles.publish.job_description.changes_section import (
    changed_parts,
    entries_of,
    parts_named,
)
from dealer_roles.publish.job_description.publish import holders
from dealer_roles.publish.job_description.said import Said
from dealer_roles.publish.job_description.sections import said_here
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text

State = Literal["holds", "outdated", "superseded", "unknown"]
WORDS: dict[State, Text] = {
    "holds": Text("有效", "holds"),
    "outdated": Text("须重新签收", "to be signed again"),
    "superseded": Text("已由新签收取代", "replaced by a later one"),
    "unknown": Text("没有此岗位或版次", "no such position or edition"),
}


@frozen
class SignatureStanding:
    """A signature and whether what was signed still holds.

    Attributes:
        signed: The signature.
        state: ``holds``, ``outdated``, ``superseded`` or ``unknown``.
        why: Why, in words; empty where it holds.
    """

    signed: Signed
    state: State
    why: Text

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return it as plain data."""
        one = self.signed
        return {
            "position": one.position,
            "edition": one.edition,
            "hash": one.hash,
            "who": one.who,
            "day": one.day.isoformat(),
            "state": self.state,
            "why": self.why.get(lang),
            **one.span.to_dict(),
        }


def standing(org: OnDay, register: Register) -> tuple[SignatureStanding, ...]:
    """Return every signature of a register with whether it still holds, in its order."""
    called = _called(org)
    signed = [
        replace(one, position=called.get(one.position, one.position)) for one in register.signed
    ]
    last = {(s.position, s.who): s for s in sorted(signed, key=lambda s: s.day)}
    named = {one.position for one in signed}
    known = {holder: said_here(org, holder) for holder in holders(org) if holder in named}
    return tuple(
        _standing(org, one, last[one.position, one.who], known.get(one.position)) for one in signed
    )


def _called(org: OnDay) -> dict[str, str]:
    """Return the holders by their names, where only one has it: registers are kept by people."""
    ids = holders(org)
    texts = {id_: name_text(org.model, id_) for id_ in ids}
    names = [(name, id_) for id_, text in texts.items() if text for name in {text.zh, text.en}]
    count = Counter(name for name, _ in names)
    return {name: id_ for name, id_ in names if count[name] == 1 and name not in ids}


def _standing(org: OnDay, one: Signed, last: Signed, said: Said | None) -> SignatureStanding:
    if said is None:
        return SignatureStanding(one, "unknown", Text("没有这个岗位", "there is no such position"))
    if one is not last:
        day = last.day.isoformat()
        return SignatureStanding(
            one, "superseded", Text(f"{day} 已重新签收", f"signed again on {day}")
        )
    entries = entries_of(org.model, one.position)
    versions = [entry.version for entry in entries if entry.hash == one.hash]
    if one.hash == said.hash and (not entries or _is_one_of(one.edition, versions)):
        return SignatureStanding(one, "holds", Text("", ""))
    entry = next((e for e in entries if e.hash == one.hash), None)
    if entry is None or one.hash == said.hash or not _is_one_of(one.edition, versions):
        words = Text(
            f"台账中没有版次 {one.edition} 与指纹 {one.hash}",
            f"the ledger holds no edition {one.edition} with hash {one.hash}",
        )
        return SignatureStanding(one, "unknown", words)
    parts = changed_parts(entry.parts or {}, said.hashes)
    named = parts_named(parts)
    return SignatureStanding(
        one, "outdated", Text(f"此后已变：{named.zh}", f"changed since: {named.en}")
    )


def _is_one_of(edition: str, versions: list[str]) -> bool:
    """Whether an edition is among versions, also without the zeros that Excel takes from 1.0."""
    return edition in versions or edition in (_bare(version) for version in versions)


def _bare(version: str) -> str:
    return version.rstrip("0").rstrip(".") if "." in version else version


def signature_findings(org: OnDay, register: Register) -> Iterator[Finding]:
    """Yield the signatures that stand under something that is no longer true, or never was."""
    for span, problem in register.problems:
        yield Finding("signatures-unreadable", "error", problem, span, org.model.id, span.file)
    for one in standing(org, register):
        if one.state in ("outdated", "unknown"):
            yield _finding(org, one)


def _finding(org: OnDay, one: SignatureStanding) -> Finding:
    signed, what = one.signed, words_of(org.model, one.signed.position)
    code = "signature-outdated" if one.state == "outdated" else "signature-unknown"
    message = Text(
        f"{signed.who} {signed.day} 签收的{what.zh} {signed.edition} "
        f"{WORDS[one.state].zh}：{one.why.zh}",
        f"what {signed.who} signed on {signed.day} ({what.en}, edition {signed.edition}) is "
        f"{'no longer true' if one.state == 'outdated' else 'not known'}: {one.why.en}",
    )
    subject = ",".join(sorted((signed.position, signed.who)))
    return Finding(code, "warning", message, signed.span, org.model.id, subject)
