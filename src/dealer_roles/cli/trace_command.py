"""``dealer-roles trace [CORPUS]``."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.options import format_option, lang_option, several_orgs_option
from dealer_roles.cli.output import emit_json, line
from dealer_roles.values.fields import replace
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from dealer_roles.loading.loaded import Loaded
    from dealer_roles.questions.passage import Passage
    from dealer_roles.questions.trace import Trace
    from dealer_roles.reports.manifest import Manifest


@click.command("trace")
@click.argument("corpus", required=False, type=click.Path(path_type=Path))
@several_orgs_option(
    "An organization that cites; may be repeated. Default: all bundled references."
)
@format_option
@lang_option
def command(corpus: Path | None, orgs: tuple[str, ...], format_: str, lang: str) -> int:
    """Which statements of CORPUS are cited, and which are not.

    CORPUS is a YAML file of documents, sections and statements; by default the index
    of the bundled source documents. Exit code 1 if a statement is not cited or a
    cited id is unknown. The introduction of a section may be cited by the id of the
    section; one that nobody cites is listed and is no fault.
    """
    from dealer_roles.loading.bundled import bundled
    from dealer_roles.loading.corpus import bundled_corpus, read_corpus
    from dealer_roles.loading.read import read
    from dealer_roles.questions.trace import trace

    names = orgs or tuple(name for name in bundled() if name != "standard")
    citable = read_corpus(corpus or bundled_corpus())
    loaded = [read(name) for name in names]
    result = trace(citable, [one.require() for one in loaded])
    run = _manifest(loaded)
    if format_ == "json":
        emit_json({"run": run.to_dict(), **result.to_dict(lang)})
    else:
        _print(result, lang)
        line(run.words.get(lang))
    return 0 if result.complete else 1


def _manifest(loaded: list[Loaded]) -> Manifest:
    from dealer_roles.gate.looked_at import looked_at

    return replace(looked_at(loaded), day=dt.date.today())


def _print(result: Trace, lang: str) -> None:
    from dealer_roles.cli.output import heading

    line(result.why.get(lang))
    of = {
        Text("未引用：", "Not cited:"): result.uncited,
        Text("未引用的节首引言：", "Introductions not cited:"): result.uncited_introductions,
    }
    for title, ids in of.items():
        if ids:
            heading(title.get(lang))
            _passages([p for p in result.not_cited if p.id in ids], lang)
    if result.unknown:
        heading(Text("未知编号：", "Unknown:").get(lang))
        line("  " + " ".join(result.unknown))


def _passages(passages: list[Passage], lang: str) -> None:
    """Print passages by the section that they stand in; bare ids of a section on one line."""
    for place, group in groupby(passages, key=lambda passage: passage.place):
        found = list(group)
        if place.words:
            line(f"  {place.words}", "dim")
        words = [passage.words(lang) for passage in found]
        for one in words if any(passage.text for passage in found) else (" ".join(words),):
            line(f"    {one}")
