"""An answer as JSON, with the organization it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealer_roles.cli.load_organization import current_language
from dealer_roles.cli.output import emit_json

if TYPE_CHECKING:
    from dealer_roles.facade import Organization


def emit_answer(organization: Organization, data: object) -> None:
    """Write an answer as JSON; it says of which organization it is, and where that comes from."""
    assert isinstance(data, dict)
    about = {"organization": organization.id, "organization_from": organization.loaded.origin}
    problems = [finding.to_dict(current_language()) for finding in organization.problems]
    emit_json({**data, **about, **({"problems": problems} if problems else {})})
