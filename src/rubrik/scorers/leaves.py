"""Scorers over one measured value: each comes down to pieces, or to a finite table."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from fractions import Fraction
from math import ceil
from typing import Literal

from attrs import evolve, field, frozen

from rubrik import exact
from rubrik.absence import Undefined
from rubrik.errors import NumberError, RubrikError
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Domain, Measure, Option
from rubrik.scorers.amounts import FULL, NOTHING, Amount, amount, optional_amount
from rubrik.scorers.forms import Curve, Form, Lookup
from rubrik.scorers.pieces import Line, Piece, Pieces
from rubrik.scorers.setting import CohortBounds, Setting
from rubrik.wording import Exact, message

__all__ = [
    "Band",
    "Banded",
    "Boolean",
    "CurveScorer",
    "Edges",
    "MinMaxNormalized",
    "Proportional",
    "Stepped",
]


def __dir__() -> list[str]:
    return __all__


_ZERO = Fraction(0)
_ONE = Fraction(1)
_MOST_STEPS = 1000
_ANY_NUMBER = Domain(EVERYTHING)


def _edge(value: object) -> Fraction | None:
    return None if value is None else exact.rational(value)


def _number_or_cohort(value: object) -> Fraction | Literal["cohort"]:
    return "cohort" if value == "cohort" else exact.rational(value)


class CurveScorer(ABC):
    """A scorer over one number. Not for subclassing outside this package."""

    __slots__ = ()
    measure: Measure | None

    @abstractmethod
    def pieces(
        self,
        maximum: Fraction | None = None,
        domain: Domain = _ANY_NUMBER,
        cohort: CohortBounds | None = None,
    ) -> Pieces:
        """The piecewise lines it comes down to, under a maximum, over a domain."""

    def points(self, value: object, maximum: object = None) -> Fraction | None:
        """The points of a number under a maximum; ``None`` where no band holds it.

        Raises:
            NumberError: ``value`` or ``max`` is no number, or a share has no maximum to be of.
        """
        return self.pieces(_edge(maximum)).points(exact.rational(value))

    def form(self, setting: Setting) -> Form:
        """The curve it is where it stands."""
        here = setting.under(self.measure)
        measure = here.number(type(self).__name__)
        domain = measure.domain(here.declared)
        try:
            return Curve(measure, self.pieces(here.maximum, domain, here.cohort))
        except NumberError as error:
            raise here.refusal(error.message) from None


@frozen(kw_only=True, repr=False)
class Proportional(CurveScorer):
    """Points in proportion to the value: ``start + rate * value``.

    With ``full_from``, full marks from there on and ``value / full_from`` of them below:
    ``start + rate * min(value / full_from, 1)``. A negative rate makes a falling line.
    """

    rate: Amount = field(default=FULL, converter=amount)
    start: Amount = field(default=NOTHING, converter=amount)
    full_from: Fraction | None = field(default=None, converter=_edge)
    measure: Measure | None = None

    def __attrs_post_init__(self) -> None:
        if self.full_from is not None and self.full_from <= 0:
            raise NumberError(message("full-from-not-positive", value=self.full_from))

    def pieces(
        self,
        maximum: Fraction | None = None,
        domain: Domain = _ANY_NUMBER,
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


@frozen(kw_only=True)
class Edges:
    """The ends of a band as printed: ``from`` ≥, ``above`` >, ``to`` ≤, ``below`` <, ``at`` =."""

    from_: Fraction | None = field(default=None, converter=_edge)
    above: Fraction | None = field(default=None, converter=_edge)
    to: Fraction | None = field(default=None, converter=_edge)
    below: Fraction | None = field(default=None, converter=_edge)
    at: Fraction | None = field(default=None, converter=_edge)

    def __attrs_post_init__(self) -> None:
        twice = (self.from_, self.above), (self.to, self.below)
        others = (self.from_, self.above, self.to, self.below)
        if any(None not in pair for pair in twice) or (
            self.at is not None and others.count(None) < len(others)
        ):
            raise RubrikError(message("edges-twice"))
        try:
            self.interval  # noqa: B018 - built to be checked
        except ValueError:
            raise RubrikError(message("edges-empty", edges=Edges.__str__(self))) from None

    @property
    def interval(self) -> Interval:
        """The values between the ends."""
        if self.at is not None:
            return Interval.point(self.at)
        low = self.from_ if self.above is None else self.above
        high = self.to if self.below is None else self.below
        return Interval(
            low, high, low_open=self.above is not None, high_open=self.below is not None
        )

    def __str__(self) -> str:
        signs = (("≥", self.from_), (">", self.above), ("≤", self.to), ("<", self.below))
        ends = [f"{sign} {end}" for sign, end in (*signs, ("=", self.at)) if end is not None]
        return ", ".join(ends) or "any"


@frozen(kw_only=True, repr=False)
class Band(Edges):
    """A band of values and what it gives: fixed points, or a scorer of the same value."""

    points: Amount | None = field(default=None, converter=optional_amount)
    score: CurveScorer | None = None

    def __attrs_post_init__(self) -> None:
        Edges.__attrs_post_init__(self)
        if (self.points is None) == (self.score is None):
            raise RubrikError(message("band-gives-one-thing"))

    def over(
        self, maximum: Fraction | None, domain: Domain, cohort: CohortBounds | None
    ) -> list[Piece]:
        """Its pieces, inside its ends."""
        if self.score is None:
            given = self.points.at(maximum) if self.points else _ZERO
            return [Piece(self.interval, Line(_ZERO, given))]
        nested = self.score.pieces(maximum, domain, cohort).pieces
        cut = [(self.interval.meet(piece.over), piece) for piece in nested]
        return [evolve(piece, over=over) for over, piece in cut if over is not None]

    def __str__(self) -> str:
        return f"{Edges.__str__(self)} → {self.score or self.points}"

    __repr__ = __str__


def _bands(values: Iterable[Band]) -> tuple[Band, ...]:
    return tuple(values)


@frozen(kw_only=True, repr=False)
class Banded(CurveScorer):
    """A table of bands in printed order; where two hold a value, the first printed decides.

    A table with a hole or an overlap can be built, because the law prints some: ``holes`` and
    ``overlaps`` say so. A value in a hole has no points.
    """

    bands: tuple[Band, ...] = field(converter=_bands)
    measure: Measure | None = None

    def __attrs_post_init__(self) -> None:
        if not self.bands:
            raise RubrikError(message("no-bands"))
        if any(band.score is not None and band.score.measure is not None for band in self.bands):
            raise RubrikError(message("band-with-own-measure"))

    def pieces(
        self,
        maximum: Fraction | None = None,
        domain: Domain = _ANY_NUMBER,
        cohort: CohortBounds | None = None,
    ) -> Pieces:
        """The bands without their overlaps."""
        found = [
            evolve(piece, band=index, printed=band.interval)
            for index, band in enumerate(self.bands)
            for piece in band.over(maximum, domain, cohort)
        ]
        return Pieces.partition(domain, found)

    def holes(self, domain: Domain = _ANY_NUMBER) -> tuple[Interval, ...]:
        """The parts of a domain that no band holds."""
        return self.pieces(_ONE, domain).holes()

    def overlaps(self, domain: Domain = _ANY_NUMBER) -> tuple[tuple[int, int, Interval], ...]:
        """Pairs of bands, by index, and the values that both hold."""
        spans = [domain.cut(band.interval) for band in self.bands]
        found = [
            (first, second, both)
            for second, right in enumerate(spans)
            for first, left in enumerate(spans[:second])
            if left and right and (both := left.meet(right))
        ]
        return tuple(found)

    def __str__(self) -> str:
        return f"Banded({'; '.join(map(str, self.bands))})"

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
        domain: Domain = _ANY_NUMBER,
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
        domain: Domain = _ANY_NUMBER,
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
        return (self.yes if value else self.no).at(_edge(maximum))

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
