"""dealer-roles: who does what in a car dealership, as code.

>>> import dealer_roles as dr
>>> dr.load().owner("issue-invoice").owners
('settlement-specialist',)
"""

from __future__ import annotations

TYPE_CHECKING = False  # as `typing` has it, which costs as much to import as Python to start
if TYPE_CHECKING:
    from dealer_roles.facade import Organization, load
    from dealer_roles.loading.bundled import bundled
    from dealer_roles.values.errors import (
        DealerRolesError,
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
    "DealerRolesError",
    "Finding",
    "InvalidDefinitions",
    "InvalidSettings",
    "MissingExtra",
    "NothingToDo",
    "Organization",
    "Span",
    "Text",
    "UnknownId",
    "UnknownOrganization",
    "__version__",
    "bundled",
    "load",
]

__version__ = "0.1.0"

_HOMES = {
    "bundled": "loading.bundled",
    "Organization": "facade",
    "load": "facade",
    "Finding": "values.findings",
    "Span": "values.span",
    "Text": "values.text",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = import_module(f"{__name__}.{_HOMES.get(name, 'values.errors')}")
    value = getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
