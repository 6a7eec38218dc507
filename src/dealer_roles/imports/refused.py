"""A file that is not imported, and why."""

from __future__ import annotations

from dealer_roles.values.errors import DealerRolesError
from dealer_roles.values.text import Text


class ImportRefused(DealerRolesError, ValueError):
    """Files that cannot be imported, or hold nothing to import.

    Attributes:
        problems: A file and what is wrong with it, in both languages.
    """

    def __init__(self, *problems: tuple[str, Text]) -> None:
        self.problems = problems
        super().__init__()

    @property
    def message(self) -> Text:
        """Every file and what is wrong with it."""
        return Text(
            "\n".join(f"{file}：{text.zh}" for file, text in self.problems),
            "\n".join(f"{file}: {text.en}" for file, text in self.problems),
        )


def refuse(file: str, zh: str, en: str) -> ImportRefused:
    """Return the refusal of one file."""
    return ImportRefused((file, Text(zh, en)))
