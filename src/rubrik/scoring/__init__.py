"""Rubric × Submission → Scoresheet: one fold over the tree."""

from rubrik.scoring.fold import score

__all__ = ["score"]


def __dir__() -> list[str]:
    return __all__
