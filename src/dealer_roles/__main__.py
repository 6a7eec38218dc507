"""The command line: ``python -m dealer_roles``."""

from __future__ import annotations


def main() -> None:
    """Run the command line and exit."""
    import gc

    gc.set_threshold(100_000, 20, 100)  # a short run that mostly builds what it keeps
    from dealer_roles.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
