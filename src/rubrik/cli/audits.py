"""An audit as a person reads it: one row for each finding, and how many of them there are."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik._version import __version__
from rubrik.auditing import Finding, Severity
from rubrik.cli.tables import stacked, table
from rubrik.cli.terminal import plain
from rubrik.codec.documents.commands import AuditView, FindingView
from rubrik.rubric import Rubric
from rubrik.saying.findings import counts
from rubrik.saying.foreign import one_line
from rubrik.saying.words import Words

__all__ = ["audited", "audited_view", "is_questioned"]


def __dir__() -> list[str]:
    return __all__


_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def is_questioned(findings: Sequence[Finding]) -> bool:
    """Whether anything is found above a note."""
    return any(each.severity is not Severity.NOTE for each in findings)


def audited(rubric: Rubric, findings: Sequence[Finding], say: Words) -> Group:
    """The title, the findings in their order, and their numbers."""
    title = plain(f"{rubric.title}\n{rubric.slug}", "bold")
    if not findings:
        return Group(title, Text(say("audit-none")))
    return Group(title, _rows(findings, say), Text(counts(findings, say)))


def _rows(findings: Sequence[Finding], say: Words) -> Table:
    columns = say("column-severity"), say("column-finding")
    drawn = table(say("column-code"), columns[0], (), columns[1:])
    for each in findings:
        severity = Text(say.of(each.severity.wording), _STYLES[each.severity])
        kind = plain(each.kind.value, "dim")
        drawn.add_row(_about(each.code), stacked(severity, kind), _found(each, say))
    return drawn


def _about(code: str) -> RenderableType:
    """A code; what is before the colon of a scale's stands above its id, which keeps it narrow."""
    kind, colon, name = code.partition(":")
    return stacked(plain(kind + colon), plain(name)) if name else plain(code)


def _found(finding: Finding, say: Words) -> RenderableType:
    return stacked(plain(say.of(finding.message)), plain(one_line(finding.printed), "dim"))


def audited_view(rubric: Rubric, findings: Sequence[Finding], say: Words) -> AuditView:
    """The same for other programs."""
    found: list[FindingView] = [
        {
            "code": each.code,
            "kind": each.kind.value,
            "severity": each.severity.value,
            "message": say.of(each.message),
            "printed": each.printed,
        }
        for each in findings
    ]
    return {
        "format": 1,
        "rubric": rubric.slug,
        "rubric_hash": rubric.content_hash,
        "version": __version__,
        "findings": found,
    }
