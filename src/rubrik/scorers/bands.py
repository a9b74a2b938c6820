"""Tables of bands, as printed."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import evolve, field, frozen

from rubrik.errors import RubrikError
from rubrik.intervals import Interval
from rubrik.measures import Domain, Measure
from rubrik.scorers.amounts import Amount, optional_amount
from rubrik.scorers.curves import ANY_NUMBER, CurveScorer, edge
from rubrik.scorers.pieces import Line, Piece, Pieces
from rubrik.scorers.setting import CohortBounds
from rubrik.wording import message

__all__ = ["Band", "Banded", "Edges"]


def __dir__() -> list[str]:
    return __all__


_ZERO = Fraction(0)
_ONE = Fraction(1)


@frozen(kw_only=True)
class Edges:
    """The ends of a band as printed: ``from`` ≥, ``above`` >, ``to`` ≤, ``below`` <, ``at`` =."""

    from_: Fraction | None = field(default=None, converter=edge)
    above: Fraction | None = field(default=None, converter=edge)
    to: Fraction | None = field(default=None, converter=edge)
    below: Fraction | None = field(default=None, converter=edge)
    at: Fraction | None = field(default=None, converter=edge)

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


def _start(numbered: tuple[int, Interval]) -> tuple[bool, Fraction, bool]:
    """What is without a start comes first, then the lowest; of two alike, that which holds it."""
    low = numbered[1].low
    return (low is not None, low or _ZERO, numbered[1].low_open)


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
        domain: Domain = ANY_NUMBER,
        cohort: CohortBounds | None = None,
    ) -> Pieces:
        """The bands without their overlaps."""
        found = [
            evolve(piece, band=index, printed=band.interval)
            for index, band in enumerate(self.bands)
            for piece in band.over(maximum, domain, cohort)
        ]
        return Pieces.partition(domain, found)

    def holes(self, domain: Domain = ANY_NUMBER) -> tuple[Interval, ...]:
        """The parts of a domain that no band holds."""
        return self.pieces(_ONE, domain).holes()

    def overlaps(self, domain: Domain = ANY_NUMBER) -> tuple[tuple[int, int, Interval], ...]:
        """Pairs of bands, by index, and the values that both hold."""
        spans = [
            (index, span)
            for index, band in enumerate(self.bands)
            if (span := domain.cut(band.interval))
        ]
        found: list[tuple[int, int, Interval]] = []
        begun: list[tuple[int, Interval]] = []
        for index, span in sorted(spans, key=_start):
            # What does not meet this span ends before it, and before all that start later.
            meets = [(other, left, both) for other, left in begun if (both := left.meet(span))]
            found += [(min(index, other), max(index, other), both) for other, _, both in meets]
            begun = [*((other, left) for other, left, _ in meets), (index, span)]
        return tuple(sorted(found, key=lambda each: (each[1], each[0])))

    def __str__(self) -> str:
        return f"Banded({'; '.join(map(str, self.bands))})"

    __repr__ = __str__
