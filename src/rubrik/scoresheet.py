"""The result of scoring: a line for every row, with its points and its why.

A sheet holds outcomes; its lines, their reasons and the totals are built when they are read.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from rubrik import reasons
from rubrik._version import __version__
from rubrik.absence import Absence, Policy, Status
from rubrik.intervals import Interval, add
from rubrik.measures import Facts, Flag, Item, Pair, Ratio, Reported
from rubrik.rubric import Interpretation, Node, Rubric, left_of, measured_by, stretch
from rubrik.scorers import Form
from rubrik.submission import Adjudication, Decision, Submission
from rubrik.wording import Arg, Exact, Message, message, quoted

__all__ = ["Checklist", "Line", "Outcome", "Scoresheet", "Verdict"]


def __dir__() -> list[str]:
    return __all__


class Verdict(StrEnum):
    """What a claim is against the points computed."""

    OVER_CLAIMED = "over-claimed"
    UNDER_CLAIMED = "under-claimed"
    CONSISTENT = "consistent"
    NOT_VERIFIABLE = "not verifiable"

    @property
    def wording(self) -> Message:
        """Its name in words."""
        return message(f"verdict-{self.value.replace(' ', '-')}")


@frozen
class Outcome:
    """What became of one row that is not simply scored: its status and where its points lie.

    A row of a checklist has no points at all, and adds none.
    """

    within: Interval
    status: Status
    absent: tuple[Absence, ...] = ()
    has_points: bool = True


def _within(came_out: Pair | Outcome) -> Interval:
    if isinstance(came_out, Outcome):
        return came_out.within
    return Interval.point(Fraction(*came_out))


def _exactly(came_out: Pair | Outcome) -> Fraction | None:
    if isinstance(came_out, tuple):
        return Fraction(*came_out)
    return came_out.within.low if _bears_points(came_out) and came_out.within.is_point else None


def _bears_points(outcome: Outcome) -> bool:
    return outcome.has_points and outcome.status is not Status.NOT_APPLICABLE


def _status(came_out: Pair | Outcome) -> Status:
    return Status.SCORED if isinstance(came_out, tuple) else came_out.status


def _absent(came_out: Pair | Outcome) -> tuple[Absence, ...]:
    return () if isinstance(came_out, tuple) else came_out.absent


def _is_gone(came_out: Pair | Outcome) -> bool:
    return _status(came_out) is Status.NOT_APPLICABLE


def _verdict(claimed: Fraction | None, came_out: Pair | Outcome) -> Verdict | None:
    if claimed is None:
        return None
    within = _within(came_out)
    if isinstance(came_out, Outcome) and not _bears_points(came_out):
        return None
    if within.is_below(claimed):
        return Verdict.OVER_CLAIMED
    if within.is_above(claimed):
        return Verdict.UNDER_CLAIMED
    return Verdict.CONSISTENT if within.is_point else Verdict.NOT_VERIFIABLE


@frozen
class Checklist:
    """How many rows of a checklist are achieved, how many are not, and how many do not say.

    These are counts, not points.
    """

    achieved: int
    failed: int
    unanswered: int


@frozen(eq=False)
class Line:
    """One row of a sheet: a group or a criterion, with its points, its claim and its why."""

    code: str
    _came_out: Pair | Outcome = field(repr=False)
    _sheet: "Scoresheet" = field(repr=False)

    @property
    def node(self) -> Node:
        """The row as it is read: its name, printed words, maximum, rule and source."""
        return self._sheet.interpretation.nodes[self.code]

    @property
    def depth(self) -> int:
        """How deep the row stands; those at the top at 0."""
        return self._sheet.interpretation.depths[self.code]

    @property
    def max(self) -> Fraction | None:
        """The row's maximum, or the sum of its parts' where it declares none.

        That of a group is less by the maxima of rows that do not apply, if those are not made up
        for.
        """
        return self._sheet.maxima[self.code]

    @property
    def counted(self) -> bool:
        """Whether its points count: not where a group above counts by a rule of its own."""
        return self.code in self._sheet.interpretation.counted

    @property
    def ruled(self) -> bool:
        """Whether its points are those of a rule of its own, not of the rows below."""
        return self.code in self._sheet.interpretation.ruled

    @property
    def claimed(self) -> Fraction | None:
        """The points the unit gave itself; of a group, what it claims for the rows below."""
        return self._sheet.claims[self.code]

    @property
    def adjudication(self) -> Adjudication | None:
        """The verifier's decision on the row, if there is one."""
        return self._sheet.adjudications.get(self.code)

    @property
    def kind(self) -> str:
        """``"group"`` or ``"criterion"``."""
        return self.node.kind

    @property
    def status(self) -> Status:
        """What became of the row; a group is as open as the gravest of its open members."""
        return _status(self._came_out)

    @property
    def absent(self) -> tuple[Absence, ...]:
        """What keeps the points open, or would if absence did not count as nothing."""
        return _absent(self._came_out)

    @property
    def within(self) -> Interval:
        """The interval that surely holds the points; what is not applicable adds nothing."""
        return _within(self._came_out)

    @cached_property
    def points(self) -> Fraction | None:
        """The exact points; ``None`` while they are an interval, and where there are none."""
        return _exactly(self._came_out)

    @property
    def bears_points(self) -> bool:
        """Whether it has points, known or not: no row does that does not apply or is only checked.

        The rows of a checklist are only checked.
        """
        return isinstance(self._came_out, tuple) or _bears_points(self._came_out)

    @property
    def achieved(self) -> bool | None:
        """Of a row of a checklist whether the report says yes; ``None`` where it does not say."""
        return self._sheet.achieved(self)

    @property
    def difference(self) -> Fraction | None:
        """Claimed minus computed points, where both are known."""
        if self.claimed is None or self.points is None:
            return None
        return self.claimed - self.points

    @property
    def verdict(self) -> Verdict | None:
        """What the claim is against the computed points; ``None`` without a claim."""
        return _verdict(self.claimed, self._came_out)

    @property
    def evidence(self) -> str:
        """The evidence as printed in the report."""
        return self._sheet.submission.evidence.get(self.code, "")

    @property
    def reason(self) -> Message:
        """Why the points are what they are, in either language."""
        return self._sheet.reason(self)

    @property
    def notes(self) -> tuple[Message, ...]:
        """What a reader must know besides: derived inputs, stated shares that disagree."""
        return self._sheet.notes(self)

    @property
    def inputs(self) -> Mapping[str, str]:
        """What the rule read, by input name, as reported; inputs not reported are left out."""
        return self._sheet.inputs_of(self)


@frozen(kw_only=True, eq=False, repr=False)
class Scoresheet:
    """The points of one submission under one rubric as it was read.

    ``missing`` is the policy applied to inputs that were not reported. ``lines`` holds every row in
    printed order; ``within`` surely holds the total, ``points`` is the total once it is known.
    """

    rubric: Rubric
    submission: Submission
    missing: Policy
    interpretation: Interpretation = field(repr=False)
    facts: Facts = field(repr=False)
    forms: Mapping[str, Form] = field(repr=False)
    outcomes: Mapping[str | None, Pair | Outcome] = field(repr=False)
    version: str = __version__

    @property
    def slug(self) -> str:
        """The rubric's slug."""
        return self.rubric.slug

    @property
    def rubric_hash(self) -> str:
        """The rubric's content hash."""
        return self.rubric.content_hash

    @property
    def readings(self) -> Mapping[str, str]:
        """The option in force for every reading."""
        return self.interpretation.choices

    @property
    def points(self) -> Fraction | None:
        """The exact total, or ``None`` while it is an interval."""
        return _exactly(self.outcomes[None])

    @property
    def within(self) -> Interval:
        """The interval that surely holds the total."""
        return _within(self.outcomes[None])

    @property
    def bears_points(self) -> bool:
        """Whether there are points at all: in a checklist there are none."""
        return self.bears_points_of(None)

    def bears_points_of(self, code: str | None) -> bool:
        """Whether a row, or the whole under ``None``, has points at all, known or not."""
        came_out = self.outcomes[code]
        return isinstance(came_out, tuple) or _bears_points(came_out)

    @property
    def max(self) -> Fraction | None:
        """The maximum of the whole, less that of rows that do not apply and are not made up for."""
        return self.maxima[None]

    @cached_property
    def maxima(self) -> Mapping[str | None, Fraction | None]:
        """The maximum of every row, and of the whole under ``None``, for this unit."""
        gone = {code for code, each in self.outcomes.items() if _is_gone(each)}
        return left_of(self.interpretation, gone)

    def within_of(self, code: str | None) -> Interval:
        """The interval that surely holds the points of a row, or of the whole under ``None``."""
        return _within(self.outcomes[code])

    def status_of(self, code: str | None) -> Status:
        """What became of a row, or of the whole under ``None``."""
        return _status(self.outcomes[code])

    def absent_of(self, code: str) -> tuple[Absence, ...]:
        """What keeps the points of a row open."""
        return _absent(self.outcomes[code])

    @property
    def annulled(self) -> tuple[str, ...]:
        """The rows whose evidence the verifier found false."""
        decided = self.submission.adjudications
        return tuple(each.code for each in decided if each.decision is Decision.ANNUL)

    @property
    def claimed(self) -> Fraction | None:
        """What is claimed for the rows at the top, added up, or ``None`` without any claim."""
        top = (self.claims[node.code] for node in self.interpretation.children.get(None, ()))
        stated = [claim for claim in top if claim is not None]
        return sum(stated, Fraction(0)) if stated else None

    @property
    def verdict(self) -> Verdict | None:
        """What all claims together are against the total; ``None`` without any."""
        return _verdict(self.claimed, self.outcomes[None])

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every group and criterion, in printed order."""
        outcomes = self.outcomes
        return tuple([Line(code, outcomes[code], self) for code in self.interpretation.nodes])

    def line(self, code: str) -> Line:
        """The line of one row.

        Raises:
            KeyError: the rubric has no such code.
        """
        return self._by_code[code]

    @cached_property
    def _by_code(self) -> Mapping[str, Line]:
        return {line.code: line for line in self.lines}

    @cached_property
    def adjudications(self) -> Mapping[str, Adjudication]:
        """The verifier's decisions, by the code of the row."""
        return {each.code: each for each in self.submission.adjudications}

    @cached_property
    def claims(self) -> Mapping[str, Fraction | None]:
        """The claim of every row: its own, or the sum of those below it."""
        found: dict[str, Fraction | None] = {}
        read = self.interpretation
        for code in read.bottom_up:
            own = self.submission.claims.get(code)
            below = [found[child.code] for child in read.children.get(code, ())]
            stated = [claim for claim in below if claim is not None]
            total = sum(stated, Fraction(0)) if stated else None
            found[code] = total if own is None else own
        return found

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What the submission says about its rubric that is not so."""
        stated = self.submission
        if stated.rubric != self.slug:
            return (message("other-rubric", stated=quoted(stated.rubric), used=self.slug),)
        if stated.rubric_hash not in ("", self.rubric_hash):
            pinned = quoted(stated.rubric_hash, 80)
            return (message("other-hash", stated=pinned, used=self.rubric_hash),)
        return ()

    @cached_property
    def open_inputs(self) -> tuple[str, ...]:
        """The inputs whose absence keeps some row open, in the rubric's order."""
        missing = {absence.missing for line in self.lines for absence in line.absent}
        return tuple(name for name in self.interpretation.declared.inputs if name in missing)

    @cached_property
    def checklist(self) -> Checklist | None:
        """How many rows of a checklist are achieved; ``None`` where no row is only checked."""
        lines = [line for line in self.lines if line.code in self.interpretation.checked]
        said = Counter(line.achieved for line in lines if line.status is not Status.NOT_APPLICABLE)
        return Checklist(said[True], said[False], said[None]) if lines else None

    # What a line asks of its sheet.

    def achieved(self, line: Line) -> bool | None:
        """Whether a row that is only checked is answered with a yes."""
        measure = line.node.measure
        if line.code not in self.interpretation.checked or not isinstance(measure, Flag | Item):
            return None
        return None if (answer := measure.answer(self.facts.known)) is None else answer is True

    def reason(self, line: Line) -> Message:
        """Why a line's points are what they are."""
        adjudicated = self._adjudicated(line)
        if adjudicated is not None:
            return adjudicated
        if line.status is Status.NOT_APPLICABLE:
            is_stated = line.code in self.submission.not_applicable
            return message("why-not-applicable" if is_stated else "why-none-applicable")
        if line.code in self.interpretation.checked:
            return self._checked(line)
        if line.ruled:
            return self._ruled(line, self.forms[line.code])
        return self._grouped(line)

    def _checked(self, line: Line) -> Message:
        """What a row of a checklist says, in words."""
        measure = line.node.measure
        if measure is None:
            return message("why-not-asked")
        if line.status is Status.SCORED:
            return reasons.measured(measure, self.facts)
        return reasons.open_values(line.absent, self.facts)

    def _ruled(self, line: Line, form: Form) -> Message:
        why = reasons.explain(form, self.facts)
        if line.status is Status.MISSING and self.missing is Policy.ZERO:
            absent = reasons.absences(line.absent, self.facts)
            return message("why-missing-zero", why=absent)
        return why

    def _grouped(self, line: Line) -> Message:
        parts = [part.code for part in self.interpretation.children.get(line.code, ())]
        stay = [part for part in parts if not _is_gone(self.outcomes[part])]
        if not line.bears_points:
            return message("why-group-checked", count=len(parts))
        if parts and not stay:
            return message("why-none-applies", points=Exact(line.points or _ZERO))
        limit = line.node.max if line.node.capped else None
        points = line.points if line.status is Status.SCORED else None
        if points is not None and len(stay) == len(parts) and limit is None:
            return message("why-group", count=len(parts), points=reasons.scored(points))
        added, within = self._added_up(line.code, stay, {*parts} - {*stay})
        if limit is None or within.is_at_most(limit):
            return added
        return message("why-cut", part=added, points=reasons.scored(limit))

    def _added_up(
        self, code: str, stay: Sequence[str], gone: AbstractSet[str]
    ) -> tuple[Message, Interval]:
        """The sum of the rows that apply, as if it were of all, and what it comes to uncut."""
        total = add([_within(self.outcomes[part]) for part in stay])
        factor = stretch(self.interpretation, code, self.maxima, gone)
        within = total.image(factor, _ZERO)
        said: dict[str, Arg] = {"count": len(stay), "points": reasons.between(within)}
        if factor != 1:
            left = sum((self.maxima[part] or _ZERO for part in stay), _ZERO)
            said |= {"sum": reasons.between(total), "left": left, "full": factor * left}
            return message("why-group-stretched", **said), within
        still = tuple(part for part in stay if not _within(self.outcomes[part]).is_point)
        if still:
            return message("why-group-open", open=still, **said), within
        return message("why-group", **said), within

    def _adjudicated(self, line: Line) -> Message | None:
        decided = line.adjudication
        if decided is None:
            return None
        if decided.decision is Decision.REPLACE:
            return message(
                "why-replace", points=reasons.scored(decided.points or _ZERO), reason=decided.reason
            )
        return message(_DECIDED[decided.decision], reason=decided.reason)

    def notes(self, line: Line) -> tuple[Message, ...]:
        """Derived inputs of a line, and stated shares that its counts contradict."""
        said, inputs = self.submission.derived, self.facts.declared.inputs
        derived = tuple(
            message("note-derived", label=inputs[name].label, how=said[name])
            for name in self._names(line)
            if name in said
        )
        ratios = (each for _, each in measured_by(line.node) if isinstance(each, Ratio))
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

    def inputs_of(self, line: Line) -> Mapping[str, str]:
        """What the rule of a line read, as reported."""
        reported, names = self.submission.inputs, self._names(line)
        tables = self.facts.declared.tables
        behind = [table for table, sums in tables.items() if not set(sums).isdisjoint(names)]
        return {name: _written(reported[name]) for name in (*names, *behind) if name in reported}

    def _names(self, line: Line) -> tuple[str, ...]:
        if line.code not in self.forms:
            return ()
        found = (name for _, measure in measured_by(line.node) for name, _ in measure.reads)
        return tuple(dict.fromkeys(found))

    def __repr__(self) -> str:
        return f"<Scoresheet {self.slug!r} of {self.submission.unit!r}: {self.within}>"


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
