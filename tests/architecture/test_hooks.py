"""The hooks for pre-commit run whatever a commit changes, also if it only deletes files."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dealer_roles.cli.commands import COMMANDS

HOOKS = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_always_runs_and_is_handed_no_names(hook: dict[str, object]) -> None:
    assert hook["always_run"] is True  # pre-commit lists no deleted files, and skips what gets none
    assert hook["pass_filenames"] is False
    assert str(hook["entry"]).split()[1] in COMMANDS
