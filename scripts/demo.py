"""The README's first command: real questions about the bundled dealership, answered."""

from __future__ import annotations

import shlex
import sys

from dealer_roles.cli.main import main

# What is asked, and why somebody would.
QUESTIONS = (
    ("Who issues the customer's invoice?", "owner issue-invoice"),
    ("… and in source document D14?", "owner issue-invoice --org d14"),
    ("A major complaint reaches the service advisor. Who is called?",
     "escalation service-advisor --topic major-complaint"),
    ("Where do the desks of document D13 get in each other's way?", "overlaps --org d13"),
    ("What does document D04 leave open?", "gaps --org d04"),
    ("谁负责处理客户投诉?", "owner handle-complaint --org d14 --lang zh"),
)  # fmt: skip


def run() -> None:
    """Ask every question and print its answer below the command that asks it."""
    for why, command in QUESTIONS:
        print(f"\n\033[1m# {why}\033[0m" if sys.stdout.isatty() else f"\n# {why}")
        print(f"$ dealer-roles {command}\n", flush=True)
        try:
            main(shlex.split(command))
        except SystemExit as end:
            if end.code:
                raise
    print("\nAsk more: `make shell` finds the command; it is .venv/bin/dealer-roles.")


if __name__ == "__main__":
    run()
