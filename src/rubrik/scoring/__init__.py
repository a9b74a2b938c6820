"""Rubric × Submission → Scoresheet: one fold over the tree."""

from rubrik.scoring.fold import Context, score

__all__ = ["Context", "score"]


def __dir__() -> list[str]:
    return __all__
