"""Every sentence that a user may read, once, in Vietnamese and in English."""

from rubrik.wording.messages import CATALOGUE, Arg, Equals, Exact, Message, message, named, quoted
from rubrik.wording.telling import told
from rubrik.wording.text import Text

__all__ = [
    "CATALOGUE",
    "Arg",
    "Equals",
    "Exact",
    "Message",
    "Text",
    "message",
    "named",
    "quoted",
    "told",
]


def __dir__() -> list[str]:
    return __all__
