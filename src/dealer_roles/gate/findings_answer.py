"""What a check of one organization found, as an answer like any other."""

from __future__ import annotations

from dealer_roles.gate.check import manifest_of
from dealer_roles.gate.checked import Checked
from dealer_roles.reports.json_ import as_data
from dealer_roles.reports.manifest import NOTHING, Manifest
from dealer_roles.reports.report import Report, Reported, Suppression
from dealer_roles.values.answers import Answers
from dealer_roles.values.findings import Finding
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.text import Text


@frozen
class Findings(Answers[Finding]):
    """The findings that no waiver accepts, sorted by place.

    Attributes:
        waived: The findings that a waiver accepts, each with why.
        run: What was looked at.
    """

    waived: tuple[tuple[Finding, Suppression], ...] = ()
    run: Manifest = NOTHING

    @property
    def why(self) -> Text:
        """What was looked at, in words: nothing found says nothing without it."""
        return self.run.words

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return what ``check --format json`` writes, as plain data with texts in ``lang``."""
        found = (Reported(finding) for finding in self.items)
        accepted = (Reported(finding, suppression=why) for finding, why in self.waived)
        ids = tuple(one.id for one in self.run.organizations if one.loads)
        report = Report((*found, *accepted), organizations=ids, run=self.run)
        return {key: _as_list(value) for key, value in as_data(report, lang).items()}

    def _repr_html_(self) -> str:
        rows = [(f.severity, f.code, f.message.en, f.fix.en, f.span) for f in self.items]
        head = ("severity", "code", "message", "fix", "where")
        return html_table(head, rows, self.why.en)


def _as_list(value: object) -> object:
    return value if isinstance(value, (dict, list)) else list(value)  # type: ignore[call-overload] # the rest are iterators


def findings_of(checked: Checked) -> Findings:
    """Return what was found in one organization."""
    return Findings(tuple(checked.findings), tuple(checked.waived), manifest_of([checked]))
