"""Rubrics as code that is made from their forms: the same points and levels, sooner."""

from rubrik.compiled.compiling import Compiled, Ran, compiled, used_often
from rubrik.compiled.reading import Reader, reader

__all__ = ["Compiled", "Ran", "Reader", "compiled", "reader", "used_often"]


def __dir__() -> list[str]:
    return __all__
