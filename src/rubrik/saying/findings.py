"""An audit in words: how many findings of each severity there are."""

from collections import Counter
from collections.abc import Sequence

from rubrik.auditing import Finding, Severity
from rubrik.saying.words import Words

__all__ = ["counts"]


def __dir__() -> list[str]:
    return __all__


def counts(findings: Sequence[Finding], say: Words) -> str:
    """How many errors, warnings and notes there are."""
    found = Counter(each.severity for each in findings)
    errors, warnings, notes = (found[each] for each in Severity)
    return say("audit-counts", errors=errors, warnings=warnings, notes=notes)
