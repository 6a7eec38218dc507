"""The kinds of file that describe an organization, in one visible tuple."""

from __future__ import annotations

from dealer_roles.model.catalogue_files import (
    DepartmentsFile,
    FormsFile,
    PartiesFile,
    PositionsFile,
    ScopesFile,
    TasksFile,
    TopicsFile,
)
from dealer_roles.model.corpus import CorpusFile
from dealer_roles.model.declare import kind_word
from dealer_roles.model.edition import EditionsFile
from dealer_roles.model.organization_file import OrganizationFile
from dealer_roles.model.position import Position
from dealer_roles.model.process import Process

KINDS: tuple[type, ...] = (
    OrganizationFile,
    Position,
    Process,
    EditionsFile,
    DepartmentsFile,
    PositionsFile,
    PartiesFile,
    ScopesFile,
    TopicsFile,
    FormsFile,
    TasksFile,
    CorpusFile,
)
KIND_OF_WORD = {kind_word(kind): kind for kind in KINDS}
ORGANIZATION_KINDS = frozenset({"organization", "position", "process"})
CATALOGUE_KINDS = frozenset(
    {"departments", "positions", "parties", "scopes", "topics", "forms", "tasks"}
)
