"""Errors: a question cannot be answered. Each carries its facts and says the fix."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.values.findings import Finding


class DealerRolesError(Exception):
    """Base of all errors of this package; equal if type and facts are equal."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), str(self)))


class UnknownId(DealerRolesError, KeyError):
    """An id that nobody knows.

    Attributes:
        kind: What was asked for: ``task``, ``position``, ``topic`` …
        id: The id asked for.
        suggestions: The nearest known ids, best first.
    """

    def __init__(self, kind: str, id: str, suggestions: Iterable[str] = ()) -> None:
        self.kind = kind
        self.id = id
        self.suggestions = tuple(suggestions)
        super().__init__(str(self))

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.suggestions)}?" if self.suggestions else ""
        return f"unknown {self.kind} {self.id!r}{hint}"

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.kind, self.id, self.suggestions))


class UnknownOrganization(UnknownId):
    """A name that is neither a bundled organization nor a folder with one."""

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.suggestions)}?" if self.suggestions else ""
        return (
            f"no organization {self.id!r}: it is not a bundled name{hint} "
            "(a path needs a separator, e.g. './store')"
        )


class InvalidDefinitions(DealerRolesError, ValueError):
    """Definitions that cannot be loaded.

    Attributes:
        findings: Everything that is wrong, in the order of the files.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(str(self))

    def __str__(self) -> str:
        lines = [f"{f.span}: {f.message.en} [{f.code}]" for f in self.findings]
        noun = "problem" if len(lines) == 1 else "problems"
        return "\n".join((f"{len(lines)} {noun} in the definitions", *lines))

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.findings,))


class InvalidSettings(DealerRolesError, ValueError):
    """Settings that cannot be used; ``problems`` names every one of them."""

    def __init__(self, file: str, problems: Iterable[str]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join(f"{self.file}: {problem}" for problem in self.problems)

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.file, self.problems))


class MissingExtra(DealerRolesError, ImportError):
    """A format needs packages that are not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.what = what
        self.extra = extra
        super().__init__(str(self))

    def __str__(self) -> str:
        return (
            f"{self.what} needs an extra; install it with: pip install 'dealer-roles[{self.extra}]'"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.what, self.extra))
