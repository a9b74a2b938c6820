"""Readings in words: what is asked, how it can be answered, and how many are in force."""

from rubrik.rubric import Reading, ReadingOption
from rubrik.saying.words import Words

__all__ = ["counted", "question_of", "reason_of", "worded"]


def __dir__() -> list[str]:
    return __all__


def counted(count: int, others: int, say: Words) -> str:
    """How many readings are in force, and how many of them were chosen by the caller."""
    if not count:
        return say("readings-none")
    if not others:
        return say("readings-all-default", count=count)
    return say("readings-count", count=count, others=others)


def worded(option: ReadingOption) -> str:
    """An option by its id, with its label."""
    return f"{option.id}: {option.label}" if option.label else option.id


def question_of(reading: Reading, say: Words) -> str:
    """What the print leaves open."""
    return reading.question if say.lang == "vi" else reading.question_en


def reason_of(reading: Reading, say: Words) -> str:
    """Why the default is what it is."""
    reason = reading.reason if say.lang == "vi" else reading.reason_en
    return say("reading-reason", reason=reason)
