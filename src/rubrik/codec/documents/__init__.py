"""What is put out as JSON, declared key by key: views build it, schemas are generated from it."""

from collections.abc import Mapping
from typing import Any, Final

from rubrik.codec.documents.cohorts import CohortView
from rubrik.codec.documents.commands import AuditView, ListView, TableView, TemplateView
from rubrik.codec.documents.comparisons import ComparisonView, VerificationView
from rubrik.codec.documents.sheets import RubricView, SheetView

__all__ = ["DOCUMENTS"]


def __dir__() -> list[str]:
    return __all__


DOCUMENTS: Final[Mapping[str, Any]] = {
    "scoresheet": SheetView,
    "comparison": ComparisonView,
    "verification": VerificationView,
    "ranking": CohortView,
    "audit": AuditView,
    "list": ListView,
    "show": RubricView,
    "template": TemplateView,
    "score-table": TableView,
}
"""Every document by its name: a result's, or else that of the command that writes it."""
