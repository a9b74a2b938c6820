"""The engines that frames are tried on: how each makes a frame of columns, and gives rows back."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Final

import pytest
from attrs import field, frozen
from hypothesis import HealthCheck, settings

__all__ = [
    "BACKENDS",
    "EAGER",
    "LAZY",
    "Backend",
    "Columns",
    "Typed",
    "by_name",
    "for_laws",
    "rows_of",
]

Typed = tuple[str, Sequence[Any]]
"""The type of a column in Arrow's own words, such as ``int32`` or ``decimal128(20, 2)``; values."""

Columns = Mapping[str, Typed]
"""The columns of a frame by name."""


@frozen
class Backend:
    """One engine in one of its ways.

    Some take seconds for what others do in milliseconds: laws are tried once in so many ``rounds``.
    """

    name: str
    made: Callable[[Any], Any] = field(repr=False)
    is_lazy: bool = False
    rounds: int = 1
    collected: Callable[[Any], Any] = field(default=lambda frame: frame, repr=False)

    def examples(self, rounds: int = 1) -> settings:
        """How often a law is tried on it: once in so many times, and more than once in any case.

        Tables are large, and slow to draw.
        """
        return settings(
            max_examples=max(2, settings().max_examples // (rounds * self.rounds)),
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )

    def frame(self, columns: Columns) -> Any:  # noqa: ANN401 - a native frame
        """A native frame of some columns."""
        return self.made(table(columns))

    def rows(self, frame: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - likewise
        """The rows of a native frame, in the order of the column ``row`` if there is one."""
        found = rows_of(self.collected(frame))
        return sorted(found, key=lambda row: row["row"]) if found and "row" in found[0] else found


def table(columns: Columns) -> Any:  # noqa: ANN401 - an Arrow table
    """Columns as an Arrow table."""
    arrow = import_module("pyarrow")
    return arrow.table(
        {name: arrow.array(values, _dtype(dtype)) for name, (dtype, values) in columns.items()}
    )


def _dtype(name: str) -> Any:  # noqa: ANN401 - an Arrow type
    arrow = import_module("pyarrow")
    if name.startswith("decimal128"):
        precision, scale = name.removeprefix("decimal128(").rstrip(")").split(",")
        return arrow.decimal128(int(precision), int(scale))
    if name == "dictionary":
        return arrow.dictionary(arrow.int32(), arrow.string())
    return getattr(arrow, {"double": "float64", "bool": "bool_"}.get(name, name))()


def rows_of(frame: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a native frame
    """The rows of a native frame, nulls of every kind as ``None``."""
    narwhals = import_module("narwhals.stable.v2")
    made = narwhals.from_native(frame)
    eager = made.collect() if isinstance(made, narwhals.LazyFrame) else made
    return [
        {name: _plain(value) for name, value in row.items()} for row in eager.iter_rows(named=True)
    ]


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell of any frame
    if type(value).__name__ in {"NAType", "NaTType"} or value != value:  # noqa: PLR0124 - NaN
        return None
    return value.item() if hasattr(value, "item") else value


def _polars(made: Any) -> Any:  # noqa: ANN401 - native frames
    return import_module("polars").from_arrow(made)


def _polars_lazy(made: Any) -> Any:  # noqa: ANN401
    return _polars(made).lazy()


def _pandas(made: Any) -> Any:  # noqa: ANN401
    import_module("pandas")
    return made.to_pandas()


def _pandas_of_arrow(made: Any) -> Any:  # noqa: ANN401
    return made.to_pandas(types_mapper=import_module("pandas").ArrowDtype)


def _duckdb(made: Any) -> Any:  # noqa: ANN401
    return import_module("duckdb").from_arrow(made)


def _spark(made: Any) -> Any:  # noqa: ANN401
    """Spark has neither unsigned numbers nor dictionaries."""
    arrow = import_module("pyarrow")
    for at, column in enumerate(made.schema):
        if str(column.type) in _OF_SPARK:
            made = made.set_column(
                at, column.name, made.column(at).cast(_dtype(_OF_SPARK[str(column.type)]))
            )
        elif arrow.types.is_dictionary(column.type):
            made = made.set_column(at, column.name, made.column(at).cast(arrow.string()))
    return session().createDataFrame(made)


_OF_SPARK: Final[Mapping[str, str]] = {
    "uint8": "int32",
    "uint32": "int64",
    "uint64": "decimal128(20,0)",
}


@cache
def session() -> Any:  # noqa: ANN401 - a Spark session
    """The one session of Spark that all tests share; compiling would take longer than all else."""
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.log.level": "OFF",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


BACKENDS: Final = (
    Backend("polars", _polars),
    Backend("polars-lazy", _polars_lazy, is_lazy=True, collected=lambda frame: frame.collect()),
    Backend(
        "polars-streaming",
        _polars_lazy,
        is_lazy=True,
        collected=lambda frame: frame.collect(engine="streaming"),
    ),
    Backend("pandas", _pandas, rounds=5),
    Backend("pandas-arrow", _pandas_of_arrow, rounds=5),
    Backend("pyarrow", lambda made: made),
    Backend("duckdb", _duckdb, is_lazy=True, rounds=10),
    Backend("pyspark", _spark, is_lazy=True, rounds=50),
)
"""Every engine that frames are scored in."""

EAGER: Final = tuple(each for each in BACKENDS if not each.is_lazy)
LAZY: Final = tuple(each for each in BACKENDS if each.is_lazy)


def for_laws(backends: Sequence[Backend]) -> tuple[Any, ...]:
    """Engines for the laws: coverage is measured on the first one alone.

    Laws draw many tables, and watching every line of that takes half of the time; a line that only
    one engine reaches has a test of its own, which draws nothing.
    """
    first, *others = backends
    return (first, *(pytest.param(each, marks=pytest.mark.no_cover) for each in others))


def by_name(backend: Backend) -> str:
    """What a test says of the engine that it runs on."""
    return backend.name
