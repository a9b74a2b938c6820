"""Why a row came out as it did: its reason, its notes and what was read, by its code."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from attrs import frozen

from rubrik import reasons
from rubrik.absence import Policy, Status
from rubrik.intervals import Interval, add
from rubrik.measures import Facts, Flag, Item, Pair, Ratio, Reported
from rubrik.rubric import Interpretation, Node, measured_by, stretch
from rubrik.scorers import Form
from rubrik.scoresheet.outcomes import (
    Outcome,
    absent_of,
    bears_points,
    exactly,
    is_gone,
    status_of,
    within_of,
)
from rubrik.submission import Adjudication, Decision, Submission
from rubrik.wording import Arg, Exact, Message, message

__all__ = ["Why"]


def __dir__() -> list[str]:
    return __all__


@frozen(eq=False, kw_only=True)
class Why:
    """Says why the rows of one sheet came out as they did, of whatever row is asked for.

    ``maxima`` are what rows are worth for this unit.
    """

    submission: Submission
    interpretation: Interpretation
    facts: Facts
    forms: Mapping[str, Form]
    outcomes: Mapping[str | None, Pair | Outcome]
    maxima: Mapping[str | None, Fraction | None]
    adjudications: Mapping[str, Adjudication]
    missing: Policy

    def _node(self, code: str) -> Node:
        return self.interpretation.nodes[code]

    def achieved(self, code: str) -> bool | None:
        """Whether a row that is only checked is answered with a yes."""
        measure = self._node(code).measure
        if code not in self.interpretation.checked or not isinstance(measure, Flag | Item):
            return None
        return None if (answer := measure.answer(self.facts.known)) is None else answer is True

    def reason(self, code: str) -> Message:
        """Why the points of a row are what they are."""
        adjudicated = self._adjudicated(code)
        if adjudicated is not None:
            return adjudicated
        if status_of(self.outcomes[code]) is Status.NOT_APPLICABLE:
            is_stated = code in self.submission.not_applicable
            return message("why-not-applicable" if is_stated else "why-none-applicable")
        if code in self.interpretation.checked:
            return self._checked(code)
        if code in self.interpretation.ruled:
            return self._ruled(code, self.forms[code])
        return self._grouped(code)

    def _checked(self, code: str) -> Message:
        """What a row of a checklist says, in words."""
        measure = self._node(code).measure
        if measure is None:
            return message("why-not-asked")
        if status_of(self.outcomes[code]) is Status.SCORED:
            return reasons.measured(measure, self.facts)
        return reasons.open_values(absent_of(self.outcomes[code]), self.facts)

    def _ruled(self, code: str, form: Form) -> Message:
        why = reasons.explain(form, self.facts)
        if status_of(self.outcomes[code]) is Status.MISSING and self.missing is Policy.ZERO:
            absent = reasons.absences(absent_of(self.outcomes[code]), self.facts)
            return message("why-missing-zero", why=absent)
        return why

    def _grouped(self, code: str) -> Message:
        parts = [part.code for part in self.interpretation.children.get(code, ())]
        stay = [part for part in parts if not is_gone(self.outcomes[part])]
        node, came_out = self._node(code), self.outcomes[code]
        if not bears_points(came_out):
            return message("why-group-checked", count=len(parts))
        if parts and not stay:
            return message("why-none-applies", points=Exact(exactly(came_out) or _ZERO))
        limit = node.max if node.capped else None
        points = exactly(came_out) if status_of(came_out) is Status.SCORED else None
        if points is not None and len(stay) == len(parts) and limit is None:
            return message("why-group", count=len(parts), points=reasons.scored(points))
        added, within = self._added_up(code, stay, {*parts} - {*stay})
        if limit is None or within.is_at_most(limit):
            return added
        return message("why-cut", part=added, points=reasons.scored(limit))

    def _added_up(
        self, code: str, stay: Sequence[str], gone: AbstractSet[str]
    ) -> tuple[Message, Interval]:
        """The sum of the rows that apply, as if it were of all, and what it comes to uncut."""
        total = add([within_of(self.outcomes[part]) for part in stay])
        factor = stretch(self.interpretation, code, self.maxima, gone)
        within = total.image(factor, _ZERO)
        said: dict[str, Arg] = {"count": len(stay), "points": reasons.between(within)}
        if factor != 1:
            left = sum((self.maxima[part] or _ZERO for part in stay), _ZERO)
            said |= {"sum": reasons.between(total), "left": left, "full": factor * left}
            return message("why-group-stretched", **said), within
        still = tuple(part for part in stay if not within_of(self.outcomes[part]).is_point)
        if still:
            return message("why-group-open", open=still, **said), within
        return message("why-group", **said), within

    def _adjudicated(self, code: str) -> Message | None:
        decided = self.adjudications.get(code)
        if decided is None:
            return None
        if decided.decision is Decision.REPLACE:
            return message(
                "why-replace", points=reasons.scored(decided.points or _ZERO), reason=decided.reason
            )
        return message(_DECIDED[decided.decision], reason=decided.reason)

    def notes(self, code: str) -> tuple[Message, ...]:
        """Derived inputs of a row, and stated shares that its counts contradict."""
        said, inputs = self.submission.derived, self.facts.declared.inputs
        derived = tuple(
            message("note-derived", label=inputs[name].label, how=said[name])
            for name in self._names(code)
            if name in said
        )
        ratios = (each for _, each in measured_by(self._node(code)) if isinstance(each, Ratio))
        pairs = (ratio.contradiction(self.facts.known) for ratio in ratios)
        return derived + tuple(
            message(
                "note-stated-differs",
                counted=reasons.percent(pair[0]),
                stated=reasons.percent(pair[1]),
            )
            for pair in dict.fromkeys(pairs)
            if pair is not None
        )

    def inputs_of(self, code: str) -> Mapping[str, str]:
        """What the rule of a row read, as reported."""
        reported, names = self.submission.inputs, self._names(code)
        tables = self.facts.declared.tables
        behind = [table for table, sums in tables.items() if not set(sums).isdisjoint(names)]
        return {name: _written(reported[name]) for name in (*names, *behind) if name in reported}

    def _names(self, code: str) -> tuple[str, ...]:
        if code not in self.forms:
            return ()
        found = (name for _, measure in measured_by(self._node(code)) for name, _ in measure.reads)
        return tuple(dict.fromkeys(found))


def _written(answer: Reported) -> str:
    """An answer as files write it; the members of a list are joined with commas."""
    match answer:
        case bool():
            return "true" if answer else "false"
        case tuple():
            return ", ".join(_member(each) for each in answer)
        case _:
            return str(answer)


def _member(each: object) -> str:
    return f"[{', '.join(map(str, each))}]" if isinstance(each, tuple) else str(each)


_DECIDED = {
    Decision.ACCEPT: "why-accept",
    Decision.REJECT: "why-reject",
    Decision.ANNUL: "why-annul",
    Decision.NOT_APPLICABLE: "why-excluded",
}
_ZERO = Fraction(0)
