"""The classifier: exact points against level rules, three-valued while anything is open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import assert_never

from attrs import field, frozen

from rubrik import exact
from rubrik.classifier.results import (
    ConditionResult,
    LevelResult,
    Rating,
    Room,
    Step,
    Unmet,
    VetoResult,
)
from rubrik.classifier.standings import PointsStanding, SheetStanding, Standing
from rubrik.errors import NotFoundError, RubrikError, meant
from rubrik.intervals import Interval
from rubrik.rubric import Interpretation, Rubric, applicable
from rubrik.scales import (
    AllOf,
    AnyOf,
    AtLeast,
    Op,
    Reaches,
    Requirement,
    Scale,
    Threshold,
    Veto,
    thresholds,
)
from rubrik.scoresheet import Scoresheet
from rubrik.wording import message, named

__all__ = ["classify", "ratings"]


def __dir__() -> list[str]:
    return __all__


def ratings(sheet: Scoresheet) -> tuple[Rating, ...]:
    """The rating of a sheet on every scale of its rubric, for every row that each is for."""
    standing = SheetStanding(sheet)
    scales = sheet.interpretation.scales.values()
    return tuple(_rating(standing, each, node) for each in scales for node in each.subjects)


def classify(
    found: Scoresheet | Mapping[str, object],
    scale: Scale,
    *,
    node: str | None = None,
    rubric: Rubric | None = None,
    readings: Mapping[str, str] | None = None,
) -> Rating:
    """The rating of one unit on one scale.

    Args:
        found: a scoresheet, or the bare points of rows by code, those of the whole under ``""``;
            points are numbers, or an `Interval` where they are not known for sure.
        scale: one of a rubric's scales, or one of the caller's own.
        node: the row to rate, where the scale is for several.
        rubric: for bare points, the rubric they are of: it has the maxima that shares are of, adds
            up groups that are not stated, and knows what an unstated row can have.
        readings: for bare points, options of that rubric other than the defaults.

    Raises:
        NumberError: bare points are not numbers.
        NotFoundError: the scale is not for such a row.
        ReadingError: an unknown reading or option.
        RubricError: the scale names rows or levels that are not there; every problem is listed.
        RubrikError: the scale is for several rows, and none is named.
    """
    subject = _subject(scale, node)
    if isinstance(found, Scoresheet):
        return _rating(SheetStanding(found), _applied(scale, found.interpretation), subject)
    read = None if rubric is None else rubric.under(readings)
    standing = PointsStanding({code: _interval(each) for code, each in found.items()}, read)
    ready = applicable(scale) if read is None else _applied(scale, read)
    return _rating(standing, ready, subject)


def _applied(scale: Scale, read: Interpretation) -> Scale:
    is_own = scale in (read.scales.get(scale.id), *read.stated_scales)
    return read.scales[scale.id] if is_own else applicable(scale, read)


def _subject(scale: Scale, node: str | None) -> str:
    if node is None and len(scale.subjects) > 1:
        said = message("which-row", scale=named(scale.id), nodes=tuple(scale.subjects))
        raise RubrikError(said)
    subject = scale.subjects[0] if node is None else node
    if subject not in scale.subjects:
        said = message("not-a-subject", scale=named(scale.id), node=named(subject))
        raise NotFoundError(said, meant(subject, scale.subjects))
    return subject


def _interval(points: object) -> Interval:
    return points if isinstance(points, Interval) else Interval.point(exact.rational(points))


def _rating(standing: Standing, scale: Scale, subject: str) -> Rating:
    judge = _Judge(standing, subject)
    levels = tuple(judge.level(each.conditions) for each in scale.levels)
    results = tuple(
        LevelResult(level, holds, conditions)
        for level, (holds, conditions) in zip(scale.levels, levels, strict=True)
    )
    vetoes = tuple(VetoResult(veto, judge.is_vetoed(veto)) for veto in scale.vetoes)
    applies = standing.applies(subject)
    reachable = _reachable(judge, scale, results)
    possible = tuple(_possible(scale, reachable, vetoes)) if applies else ()
    return Rating(
        scale=scale,
        node=subject,
        applies=applies,
        levels=results,
        vetoes=vetoes,
        possible=possible,
        open_inputs=judge.open_inputs(results) if len(possible) > 1 else (),
        step=partial(_next, judge, scale, reachable, vetoes) if applies else _no_step,
    )


def _no_step() -> None:
    return None


@frozen(eq=False)
class _Judge:
    """Decides conditions for one unit, each once; with a ``cell``, as if all rows lay within it."""

    standing: Standing
    subject: str
    cell: Interval | None = None
    _decided: dict[Threshold, ConditionResult] = field(init=False, factory=dict)

    def condition(self, threshold: Threshold) -> ConditionResult:
        found = self._decided.get(threshold)
        if found is None:
            found = self._decided[threshold] = self._condition(threshold)
        return found

    def _condition(self, threshold: Threshold) -> ConditionResult:
        node = threshold.node or self.subject
        within = self.cell or self.standing.within(node)
        needs_parts = threshold.base == "parts"
        parts = self.standing.parts(node) if needs_parts else 0
        limit = threshold.at(self.standing.maximum(node), parts)
        return ConditionResult(
            threshold=threshold,
            node=node,
            within=within,
            limit=limit,
            holds=None if limit is None else _compared(within, threshold.op, limit),
        )

    def holds(self, wanted: Requirement) -> bool | None:
        """Whether a requirement holds; ``None`` while it can go either way."""
        match wanted:
            case Threshold():
                return self.condition(wanted).holds
            case AllOf():
                return _at_least(len(wanted.all), map(self.holds, wanted.all))
            case AnyOf():
                return _at_least(1, map(self.holds, wanted.any))
            case AtLeast():
                return _at_least(wanted.at_least, map(self.holds, wanted.of))
            case Reaches():
                raise AssertionError(wanted)  # a resolved scale has none
            case _:
                assert_never(wanted)

    def level(
        self, conditions: Sequence[Requirement]
    ) -> tuple[bool | None, tuple[ConditionResult, ...]]:
        holds = self.holds(AllOf(all=tuple(conditions)))
        return holds, tuple(map(self.condition, thresholds(conditions)))

    def is_vetoed(self, veto: Veto) -> bool | None:
        if any(map(self.standing.is_annulled, veto.annulled)):
            return True
        return _at_least(1, map(self.holds, veto.conditions)) if veto.conditions else False

    def unmet(self, wanted: Sequence[Requirement]) -> Iterator[ConditionResult]:
        """The conditions that keep requirements from being sure, in order, each once."""
        open_ = [each for each in wanted if not self.holds(each)]
        failing = (self._unmet(each) for each in open_)
        yield from dict.fromkeys(condition for each in failing for condition in each)

    def _unmet(self, wanted: Requirement) -> Iterator[ConditionResult]:
        match wanted:
            case Threshold():
                yield self.condition(wanted)
            case AllOf():
                yield from self.unmet(wanted.all)
            case AnyOf():
                yield from self.unmet(wanted.any)
            case AtLeast():
                yield from self.unmet(wanted.of)
            case Reaches():
                raise AssertionError(wanted)  # a resolved scale has none
            case _:
                assert_never(wanted)

    def open_inputs(self, levels: Iterable[LevelResult]) -> tuple[str, ...]:
        """The missing inputs that bear on conditions which can go either way."""
        nodes = dict.fromkeys(
            each.node for level in levels for each in level.conditions if each.holds is None
        )
        found = dict.fromkeys(name for node in nodes for name in self.standing.missing(node))
        return tuple(name for name in self.standing.missing("") if name in found)

    def over(self, cell: Interval) -> "_Judge":
        """The same for a unit whose points lie within a part of where they may."""
        return _Judge(self.standing, self.subject, cell)


def _compared(within: Interval, op: Op, limit: Fraction) -> bool | None:
    match op:
        case ">=":
            return _decided(within.is_at_least(limit), within.is_below(limit))
        case ">":
            return _decided(within.is_above(limit), within.is_at_most(limit))
        case "<=":
            return _decided(within.is_at_most(limit), within.is_above(limit))
        case "<":
            return _decided(within.is_below(limit), within.is_at_least(limit))
        case _:
            assert_never(op)


def _decided(is_sure: bool, is_out: bool) -> bool | None:  # noqa: FBT001 - the two sides of one question
    return True if is_sure else False if is_out else None


def _at_least(count: int, found: Iterable[bool | None]) -> bool | None:
    """Whether so many hold, for sure or never."""
    answers = tuple(found)
    if answers.count(True) >= count:
        return True
    return False if len(answers) - answers.count(False) < count else None


# Which levels are still possible.


def _possible(
    scale: Scale, reachable: Sequence[str], vetoes: Sequence[VetoResult]
) -> Iterator[str]:
    """The names of the levels that can turn out, the best first, each once."""
    out = [each for each in vetoes if each.holds is not False]
    shut = next((each for each in out if each.holds), None)
    names = [] if shut is not None else reachable
    results = [each.veto.result or scale.below for each in ([shut] if shut else out)]
    yield from dict.fromkeys((*names, *results))


def _reachable(judge: _Judge, scale: Scale, levels: Sequence[LevelResult]) -> list[str]:
    """Without vetoes: exact where all conditions are on one row, otherwise never too few."""
    asked = [each for level in levels for each in level.conditions]
    nodes = {each.node for each in asked}
    if len(nodes) == 1 and all(each.limit is not None for each in asked):
        limits = [each.limit for each in asked if each.limit is not None]
        found = {
            name
            for cell in _cells(asked[0].within, limits)
            for name in _among(_over(judge, cell, scale), scale)
        }
    else:
        found = set(_among([each.holds for each in levels], scale))
    order = [*(level.name for level in scale.levels), scale.below]
    return [name for name in dict.fromkeys(order) if name in found]


def _over(judge: _Judge, cell: Interval, scale: Scale) -> list[bool | None]:
    inner = judge.over(cell)
    return [inner.holds(AllOf(all=level.conditions)) for level in scale.levels]


def _among(holds: Sequence[bool | None], scale: Scale) -> Iterator[str]:
    """The levels that may be reached, as far as the first that surely is."""
    for level, each in zip(scale.levels, holds, strict=True):
        if each is not False:
            yield level.name
        if each:
            return
    yield scale.below


def _cells(within: Interval, limits: Iterable[Fraction]) -> Iterator[Interval]:
    """The parts of an interval that lie on one side of every limit, or on it."""
    rest: Interval | None = within
    for limit in sorted(set(limits)):
        if rest is None or limit not in rest:
            continue
        below = rest.meet(Interval(None, limit, high_open=True))
        yield from (below,) if below else ()
        yield Interval.point(limit)
        rest = rest.meet(Interval(limit, None, low_open=True))
    yield from (rest,) if rest else ()


# The way up.


def _next(
    judge: _Judge, scale: Scale, reachable: Sequence[str], vetoes: Sequence[VetoResult]
) -> Step | None:
    """The way to the level above the worst that is still possible."""
    names = [level.name for level in scale.levels]
    worst = max(names.index(each) if each in names else len(names) for each in reachable)
    if worst == 0 or any(each.holds for each in vetoes):
        return None
    level = scale.levels[worst - 1]
    unmet = judge.unmet(level.conditions)
    return Step(level, tuple(Unmet(each, _rooms(judge, each)) for each in unmet))


def _rooms(judge: _Judge, condition: ConditionResult) -> tuple[Room, ...]:
    is_floor = condition.threshold.op in (">=", ">")
    return judge.standing.rooms(condition.node) if is_floor else ()
