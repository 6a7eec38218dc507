"""The authority table, rendered."""

from __future__ import annotations

from typing import Literal

from dealer_roles.publish.authority_table.authority_page import to_read
from dealer_roles.publish.document.document import Document

AuthorityFormat = Literal["html", "xlsx", "pdf", "md", "json"]


def render_authority(document: Document, format_: AuthorityFormat) -> str | bytes:
    """Return the authority table in a format.

    Raises:
        MissingExtra: The format needs a package that is not installed.
        MissingFont: No installed font has a character (``pdf``).
    """
    if format_ == "xlsx":
        from dealer_roles.publish.authority_table.authority_sheet import authority_xlsx

        return authority_xlsx(document)
    from dealer_roles.publish.job_description.publish import render

    return render(document if format_ == "json" else to_read(document), format_)
