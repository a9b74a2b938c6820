"""One template in both languages."""

from typing import NamedTuple

__all__ = ["Text"]


def __dir__() -> list[str]:
    return __all__


class Text(NamedTuple):
    """One template in both languages, with the same ``str.format`` fields in each."""

    vi: str
    en: str
