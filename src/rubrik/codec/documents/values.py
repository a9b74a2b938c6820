"""What numbers and words look like in every document."""

from fractions import Fraction
from typing import Annotated, Any, Literal, TypedDict

from rubrik.figures import exact_text
from rubrik.measures import SourcePlace

__all__ = ["Bilingual", "Decimal", "Exact", "Format", "Head", "Kind", "Source", "exact_or_none"]


def __dir__() -> list[str]:
    return __all__


Format = Literal[1]
"""The version of the shape of every document; it changes when a key changes its meaning or goes."""

Exact = Annotated[str, Fraction]
"""A number as exact text, in lowest terms: ``"35/2"``."""


def exact_or_none(value: Fraction | None) -> Exact | None:
    """A number as exact text, where there is one."""
    return None if value is None else exact_text(value)


Decimal = float
"""The same number rounded to two decimals."""

Kind = Annotated[str, Literal["group", "criterion"]]
"""What a row is."""

Source = Annotated[dict[str, Any], SourcePlace]
"""Where something is printed, as rubric files write it."""


class Bilingual(TypedDict):
    """One sentence in both languages."""

    vi: str
    en: str


class Head(TypedDict):
    """What every document begins with."""

    format: Format
