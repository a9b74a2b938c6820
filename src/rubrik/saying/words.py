"""Words and figures in the language of one run."""

from fractions import Fraction

from attrs import frozen

from rubrik.figures import Lang, shown
from rubrik.intervals import Interval
from rubrik.wording import Arg, Message, message

__all__ = ["ABOVE", "BELOW", "Words"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Words:
    """What is said, in one language."""

    lang: Lang

    def __call__(self, key: str, /, **args: Arg) -> str:
        """The sentence of a key of the catalogue."""
        return message(key, **args).text(self.lang)

    def of(self, said: Message) -> str:
        """A sentence that someone else composed."""
        return said.text(self.lang)

    def number(self, value: Fraction | None, *against: Fraction | None) -> str:
        """A number, rounded, but never so that it looks like one of ``against`` that it is not."""
        if value is None:
            return self("nothing")
        return shown(value, self.lang, against=[each for each in against if each is not None])

    def span(self, within: Interval, *against: Fraction | None) -> str:
        """The points that an interval holds; an end that is not reached has its sign."""
        low, high = within.low, within.high
        if within.is_point:
            return self.number(low, *against)
        first, last = self.number(low, high, *against), self.number(high, low, *against)
        if low is None or high is None:
            above, below = ABOVE[within.low_open], BELOW[within.high_open]
            end = f"{above} {first}" if high is None else f"{below} {last}"
            return end if (low, high) != (None, None) else self("unknown")
        return f"{'>' * within.low_open}{first}–{'<' * within.high_open}{last}"


ABOVE = {False: "≥", True: ">"}
"""What stands before the one end of an interval without another: whether that end is open."""

BELOW = {False: "≤", True: "<"}
"""The same where the end is the upper one."""
