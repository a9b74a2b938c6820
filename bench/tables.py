"""Whole tables: prints the rows of README.md about frames.

Every ratio is of medians in one run, whose sides take turns. With ``--full`` there are a million
rows, ten in a file; without it a tenth of that, to see that everything runs.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

import by_hand_polars
import frame_tables
import numpy as np
import polars as pl
from attrs import field, frozen
from frame_tables import COMPARED, RUBRIC
from table_runs import in_a_process

import rubrik
from rubrik import frames

Run = Callable[[], pl.DataFrame]

_COHORTS: Final = 190
_LEVELS: Final = tuple(name for name in by_hand_polars.RESULTS if name.startswith("level_"))
_POINTS: Final = tuple(name for name in by_hand_polars.RESULTS if name.startswith("points_"))
_CLOSE: Final = 1e-9


@frozen
class Line:
    """One line of the table: what was measured, how it came out, and what was aimed at."""

    what: str
    found: str
    aim: str = ""

    def __str__(self) -> str:
        return f"| {self.what} | {self.found} | {self.aim} |"


@frozen
class Timed:
    """How long each of some runs took, in seconds: medians of rounds in which all take turns."""

    seconds: Mapping[str, float]

    @classmethod
    def of(cls, rounds: int, **runs: Callable[[], object]) -> "Timed":
        """Some runs, each once to warm up, and then so often."""
        for run in runs.values():
            run()
        taken: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(rounds):
            for name, run in runs.items():
                start = perf_counter()
                run()
                taken[name].append(perf_counter() - start)
        return cls({name: median(each) for name, each in taken.items()})

    def ratio(self, name: str, other: str) -> str:
        """How many times one is of another, and how long both took."""
        first, second = self.seconds[name], self.seconds[other]
        return f"{first / second:.2f}× ({first * 1000:.0f} ms to {second * 1000:.0f} ms)"


# One table, by the library, by hand, and not at all.


@frozen
class Sides:
    """A table, and what is done with it; every side computes all columns, streaming."""

    table: pl.DataFrame
    bytes: Sequence[np.ndarray[Any, Any]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        sizes = (int(self.table[name].estimated_size()) for name in self.table.columns)
        object.__setattr__(self, "bytes", [np.ones(size, np.uint8) for size in sizes])

    def certified(self) -> pl.DataFrame:
        """Points and proved levels."""
        return _certified(self.table.lazy()).collect(engine="streaming")

    def uncertified(self) -> pl.DataFrame:
        """Points, and levels as far as floats prove them."""
        return frames.score(RUBRIC, self.table.lazy()).collect(engine="streaming")

    def by_hand(self) -> pl.DataFrame:
        """Points, and levels by floats."""
        return by_hand_polars.scored(self.table.lazy()).collect(engine="streaming")

    def copied(self) -> object:
        """As many bytes, copied column by column."""
        return [each.copy() for each in self.bytes]

    def assert_same(self) -> None:
        """Both sides give the same points, within what floats can do.

        Raises:
            AssertionError: they differ, and nothing that is measured would mean anything.
        """
        ours, by_hand = self.certified(), self.by_hand()
        for name in _POINTS:
            difference = (ours[name] - by_hand[name]).abs().max()

            assert difference is not None
            assert difference < _CLOSE, name
        assert ours.columns == [*self.table.columns, *_ordered(ours), "rubrik_status"]
        assert {*by_hand.columns, "rubrik_status"} == {*ours.columns}


def _ordered(ours: pl.DataFrame) -> list[str]:
    """The results of a frame, as they stand in it."""
    return [name for name in ours.columns if name.startswith(("points_", "level_"))]


def _certified(frame: pl.LazyFrame, rubric: rubrik.Rubric = RUBRIC, **how: Any) -> pl.LazyFrame:  # noqa: ANN401 - choices
    return frames.certify(rubric, frames.score(rubric, frame, **how), **how)


def _against_others(rows: int) -> Iterator[Line]:
    sides = Sides(frame_tables.random(rows, 1))
    sides.assert_same()
    runs = {"certified": sides.certified, "by_hand": sides.by_hand, "copied": sides.copied}
    found = Timed.of(15, uncertified=sides.uncertified, **runs)
    what = f"{_counted(rows)} units, points and certified levels"
    yield Line(f"{what}, against Polars by hand", found.ratio("certified", "by_hand"), "≤ 1.25×")
    yield Line(
        "the same, levels not certified, against Polars by hand",
        found.ratio("uncertified", "by_hand"),
    )
    yield Line(
        "the same, certified, against a plain copy of the bytes read",
        found.ratio("certified", "copied"),
        "≤ 3×",
    )
    yield Line(
        "certified against uncertified, units at random",
        found.ratio("certified", "uncertified"),
        "≤ 1.15×",
    )


def _with_thresholds(rows: int) -> Iterator[Line]:
    sides = Sides(frame_tables.some_on_threshold(rows, 2))
    found = Timed.of(5, certified=sides.certified, uncertified=sides.uncertified)
    yield Line(
        "certified against uncertified, one unit in ten exactly on a threshold",
        found.ratio("certified", "uncertified"),
        "≤ 3×",
    )


# Levels.


def _wrong(rows: int) -> Iterator[Line]:
    small = frame_tables.random(rows, 5, wholes=frame_tables.SMALL)
    kinds = {
        "at random": frame_tables.random(rows, 3),
        "at random, with as many communes as districts have": small,
        "exactly on a threshold": frame_tables.on_threshold(rows, 4),
        "just below a threshold": frame_tables.just_below(rows, 4),
    }
    for kind, table in kinds.items():
        yield _compared(kind, Sides(table))


def _compared(kind: str, sides: Sides) -> Line:
    """How many units have a level that is wrong, by the library and by plain floats."""
    ours, floats = sides.certified(), sides.by_hand()
    unproved = (sides.uncertified()["rubrik_status"] == "unproved").sum()
    exact = [_exact(row) for row in sides.table.iter_rows(named=True)]
    wrong, by_hand = (
        sum(one != other for one, other in zip(_levels(found), exact, strict=True))
        for found in (ours, floats)
    )
    found = f"{wrong} ({by_hand} by plain floats; {_counted(unproved)} took the exact pass)"
    return Line(f"wrong levels of {_counted(len(exact))} units {kind}", found, "0")


def _exact(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    """The levels of one unit, by the engine for single ones."""
    return tuple(rubrik.evaluate(RUBRIC, row).levels.values())


def _levels(found: pl.DataFrame) -> list[tuple[str, ...]]:
    return found.select(pl.col(_LEVELS).cast(pl.String)).rows()


# What is done before rows are read, and beside scoring.


def _building() -> Iterator[Line]:
    schema = frame_tables.random(1, 1).schema
    found = Timed.of(11, build=lambda: frames.score(RUBRIC, pl.LazyFrame(schema=schema)))
    what = f"expressions of `{RUBRIC.slug}` built"
    yield Line(what, f"{found.seconds['build'] * 1000:.0f} ms", "≤ 100 ms")


def _comparing(rows: int) -> Iterator[Line]:
    """A batch finds the bounds of its cohorts, scores by them, and ranks: what each takes of it."""
    provinces = frame_tables.provinces(rows, 7, _COHORTS)
    lazy = frame_tables.random(rows, 6, COMPARED).with_columns(provinces).lazy()
    within = {"within": "tinh"}
    bounds = frames.bounds(COMPARED, lazy, **within)
    one = next(iter(bounds.records.values()))
    by_group = _certified(lazy, COMPARED, cohort=bounds)
    ranked = frames.rank(COMPARED, by_group, cohort=bounds, **within)
    placed = frames.certify_ranks(COMPARED, ranked, cohort=bounds, **within)
    found = Timed.of(
        5,
        bounds=lambda: frames.bounds(COMPARED, lazy, **within),
        by_one=_run(_certified(lazy, COMPARED, cohort=one)),
        by_group=_run(by_group),
        placed=_run(placed),
    ).seconds
    batch = found["bounds"] + found["placed"]
    compared = found["bounds"] + found["by_group"] - found["by_one"]
    what = f"{_counted(rows)} units in {_COHORTS} cohorts under `{COMPARED.slug}`"
    yield Line(f"{what}: min-max, as a share of the batch", _share(compared, batch), "≤ 15 %")
    ranking = found["placed"] - found["by_group"]
    yield Line("the same: exact ranks, as a share of the batch", _share(ranking, batch), "≤ 30 %")


def _run(frame: pl.LazyFrame) -> Run:
    return lambda: frame.collect(engine="streaming")


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.0%} ({part * 1000:.0f} ms of {whole * 1000:.0f} ms)".replace("%", " %")


# Memory, and how costs grow.


def _growing(rows: int, folder: Path) -> Iterator[Line]:
    sizes = [10**4, 10**5, 10**6]
    for size in [size for size in sizes if size <= rows]:
        sides = Sides(frame_tables.random(size, 8))
        found = Timed.of(5, certified=sides.certified)
        yield Line(f"{_counted(size)} units in memory", _each(found.seconds["certified"], size))
    for size in (rows, 10 * rows):
        path = frame_tables.written(folder / "units.parquet", size, 8)
        if size == rows:
            yield _memory(path)
        found_ = in_a_process("sink", path)
        peak = f"{found_['peak'] / 2**20:.0f} MiB at most"
        what = f"{_counted(size)} units, from Parquet to Parquet, streaming"
        yield Line(what, f"{_each(found_['seconds'], size)}, {peak}")


def _memory(path: Path) -> Line:
    found = in_a_process("collect", path)
    ratio, size = found["beyond"] / found["out"], found["out"] / 2**20
    what = "peak memory beyond the table, streaming, to the bytes put out"
    return Line(what, f"{ratio:.2f}× (of {size:.0f} MiB)", "≤ 1.5×")


def _each(seconds: float, rows: int) -> str:
    return f"{seconds / rows * 1e6:.2f} µs each"


def _counted(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def lines(*, is_full: bool) -> Iterator[Line]:
    """All lines of the table."""
    rows = 10**6 if is_full else 10**5
    yield from _building()
    yield from _against_others(rows)
    yield from _with_thresholds(rows)
    yield from _wrong(rows // 50)
    yield from _comparing(rows)
    with tempfile.TemporaryDirectory() as folder:
        yield from _growing(rows, Path(folder))


def is_full_asked(description: str | None) -> bool:
    """Whether the command line asks for all rows."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--full", action="store_true", help="a million units, and ten in a file")
    asked: bool = parser.parse_args().full
    return asked


def show(*, is_full: bool) -> None:
    """Measure, and print the table line by line."""
    sys.stdout.write(f"| Tables under `{RUBRIC.slug}` | found | aim |\n| --- | ---: | ---: |\n")
    for line in lines(is_full=is_full):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    show(is_full=is_full_asked(__doc__))
