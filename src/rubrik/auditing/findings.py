"""Findings: what is to be said of a rubric, of which kind, how grave, and about which row."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from rubrik.showing import Shown
from rubrik.wording import Message, message

__all__ = ["Finding", "Findings", "Kind", "Said", "Severity"]


def __dir__() -> list[str]:
    return __all__


class Severity(StrEnum):
    """How grave a finding is.

    An error contradicts the rubric itself, a warning is a question that nobody has answered, a
    note is an answer, or a fact to know.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def wording(self) -> Message:
        """Its name in words."""
        return message(f"severity-{self.value}")


class Kind(StrEnum):
    """The kinds of findings, in the order in which they are reported."""

    EXAMPLE_FAILS = "example-fails"
    SUM_DIFFERS = "sum-differs"
    NO_MAXIMUM = "no-maximum"
    NO_RULE = "no-rule"
    EXCEEDS_MAXIMUM = "exceeds-maximum"
    NEVER_REACHES_MAXIMUM = "never-reaches-maximum"
    BELOW_ZERO = "below-zero"
    HOLE = "hole"
    OVERLAP = "overlap"
    BAND_SHADOWED = "band-shadowed"
    BAND_OUTSIDE = "band-outside"
    THRESHOLD_OUTSIDE = "threshold-outside"
    JUMP = "jump"
    NOT_MONOTONE = "not-monotone"
    CONDITION_ALWAYS = "condition-always"
    CONDITION_NEVER = "condition-never"
    UNDEFINED_CASE = "undefined-case"
    COHORT = "cohort"
    CONSTANT_COHORT = "constant-cohort"
    LEVEL_UNREACHABLE = "level-unreachable"
    LEVEL_SHADOWED = "level-shadowed"
    LEVELS_COINCIDE = "levels-coincide"
    LEVELS_NOT_NESTED = "levels-not-nested"
    LEVELS_NOT_MONOTONE = "levels-not-monotone"
    LEVEL_HOLE = "level-hole"
    LEVEL_CONDITION_ALWAYS = "level-condition-always"
    LEVEL_CONDITION_IMPLIED = "level-condition-implied"
    LEVEL_CONDITION_NEVER = "level-condition-never"
    LEVEL_UNPROVED = "level-unproved"
    INPUT_UNUSED = "input-unused"
    UNSCORED_READ = "unscored-read"
    NO_FORM_ITEM = "no-form-item"
    NO_EXAMPLES = "no-examples"
    READING_IN_FORCE = "reading-in-force"


@frozen(repr=False)
class Finding(Shown):
    """One thing found: the code of the row, or the name of the input, that it is about.

    The code of a scale is what readings call it, ``scale:`` and its id. ``printed`` are the words
    that it follows from.
    """

    code: str
    kind: Kind
    severity: Severity
    message: Message
    printed: str = ""

    def __repr__(self) -> str:
        return f"<Finding on {self.code!r}: {self.severity.value}, {self.kind.value}>"


class Findings(Shown, tuple[Finding, ...]):
    """All that an audit found, in order; it is a tuple."""

    __slots__ = ()


def _each_once(readings: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(readings))


@frozen
class Said:
    """What is said in a finding, the readings that ask about it, and the printed words."""

    message: Message
    asked: tuple[str, ...] = field(converter=_each_once)
    printed: str
