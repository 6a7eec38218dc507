"""Zip archives (.docx, .xlsx) with the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile

# The earliest date that a zip archive can hold.
NO_DATE = (1980, 1, 1, 0, 0, 0)


def same_every_time(archive: bytes) -> bytes:
    """Return a zip archive whose members carry no date and no trace of the computer."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, NO_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o600 << 16
            new.writestr(member, old.read(name))
    return made.getvalue()
