"""Why a document cannot be rendered."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.values.errors import DealerRolesError


class InvalidTemplate(DealerRolesError, ValueError):
    """A template that cannot be used; ``problems`` names all that is wrong with it."""

    def __init__(self, file: str, problems: Iterable[str]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join(f"{self.file}: {problem}" for problem in self.problems)

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.file, self.problems))


class MissingFont(DealerRolesError, OSError):
    """No installed font has characters of the document.

    Attributes:
        characters: Characters that cannot be set, as far as they are known.
    """

    def __init__(self, characters: str = "") -> None:
        self.characters = characters
        super().__init__(str(self))

    def __str__(self) -> str:
        shown = " ".join(dict.fromkeys(self.characters)) if self.characters else "Chinese"
        return (
            f"no font on this computer has: {shown}. Chinese comes with: pip install "
            "'dealer-roles[pdf]'; other fonts with the system (Debian, Ubuntu: apt install "
            "fonts-noto-cjk fonts-noto-color-emoji)"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.characters,))
