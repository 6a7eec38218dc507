"""The language of the terminal."""

from __future__ import annotations

import os


def default_language() -> str:
    """Return ``zh`` if the terminal's locale is Chinese, else ``en``."""
    names = ("DEALER_ROLES_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((os.environ[n] for n in names if os.environ.get(n)), "")
    return "zh" if locale.lower().startswith("zh") else "en"
