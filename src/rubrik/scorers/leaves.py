"""Scorers over one measured value: each comes down to pieces, or to a finite table."""

from fractions import Fraction
from math import ceil
from typing import Literal

from attrs import field, frozen

from rubrik import exact
from rubrik.absence import Undefined
from rubrik.errors import NumberError
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Domain, Measure, Option
from rubrik.scorers.amounts import FULL, NOTHING, Amount, amount
from rubrik.scorers.curves import ANY_NUMBER, CurveScorer, edge
from rubrik.scorers.forms import Form, Lookup
from rubrik.scorers.pieces import Line, Piece, Pieces
from rubrik.scorers.setting import CohortBounds, Setting
from rubrik.wording import Exact, message

__all__ = [
    "Boolean",
    "MinMaxNormalized",
    "Proportional",
    "Stepped",
]


def __dir__() -> list[str]:
    return __all__


_ZERO = Fraction(0)
_ONE = Fraction(1)
_MOST_STEPS = 1000


def _number_or_cohort(value: object) -> Fraction | Literal["cohort"]:
    return "cohort" if value == "cohort" else exact.rational(value)


@frozen(kw_only=True, repr=False)
class Proportional(CurveScorer):
    """Points in proportion to the value: ``start + rate * value``.

    With ``full_from``, full marks from there on and ``value / full_from`` of them below:
    ``start + rate * min(value / full_from, 1)``. A negative rate makes a falling line.
    """

    rate: Amount = field(default=FULL, converter=amount)
    start: Amount = field(default=NOTHING, converter=amount)
    full_from: Fraction | None = field(default=None, converter=edge)
    measure: Measure | None = None

    def __attrs_post_init__(self) -> None:
        if self.full_from is not None and self.full_from <= 0:
            raise NumberError(message("full-from-not-positive", value=self.full_from))

    def pieces(
        self,
        maximum: Fraction | None = None,
        domain: Domain = ANY_NUMBER,
        cohort: CohortBounds | None = None,
    ) -> Pieces:
        """One line, or a line and a plateau."""
        del cohort
        start, rate = self.start.at(maximum), self.rate.at(maximum)
        if self.full_from is None:
            return Pieces.partition(domain, [Piece(EVERYTHING, Line(rate, start))])
        rising = Interval(None, self.full_from, high_open=True)
        plateau = Interval(self.full_from, None)
        return Pieces.partition(
            domain,
            [
                Piece(rising, Line(rate / self.full_from, start), 0, printed=rising),
                Piece(plateau, Line(_ZERO, start + rate), 1, printed=plateau),
            ],
        )

    def __str__(self) -> str:
        value = "x" if self.full_from is None else f"min(x / ({self.full_from}), 1)"
        start = "" if self.start.value == 0 else f"{self.start} + "
        return f"Proportional({start}{self.rate} × {value})"

    __repr__ = __str__


@frozen(kw_only=True, repr=False)
class MinMaxNormalized(CurveScorer):
    """Points by where the value lies between a low and a high end, each fixed or of the cohort.

    ``full * (value - low) / (high - low)``, mirrored where ``lower_is_better``; outside the ends
    0 and ``full``, unless ``clamp`` is off. Where both ends are equal (a constant cohort) the
    points are as ``constant`` says: a choice nobody may leave open. Where a whole cohort lies
    beyond the one end that is fixed, its units have what is given there. A low end of 0 makes it
    the ratio to the best.

    Raises:
        NumberError: both ends are fixed, and the low one is above the high one.
    """

    constant: Literal["full", "zero", "undefined"]
    low: Fraction | Literal["cohort"] = field(default="cohort", converter=_number_or_cohort)
    high: Fraction | Literal["cohort"] = field(default="cohort", converter=_number_or_cohort)
    lower_is_better: bool = False
    clamp: bool = True
    full: Amount = field(default=FULL, converter=amount)
    measure: Measure | None = None

    def __attrs_post_init__(self) -> None:
        if isinstance(self.low, Fraction) and isinstance(self.high, Fraction):
            CohortBounds(self.low, self.high)  # refuses what is upside down

    def pieces(
        self,
        maximum: Fraction | None = None,
        domain: Domain = ANY_NUMBER,
        cohort: CohortBounds | None = None,
    ) -> Pieces:
        """The line between the ends and the plateaus outside; what it can give without a cohort."""
        full = self.full.at(maximum)
        low = self._end(self.low, None if cohort is None else cohort.low)
        high = self._end(self.high, None if cohort is None else cohort.high)
        return Pieces.partition(domain, self._pieces(low, high, full))

    def _pieces(self, low: Fraction | None, high: Fraction | None, full: Fraction) -> list[Piece]:
        anything = Interval(min(_ZERO, full), max(_ZERO, full))
        if low is None or high is None:
            return [Piece(EVERYTHING, anything if self.clamp else EVERYTHING)]
        if low < high:
            return self._between(low, high, full)
        if low > high:
            return self._beyond(full)
        if self.constant == "undefined":
            return [Piece(EVERYTHING, anything, undefined=Undefined.CONSTANT_COHORT)]
        return [Piece(EVERYTHING, Line(_ZERO, full if self.constant == "full" else _ZERO))]

    @staticmethod
    def _end(end: Fraction | Literal["cohort"], of_cohort: Fraction | None) -> Fraction | None:
        return of_cohort if end == "cohort" else end

    def _beyond(self, full: Fraction) -> list[Piece]:
        """A leap at the fixed end, where the whole cohort lies on its far side."""
        worst, best = Line(_ZERO, _ZERO), Line(_ZERO, full)
        lower, upper = (best, worst) if self.lower_is_better else (worst, best)
        if isinstance(self.low, Fraction):
            return [Piece(Interval(None, self.low), lower), Piece(EVERYTHING, upper)]
        high = self.high if isinstance(self.high, Fraction) else None
        return [Piece(Interval(high, None), upper), Piece(EVERYTHING, lower)]

    def _between(self, low: Fraction, high: Fraction, full: Fraction) -> list[Piece]:
        slope = full / (high - low)
        line = Line(-slope, slope * high) if self.lower_is_better else Line(slope, -slope * low)
        if not self.clamp:
            return [Piece(EVERYTHING, line)]
        parts = (
            (Interval(low, high), line),
            (Interval(None, low, high_open=True), Line(_ZERO, line(low))),
            (Interval(high, None, low_open=True), Line(_ZERO, line(high))),
        )
        return [Piece(over, given, printed=over) for over, given in parts]

    def __str__(self) -> str:
        best = "low" if self.lower_is_better else "high"
        return f"MinMaxNormalized({self.full} from {self.low} to {self.high}, {best} is best)"

    __repr__ = __str__


@frozen(kw_only=True, repr=False)
class Stepped(CurveScorer):
    """Points in proportion to a share of completeness, in whole steps ("Giảm điểm theo bước 0,25").

    Between two steps the points are rounded as ``rounding`` says; a share of 1 or more gives
    ``full``.
    """

    step: Fraction = field(converter=exact.rational)
    rounding: Literal["down", "up", "nearest"]
    full: Amount = field(default=FULL, converter=amount)
    measure: Measure | None = None

    def __attrs_post_init__(self) -> None:
        if self.step <= 0:
            raise NumberError(message("step-not-positive", value=self.step))

    def pieces(
        self,
        maximum: Fraction | None = None,
        domain: Domain = ANY_NUMBER,
        cohort: CohortBounds | None = None,
    ) -> Pieces:
        """One flat piece per step."""
        del cohort
        full = self.full.at(maximum)
        steps = ceil(full / self.step)
        if full <= 0 or steps > _MOST_STEPS:
            raise NumberError(message("too-many-steps", full=full, step=Exact(self.step)))
        flat = [self._at(index, full) for index in range(steps + 1)]
        over = Interval(_ONE, None)
        top = Piece(over, Line(_ZERO, full), steps, printed=over)
        return Pieces.partition(domain, [top, *flat])

    def _at(self, index: int, full: Fraction) -> Piece:
        before = {"down": _ZERO, "nearest": Fraction(1, 2), "up": _ONE}[self.rounding]
        low = (index - before) * self.step / full
        high = low + self.step / full
        up = self.rounding == "up"
        over = Interval(low if index else None, high, low_open=up, high_open=not up)
        return Piece(over, Line(_ZERO, min(index * self.step, full)), index, printed=over)

    def __str__(self) -> str:
        return f"Stepped({self.full} in steps of {self.step}, rounded {self.rounding})"

    __repr__ = __str__


@frozen(kw_only=True, repr=False)
class Boolean:
    """Points for a yes and points for a no."""

    yes: Amount = field(default=FULL, converter=amount)
    no: Amount = field(default=NOTHING, converter=amount)
    measure: Measure | None = None

    def points(self, value: bool, maximum: object = None) -> Fraction:  # noqa: FBT001 - an answer, not a switch
        """The points of an answer under a maximum."""
        return (self.yes if value else self.no).at(edge(maximum))

    def form(self, setting: Setting) -> Form:
        """The table it is where it stands."""
        here = setting.under(self.measure)
        measure = here.answer("Boolean")
        if True not in measure.answers(here.declared):
            raise here.refusal(message("needs-flag"))
        try:
            yes, no = self.yes.at(here.maximum), self.no.at(here.maximum)
        except NumberError as error:
            raise here.refusal(error.message) from None
        table: dict[Option, Fraction] = {True: yes, False: no}
        return Lookup(measure, table)

    def __str__(self) -> str:
        return f"Boolean({self.yes} / {self.no})"

    __repr__ = __str__
