"""What was recognised: positions with their facts and duties, each part with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from dealer_roles.imports.pieces import Bit
from dealer_roles.values.text import Text


@dataclass(slots=True)
class SaidText:
    """A text and the parts of the file it stands in.

    Attributes:
        text: The text.
        bits: Where it stands.
        cadence: How often it is done, where the file says so.
    """

    text: str
    bits: list[Bit]
    cadence: str = ""


@dataclass(slots=True)
class DraftDuty:
    """A share in a task, as proposed.

    Attributes:
        said: The words, and where they stand.
        task: What names the task; the words, unless a table names tasks by themselves.
        responsibility: The kind of share.
        note: What somebody who reviews it should know.
        worded: Whether the file words this duty, not only a task that several share.
        counterparts: Parties outside that the file names beside it.
    """

    said: SaidText
    task: str
    responsibility: str
    note: Text | None = None
    worded: bool = False
    counterparts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Superior:
    """Who is named as superior, in the words of the file.

    Attributes:
        words: The name of a position or of a person.
        code: The code of the position or person.
        bits: Where it stands.
        top: The file says that there is none.
    """

    words: str = ""
    code: str = ""
    bits: list[Bit] = field(default_factory=list)
    top: bool = False


@dataclass(slots=True, eq=False)
class DraftPosition:
    """A position as far as a file tells.

    Attributes:
        name: Its name.
        where: Where its name stands.
        department: Its department, the larger ones first.
        kind: What it comes from: ``sheet``, ``row``, ``matrix`` or ``list``.
        office: Whether a department is named where a position should be.
    """

    name: str = ""
    where: list[Bit] = field(default_factory=list)
    department: tuple[str, ...] = ()
    kind: str = "sheet"
    superior: Superior = field(default_factory=Superior)
    title: str = ""
    code: str = ""
    person: str = ""
    person_code: str = ""
    grade: str = ""
    headcount: float = 0
    office: bool = False
    duties: list[DraftDuty] = field(default_factory=list)
    purpose: list[SaidText] = field(default_factory=list)
    qualifications: list[SaidText] = field(default_factory=list)
    outcomes: list[SaidText] = field(default_factory=list)
    measures: list[SaidText] = field(default_factory=list)
    conditions: list[SaidText] = field(default_factory=list)
    authority: list[SaidText] = field(default_factory=list)

    def texts(self, name: str) -> list[SaidText]:
        """Return the list of one of its fields of texts."""
        found: list[SaidText] = getattr(self, name)
        return found

    @property
    def is_bare(self) -> bool:
        """Whether nothing but its name is known of it."""
        facts = (self.code, self.grade, self.person, self.headcount, self.superior.words)
        more = (self.purpose, self.conditions, self.authority, self.superior.top)
        return not (self.has_content or any(facts) or any(more))

    @property
    def has_content(self) -> bool:
        """Whether anything but facts of one word is known of it."""
        return bool(self.duties or self.qualifications or self.outcomes or self.measures)
