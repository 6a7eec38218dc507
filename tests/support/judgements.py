"""What files that judge an organization make it say: to programs, and to people."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import replace
from typing import Any

from dealer_roles.cli.main import main
from dealer_roles.facade import Organization
from dealer_roles.gate.check import check_loaded, report_of
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.publish.job_description.publish import render
from dealer_roles.reports.formats import render_report
from dealer_roles.reports.report import Report
from dealer_roles.values.text import Lang
from tests.support.sample import DAY

# Where a thing stands is no content: it moves with whatever is changed before it.
_PLACES = frozenset(
    {"file", "line", "column", "fingerprint", "subject"}
    | {"region", "artifactLocation", "partialFingerprints", "organizations"}
)
LANGS: tuple[Lang, ...] = ("zh", "en")


def told(org: Organization) -> tuple[str, str]:
    """Return what a check finds, for programs and for people, without the lines of the source."""
    checked = check_loaded(org.loaded, CheckOptions("minimal", on=DAY))
    report = replace(report_of([checked]), excerpts={})
    programs = [_data(render_report(report, form, "en")) for form in ("json", "sarif")]
    return json.dumps(programs), "".join(_people(report))


def _people(report: Report) -> list[str]:
    texts = [render_report(report, "text", lang) for lang in LANGS]
    return [line for text in texts for line in _without_places(text)]


def _without_places(text: str) -> list[str]:
    return [line.split(": ", 1)[-1] for line in text.splitlines()]


def explained(org: Organization, rule: str) -> str:
    """Return what is told of a rule."""
    asked = ("explain", rule, "--profile", "minimal", "--org", org.loaded.folder)
    lines = [command(*asked, "--lang", lang) for lang in LANGS]
    return "\n".join(line for text in lines for line in text.splitlines() if ".yaml" not in line)


def described(org: Organization, holder: str) -> tuple[str, str]:
    """Return a job description, as data and as a document."""
    papers = [org.describe(holder, lang, DAY) for lang in LANGS]
    data = [_data(json.dumps(paper.to_dict())) for paper in papers]
    return json.dumps(data), "".join(str(render(paper, "md")) for paper in papers)


def answered(*args: str) -> tuple[str, str]:
    """Return what a command answers, as data and as text."""
    both = [command(*args, "--lang", lang) for lang in LANGS]
    data = [command(*args, "--lang", lang, "--format", "json") for lang in LANGS]
    return json.dumps([_data(one) for one in data]), "".join(both)


def command(*args: str) -> str:
    """Return what a command prints."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        main([*args])
    out.seek(0)
    return out.read()


def _data(text: str) -> Any:
    return _placeless(json.loads(text))


def _placeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _placeless(v) for k, v in value.items() if k not in _PLACES}
    return [_placeless(item) for item in value] if isinstance(value, list) else value
