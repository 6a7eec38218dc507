"""Building a bundled organization."""

from __future__ import annotations

from dealer_roles.loading.bundled import CATALOGUE, bundle
from dealer_roles.loading.loaded import Loaded


def build_bundled(name: str) -> Loaded:
    """Build a bundled organization; what a snapshot proves is not checked again."""
    from dealer_roles.loading.bundled import bundled_folder

    own, proven = bundle(name)
    catalogue, catalogue_proven = bundle(CATALOGUE)
    folder = bundled_folder(name)
    if not (proven and catalogue_proven):
        from dealer_roles.model.build import build
        from dealer_roles.source.document import Locator
        from dealer_roles.source.settings import DEFAULTS

        built = build(own, catalogue, f"bundled:{name}", Locator(DEFAULTS))
        return Loaded(built.model, own, built.findings, folder, notes=built.notes)
    from dealer_roles.model.assemble import assemble

    return Loaded(assemble(own, catalogue), own, (), folder)
