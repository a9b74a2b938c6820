"""Lazy frames: nothing is run before the caller runs it."""

from collections.abc import Callable
from typing import Any, NoReturn

import duckdb
import polars as pl
import pytest

from frames.backends import BACKENDS, LAZY, Backend, by_name, session
from frames.small import COLUMNS, RUBRIC, with_columns
from rubrik.frames import certify, score


class RunError(Exception):
    """The frame was run."""


def run_in_polars() -> pl.LazyFrame:
    """A frame that cannot be run."""

    def fail(_: pl.DataFrame) -> NoReturn:
        raise RunError

    return pl.LazyFrame({"phan": [1], "toan": [2]}).map_batches(fail)


def run_in_duckdb() -> Any:  # noqa: ANN401 - a native frame
    """Likewise, in DuckDB."""
    return duckdb.sql("SELECT error('run')::BIGINT AS phan, 2::BIGINT AS toan FROM range(1)")


def run_in_spark() -> Any:  # noqa: ANN401 - likewise
    """Likewise, in Spark."""
    return session().sql("SELECT CAST(raise_error('run') AS BIGINT) AS phan, 2L AS toan")


@pytest.mark.parametrize(
    ("made", "run"),
    [
        (run_in_polars, lambda frame: frame.collect()),
        (run_in_duckdb, lambda frame: frame.fetchall()),
        (run_in_spark, lambda frame: frame.collect()),
    ],
    ids=["polars", "duckdb", "pyspark"],
)
def test_scoring_runs_nothing(made: Callable[[], Any], run: Callable[[Any], Any]) -> None:
    """A lazy frame comes back lazy: what fails when it is run fails when the caller runs it."""
    scored = score(RUBRIC, made())

    with pytest.raises(Exception) as caught:  # noqa: PT011 - each engine has an error of its own
        run(scored)
    assert "run" in f"{caught.typename} {caught.value}".casefold()


def test_certifying_waits_in_polars() -> None:
    """In Polars the exact pass runs with the frame, and not before."""
    certified = certify(RUBRIC, score(RUBRIC, run_in_polars()))

    with pytest.raises(RunError):
        certified.collect()


@pytest.mark.parametrize("backend", LAZY, ids=by_name)
class TestCertifying:
    """What is not proved is null until it is certified."""

    def test_finds_what_columns_could_not_tell(self, backend: Backend) -> None:
        """A row beyond the arithmetic of columns is unproved, and then it is scored."""
        few = with_columns(
            phan=("int64", [2**41, 1, None, 9, 0]), toan=("int64", [2**42, 3, None, 8, 0])
        )
        scored = score(RUBRIC, backend.frame(few), outputs=["total"])
        before, after = (
            backend.rows(scored),
            backend.rows(certify(RUBRIC, scored, outputs=["total"])),
        )

        assert [(None, "unproved"), (45.0, "scored")] == [
            (row[0]["points_total"], row[0]["rubrik_status"]) for row in (before, after)
        ]
        assert before[1:] == after[1:]

    def test_changes_nothing_where_all_is_proved(self, backend: Backend) -> None:
        """A frame without unproved rows comes back as it is."""
        scored = score(RUBRIC, backend.frame(COLUMNS))

        assert backend.rows(scored) == backend.rows(certify(RUBRIC, scored))


def test_a_frame_of_polars_keeps_its_order() -> None:
    """Rows that are scored once more stay where they are."""
    (lazy,) = (each for each in BACKENDS if each.name == "polars-lazy")
    few = with_columns(
        phan=("int64", [3, 2**41, None, 9, 0]), toan=("int64", [4, 2**42, None, 8, 0])
    )
    certified = certify(RUBRIC, score(RUBRIC, lazy.frame(few)))

    assert [0, 1, 2, 3, 4] == certified.collect()["row"].to_list()
