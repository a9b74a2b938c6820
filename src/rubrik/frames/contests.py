"""Who is ranked over a frame, by what, and why others are not."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import inf
from typing import Any, Final, Literal, assert_never, get_args

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from rubrik.classifier import VetoResult
from rubrik.cohort import Member, Place, PlaceStatus
from rubrik.cohort.leagues import Rules, league_of
from rubrik.errors import Problem, RubrikError, TableError, bounded
from rubrik.frames.columns import Schema, is_exempt
from rubrik.frames.exactly import sheet_of
from rubrik.frames.exactness import rows_of
from rubrik.frames.expressions import Words, any_of, real
from rubrik.frames.grouping import Groups
from rubrik.frames.keeping import Keeper
from rubrik.frames.levels import Judge
from rubrik.frames.nullable import AnyFrame
from rubrik.frames.placing import POINTS, Margin
from rubrik.frames.plans import Plan
from rubrik.frames.points import Points
from rubrik.rubric import Criterion, Interpretation
from rubrik.scales import Scale, Ties, thresholds
from rubrik.wording import Message, message, quoted

__all__ = ["RANK_STATUSES", "STATUS", "Contest", "RankStatus"]


def __dir__() -> list[str]:
    return __all__


RankStatus = Literal[
    "ranked", "open", "vetoed", "no_points", "not_applicable", "no_group", "unproved", "refused"
]
"""Whether a row of a frame is ranked, or why it is not."""

RANK_STATUSES: Final[tuple[RankStatus, ...]] = get_args(RankStatus)
"""All of them."""

STATUS: Final = "__rubrik_rank_status"

_SHUT: Final = "shut"
_FREE: Final = "free"


@frozen
class Contest:
    """What rows of a scored frame are ranked by: the points of a row of the rubric, within groups.

    ``points`` holds the rows of the rubric that ranks depend on, in the columns of the frame.
    """

    plan: Plan
    node: str
    groups: Groups
    ties: Ties
    points: Mapping[str, Points]
    bears_points: bool

    @classmethod
    def of(cls, plan: Plan, schema: Schema, node: str, groups: Groups, ties: Ties) -> "Contest":
        """The contest over a frame of these columns.

        Raises:
            TableError: the frame was not scored, or what ranks depend on was not put out.
        """
        codes = dict.fromkeys((node, *_asked(plan.read, node)))
        wanted = {plan.names.points(code): _output(plan.read, code) for code in codes}
        problems = bounded(_lacking({**wanted, plan.names.state: "total"}, schema))
        if problems:
            raise TableError(problems)
        rows = rows_of(
            plan.read, plan.columns, plan.policy, intervals=plan.intervals, compared=plan.compared
        )
        found = {code: _in_columns(rows[code].points, code, plan, schema) for code in codes}
        return cls(plan, node, groups, ties, found, rows[node].bears_points)

    @property
    def margin(self) -> Margin:
        """How exact the points are that rows are ranked by."""
        return Margin(self.points[self.node].error)

    @staticmethod
    def words(engine: nw.Implementation) -> Words:
        """The texts of statuses in an engine."""
        return Words(RANK_STATUSES, engine.is_polars())

    def marked(self, frame: AnyFrame) -> AnyFrame:
        """The frame with what ranks are made of: keys of groups, points, and who is ranked.

        Points are null where they are not known. Where the status is ``unproved``, exact arithmetic
        has to tell.
        """
        words = self.words(frame.implementation)
        frame, shut, doubt = self._vetoed(frame)
        value = nw.col(self.plan.names.points(self.node))
        status = self._status(value.is_null(), shut, doubt, words)
        made = (value.cast(nw.Float64).alias(POINTS), status.alias(STATUS))
        return self.groups.keyed(frame.with_columns(*made))

    def _status(
        self, is_open: nw.Expr, shut: nw.Expr | None, doubt: nw.Expr | None, words: Words
    ) -> nw.Expr:
        """Why a row is not ranked: of several reasons the last."""
        state = nw.col(self.plan.names.state).cast(nw.String)
        exempt = any_of(
            ~nw.col(column.name).is_null()
            for key, column in self.plan.columns.items()
            if is_exempt(key)
        )
        reasons: tuple[tuple[RankStatus, nw.Expr | None], ...] = (
            ("open", is_open),
            ("vetoed", shut),
            ("unproved", doubt),
            ("no_points", None if self.bears_points else nw.lit(value=True)),
            ("unproved", None if exempt is None else is_open & exempt),
            ("no_group", self.groups.has_none),
            ("unproved", state == "unproved"),
            ("refused", state == "refused"),
        )
        found = words("ranked")
        for reason, test in reasons:
            found = found if test is None else nw.when(test).then(words(reason)).otherwise(found)
        return found

    # Vetoes.

    def _vetoed(self, frame: AnyFrame) -> tuple[AnyFrame, nw.Expr | None, nw.Expr | None]:
        """A frame, where a row is shut out, and where columns cannot tell whether it is."""
        keeper = Keeper.beside(frame.collect_schema().names())
        judge = Judge(self.plan.read, self.points, keeper.keep, followed=True)
        words = Words((_SHUT, _FREE), frame.implementation.is_polars())
        vetoes = list(_vetoes(self.plan.read, self.node))
        made = [judge.level(scale, node, words) for scale, node in vetoes]
        frame = keeper.laid(frame)
        found = [keeper.keep(each) for each in made]
        larger = [self._is_larger(code) for code in self.points] if vetoes else []
        doubts = [*(each.is_null() for each in found), judge.unproved, *larger]
        return keeper.laid(frame), any_of(each == _SHUT for each in found), any_of(doubts)

    def _is_larger(self, code: str) -> nw.Expr:
        """Where points are larger than their error is said of."""
        return nw.col(self.plan.names.points(code)).abs() > Margin(self.points[code].error).most

    # Exactly.

    def standing(self, row: Mapping[str, Any]) -> tuple[RankStatus, Fraction | None]:
        """Whether one row of the frame is ranked, and its exact points, by its sheet."""
        try:
            sheet = sheet_of(row, self.plan)
        except RubrikError:
            return "refused", None
        points = sheet.line(self.node).points if self.node else sheet.points
        if self.groups.key_of(row) is None:
            return "no_group", points
        (place,) = league_of([Member("", sheet)], Rules(node=self.node)).places
        return _status(place), points


def _status(place: Place) -> RankStatus:
    """What keeps a unit from its place."""
    is_out = place.status is PlaceStatus.UNRANKED
    match place.why:
        case None:
            return "ranked"
        case VetoResult():
            return "vetoed" if is_out else "open"
        case Message():
            return _WHY.get(place.why.key, "open")
        case _:
            assert_never(place.why)


_WHY: Final[Mapping[str, RankStatus]] = {
    "unranked-not-applicable": "not_applicable",
    "unranked-no-points": "no_points",
}


def _lacking(wanted: Mapping[str, str], schema: Schema) -> Iterator[Problem]:
    for name, output in wanted.items():
        if name not in schema:
            said = message("frame-not-scored", name=quoted(name), output=quoted(output))
            yield Problem((), said)


def _output(read: Interpretation, code: str) -> str:
    """What has to be put out for the points of a row."""
    if not code:
        return "total"
    return "criteria" if isinstance(read.nodes[code], Criterion) else "groups"


def _in_columns(row: Points, code: str, plan: Plan, schema: Schema) -> Points:
    """Points as they stand in a scored frame: with where they lie, as far as that was put out."""
    names, value = plan.names, nw.col(plan.names.points(code))
    has_ends = names.low(code) in schema and names.high(code) in schema
    low = nw.col(names.low(code)) if has_ends else value
    high = nw.col(names.high(code)) if has_ends else value
    within = row.within
    return Points(
        low=low.fill_null(real(within.low, -inf)),
        high=high.fill_null(real(within.high)),
        open=value.is_null(),
        missing=None,
        unsure=None,
        error=row.error,
        within=within,
    )


# Vetoes of the rubric.


def _vetoes(read: Interpretation, node: str) -> Iterator[tuple[Scale, str]]:
    """Scales of two outcomes, each for one veto that shuts units out of the ranks of a row."""
    for scale in read.scales.values():
        for subject in scale.subjects if scale.decides else ():
            if subject in _below(read, node) or node in _below(read, subject):
                for veto in scale.vetoes:
                    if veto.conditions:
                        only = evolve(veto, result=_SHUT)
                        yield evolve(scale, levels=(), below=_FREE, vetoes=(only,)), subject


def _asked(read: Interpretation, node: str) -> Iterator[str]:
    """The rows whose points vetoes depend on."""
    for scale, subject in _vetoes(read, node):
        for veto in scale.vetoes:
            yield from (each.node or subject for each in thresholds(veto.conditions))


def _below(read: Interpretation, node: str) -> frozenset[str]:
    """A row and all below it; for the whole itself and all rows."""
    return read.below[node] if node else frozenset({"", *read.nodes})
