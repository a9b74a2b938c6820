"""Pieces and bands as tests of them write them."""

from fractions import Fraction

from hypothesis import strategies as st

from rubrik.absence import Undefined
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Domain
from rubrik.scorers import Line, Piece, Pieces
from scorers.spans import ENDS, INTERVALS, SAMPLES, interval

__all__ = [
    "BANDS",
    "COUNTS",
    "DOMAINS",
    "FEW",
    "GROWTH",
    "HALF",
    "ONE",
    "PARTITIONS",
    "REAL",
    "SHARES",
    "SIMPLE",
    "ZERO",
    "flat",
    "inside",
    "line",
    "over",
    "shape",
    "sloped",
    "unknown",
]

ZERO = Fraction(0)
ONE = Fraction(1)
HALF = Fraction(1, 2)
REAL = Domain(EVERYTHING)
SHARES = Domain(interval("[0, 1]"))
COUNTS = Domain(interval("[0, ∞)"), integer=True)
GROWTH = Domain(interval("[-1, ∞)"))
FEW = Domain(interval("[0, 2]"), integer=True)
DOMAINS = [REAL, SHARES, COUNTS, GROWTH, FEW]


def flat(over: str, points: int | str, band: int | None = None) -> Piece:
    """The same points over an interval."""
    return Piece(interval(over), Line(ZERO, Fraction(points)), band)


def sloped(over: str, slope: int | str, constant: int | str = 0, band: int | None = None) -> Piece:
    """A line over an interval."""
    return Piece(interval(over), Line(Fraction(slope), Fraction(constant)), band)


def unknown(over: str, points: str, why: Undefined = Undefined.NO_COHORT) -> Piece:
    """Points that depend on a cohort."""
    return Piece(interval(over), interval(points), undefined=why)


def over(domain: Domain, *bands: Piece) -> Pieces:
    """Bands in printed order."""
    return Pieces.partition(domain, bands)


def shape(made: Pieces) -> list[tuple[str, str]]:
    """Pieces as text: the interval, and the line over it."""
    return [(str(piece.over), line(piece)) for piece in made.pieces]


def line(piece: Piece) -> str:
    """A line as text."""
    if isinstance(piece.line, Interval):
        return str(piece.line)
    return f"{piece.line.slope}x + {piece.line.constant}"


SIMPLE = [
    flat("(0, ∞)", 1),
    flat("[0, 0]", 5),
    flat("(-∞, 0)", 2),
]

BANDS = st.lists(
    st.tuples(INTERVALS, st.sampled_from([Fraction(each) for each in (-1, 0, 0, 0, 2)]),
              st.sampled_from(ENDS)),
    min_size=1, max_size=4,
).map(lambda bands: [
    Piece(over, Line(slope, constant), index)
    for index, (over, slope, constant) in enumerate(bands)
])  # fmt: skip
PARTITIONS = st.sampled_from(DOMAINS).flatmap(
    lambda domain: BANDS.map(lambda bands: Pieces.partition(domain, bands))
)


def inside(domain: Domain) -> list[Fraction]:
    """The samples that a domain holds."""
    return [x for x in SAMPLES if x in domain.span and (not domain.integer or x.denominator == 1)]
