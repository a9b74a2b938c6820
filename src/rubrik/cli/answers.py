"""What a command hands back: text for standard output, what to say beside it, an exit status."""

from enum import IntEnum

from attrs import frozen

from rubrik.cli.refusals import RefusedError
from rubrik.wording import Message

__all__ = ["Answer", "Exit"]


def __dir__() -> list[str]:
    return __all__


class Exit(IntEnum):
    """What the exit status of a command says."""

    DONE = 0
    OPEN = 1
    UNUSABLE = 2
    INTERRUPTED = 130
    READER_GONE = 141


@frozen
class Answer:
    """The result of a command, not yet printed; ``refused`` is what it had to leave out.

    ``text`` is for standard output; ``closing`` is for people, and stands below all that was
    refused.
    """

    text: str
    status: Exit = Exit.DONE
    warnings: tuple[Message, ...] = ()
    refused: tuple[RefusedError, ...] = ()
    closing: str = ""
