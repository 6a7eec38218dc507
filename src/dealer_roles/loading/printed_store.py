"""Answers as they are printed, remembered so that a question starts almost as fast as Python.

One file an organization: the state of everything the answers come from, then a line for each
question and language, its own line ends told otherwise. Reading it imports next to nothing.
"""

from __future__ import annotations

from dealer_roles.source.resources import printed_path

LINE_END = "\x1e"


def read_printed(name: str, key: str, question: str) -> str | None:
    """Return what is printed for a question, or nothing if that is not known for these files."""
    start = question + "\t"
    try:
        with open(printed_path(name), encoding="utf-8", newline="\n") as stream:
            if stream.readline() != key + "\n":
                return None
            for line in stream:
                if line.startswith(start):
                    return line[len(start) : -1].replace(LINE_END, "\n")
    except (OSError, ValueError):
        pass
    return None


def write_printed(name: str, key: str, answers: dict[str, str]) -> str:
    """Write what is printed for each question; return the path."""
    from dealer_roles.output.files import write_file

    lines = [f"{asked}\t" + text.replace("\n", LINE_END) for asked, text in answers.items()]
    path = printed_path(name)
    write_file(path, "\n".join([key, *lines, ""]).encode())
    return path
