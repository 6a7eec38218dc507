"""axe-core in a page of the browser: what it finds hard to use for people with handicaps."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from tests.support.chromium import Page

_RUN = """
axe.run(document, {resultTypes: ['violations']}).then(r => ({
  checked: r.passes.length + r.violations.length,
  found: r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`)),
}))
"""


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def axe(page: Page) -> list[str]:
    """Return what every rule of axe-core finds in the page as it is now."""
    if not page.run("'axe' in window"):
        page.run(f"{_source()}; 0")
    made = page.run(_RUN)
    assert made["checked"] > 2, "axe looked at nothing"
    found: list[str] = made["found"]
    return found


def wider_than_screen(page: Page) -> list[str]:
    """Return what makes the page wider than the screen it is on."""
    script = (
        "(() => {const most = document.documentElement.clientWidth;"
        " if (document.documentElement.scrollWidth <= most) return [];"
        " return [...document.querySelectorAll('body *')]"
        ".filter(e => e.getBoundingClientRect().right > most + 1 && !e.closest('.scroll'))"
        ".map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))})()"
    )
    found: list[str] = json.loads(json.dumps(page.run(script)))
    return found
