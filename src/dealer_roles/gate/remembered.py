"""What a run still knows of an organization once it was checked."""

from __future__ import annotations

import os
from collections.abc import Container, Mapping

from dealer_roles.loading.loaded import Loaded
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span


@frozen
class Remembered:
    """What a run still knows of an organization: as :class:`Loaded` has it, without its facts.

    Attributes:
        id: Its id, if it has one.
        origin: Where it comes from.
        stands: It was built without a finding.
        built: It was built.
        place: Where it is defined.
        files_read: How many files were read.
        passed_over: How many were not.
        positions: How many positions it has.
        folder: Its folder; empty if it was not read.
        paths: The paths of the files in which something was found, by their labels.
    """

    id: str
    origin: str
    stands: bool
    built: bool
    place: Span
    files_read: int
    passed_over: int
    positions: int
    folder: str
    paths: Mapping[str, str | os.PathLike[str]]


def remembered(loaded: Loaded | Remembered, labels: Container[str]) -> Remembered:
    """Return what is still needed of an organization, and of its files those with findings."""
    if isinstance(loaded, Remembered):
        return loaded
    return Remembered(
        loaded.id,
        loaded.origin,
        loaded.stands,
        loaded.built,
        loaded.place,
        loaded.files_read,
        loaded.passed_over,
        loaded.positions,
        loaded.folder,
        {label: path for label, path in loaded.paths.items() if label in labels},
    )


def missing(name: str) -> Remembered:
    """Return what is known of an organization that cannot be read at all."""
    return Remembered("", name, False, False, Span(name), 0, 0, 0, "", {})
