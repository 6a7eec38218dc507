"""Lock the dependencies: requirements/*.txt with hashes, for every supported Python."""

from __future__ import annotations

import subprocess
import sys

# The build backend is locked with what runs, so that an editable install needs no network.
# ``tests/architecture/test_locks.py`` holds the locks to what is asked for here.
LOCKS = {
    "run": ["--all-extras", "--group", "build"],
    "dev": ["--all-extras", "--group", "dev"],
    "bench": ["--all-extras", "--group", "bench"],
    # Installed beside the others, and so of the same versions.
    "site": ["--all-extras", "--group", "site", "--constraints", "requirements/dev.txt"],
}


def main() -> int:
    """Write every lock file; return the exit code."""
    for name, options in LOCKS.items():
        command = [
            sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal",
            "--quiet", "--generate-hashes", "--no-emit-index-url", "--no-strip-extras",
            "--no-annotate", "--python-version", "3.11",
            "--custom-compile-command", "make lock", *options, "-o", f"requirements/{name}.txt",
        ]  # fmt: skip
        subprocess.run(command, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
