"""Scales in words: every level with what it asks for, and what shuts a unit out."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from attrs import frozen

from rubrik.reasons import percent
from rubrik.rubric import Interpretation, limit_of
from rubrik.saying.words import Words
from rubrik.scales import AllOf, AnyOf, AtLeast, Level, Reaches, Requirement, Scale, Threshold

__all__ = ["SIGNS", "Asked", "called", "named", "titled"]


def __dir__() -> list[str]:
    return __all__


SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
"""How comparisons are printed."""


def called(scale: Scale, say: Words) -> str:
    """The name of a scale in the language of the run, in Vietnamese where it has no other."""
    return (scale.name_en or scale.name) if say.lang == "en" else scale.name


def named(level: Level) -> str:
    """The name of a level, with its label."""
    return f"{level.name} ({level.label})" if level.label else level.name


def titled(scale: Scale, say: Words) -> str:
    """The id and the name of a scale, and the rows that it is for."""
    nodes = f" ({', '.join(scale.nodes)})" if scale.nodes else ""
    title = f"{scale.id} · {called(scale, say)}{nodes}"
    return title if scale.decides else f"{title} · {say('not-deciding')}"


@frozen
class Asked:
    """What the levels of one scale ask for, in words."""

    scale: Scale
    read: Interpretation
    say: Words

    def all_of(self, wanted: Sequence[Requirement]) -> str:
        """All of some requirements, side by side; those printed in the same words once."""
        return "; ".join(
            self._together([*each]) for _, each in groupby(wanted, key=_printed_together)
        )

    def _together(self, wanted: Sequence[Requirement]) -> str:
        first = wanted[0]
        if not isinstance(first, Threshold):
            return "; ".join(map(self._requirement, wanted))
        sides = ", ".join(self._side(each) for each in wanted if isinstance(each, Threshold))
        said = f"{first.node} {sides}" if first.node else sides
        is_all = first.printed in ("", sides.lstrip("≥>≤< "))
        return said if is_all else f"{said} ({first.printed})"

    def _requirement(self, wanted: Requirement) -> str:
        match wanted:
            case Threshold():
                return self._together([wanted])
            case AllOf():
                return self.all_of(wanted.all)
            case AnyOf():
                return self.say("any-of", of=self._some(wanted.any))
            case AtLeast():
                return self.say("at-least-of", count=wanted.at_least, of=self._some(wanted.of))
            case Reaches():
                raise AssertionError(wanted)  # a resolved scale has none
            case _:
                assert_never(wanted)

    def _some(self, wanted: Sequence[Requirement]) -> str:
        return " | ".join(map(self._requirement, wanted))

    def _side(self, threshold: Threshold) -> str:
        """The comparison, in points where it is the same number of points for all rows."""
        limit = limit_of(threshold, self.scale, self.read)
        number = self._share(threshold) if limit is None else self.say.number(limit)
        return f"{SIGNS[threshold.op]} {number}"

    def _share(self, threshold: Threshold) -> str:
        share = threshold.share
        if share is None or threshold.base == "parts":
            return self.say("a-mean-of", mean=self.say.number(share))
        return self.say("of-maximum", share=percent(share))

    def vetoes(self) -> Iterator[str]:
        """What shuts a unit out, and what it is called then."""
        for veto in self.scale.vetoes:
            reason = (veto.reason_en or veto.reason) if self.say.lang == "en" else veto.reason
            result = veto.result or self.scale.below or self.say("nothing")
            said = self.say("veto-states", result=result, why=reason)
            yield f"{said} ({self._some(veto.conditions)})" if veto.conditions else said


def _printed_together(wanted: Requirement) -> tuple[object, ...]:
    """What stands side by side: the ends of one printed band, or one requirement alone."""
    if isinstance(wanted, Threshold) and wanted.printed:
        return wanted.node, wanted.printed
    return (id(wanted),)
