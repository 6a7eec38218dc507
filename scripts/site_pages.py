"""What the documentation's pages need beyond those in ``docs``: hooks of mkdocs.

The two READMEs are the first pages, the public names of the package are a page of reference, the
decisions are listed as they are, and no page loads anything from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.public_names import homes

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
FIRST_PAGES = {"README.md": "index.md", "README.zh.md": "index.zh.md"}
_TO_DOCS = re.compile(r"(\]\(|src=\")docs/")
_TO_README = re.compile(r"\]\((?P<up>(?:\.\./)*)(?P<name>README(?:\.zh)?\.md)")
_ROLE = re.compile(r":(?:attr|class|data|exc|func|meth|mod):(?=<code>)")
_LOADED = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=\"?(https?:)?//[^>]*>")
_BELONGS = re.compile(r"rel=\"?(?:canonical|next|prev)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """List the decisions, those who tell what they are first."""
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"), key=_first_what_they_are)
    assert config.nav is not None
    config.nav.append({"Decisions": [f"decisions/{path.name}" for path in decisions]})
    return config


def _first_what_they_are(path: Path) -> tuple[bool, str]:
    return path.name != "README.md", path.name


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand elsewhere or are made."""
    from mkdocs.structure.files import File

    for written, name in FIRST_PAGES.items():
        text = _TO_DOCS.sub(r"\1", (ROOT / written).read_text("utf-8"))
        files.append(File.generated(config, name, content=text))
    files.append(File.generated(config, "reference/python.md", content=_public_names()))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Lead links to a README to the page that it is here."""
    above = "../" * page.file.src_uri.count("/")
    return _TO_README.sub(lambda found: f"]({above}{FIRST_PAGES[found['name']]}", markdown)


def on_page_content(html: str, **_: object) -> str:
    """Show what docstrings name without the roles that say what it is."""
    return _ROLE.sub("", html)


def on_post_build(config: MkDocsConfig) -> None:
    """Refuse pages that load something from elsewhere: they are read offline, too."""
    from mkdocs.exceptions import PluginError

    pages = sorted(Path(config.site_dir).rglob("*.html"))
    assert pages
    if found := [said for page in pages for said in _loaded_from_elsewhere(page)]:
        raise PluginError("\n".join(found))


def _loaded_from_elsewhere(page: Path) -> Iterator[str]:
    for found in _LOADED.finditer(page.read_text("utf-8")):
        if not _BELONGS.search(found[0]):
            yield f"{page.name}: {found[0]}"


def _public_names() -> str:
    """Return the page of the public names, each from the module where it is defined."""
    names = homes()
    first = [name for name in names if name[0].islower()]
    rest = [name for name in names if name not in first]
    ordered = ["Organization", *first, *(name for name in rest if name != "Organization")]
    parts = [f"::: dealer_roles.{names[name]}.{name}\n" for name in ordered]
    parts[0] += "    options: {inherited_members: true}\n"
    return "\n".join(["# Python", "", "`import dealer_roles as dr` gives these names.", "", *parts])
