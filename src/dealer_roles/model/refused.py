"""What a document says whose form is refused: one mistake hides no other."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dealer_roles.model.accept import DoesNotFit, accept
from dealer_roles.model.base_forms import ID_PATTERN, is_id
from dealer_roles.model.declare import kind_word
from dealer_roles.model.kinds import KINDS
from dealer_roles.model.misfit import Misfit
from dealer_roles.model.organization_file import OrganizationFile
from dealer_roles.model.references import Known, Path, Reference, unknown_references
from dealer_roles.source.budget import MOST
from dealer_roles.source.document import YamlDocument
from dealer_roles.source.located import Located, located
from dealer_roles.values.fields import replace

_DECLARED = {kind_word(declaration): declaration for declaration in KINDS}


def references_of_refused(document: YamlDocument, known: Known) -> Iterator[Reference]:
    """Yield what a refused document refers to and nobody defines, where its form is right.

    Of a document that is wrong all over nothing is told but its form.
    """
    declaration, places = _DECLARED.get(document.kind), _misplaced(document)
    if declaration is None or places is None:
        return
    try:
        found = list(unknown_references(declaration, _without(document.data, places), known))
    except (AttributeError, TypeError):  # a form too far from what was meant
        return
    yield from (reference for reference in found if reference.id)


def stand_in_id(folder: str) -> str:
    """Return the id of an organization that states none that can be read: its folder's name."""
    name = os.path.basename(os.path.abspath(folder)).lower()
    return name if is_id(name) and re.fullmatch(ID_PATTERN, name) else "organization"


def stand_in(document: YamlDocument, name: str) -> YamlDocument | None:
    """Return what is left of a refused organization: the keys at which nothing is wrong.

    Args:
        document: The organization's document.
        name: What to call it where its id or its name is what was refused.
    """
    places = _misplaced(document)
    if places is None or any(place[0] == "catalogue" for place in places):
        return None  # nobody knows which catalogue counts
    wrong = {place[0] for place in places}
    kept = {key: value for key, value in document.data.items() if key not in wrong}
    data = located({"id": name, "name": name, **kept}, document.data.line, document.data.column)
    try:
        value = accept(OrganizationFile, data, document.file.label)
    except DoesNotFit:
        return None
    return replace(document, data=data, value=value)


def _misplaced(document: YamlDocument) -> set[Path] | None:
    """Return the places at which something wrong stands, unless that is everywhere."""
    from dealer_roles.model.refusals import misfits  # only where a form is wrong

    found = misfits(document.kind, document.data)
    places = {place for misfit in found if (place := _place(misfit)) is not None}
    return None if () in places or len(found) > MOST else places


def _place(misfit: Misfit) -> Path | None:
    """Return the place of what is wrong; a key that is missing stands nowhere."""
    if misfit.key is not None:
        return (*misfit.path, misfit.key)
    return None if misfit.meant else misfit.path


def _without(value: Any, places: Iterable[Path], path: Path = ()) -> Any:
    """Return a copy of data without what is wrong; what stands beside it keeps its number."""
    if isinstance(value, Located):
        kept = {
            key: _without(item, places, (*path, key))
            for key, item in value.items()
            if (*path, key) not in places
        }
        return located(kept, value.line, value.column)
    if isinstance(value, list):
        return [
            "" if (*path, index) in places else _without(item, places, (*path, index))
            for index, item in enumerate(value)
        ]
    return value
