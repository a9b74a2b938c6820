"""The cohorts that the rows of a frame make: the bounds of every group, found in one aggregate."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, assert_never

import narwhals.stable.v2 as nw
from attrs import evolve, field, frozen
from narwhals.stable.v2.typing import IntoFrame

from rubrik.cohort import CohortRecord, compared
from rubrik.cohort.comparing import bounds_of, values_of
from rubrik.errors import SubmissionError
from rubrik.frames.comparisons import GroupBounds
from rubrik.frames.exactly import submission_of
from rubrik.frames.expressions import any_of, unless
from rubrik.frames.grouping import GroupKey, Groups, groups_by
from rubrik.frames.joining import Small
from rubrik.frames.keeping import Keeper
from rubrik.frames.nullable import nullable, schema_of
from rubrik.frames.plans import Plan, plan_of_inputs
from rubrik.frames.samples import Quotients, Sample, Values, samples
from rubrik.frames.table import Inputs, read_in
from rubrik.measures import Number
from rubrik.rubric import Rubric
from rubrik.scoring import Context

__all__ = ["bounds"]


def __dir__() -> list[str]:
    return __all__


def bounds(
    rubric: Rubric,
    frame: IntoFrame,
    *,
    within: str | Iterable[str] = (),
    columns: Mapping[str, str] | None = None,
    readings: Mapping[str, str] | None = None,
) -> GroupBounds:
    """The least and the greatest values of the units that are compared, for every group of a frame.

    Units of a group are those that agree in the columns ``within``. A value counts while it stands:
    not where it is missing or undefined, and not in a row that is refused. A unit without a group
    is compared with nobody.

    It is one aggregate, which is run at once, also where the frame is lazy. Where quotients are
    compared, those of rows at the ends of their groups are read once more; rows that are beyond the
    arithmetic of columns are read one by one.

    Args:
        rubric: the standard to score by.
        frame: any frame that narwhals supports, eager or lazy.
        within: the columns that tell groups apart, of text or whole numbers; without any, all rows
            are one cohort.
        columns: columns that are called otherwise than the input they hold, as in `score`.
        readings: options other than the defaults, by reading.

    Raises:
        CohortError: a row of the rubric compares several things at once.
        ReadingError: an unknown reading or option.
        TableError: with every problem of the columns.
    """
    made = nullable(nw.from_native(frame))
    schema = schema_of(made)
    plan = plan_of_inputs(rubric, schema, renamed=columns, readings=readings)
    groups = groups_by(schema, within)
    found, measures = _Ends(), compared(plan.read)
    if measures:
        _Gathering.of(made, plan, groups, measures).gather(found)
    defaults = {reading.id: reading.default for reading in rubric.readings}
    others = {name: each for name, each in plan.readings.items() if each != defaults[name]}
    records = found.records(rubric, others)
    return GroupBounds(within=groups.names, readings=others, records=records)


@frozen
class _Ends:
    """Values of every group that may be at its ends, by row of the rubric; and how many it has."""

    values: dict[GroupKey, dict[str, list[Fraction]]] = field(factory=dict)
    counts: dict[GroupKey, dict[str, int]] = field(factory=dict)

    def add(self, key: GroupKey, code: str, values: Iterable[Fraction], count: int = 0) -> None:
        """Take note of some values, and of how many were not counted yet."""
        self.values.setdefault(key, {}).setdefault(code, []).extend(values)
        counts = self.counts.setdefault(key, {})
        counts[code] = counts.get(code, 0) + count

    def records(
        self, rubric: Rubric, readings: Mapping[str, str]
    ) -> Mapping[GroupKey, CohortRecord]:
        """What is published of every group."""
        return {
            key: CohortRecord(
                rubric=rubric.slug,
                rubric_hash=rubric.content_hash,
                readings=readings,
                bounds=bounds_of(values),
                measured=self.counts[key],
            )
            for key, values in self.values.items()
        }


@frozen
class _Sampled:
    """A sample for one row of the rubric, in columns; the names are those in an aggregate."""

    code: str
    sample: Sample
    value: nw.Expr
    low: str
    high: str
    count: str

    @classmethod
    def kept(cls, code: str, sample: Sample, place: int, keeper: Keeper) -> "_Sampled":
        """A sample whose value gets a column of its own."""
        names = (f"{_END}{place}_{end}" for end in ("low", "high", "count"))
        return cls(code, sample, keeper.keep(sample.value), *names)

    @property
    def aggregates(self) -> list[nw.Expr]:
        """Its least and its greatest value, and how many there are."""
        return [
            self.value.min().alias(self.low),
            self.value.max().alias(self.high),
            self.value.count().alias(self.count),
        ]


_Group = tuple[GroupKey, Mapping[str, Any]]
"""The key of a group, and its aggregates."""


@frozen
class _Gathering:
    """Reads a frame for the values at the ends of its groups."""

    plan: Plan
    groups: Groups
    measures: Mapping[str, Number]
    frame: Any
    far: nw.Expr
    sampled: Sequence[_Sampled]

    @classmethod
    def of(
        cls,
        frame: Any,  # noqa: ANN401 - a frame of any kind
        plan: Plan,
        groups: Groups,
        measures: Mapping[str, Number],
    ) -> "_Gathering":
        """The frame with columns for all that is compared."""
        keeper = Keeper.beside(frame.collect_schema().names())
        frame, inputs = read_in(frame, plan, keeper)
        far = any_of(inputs.far)
        try:
            found = list(_sampled(measures, inputs, keeper))
        except OverflowError:
            found, far = [], nw.lit(value=True)
        is_far = keeper.keep(nw.lit(value=False) if far is None else far)
        frame = keeper.laid(groups.keyed(frame))
        sampled = [
            _Sampled.kept(code, each, place, keeper) for place, (code, each) in enumerate(found)
        ]
        return cls(plan, groups, measures, keeper.laid(frame), is_far, sampled)

    def gather(self, ends: _Ends) -> None:
        """Take note of all values that may be at an end."""
        groups = [(self.groups.kept_key_of(row), row) for row in _rows_of(self._aggregated)]
        for each in self.sampled:
            known = [(key, row) for key, row in groups if row[each.count]]
            if known and isinstance(each.sample, Quotients):
                self._quotients(each, each.sample, known, ends)
            elif isinstance(each.sample, Values):
                _values(each, each.sample, known, ends)
        if any(row[_FAR] for _, row in groups):
            self._far(ends)

    @property
    def _aggregated(self) -> Any:  # noqa: ANN401 - a frame of the same kind
        """The ends and counts of every group."""
        frame = self.frame.with_columns(self.far.cast(nw.Int64).alias(_FAR))
        made = [each for one in self.sampled for each in one.aggregates]
        made.append(nw.col(_FAR).sum())
        if not self.groups.columns:
            return frame.select(*made)
        return frame.group_by(*self.groups.keys, drop_null_keys=True).agg(*made)

    def _quotients(
        self, sampled: _Sampled, sample: Quotients, known: Sequence[_Group], ends: _Ends
    ) -> None:
        """The quotients whose floats are at the ends of their groups, or next to them."""
        names = (sampled.low, sampled.high)
        floats = {name: [float(row[name]) for _, row in known] for name in names}
        small = Small(floats, dict.fromkeys(names, nw.Float64()))
        frame = self.groups.joined(self.frame, [key for key, _ in known], small)
        is_next = [sample.is_next(sampled.value, nw.col(name)) for name in names]
        part, whole = sample.plainest
        few = frame.filter(is_next[0] | is_next[1]).select(
            *self.groups.keys, part.alias(_PART), whole.alias(_WHOLE)
        )
        for row in _rows_of(few.unique()):
            value = sample.read(row[_PART], row[_WHOLE])
            ends.add(self.groups.kept_key_of(row), sampled.code, [value])
        for key, row in known:
            ends.add(key, sampled.code, [], int(row[sampled.count]))

    def _far(self, ends: _Ends) -> None:
        """The values of rows that are beyond the arithmetic of columns."""
        context = Context.of(self.plan.rubric, self.plan.readings)
        names = dict.fromkeys((*self.plan.read_columns, *self.groups.names))
        for row in _rows_of(self.frame.filter(self.far).select(*names)):
            key = self.groups.key_of(row)
            if key is not None:
                for code, values in self._values_of(row, context).items():
                    ends.add(key, code, values, 1)

    def _values_of(
        self, row: Mapping[str, Any], context: Context
    ) -> Mapping[str, Sequence[Fraction]]:
        """What one row has that stands; nothing where it is refused."""
        try:
            submission = submission_of(row, self.plan)
            return values_of(self.measures, [(submission, context.facts(submission))])
        except SubmissionError:
            return {}


_END: Final = "__rubrik_end_"
_FAR: Final = "__rubrik_far"
_PART: Final = "__rubrik_part"
_WHOLE: Final = "__rubrik_whole"


def _sampled(
    measures: Mapping[str, Number], inputs: Inputs, keeper: Keeper
) -> Iterator[tuple[str, Sample]]:
    """The samples for all rows of the rubric; none has what is refused, or read by itself."""
    out = any_of([*inputs.far, *inputs.refused])
    for code, measure in measures.items():
        for each in samples(measure, inputs.facts):
            match each:
                case Values():
                    yield code, evolve(each, value=keeper.keep(unless(out, each.value)))
                case Quotients():
                    part, whole = (keeper.keep(unless(out, end)) for end in (each.part, each.whole))
                    yield code, evolve(each, part=part, whole=whole)
                case _:
                    assert_never(each)


def _values(sampled: _Sampled, sample: Values, known: Sequence[_Group], ends: _Ends) -> None:
    for key, row in known:
        values = [sample.read(row[name]) for name in (sampled.low, sampled.high)]
        ends.add(key, sampled.code, values, int(row[sampled.count]))


def _rows_of(frame: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - a frame of any kind
    """The rows of a small frame."""
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    for row in eager.iter_rows(named=True):
        yield {name: nw.to_py_scalar(value) for name, value in row.items()}
