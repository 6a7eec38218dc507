"""From documents to one checked organization, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.model.assemble import (
    assemble,
    catalogue_entries,
    in_file_order,
    organization_facts,
)
from dealer_roles.model.catalogue import Catalogue, catalogue_of
from dealer_roles.model.integrity import (
    definitions_of,
    duplicate_ids,
    loops,
    namespaces,
)
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.model.references import Known
from dealer_roles.model.refused import references_of_refused
from dealer_roles.model.renamed import renamed_ids, up_to_date
from dealer_roles.model.soundness import organization_documents, unsound
from dealer_roles.model.unknown_ids import UnknownPlace, unknown_ids
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.findings import Finding, in_order
from dealer_roles.values.frozen import frozen


@frozen
class Built:
    """An organization, or ``None`` and the findings that say why not; and notes on old ids."""

    model: OrganizationModel | None
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()


def build(
    own: Sequence[YamlDocument],
    catalogue: Sequence[YamlDocument],
    label: str,
    locator: Locator,
    maybe: frozenset[str] = frozenset(),
    refused: Sequence[YamlDocument] = (),
) -> Built:
    """Build an organization from documents whose form is checked.

    Args:
        own: The documents of the organization's folder; catalogue kinds among them
            add to the catalogue.
        catalogue: The documents of the catalogues it names.
        label: What to call the folder in findings.
        locator: Finds the places of findings.
        maybe: Ids that files which cannot be read may define.
        refused: Documents whose form is wrong; what else is wrong with them is told as well.
    """
    own = in_file_order(own)
    entries, facts = catalogue_entries(own, catalogue), organization_facts(own)
    known = catalogue_of(entry.value for entry in entries)
    main, findings = organization_documents(facts, label, locator)
    if main is None and len(findings) == 1:
        return Built(None, in_order(findings))  # without it, nobody knows which catalogue counts
    org = main.value.id if main else ""
    now, renamed = namespaces(known, facts), renamed_ids(known)
    own, notes, settled = up_to_date(own, now, renamed, locator, org)
    entries, facts = catalogue_entries(own, catalogue), organization_facts(own)
    ids = {name: ids | maybe for name, ids in now.items()}
    besides = _besides(refused, ids, {old for _, old in renamed})
    findings += unknown_ids([*entries, *facts], ids, locator, org, besides, settled)
    findings += _problems(entries, facts, known, locator, org)
    if findings or main is None:
        return Built(None, in_order(findings))
    return Built(assemble(own, catalogue), (), in_order(notes))


def _problems(
    entries: Sequence[YamlDocument],
    facts: Sequence[YamlDocument],
    catalogue: Catalogue,
    locator: Locator,
    org: str,
) -> list[Finding]:
    everything = [*entries, *facts]
    definitions = (d for document in everything for d in definitions_of(document))
    return [
        *duplicate_ids(definitions, locator, org),
        *loops(everything, locator, org),
        *unsound(everything, catalogue, locator, org),
    ]


def _besides(
    refused: Sequence[YamlDocument], ids: Known, former: set[str]
) -> tuple[UnknownPlace, ...]:
    """Return where refused documents name what nobody defines, nor ever did."""
    return tuple(
        UnknownPlace(document, reference, ids[reference.namespace])
        for document in refused
        for reference in references_of_refused(document, ids)
        if reference.id not in former
    )
