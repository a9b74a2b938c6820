"""What is said of the values of the library, in one language, as text: whoever draws takes it."""

from rubrik.saying.foreign import one_line, visible
from rubrik.saying.words import Words

__all__ = ["Words", "one_line", "visible"]


def __dir__() -> list[str]:
    return __all__
