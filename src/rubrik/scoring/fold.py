"""The fold: criteria by their rules, groups by their parts, the whole by its groups.

Inside a group the order is: parts, then rescaling of what is not applicable, then the cap.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from attrs import frozen

from rubrik.absence import Policy, Status, gravest
from rubrik.compiled import Ran, used_often
from rubrik.errors import member, required
from rubrik.intervals import Interval, add
from rubrik.measures import Facts, Pair, narrowed
from rubrik.rubric import Cohorts, Group, Interpretation, Node, Rubric, left_in, stretch
from rubrik.scorers import Form, add_pairs
from rubrik.scoresheet import Outcome, Scoresheet
from rubrik.scoring.intake import intake
from rubrik.submission import Adjudication, Decision, Submission

__all__ = ["Context", "score"]


def __dir__() -> list[str]:
    return __all__


Points = Pair | Outcome
"""Known points as an unreduced pair, or what became of a row that has none."""

_NOTHING = Interval.point(Fraction(0))
_NOT_APPLICABLE = Outcome(_NOTHING, Status.NOT_APPLICABLE)


def score(
    rubric: Rubric,
    submission: Submission,
    *,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    cohort: Cohorts | None = None,
) -> Scoresheet:
    """The scoresheet of one submission.

    Args:
        rubric: the standard to score by.
        submission: what the unit reports; its adjudications are applied.
        readings: options other than the defaults, by reading.
        missing: what an input not reported is worth, ``"zero"`` or ``"range"``, where it shall
            not be as the rubric says.
        cohort: bounds of cohort-normalised criteria, by code; without them such a criterion is
            undefined, with the range it can take.

    Raises:
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
        SubmissionError: the submission, or the cohort, cannot be read under this rubric; every
            problem is listed.
    """
    context = Context.of(rubric, readings, missing, cohort)
    return context.sheet(submission, context.facts(submission))


@frozen(kw_only=True, eq=False)
class Context:
    """What all submissions that are scored together have in common.

    ``cohort`` holds the bounds of cohort-normalised criteria, by code.
    """

    rubric: Rubric
    read: Interpretation
    missing: Policy
    cohort: Cohorts

    @classmethod
    def of(
        cls,
        rubric: Rubric,
        readings: Mapping[str, str] | None = None,
        missing: Policy | str | None = None,
        cohort: Cohorts | None = None,
    ) -> "Context":
        """The context that `score` makes of its arguments.

        Raises:
            ReadingError: an unknown reading or option.
            RubrikError: there is no such policy for what is missing.
            TypeError: ``rubric`` is none.
        """
        required(rubric, Rubric)
        policy = rubric.missing if missing is None else member(Policy, missing)
        return cls(rubric=rubric, read=rubric.under(readings), missing=policy, cohort=cohort or {})

    def facts(self, submission: Submission) -> Facts:
        """What a submission says, read against the rubric.

        Raises:
            SubmissionError: it cannot be read under this rubric; every problem is listed.
            TypeError: ``submission`` is none.
        """
        required(submission, Submission)
        return intake(self.read, submission, self.cohort)

    def sheet(self, submission: Submission, facts: Facts) -> Scoresheet:
        """The scoresheet of a submission that has been read."""
        read, forms = self.read, self.read.forms_in(self.cohort)
        ran = self._run(facts)
        if ran is not None and ran.is_complete and not _is_overruled(submission):
            outcomes: Mapping[str | None, Points] = ran.known
        else:
            found = {} if ran is None else ran.known
            pairs = {
                code: found[code]
                if code in found and code in read.ruled
                else form.pair(facts.known)
                for code, form in forms.items()
            }
            if None in pairs.values():
                facts = narrowed(facts, read.constraints)
            outcomes = self._outcomes(submission, facts, pairs)
        return Scoresheet(
            rubric=self.rubric,
            submission=submission,
            missing=self.missing,
            interpretation=read,
            facts=facts,
            forms=forms,
            outcomes=outcomes,
        )

    def _run(self, facts: Facts) -> Ran | None:
        """What the rubric as code says, once that pays."""
        engine = used_often(self.read, self.cohort)
        return None if engine is None else engine.run(facts.known)

    def _outcomes(
        self, submission: Submission, facts: Facts, pairs: Mapping[str, Pair | None]
    ) -> Mapping[str | None, Points]:
        """What becomes of every row and of the whole, from what the rules give."""
        read, forms = self.read, self.read.forms_in(self.cohort)
        outcomes: dict[str | None, Points] = {
            code: _open(forms[code], facts, self.missing) if pair is None else pair
            for code, pair in pairs.items()
        }
        outcomes.update({code: _checked(read.nodes[code], facts) for code in read.checked})
        outcomes.update(dict.fromkeys(submission.not_applicable, _NOT_APPLICABLE))
        _adjudicate(self.rubric, submission, forms, outcomes)
        _groups(read, outcomes)
        return outcomes


def _is_overruled(submission: Submission) -> bool:
    """Whether not everything counts as computed."""
    return bool(submission.not_applicable or submission.adjudications)


def _checked(node: Node, facts: Facts) -> Outcome:
    """A row of a checklist: answered or not, and never any points."""
    absent = () if node.measure is None else node.measure.possible(facts).absent
    status = gravest(frozenset(absence.status for absence in absent))
    return Outcome(_NOTHING, status, absent, has_points=False)


def _open(form: Form, facts: Facts, policy: Policy) -> Points:
    span = form.span(facts)
    if span.within.is_point and not span.absent and span.within.low is not None:
        return span.within.low.numerator, span.within.low.denominator
    status = gravest(frozenset(absence.status for absence in span.absent))
    if status is Status.MISSING and policy is Policy.ZERO:
        return Outcome(_NOTHING, status, span.absent)
    return Outcome(span.within, status, span.absent)


def _adjudicated(
    rubric: Rubric,
    decision: Adjudication,
    submission: Submission,
    found: Mapping[str | None, Points],
    forms: Mapping[str, Form],
) -> Points:
    match decision.decision:
        case Decision.ACCEPT:
            claim = submission.claims.get(decision.code)
            return found[decision.code] if claim is None else (claim.numerator, claim.denominator)
        case Decision.REPLACE:
            points = decision.points or Fraction(0)
            return points.numerator, points.denominator
        case Decision.REJECT | Decision.ANNUL:
            bounds = forms[decision.code].bounds({}).within or _NOTHING
            within = _NOTHING if rubric.rejected is Policy.ZERO else bounds
            return Outcome(within, Status.REJECTED)
        case Decision.NOT_APPLICABLE:
            return _NOT_APPLICABLE
        case _:
            assert_never(decision.decision)


def _adjudicate(
    rubric: Rubric,
    submission: Submission,
    forms: Mapping[str, Form],
    outcomes: dict[str | None, Points],
) -> None:
    """Put the verifier's decisions in the place of what was computed."""
    for decision in submission.adjudications:
        outcomes[decision.code] = _adjudicated(rubric, decision, submission, outcomes, forms)


def _groups(read: Interpretation, outcomes: dict[str | None, Points]) -> None:
    """Add to ``outcomes`` those of all groups, from the innermost out, and of the whole."""
    gone = {code for code, each in outcomes.items() if each is _NOT_APPLICABLE}
    left: dict[str | None, Fraction | None] = {}
    left.update(read.maxima if gone else {})
    for code in read.bottom_up:
        node = read.nodes[code]
        if isinstance(node, Group) and node.counts == "parts":
            factor = stretch(read, code, left, gone) if left else None
            outcomes[code] = found = _group(read, node, outcomes, factor)
            if left:
                left[code] = left_in(read, code, left, gone)
                gone.update([code] if found is _NOT_APPLICABLE else [])
    parts = [outcomes[child.code] for child in read.children.get(None, ())]
    outcomes[None] = _total(parts)


def _group(
    read: Interpretation,
    group: Group,
    outcomes: Mapping[str | None, Points],
    factor: Fraction | None,
) -> Points:
    total = _total([outcomes[child.code] for child in read.children.get(group.code, ())])
    if total is _NOT_APPLICABLE:
        return _nothing_applicable(group, read.maxima[group.code])
    if factor is not None and factor != 1:
        total = _stretched(total, factor)
    if group.capped and group.max is not None:
        return _capped(total, group.max)
    return total


def _nothing_applicable(group: Group, maximum: Fraction | None) -> Points:
    match group.nothing_applicable:
        case "not_applicable":
            return _NOT_APPLICABLE
        case "zero":
            return 0, 1
        case "full":
            full = maximum or Fraction(0)
            return full.numerator, full.denominator
        case _:
            assert_never(group.nothing_applicable)


def _total(parts: Sequence[Points]) -> Points:
    pairs = [part for part in parts if isinstance(part, tuple)]
    if len(pairs) == len(parts):
        return add_pairs(pairs) if pairs else (0, 1)
    others = [part for part in parts if isinstance(part, Outcome)]
    if all(part is _NOT_APPLICABLE for part in parts):
        return _NOT_APPLICABLE
    within = add(
        [Interval.point(Fraction(*add_pairs([(0, 1), *pairs]))), *(part.within for part in others)]
    )
    absent = tuple(dict.fromkeys(absence for part in others for absence in part.absent))
    has_points = bool(pairs) or any(part.has_points for part in others)
    open_ = (part for part in others if not (has_points and part.within.is_point))
    status = gravest(frozenset(part.status for part in open_) - {Status.NOT_APPLICABLE})
    return Outcome(within, status, absent, has_points)


def _stretched(points: Points, factor: Fraction) -> Points:
    """The points out of what is applicable, as if out of all that is declared."""
    if isinstance(points, tuple):
        return points[0] * factor.numerator, points[1] * factor.denominator
    within = points.within.image(factor, Fraction(0))
    return Outcome(within, points.status, points.absent)


def _capped(points: Points, limit: Fraction) -> Points:
    if isinstance(points, tuple):
        over = points[0] * limit.denominator > limit.numerator * points[1]
        return (limit.numerator, limit.denominator) if over else points
    within = points.within.clamped(None, limit)
    # A group that has its maximum already is not kept open by what is missing.
    if within == Interval.point(limit):
        return limit.numerator, limit.denominator
    return Outcome(within, points.status, points.absent)
