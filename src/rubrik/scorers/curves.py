"""What all scorers over one number have in common."""

from abc import ABC, abstractmethod
from fractions import Fraction

from rubrik import exact
from rubrik.errors import NumberError
from rubrik.intervals import EVERYTHING
from rubrik.measures import Domain, Measure
from rubrik.scorers.forms import Curve, Form
from rubrik.scorers.pieces import Pieces
from rubrik.scorers.setting import CohortBounds, Setting

__all__ = ["ANY_NUMBER", "CurveScorer", "edge"]


def __dir__() -> list[str]:
    return __all__


ANY_NUMBER = Domain(EVERYTHING)
"""Where a rule can be asked without knowing what it measures."""


def edge(value: object) -> Fraction | None:
    """An end of a band, or none."""
    return None if value is None else exact.rational(value)


class CurveScorer(ABC):
    """A scorer over one number. Not for subclassing outside this package."""

    __slots__ = ()
    measure: Measure | None

    @abstractmethod
    def pieces(
        self,
        maximum: Fraction | None = None,
        domain: Domain = ANY_NUMBER,
        cohort: CohortBounds | None = None,
    ) -> Pieces:
        """The piecewise lines it comes down to, under a maximum, over a domain."""

    def points(self, value: object, maximum: object = None) -> Fraction | None:
        """The points of a number under a maximum; ``None`` where no band holds it.

        Raises:
            NumberError: ``value`` or ``max`` is no number, or a share has no maximum to be of.
        """
        return self.pieces(edge(maximum)).points(exact.rational(value))

    def form(self, setting: Setting) -> Form:
        """The curve it is where it stands."""
        here = setting.under(self.measure)
        measure = here.number(type(self).__name__)
        domain = measure.domain(here.declared)
        try:
            return Curve(measure, self.pieces(here.maximum, domain, here.cohort))
        except NumberError as error:
            raise here.refusal(error.message) from None
