"""Loading random organizations from a folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dealer_roles.facade import Organization, load
from tests.laws.strategies import DAYS, DIMENSIONS, Documents
from tests.support.files import write_documents


@contextmanager
def loaded(documents: Documents) -> Iterator[Organization]:
    """Write documents into a folder and load it; the folder lives as long as the block."""
    with TemporaryDirectory() as folder:
        yield load(write_documents(Path(folder), documents))


def build(documents: Documents) -> Organization:
    """Load documents whose files nobody needs afterwards."""
    with loaded(documents) as organization:
        return organization


def answers(organization: Organization, day: str = DAYS[3]) -> dict[str, Any]:
    """Return every answer of an organization on a day as plain data, without places."""
    holders = [*organization.positions, *organization.posts]
    topics = [None, *organization.topics]
    cells: list[dict[str, str]] = [{}, *({"area": value} for value in DIMENSIONS["area"])]
    found = {
        "owner": [
            organization.owner(task, scope, day).to_dict()
            for task in organization.catalogue.tasks
            for scope in cells
        ],
        "escalation": [
            organization.escalation(holder, topic, day).to_dict()
            for holder in holders
            for topic in topics
        ],
        "overlaps": organization.overlaps(day).to_dict(),
        "ever": organization.overlaps("ever").to_dict(),
        "gaps": organization.gaps(day).to_dict(),
        "handoffs": organization.handoffs(on=day).to_dict(),
        "duties": organization.duties(on=day).to_dict(),
    }
    return {key: without_places(value) for key, value in found.items()}


def without_places(value: Any) -> Any:
    """Return plain data without ``file``, ``line`` and ``column``."""
    if isinstance(value, dict):
        places = ("file", "line", "column")
        return {k: without_places(v) for k, v in value.items() if k not in places}
    if isinstance(value, list):
        return [without_places(item) for item in value]
    return value
