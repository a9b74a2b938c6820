"""A printed rule as a rubric of a few rows, and what one report is worth under it."""

from fractions import Fraction
from typing import Any

import rubrik
from rubrik import CohortBounds, Interval, Line, Rubric, Scoresheet, Submission

_HEAD = """
slug = "tren-giay"
title = "Một quy tắc trên giấy"
"""


def on_paper(body: str) -> Rubric:
    """The rubric of the inputs and rows in ``body``, a piece of TOML."""
    found = rubrik.loads(_HEAD + body)
    assert isinstance(found, Rubric)
    return found


def sheet_of(rubric: Rubric, cohort: CohortBounds | None = None, **inputs: Any) -> Scoresheet:  # noqa: ANN401 - a report holds anything
    """The sheet of one report; ``cohort`` bounds every row that has a rule."""
    scored = rubric.under().scored
    cohorts = {code: cohort for code in scored if cohort}
    return rubrik.score(rubric, Submission(rubric=rubric.slug, inputs=inputs), cohort=cohorts)


def line_of(rubric: Rubric, cohort: CohortBounds | None = None, **inputs: Any) -> Line:  # noqa: ANN401 - likewise
    """The line of the first row."""
    return sheet_of(rubric, cohort, **inputs).lines[0]


def between(low: int | str, high: int | str) -> Interval:
    """The interval from ``low`` to ``high``, both of them in it."""
    return Interval(Fraction(low), Fraction(high))
