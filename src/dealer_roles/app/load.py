"""Loading an organization: a bundled one by name, any other by its folder."""

from __future__ import annotations

import os
from dataclasses import dataclass

from dealer_roles.app.bundled import CATALOGUE, bundle, bundled
from dealer_roles.base.errors import InvalidDefinitions, UnknownOrganization
from dealer_roles.base.findings import Finding
from dealer_roles.base.near import nearest
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.source.document import Document


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read for one organization.

    Attributes:
        model: The organization, or ``None`` if it cannot be built.
        documents: All checked documents of its folder, of every kind.
        findings: Everything that is wrong.
        folder: Its folder.
    """

    model: OrganizationModel | None
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    folder: str

    def require(self) -> OrganizationModel:
        """Return the organization.

        Raises:
            InvalidDefinitions: It cannot be built.
        """
        if self.model is None or self.findings:
            raise InvalidDefinitions(self.findings)
        return self.model


def read(name: str | os.PathLike[str]) -> Loaded:
    """Read an organization without refusing a broken one.

    Args:
        name: A bundled name, or a path: text with a separator, or a path object.

    Raises:
        UnknownOrganization: It is neither.
    """
    if isinstance(name, str) and not _is_path(name):
        if name not in bundled():
            raise UnknownOrganization("organization", name, nearest(name, bundled()))
        return build_bundled(name)
    folder = os.path.dirname(name) or "." if os.path.isfile(name) else name
    if not os.path.isdir(folder):
        raise UnknownOrganization("organization", os.fspath(name))
    from dealer_roles.app.folder import read_folder

    return read_folder(os.fspath(folder))


def _is_path(name: str) -> bool:
    return "/" in name or os.sep in name or name in (".", "..")


def build_bundled(name: str) -> Loaded:
    """Build a bundled organization; what a snapshot proves is not checked again."""
    from dealer_roles.app.bundled import bundled_folder

    own, proven = bundle(name)
    catalogue, catalogue_proven = bundle(CATALOGUE)
    folder = bundled_folder(name)
    if not (proven and catalogue_proven):
        from dealer_roles.model.build import build
        from dealer_roles.source.document import Locator
        from dealer_roles.source.settings import DEFAULTS

        built = build(own, catalogue, f"bundled:{name}", Locator(DEFAULTS))
        return Loaded(built.model, own, built.findings, folder)
    from dealer_roles.model.assemble import assemble

    return Loaded(assemble(own, catalogue), own, (), folder)
