"""The command line: ``python -m dealer_roles``."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave, without taking the interpreter apart piece by piece."""
    from dealer_roles.cli.quick_owner import quick_owner

    if quick_owner(sys.argv[1:]):
        os._exit(0)
    gc.set_threshold(100_000, 20, 100)  # a short run that mostly builds what it keeps
    from dealer_roles.cli.main import main as run

    try:
        run()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    os._exit(code)  # main has flushed


if __name__ == "__main__":
    main()
