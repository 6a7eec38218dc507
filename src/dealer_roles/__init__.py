"""dealer-roles: who does what in a car dealership, as code.

>>> import dealer_roles as dr
>>> dr.load().owner("issue-invoice").owners
('settlement-specialist',)
"""

from __future__ import annotations

TYPE_CHECKING = False  # as `typing` has it, which costs as much to import as Python to start
if TYPE_CHECKING:  # every public name, once: `make generate` writes the lists below
    from dealer_roles.facade import Organization, load
    from dealer_roles.gate.findings_answer import Findings
    from dealer_roles.gate.revision import Revision
    from dealer_roles.loading.bundled import bundled
    from dealer_roles.organization.evidence import Evidence
    from dealer_roles.publish.document.document import Document
    from dealer_roles.questions.authority import AuthorityAnswer, AuthorityAnswers
    from dealer_roles.questions.deputies import DeputyAnswer, DeputyAnswers
    from dealer_roles.questions.duties import Duties, DutyView
    from dealer_roles.questions.entries import Entries, EntryView
    from dealer_roles.questions.escalation_answer import (
        EscalationAnswer,
        EscalationBranch,
        EscalationStep,
        ToldAtOnce,
    )
    from dealer_roles.questions.gap_value import Gap, Gaps
    from dealer_roles.questions.handoffs import Handoffs, HandoffView
    from dealer_roles.questions.overlaps import Overlap, Overlaps
    from dealer_roles.questions.owner_answer import OwnedCell, OwnerAnswer
    from dealer_roles.questions.similar import Similar, SimilarPair
    from dealer_roles.questions.walk import Move, Walk, WalkStep
    from dealer_roles.questions.workload import Workload, Workloads
    from dealer_roles.values.errors import (
        DealerRolesError,
        InvalidArgument,
        InvalidDefinitions,
        InvalidSettings,
        MissingExtra,
        NothingToDo,
        UnknownId,
        UnknownOrganization,
    )
    from dealer_roles.values.findings import Finding
    from dealer_roles.values.span import Span
    from dealer_roles.values.text import Text

__all__ = [
    "AuthorityAnswer",
    "AuthorityAnswers",
    "DealerRolesError",
    "DeputyAnswer",
    "DeputyAnswers",
    "Document",
    "Duties",
    "DutyView",
    "Entries",
    "EntryView",
    "EscalationAnswer",
    "EscalationBranch",
    "EscalationStep",
    "Evidence",
    "Finding",
    "Findings",
    "Gap",
    "Gaps",
    "HandoffView",
    "Handoffs",
    "InvalidArgument",
    "InvalidDefinitions",
    "InvalidSettings",
    "MissingExtra",
    "Move",
    "NothingToDo",
    "Organization",
    "Overlap",
    "Overlaps",
    "OwnedCell",
    "OwnerAnswer",
    "Revision",
    "Similar",
    "SimilarPair",
    "Span",
    "Text",
    "ToldAtOnce",
    "UnknownId",
    "UnknownOrganization",
    "Walk",
    "WalkStep",
    "Workload",
    "Workloads",
    "__version__",
    "bundled",
    "load",
]

__version__ = "0.1.0"

_HOMES = {
    "AuthorityAnswer": "questions.authority",
    "AuthorityAnswers": "questions.authority",
    "DealerRolesError": "values.errors",
    "DeputyAnswer": "questions.deputies",
    "DeputyAnswers": "questions.deputies",
    "Document": "publish.document.document",
    "Duties": "questions.duties",
    "DutyView": "questions.duties",
    "Entries": "questions.entries",
    "EntryView": "questions.entries",
    "EscalationAnswer": "questions.escalation_answer",
    "EscalationBranch": "questions.escalation_answer",
    "EscalationStep": "questions.escalation_answer",
    "Evidence": "organization.evidence",
    "Finding": "values.findings",
    "Findings": "gate.findings_answer",
    "Gap": "questions.gap_value",
    "Gaps": "questions.gap_value",
    "HandoffView": "questions.handoffs",
    "Handoffs": "questions.handoffs",
    "InvalidArgument": "values.errors",
    "InvalidDefinitions": "values.errors",
    "InvalidSettings": "values.errors",
    "MissingExtra": "values.errors",
    "Move": "questions.walk",
    "NothingToDo": "values.errors",
    "Organization": "facade",
    "Overlap": "questions.overlaps",
    "Overlaps": "questions.overlaps",
    "OwnedCell": "questions.owner_answer",
    "OwnerAnswer": "questions.owner_answer",
    "Revision": "gate.revision",
    "Similar": "questions.similar",
    "SimilarPair": "questions.similar",
    "Span": "values.span",
    "Text": "values.text",
    "ToldAtOnce": "questions.escalation_answer",
    "UnknownId": "values.errors",
    "UnknownOrganization": "values.errors",
    "Walk": "questions.walk",
    "WalkStep": "questions.walk",
    "Workload": "questions.workload",
    "Workloads": "questions.workload",
    "bundled": "loading.bundled",
    "load": "facade",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = import_module(f"{__name__}.{_HOMES[name]}")
    value = getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
