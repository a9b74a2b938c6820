"""The scoring of a table: read in batches, scored as a frame, and every batch looked at once more.

What columns cannot decide is scored row by row: in `rubrik.frames` what floats leave unproved, here
rows with text that is no plain answer, and rows that are not as wide as the header.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
from attrs import evolve, field, frozen

from rubrik import frames
from rubrik.cli.score_table.columns import UNREAD, Columns
from rubrik.cli.score_table.jobs import MOST_LISTED, Job
from rubrik.cli.score_table.sources import CELLS, PLACE, Source
from rubrik.errors import NumberError, Problem, RubrikError, SubmissionError, bounded
from rubrik.frames.exactly import results_of, sheet_of
from rubrik.frames.objections import place_of, unanswered
from rubrik.frames.plans import Plan, planned
from rubrik.wording import message

__all__ = ["Looked", "Scoring"]


def __dir__() -> list[str]:
    return __all__


Row = Mapping[str, Any]


@frozen
class Looked:
    """What was seen of the rows as they went by: how many are in each state, the first refused."""

    states: Counter[str] = field(factory=Counter)
    refused: list[Row] = field(factory=list)
    _lock: Lock = field(factory=Lock)

    def at(self, batch: pl.DataFrame, state: str) -> None:
        """Look at a batch; several may come at once, and in any order."""
        states = batch.get_column(state)
        first = batch.filter(states == "refused").sort(PLACE).head(MOST_LISTED)
        with self._lock:
            self.states.update(states.to_list())
            self.refused.extend(first.iter_rows(named=True))
            self.refused.sort(key=lambda row: int(row[PLACE]))
            del self.refused[MOST_LISTED:]


@frozen
class Scoring:
    """A table, the columns of it that are read, and the plan by which it is scored."""

    job: Job
    source: Source
    columns: Columns
    plan: Plan
    rows: pl.LazyFrame
    looked: Looked = field(factory=Looked)

    @classmethod
    def of(cls, job: Job, source: Source) -> "Scoring":
        """The scoring of a table, refused before any row is read where its columns cannot do.

        Raises:
            ReadingError: an unknown reading or option.
            TableError: with every problem of the columns.
        """
        read = job.rubric.under(job.readings)
        columns = Columns.of(read, source.columns, job.columns)
        rows = columns.read_in(source.rows)
        schema = nw.from_native(rows).collect_schema()
        plan = planned(job.rubric, schema, renamed=columns.names, **_choices(job))
        return cls(job, source, columns, plan, rows)

    def results(self) -> pl.LazyFrame:
        """The table with its results behind its own columns."""
        rubric, by = self.job.rubric, {"columns": self.columns.names, **_choices(self.job)}
        proved = frames.certify(rubric, frames.score(rubric, self.rows, **by), **by)
        looked = proved.map_batches(self._look_at, streamable=True)
        return looked.select(*self.source.columns, *self.plan.results)

    def _look_at(self, batch: pl.DataFrame) -> pl.DataFrame:
        mended = self._mended(batch)
        self.looked.at(mended, self.plan.names.state)
        return mended

    def _mended(self, batch: pl.DataFrame) -> pl.DataFrame:
        """The batch with the rows scored that columns could not read."""
        unread = batch.get_column(UNREAD) | batch.get_column(CELLS).is_not_null()
        places = unread.arg_true()
        if not len(places):
            return batch
        results = [self._result(row) for row in batch.filter(unread).iter_rows(named=True)]
        return batch.with_columns(
            batch.get_column(name).scatter(places, [result[name] for result in results])
            for name in self.plan.results
        )

    def _result(self, row: Row) -> Row:
        answers, problems = self._read(row)
        if not problems:
            return results_of(answers, self.plan)
        nothing = dict.fromkeys(self.plan.results)
        return {**nothing, self.plan.names.state: "refused"}

    def refusal(self, row: Row) -> RubrikError:
        """Why a row is refused, in the words that a single submission is refused in."""
        answers, problems = self._read(row)
        try:
            sheet_of(answers, self.plan)
        except RubrikError as error:
            problems = [*problems, *(error.problems or (Problem((), error.message, error.hint),))]
        return SubmissionError(bounded(dict.fromkeys(map(self._placed, problems))))

    def _placed(self, problem: Problem) -> Problem:
        """A problem of an input as one of its column, if it has one of its own."""
        name = self.columns.column_of(problem.path[1]) if problem.path[:1] == ("inputs",) else None
        return problem if name is None else evolve(problem, path=(place_of(name),))

    def _read(self, row: Row) -> tuple[Row, Sequence[Problem]]:
        """A row with what its cells say, and what is wrong with those that say nothing."""
        answers = dict(row)
        problems: list[Problem] = []
        if row[CELLS] is not None:
            width = len(self.source.columns)
            problems.append(Problem((), message("row-ragged", found=row[CELLS], expected=width)))
        for key, cell in self.columns.cells.items():
            held = row[cell.column]
            answers[self.plan.columns[key].name] = None
            try:
                answers[self.plan.columns[key].name] = cell.answer(held)
            except NumberError as error:
                problems.append(unanswered(cell.column, cell.declared, held, error))
        return answers, problems


def _choices(job: Job) -> dict[str, Any]:
    """What every step of a run is told."""
    return {
        "outputs": job.outputs,
        "readings": job.readings,
        "missing": job.missing,
        "intervals": job.intervals,
        "cohort": job.cohort,
    }
