"""A rubric as code: what it makes of one unit for which everything applies and all is known."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Final

from attrs import field, frozen

from rubrik.compiled.levels import Levels, levels_under
from rubrik.compiled.points import Points, points_under
from rubrik.measures import Known, Pair
from rubrik.rubric import MOST_KEPT, Cohorts, Interpretation

__all__ = ["Compiled", "Ran", "compiled", "used_often"]


def __dir__() -> list[str]:
    return __all__


_MAKING: Final = 64
"""How many sheets it takes to compute the old way what making the code takes."""


@frozen(eq=False)
class Compiled:
    """One reading of a rubric, perhaps in a cohort, as two functions that are made for it.

    ``codes`` are the rows in printed order, and ``None`` for the whole. ``text`` is the code that
    gives the points.
    """

    codes: tuple[str | None, ...]
    text: str = field(repr=False)
    _points: Points = field(repr=False)
    _read: Interpretation = field(repr=False)

    @cached_property
    def places(self) -> Mapping[str | None, int]:
        """The place of every row, and of the whole under ``None``, among the codes."""
        return {code: place for place, code in enumerate(self.codes)}

    @cached_property
    def subjects(self) -> tuple[tuple[str, str], ...]:
        """The scales with each row that they are for, an empty code for the whole."""
        scales = self._read.scales.values()
        return tuple((scale.id, node) for scale in scales for node in scale.subjects)

    @cached_property
    def decide(self) -> Levels:
        """The function that gives the levels."""
        return levels_under(self._read, self._read.scales.values())

    def run(self, known: Known) -> "Ran":
        """The points and levels of a unit.

        Values are taken as inputs read them: `int` for counts, `int` or `Fraction` for amounts and
        shares, `bool`, the id of an option, or a `frozenset` of ids. Nothing is checked: a value
        outside its domain, or a part larger than its whole, gives points that mean nothing.
        """
        return Ran(self, *self._points(known))


@frozen(eq=False)
class Ran:
    """What a unit comes to: points as fractions that are not reduced, and levels.

    ``tops`` and ``bottoms`` stand in the order of the engine's codes. A top is ``None`` where
    something that it depends on is open, and the ordinary rules must be asked.
    """

    _engine: Compiled = field(repr=False)
    tops: tuple[int | None, ...]
    bottoms: tuple[int, ...]
    is_complete: bool

    @property
    def known(self) -> dict[str | None, Pair]:
        """The points of every row that is not open, and of the whole under ``None``."""
        found = zip(self._engine.codes, zip(self.tops, self.bottoms, strict=True), strict=True)
        if self.is_complete:
            return dict(found)  # type: ignore[arg-type]
        return {code: (top, bottom) for code, (top, bottom) in found if top is not None}

    def points(self, code: str | None) -> Fraction | None:
        """The points of one row, or of the whole under ``None``; ``None`` where they are open.

        Raises:
            KeyError: the rubric has no such code.
        """
        place = self._engine.places[code]
        top = self.tops[place]
        return None if top is None else Fraction(top, self.bottoms[place])

    @property
    def levels(self) -> tuple[str | None, ...]:
        """The level on every scale of every row that it is for, in the order of the subjects."""
        return self._engine.decide(self.tops, self.bottoms)


def compiled(read: Interpretation, cohorts: Cohorts | None = None) -> Compiled:
    """The code for one reading of a rubric, made once.

    Args:
        read: the reading.
        cohorts: the bounds of cohort-normalised criteria, by code; without them they are open.
    """
    key = tuple(sorted((cohorts or {}).items()))
    found = read.engines.get(key)
    if not isinstance(found, Compiled):
        if len(read.engines) >= MOST_KEPT:
            read.engines.clear()
        points, text = points_under(read, read.forms_in(cohorts or {}))
        found = read.engines[key] = Compiled((*read.nodes, None), text, points, read)
    return found


def used_often(read: Interpretation, cohorts: Cohorts) -> Compiled | None:
    """The code, from that call on which makes it worth making."""
    key = tuple(sorted(cohorts.items()))
    found = read.engines.get(key, 0)
    if isinstance(found, Compiled):
        return found
    read.engines[key] = found + 1
    return compiled(read, cohorts) if found >= _MAKING else None
