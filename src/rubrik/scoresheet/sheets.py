"""The result of scoring: a line for every row, with its points and its why.

A sheet holds outcomes; its lines, their reasons and the totals are built when they are read.
"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from rubrik._version import __version__
from rubrik.absence import Absence, Policy, Status
from rubrik.intervals import Interval
from rubrik.measures import Facts, Pair
from rubrik.rubric import Interpretation, Node, Rubric, left_of
from rubrik.scorers import Form
from rubrik.scoresheet.outcomes import (
    Outcome,
    Verdict,
    absent_of,
    bears_points,
    exactly,
    is_gone,
    status_of,
    verdict_on,
    within_of,
)
from rubrik.scoresheet.why import Why
from rubrik.showing import Shown
from rubrik.submission import Adjudication, Decision, Submission
from rubrik.wording import Message, message, quoted

__all__ = ["Checklist", "Line", "Scoresheet"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Checklist:
    """How many rows of a checklist are achieved, how many are not, and how many do not say.

    These are counts, not points.
    """

    achieved: int
    failed: int
    unanswered: int


@frozen(eq=False, repr=False)
class Line(Shown):
    """One row of a sheet: a group or a criterion, with its points, its claim and its why."""

    code: str
    _came_out: Pair | Outcome
    _sheet: "Scoresheet"

    @property
    def sheet(self) -> "Scoresheet":
        """The sheet that it is a row of."""
        return self._sheet

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
        return status_of(self._came_out)

    @property
    def absent(self) -> tuple[Absence, ...]:
        """What keeps the points open, or would if absence did not count as nothing."""
        return absent_of(self._came_out)

    @property
    def within(self) -> Interval:
        """The interval that surely holds the points; what is not applicable adds nothing."""
        return within_of(self._came_out)

    @cached_property
    def points(self) -> Fraction | None:
        """The exact points; ``None`` while they are an interval, and where there are none."""
        return exactly(self._came_out)

    @property
    def bears_points(self) -> bool:
        """Whether it has points, known or not: no row does that does not apply or is only checked.

        The rows of a checklist are only checked.
        """
        return bears_points(self._came_out)

    @property
    def achieved(self) -> bool | None:
        """Of a row of a checklist whether the report says yes; ``None`` where it does not say."""
        return self._sheet.why.achieved(self.code)

    @property
    def difference(self) -> Fraction | None:
        """Claimed minus computed points, where both are known."""
        if self.claimed is None or self.points is None:
            return None
        return self.claimed - self.points

    @property
    def verdict(self) -> Verdict | None:
        """What the claim is against the computed points; ``None`` without a claim."""
        return verdict_on(self.claimed, self._came_out)

    @property
    def evidence(self) -> str:
        """The evidence as printed in the report."""
        return self._sheet.submission.evidence.get(self.code, "")

    @property
    def reason(self) -> Message:
        """Why the points are what they are, in either language."""
        return self._sheet.why.reason(self.code)

    @property
    def notes(self) -> tuple[Message, ...]:
        """What a reader must know besides: derived inputs, stated shares that disagree."""
        return self._sheet.why.notes(self.code)

    @property
    def inputs(self) -> Mapping[str, str]:
        """What the rule read, by input name, as reported; inputs not reported are left out."""
        return self._sheet.why.inputs_of(self.code)

    def __repr__(self) -> str:
        return f"<Line {self.code!r}: {self.within}, {self.status.value}>"


@frozen(kw_only=True, eq=False, repr=False)
class Scoresheet(Shown):
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
        return exactly(self.outcomes[None])

    @property
    def within(self) -> Interval:
        """The interval that surely holds the total."""
        return within_of(self.outcomes[None])

    @property
    def bears_points(self) -> bool:
        """Whether there are points at all: in a checklist there are none."""
        return self.bears_points_of(None)

    def bears_points_of(self, code: str | None) -> bool:
        """Whether a row, or the whole under ``None``, has points at all, known or not."""
        return bears_points(self.outcomes[code])

    @property
    def max(self) -> Fraction | None:
        """The maximum of the whole, less that of rows that do not apply and are not made up for."""
        return self.maxima[None]

    @cached_property
    def maxima(self) -> Mapping[str | None, Fraction | None]:
        """The maximum of every row, and of the whole under ``None``, for this unit."""
        gone = {code for code, each in self.outcomes.items() if is_gone(each)}
        return left_of(self.interpretation, gone)

    def within_of(self, code: str | None) -> Interval:
        """The interval that surely holds the points of a row, or of the whole under ``None``."""
        return within_of(self.outcomes[code])

    def status_of(self, code: str | None) -> Status:
        """What became of a row, or of the whole under ``None``."""
        return status_of(self.outcomes[code])

    def absent_of(self, code: str) -> tuple[Absence, ...]:
        """What keeps the points of a row open."""
        return absent_of(self.outcomes[code])

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
        return verdict_on(self.claimed, self.outcomes[None])

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

    @cached_property
    def why(self) -> Why:
        """What says of a row why it came out as it did."""
        return Why(
            submission=self.submission,
            interpretation=self.interpretation,
            facts=self.facts,
            forms=self.forms,
            outcomes=self.outcomes,
            maxima=self.maxima,
            adjudications=self.adjudications,
            missing=self.missing,
        )

    def __repr__(self) -> str:
        return f"<Scoresheet {self.slug!r} of {self.submission.unit!r}: {self.within}>"
