"""A reader who does what a page says, from top to bottom, in one shell."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tests.docs.pages import Block, Command

PATIENCE = 300
_END = "END-OF-BLOCK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a command."""

    block: Block
    command: Command
    code: int
    printed: str

    @property
    def problem(self) -> str:
        """What is not as the page says; nothing if all is."""
        allowed = (0, 1) if self.command.may_fail else (0,)
        where = f"{self.block.page}:{self.block.line}: $ {self.command.text}"
        if self.code not in allowed:
            return f"{where}\nexit {self.code}\n{self.printed}"
        if self.command.printed and not fits(self.command.printed, self.printed):
            return f"{where}\nprints\n{self.printed}\nthe page says\n{self.command.printed}"
        return ""


def read(blocks: Iterable[Block], folder: Path, path: str, skip: frozenset[str]) -> list[Done]:
    """Do what blocks say and return what came of each command.

    Args:
        blocks: The blocks, in order.
        folder: Where the reader is.
        path: The reader's ``PATH``; but for a home, nothing else is set.
        skip: Commands to leave out.
    """
    log = folder.parent / "log"
    log.mkdir()
    done: list[tuple[Block, Command]] = []
    script = ["set -o pipefail"]
    for block in blocks:
        script += _written(block)
        for command in (c for c in commands_of(block, blocks) if c.text not in skip):
            script.append(_logged(command, log / str(len(done))))
            done.append((block, command))
    environment = {"PATH": path, "HOME": str(folder.parent), "LANG": "C.UTF-8"}
    (folder.parent / "page.sh").write_text("\n".join(script), "utf-8")
    shell = ["/bin/bash", str(folder.parent / "page.sh")]
    subprocess.run(shell, cwd=folder, env=environment, check=True, timeout=PATIENCE)
    return [_done(block, command, log / str(n)) for n, (block, command) in enumerate(done)]


def commands_of(block: Block, page: Iterable[Block]) -> tuple[Command, ...]:
    """Return what a reader types for a block; Python goes on from the blocks before it."""
    if block.language != "python":
        return block.commands
    so_far = (b.text for b in page if b.language == "python" and b.line <= block.line)
    typed = f"python - <<'{_END}'\n{''.join(so_far)}{_END}"
    return (Command(text=typed, printed=""),)


def fits(wanted: str, printed: str) -> bool:
    """Return whether an output is what a page shows; a line ``…`` there stands for any lines."""
    pieces = re.split(r"^…\n", _stripped(wanted), flags=re.MULTILINE)
    pattern = r"(?:.*\n)*?".join(map(re.escape, pieces))
    return re.fullmatch(pattern, _stripped(printed)) is not None


def search_path(*folders: Path) -> str:
    """Return a ``PATH`` of some folders and the system's."""
    return os.pathsep.join([*map(str, folders), "/usr/bin", "/bin"])


def _written(block: Block) -> Iterator[str]:
    if block.path:
        yield f"mkdir -p {shlex.quote(str(PurePosixPath(block.path).parent))}"
        yield f"cat >{shlex.quote(block.path)} <<'{_END}'\n{block.text}{_END}"


def _logged(command: Command, log: Path) -> str:
    to = shlex.quote(str(log))
    return f"{{ {command.text}\n}} >{to}.out 2>&1 </dev/null; echo $? >{to}.code"


def _done(block: Block, command: Command, log: Path) -> Done:
    code = int(log.with_suffix(".code").read_text("utf-8"))
    printed = log.with_suffix(".out").read_text("utf-8", "replace")
    return Done(block=block, command=command, code=code, printed=printed)


def _stripped(text: str) -> str:
    return "".join(line.rstrip() + "\n" for line in text.strip("\n").split("\n"))
