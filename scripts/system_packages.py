"""The programs that some tests look through: which are missing here, and how to get them.

``python scripts/system_packages.py`` installs the missing ones on Debian and Ubuntu;
``--list`` only names them. It needs nothing but Python, so that a fresh machine can run it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program or font, the commands one of which it has, and its Debian packages."""

    name: str
    commands: tuple[str, ...]
    packages: tuple[str, ...]

    def path(self) -> str:
        """Return where its command is, or nothing."""
        return next(filter(None, map(shutil.which, self.commands)), "")

    def missing(self) -> bool:
        """Return whether it is not here."""
        return not self.path()


class ChineseFont(Tool):
    """A font of the system that has Chinese."""

    def missing(self) -> bool:
        """Return whether the system has no Chinese font."""
        if not (lister := self.path()):
            return True
        made = subprocess.run([lister, ":lang=zh", "file"], capture_output=True, check=False)
        return not made.stdout.strip()


class WordFont(Tool):
    """A font as wide as the one that Word files are set in."""

    def missing(self) -> bool:
        """Return whether another font would be set, which is wider."""
        if not (matcher := self.path()):
            return True
        command = [matcher, "--format=%{family}", "Times New Roman"]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        return not any(family in made.stdout for family in _AS_WIDE)


_AS_WIDE = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman")
TOOLS = {
    "chromium": Tool(
        name="Chromium", commands=("chromium", "chromium-browser"), packages=("chromium",)
    ),
    "libreoffice": Tool(
        name="LibreOffice", commands=("soffice",), packages=("libreoffice-writer-nogui",)
    ),
    "poppler": Tool(name="poppler", commands=("pdftotext",), packages=("poppler-utils",)),
    "graphviz": Tool(name="Graphviz", commands=("dot",), packages=("graphviz",)),
    "node": Tool(name="Node.js", commands=("npm",), packages=("nodejs", "npm")),
    "chinese-font": ChineseFont(
        name="a Chinese system font",
        commands=("fc-list",),
        packages=("fontconfig", "fonts-noto-cjk"),
    ),
    "word-font": WordFont(
        name="a font as wide as Times New Roman",
        commands=("fc-match",),
        packages=("fontconfig", "fonts-liberation"),
    ),
}


def missing() -> dict[str, Tool]:
    """Return the tools that are not here."""
    return {key: tool for key, tool in TOOLS.items() if tool.missing()}


def main(arguments: list[str]) -> int:
    """Install what is missing, or name it; return the exit code."""
    tools = missing()
    packages = [package for tool in tools.values() for package in tool.packages]
    if arguments == ["--list"]:
        print("\n".join(packages))
        return 0
    if not packages:
        print("all that the tests look through is here")
        return 0
    if not shutil.which("apt-get"):
        print("install: " + ", ".join(tool.name for tool in tools.values()), file=sys.stderr)
        return 2
    return _apt(packages)


def _apt(packages: list[str]) -> int:
    root = [] if os.geteuid() == 0 else ["sudo"]
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    print("installing " + " ".join(packages), flush=True)
    subprocess.run([*apt, "update"], check=True)
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL)
    return 1 if missing() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
