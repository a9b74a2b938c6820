"""Single cells of a frame, as Python has them."""

from math import isnan
from typing import Final

__all__ = ["is_null"]


def __dir__() -> list[str]:
    return __all__


_ABSENT: Final = {"NoneType", "NAType", "NaTType"}  # by name, so that pandas is not imported


def is_null(value: object) -> bool:
    """Whether a cell holds nothing."""
    return (isinstance(value, float) and isnan(value)) or type(value).__name__ in _ABSENT
