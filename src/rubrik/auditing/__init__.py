"""What can be said of a rubric alone, before any data: a proof for every finding, by its forms."""

from rubrik.auditing.auditor import audit
from rubrik.auditing.findings import Finding, Findings, Kind, Severity

__all__ = ["Finding", "Findings", "Kind", "Severity", "audit"]


def __dir__() -> list[str]:
    return __all__
