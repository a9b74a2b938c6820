"""Every scorer in a rule: where it stands, what it reads, and which values ever lead to it."""

from collections.abc import Iterator
from typing import assert_never

from attrs import frozen

from rubrik.auditing.reach import Reach
from rubrik.intervals import Interval
from rubrik.measures import Answer, Declared, Measure, Number
from rubrik.rubric import Node
from rubrik.scorers import (
    Amount,
    Banded,
    BestOf,
    Boolean,
    Capped,
    Choice,
    Clamped,
    Gated,
    MinMaxNormalized,
    Proportional,
    Rule,
    Scorer,
    Stepped,
    Sum,
    WorstOf,
)

__all__ = ["Place", "decided", "places"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Place:
    """A scorer, the path to it as readings write it, its measure, and the values it is asked for.

    ``nested`` scorers stand in a band of another one, over the same value.
    """

    path: str
    scorer: Scorer
    measure: Measure | None
    reach: Reach
    nested: bool = False

    @property
    def number(self) -> Number:
        """The measured number of a scorer that has its pieces."""
        assert isinstance(self.measure, Number)  # noqa: S101 - or it had no form
        return self.measure

    @property
    def answer(self) -> Answer:
        """The measured answer of a scorer that has its table."""
        assert isinstance(self.measure, Answer)  # noqa: S101 - or it had no form
        return self.measure


def places(node: Node, declared: Declared) -> Iterator[Place]:
    """Every scorer in the rule of a row that some value leads to, each before its parts."""
    yield from _places("score", node.score, node.measure, Reach(declared))


def _places(
    path: str,
    rule: Rule | None,
    measure: Measure | None,
    reach: Reach | None,
    *,
    nested: bool = False,
) -> Iterator[Place]:
    if rule is None or isinstance(rule, Amount) or reach is None:
        return
    place = Place(path, rule, rule.measure or measure, reach, nested)
    yield place
    for step, part, values in _parts(place):
        in_band = isinstance(rule, Banded)
        yield from _places(f"{path}.{step}", part, place.measure, values, nested=in_band)


def _parts(place: Place) -> Iterator[tuple[str, Rule | None, Reach | None]]:
    scorer, reach = place.scorer, place.reach
    match scorer:
        case Proportional() | MinMaxNormalized() | Stepped() | Boolean():
            return
        case Banded(bands=bands):
            for index, values in enumerate(decided(place, scorer)):
                within = reach.of_numbers(place.number, values)
                yield f"bands.{index}.score", bands[index].score, within  # type: ignore[misc]
        case Sum(parts=parts) | BestOf(parts=parts) | WorstOf(parts=parts):
            for index, part in enumerate(parts):
                yield f"parts.{index}", part, reach
        case Capped(part=part) | Clamped(part=part):
            yield "part", part, reach
        case Gated(when=when, then=then, otherwise=otherwise):
            yield "then", then, reach.held(when.measure, when.test)
            yield "otherwise", otherwise, reach.left(when.measure, when.test)
        case Choice(options=options):
            for name, rule in options.items():
                yield f"options.{name}", rule, reach.held(place.answer, (name,))
        case _:
            assert_never(scorer)


def decided(place: Place, scorer: Banded) -> list[tuple[Interval, ...]]:
    """For each band the values that it decides: those that no band before it holds."""
    rest: Reach | None = place.reach
    found: list[tuple[Interval, ...]] = []
    for band in scorer.bands:
        found.append(rest.within(place.number, band.interval) if rest else ())
        rest = rest and rest.left(place.number, band.interval)
    return found
