"""What the command line says."""

from typing import Final

from rubrik.wording.text import Text

__all__ = ["TERMINAL"]


def __dir__() -> list[str]:
    return __all__


TERMINAL: Final[dict[str, Text]] = {
    "unknown-slug": Text("không có bộ tiêu chí {name}", "there is no rubric {name}"),
}
