"""Where the running dealer-roles was installed from, so that CI and hooks install the same."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution

NAME = "dealer-roles"


def package_source() -> str:
    """Return what pip is given to install it: the repository it came from, else its name."""
    try:
        said = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        said = None
    return requirement(json.loads(said)) if said else NAME


def requirement(direct_url: dict[str, object]) -> str:
    """Return a requirement from what pip noted when it installed (PEP 610)."""
    url, vcs = str(direct_url.get("url", "")), direct_url.get("vcs_info")
    if not isinstance(vcs, dict):
        return f"{NAME} @ {url}"
    revision = vcs.get("requested_revision") or vcs.get("commit_id", "")
    return f"{NAME} @ {vcs.get('vcs', 'git')}+{url}@{revision}"
