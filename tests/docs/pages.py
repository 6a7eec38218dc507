"""The pages of documentation whose blocks are run, and their blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
README = "README.md"
CHINESE_README = "README.zh.md"
CI = "docs/how-to/ci.md"
FIRST_STORE = "docs/tutorial/first-store.md"
_PATH = re.compile(r"# (?P<path>[\w./-]+\.ya?ml)\n")
_PROMPT = "$ "


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A line to type, and what the page says it prints; nothing if it does not say."""

    text: str
    printed: str

    @property
    def may_fail(self) -> bool:
        """Whether a reader expects findings: they are printed, or the comment says so."""
        return bool(self.printed) or "exit 1" in self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block of a page."""

    page: str
    line: int
    language: str
    text: str

    @property
    def path(self) -> str:
        """The file that a YAML block is, by its first line; nothing if it names none."""
        found = _PATH.match(self.text) if self.language == "yaml" else None
        return found["path"] if found else ""

    @property
    def commands(self) -> tuple[Command, ...]:
        """What a reader types in a console block."""
        if self.language != "console":
            return ()
        text = self.text.replace("\\\n", "\\\0")
        parts = re.split(rf"^{re.escape(_PROMPT)}", text, flags=re.MULTILINE)
        assert not parts[0].strip(), f"{self.page}:{self.line}: no command before the output"
        return tuple(_command(part.replace("\\\0", "\\\n")) for part in parts[1:])


def pages() -> list[str]:
    """Return every page a reader follows: both READMEs, tutorials, how-tos, guides in Chinese."""
    folders = ("tutorial", "how-to", "zh")
    found = [page for folder in folders for page in ROOT.glob(f"docs/{folder}/*.md")]
    return [README, CHINESE_README, *sorted(p.relative_to(ROOT).as_posix() for p in found)]


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page in order."""
    tokens = MarkdownIt().parse((ROOT / page).read_text("utf-8"))
    return [
        Block(page=page, line=t.map[0] + 1, language=t.info.strip(), text=t.content)
        for t in tokens
        if t.type in ("fence", "code_block") and t.map
    ]


def ci_block(language: str, holding: str) -> str:
    """Return the text of the one block of the CI page that holds something."""
    (found,) = (b.text for b in blocks(CI) if b.language == language and holding in b.text)
    return found


def _command(part: str) -> Command:
    lines = part.split("\n")
    last = next(n for n, line in enumerate(lines) if not line.endswith("\\"))
    typed, printed = lines[: last + 1], lines[last + 1 :]
    return Command(text="\n".join(typed), printed="\n".join(printed).strip("\n"))
