"""The units of a cohort: each with its sheet, or with what is wrong with its submission."""

from functools import cached_property

from attrs import frozen

from rubrik.classifier import Rating, ratings
from rubrik.errors import RubrikError
from rubrik.scoresheet import Scoresheet

__all__ = ["Broken", "Member"]


def __dir__() -> list[str]:
    return __all__


@frozen(eq=False, repr=False)
class Member:
    """One unit that was scored; ``source`` says where its submission came from."""

    source: str
    sheet: Scoresheet

    @property
    def unit(self) -> str:
        """Its name."""
        return self.sheet.submission.unit

    @cached_property
    def ratings(self) -> tuple[Rating, ...]:
        """Its rating on every scale of the rubric."""
        return ratings(self.sheet)

    def __repr__(self) -> str:
        return f"<Member {self.unit!r}: {self.sheet.within}>"


@frozen
class Broken:
    """A submission that could not be used, where it came from, and why.

    ``unit`` is the name in it, as far as it could be read.
    """

    source: str
    error: RubrikError
    unit: str = ""
