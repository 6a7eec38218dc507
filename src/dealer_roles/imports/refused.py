"""A file that is not imported, and why."""

from __future__ import annotations

from dealer_roles.imports.read import limits
from dealer_roles.source.gate import Refused
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


_LARGE = "file-too-large"


def refused(name: str, error: Refused) -> ImportRefused:
    """Return the refusal of a file that the reading gate did not let in."""
    if error.code == _LARGE:  # no setting of an organization bounds what is imported
        mb = limits.MAX_FILE_BYTES // 1_000_000
        return refuse(name, f"文件超过 {mb} MB；请拆分", f"larger than {mb} MB; split it")
    return ImportRefused((name, error.words))


def refuse(file: str, zh: str, en: str) -> ImportRefused:
    """Return the refusal of one file."""
    return ImportRefused((file, Text(zh, en)))
