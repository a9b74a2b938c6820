"""What values a fact can take: a span of rationals or of integers, or a finite set of options."""

from attrs import frozen

from rubrik.intervals import Interval

__all__ = ["Domain", "Option"]

Option = bool | str
"""One of the finitely many answers to a flag (``True``, ``False``) or a choice (its id)."""


def __dir__() -> list[str]:
    return __all__


@frozen
class Domain:
    """The numbers a measured value can be: those of ``span``, or only its integers."""

    span: Interval
    integer: bool = False

    def cut(self, interval: Interval) -> Interval | None:
        """The part of ``interval`` inside the domain, ends at integers where it has only those."""
        inside = self.span.meet(interval)
        return inside.snapped() if inside is not None and self.integer else inside
