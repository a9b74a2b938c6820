"""What others say in English, as a message that can be said in Vietnamese too."""

import re
from functools import cache
from typing import Final

from rubrik.wording.messages import Message, message
from rubrik.wording.outside import OUTSIDE

__all__ = ["told"]


def __dir__() -> list[str]:
    return __all__


def told(said: str) -> Message | str:
    """The message whose English is what was said, or what was said where it is not known.

    Examples:
        >>> told("Expected ')'").text("vi")
        "cần ')'"
        >>> told("Something new")
        'Something new'
    """
    for key, pattern in _patterns():
        found = pattern.fullmatch(said)
        if found:
            return message(key, **found.groupdict())
    return said


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What each sentence looks like; those without fields first, for they are sure."""
    made = ((key, _pattern(text.en)) for key, text in OUTSIDE.items())
    return tuple(sorted(made, key=lambda pair: pair[1].groups))


_FIELD: Final = re.compile(r"\\{(\w+)\\}")


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(r"(?P<\1>.+)", re.escape(template)), re.DOTALL)
