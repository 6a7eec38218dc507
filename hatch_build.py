"""Makes the snapshots of the bundled definitions while the package is built."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface[Any]):
    """Writes ``src/dealer_roles/_snapshots`` before the files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the snapshots; an editable install may go without while definitions change."""
        del build_data
        sys.path.insert(0, str(Path(self.root, "src")))
        # What older code left behind must not be read while new ones are made.
        shutil.rmtree(Path(self.root, "src", "dealer_roles", "_snapshots"), ignore_errors=True)
        from dealer_roles.cli.write_printed_owners import write_printed_owners
        from dealer_roles.loading.write_snapshots import write_snapshots
        from dealer_roles.values.errors import InvalidDefinitions

        try:
            write_snapshots()
            write_printed_owners()
        except InvalidDefinitions as error:
            if version != "editable":
                raise
            self.app.display_warning(f"no snapshots, start-up will be slower: {error}")
