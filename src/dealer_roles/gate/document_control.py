"""What document control finds: editions against the ledger, signatures against both."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.source.stable_subjects import stable_subjects
from dealer_roles.values.findings import Finding

CODES = frozenset(
    {
        *("edition-unchanged", "edition-unrecorded", "edition-unknown"),
        *("signature-outdated", "signature-unknown", "signatures-unreadable"),
    }
)
"""The codes of what document control finds; a waiver may name them."""


def control_findings(org: OnDay, folder: str) -> tuple[Finding, ...]:
    """Return what is wrong with editions and signatures; nothing where neither is kept.

    Args:
        org: The organization on a day.
        folder: Its folder, in which the register of signatures may lie.
    """
    from dealer_roles.gate.signature_register import read_register

    found: list[Finding] = []
    if org.model.editions:
        from dealer_roles.gate.editions import edition_findings

        found += edition_findings(org)
    register = read_register(folder)
    if register is not None:
        from dealer_roles.gate.signatures import signature_findings

        found += signature_findings(org, register)
    return tuple(stable_subjects(found, folder, org.model.id))
