"""Makes the snapshots of the bundled definitions while a wheel is built."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface[Any]):
    """Writes ``src/dealer_roles/_snapshots`` before the files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the snapshots; a wheel without them would only start more slowly."""
        sys.path.insert(0, str(Path(self.root, "src")))
        from dealer_roles.app.bundled import write_snapshots

        write_snapshots()
