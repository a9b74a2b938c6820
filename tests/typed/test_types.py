"""Types are a promise: what a type checker infers for a caller is what is asserted here.

The type checker reads this file in the lint step; pytest runs it, so that no line of it lies.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, assert_type

import pandas as pd
import polars as pl
import pytest

import rubrik
from rubrik import frames
from rubrik.auditing import Findings

SLUG = "thanh-hoa/cap-xa-2023"
INPUTS = {"cbcc_may_tinh": 18, "cbcc": 19}
REPORT = rubrik.Submission(rubric=SLUG, unit="Xã", inputs=INPUTS, claims={"3.1": 5})


def test_what_is_read() -> None:
    """Rubrics by their slug, files by their kind, text by what stands in it."""
    rubric = rubrik.load(SLUG)

    assert_type(rubric, rubrik.Rubric)
    assert_type(rubrik.slugs(), tuple[str, ...])
    read = rubrik.loads(rubrik.dumps(REPORT))
    assert_type(read, rubrik.Rubric | rubrik.Submission | rubrik.CohortRecord)
    assert_type(rubric.content_hash, str)
    assert_type(rubrik.rational("2,5"), Fraction)


def test_what_comes_out_of_one_report() -> None:
    """Points are fractions or nothing, never floats."""
    sheet = rubrik.score(rubrik.load(SLUG), REPORT)
    line = sheet.line("3.1")

    assert_type(sheet, rubrik.Scoresheet)
    assert_type(sheet.points, Fraction | None)
    assert_type(sheet.within, rubrik.Interval)
    assert_type(sheet.readings, Mapping[str, str])
    assert_type(line, rubrik.Line)
    assert_type(line.points, Fraction | None)
    assert_type(line.difference, Fraction | None)
    assert_type(line.status, rubrik.Status)
    assert_type(line.verdict, rubrik.Verdict | None)
    assert_type(line.node, rubrik.Group | rubrik.Criterion)
    assert_type(line.reason.text("en"), str)
    assert_type(rubrik.ratings(sheet), tuple[rubrik.Rating, ...])
    assert_type(rubrik.compare(sheet, sheet), rubrik.Comparison)
    assert_type(rubrik.verify(rubrik.load(SLUG), REPORT), rubrik.Verification)
    assert_type(rubrik.dumps(sheet, lang="en"), str)
    assert_type(rubrik.json_schema(rubrik.Scoresheet), dict[str, Any])


def test_what_comes_out_without_a_sheet() -> None:
    """The same points and levels, sooner."""
    found = rubrik.evaluate(rubrik.load(SLUG), INPUTS)

    assert_type(found, rubrik.Evaluation)
    assert_type(found.points, Mapping[str, Fraction | None])
    assert_type(found.total, Fraction | None)
    assert_type(found.levels, Mapping[tuple[str, str], str | None])


def test_levels() -> None:
    """A level is a name or nothing; what is missing for the next one is a fraction."""
    scale = rubrik.Scale(
        id="s",
        name="S",
        below="Yếu",
        levels=(rubrik.Level(name="Tốt", conditions=(rubrik.Threshold(points=50),)),),
    )
    rating = rubrik.classify({"": 40}, scale)

    assert_type(rating, rubrik.Rating)
    assert_type(rating.level, str | None)
    assert_type(rating.next, rubrik.Step | None)
    assert_type(rating.conditions[0].shortfall, Fraction | None)


def test_many_units() -> None:
    """A cohort, its league, and its places."""
    cohort = rubrik.score_all(rubrik.load(SLUG), [REPORT])
    league = cohort.league()

    assert_type(cohort, rubrik.Cohort)
    assert_type(league.places, tuple[rubrik.Place, ...])
    assert_type(league.places[0].rank, Fraction | None)
    assert_type(rubrik.ranks([3, 1]), tuple[Fraction, ...])
    assert_type(rubrik.audit(rubrik.load(SLUG)), Findings)


def test_a_frame_comes_back_as_what_it_was() -> None:
    """Who passes a frame of a library gets one of the same, lazy where it was lazy."""
    rubric = rubrik.load(SLUG)
    table = {"cbcc_may_tinh": [18], "cbcc": [19]}

    assert_type(frames.score(rubric, pl.DataFrame(table)), pl.DataFrame)
    assert_type(frames.score(rubric, pl.LazyFrame(table)), pl.LazyFrame)
    assert_type(frames.score(rubric, pd.DataFrame(table)), pd.DataFrame)
    assert_type(frames.problems(rubric, pl.DataFrame(table)), tuple[frames.RowProblem, ...])


def test_what_a_type_checker_refuses() -> None:
    """Wrong words and misspelt names are found before anything runs; each silencer is needed."""
    sheet = rubrik.score(rubrik.load(SLUG), REPORT)

    with pytest.raises(AttributeError):
        _ = rubrik.scor  # type: ignore[attr-defined]  # there is no such name
    with pytest.raises(AttributeError):
        _ = sheet.total  # type: ignore[attr-defined]  # it is called points
    with pytest.raises(ValueError, match="lang is"):
        rubrik.dumps(sheet, lang="fr")  # type: ignore[arg-type]  # there are two languages
    with pytest.raises(TypeError):
        rubrik.score(rubrik.load(SLUG), REPORT, {})  # type: ignore[call-arg]  # readings are named
    with pytest.raises(AttributeError):
        REPORT.unit = "Xã khác"  # type: ignore[misc]  # values are frozen
    with pytest.raises(TypeError):
        _ = sheet.line("1.1").points + 1  # type: ignore[operator]  # points may be unknown
