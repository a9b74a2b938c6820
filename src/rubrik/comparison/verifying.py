"""A report before and after a verifier decided on it: claimed, computed, verified."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import evolve, frozen

from rubrik.absence import Policy, Status
from rubrik.comparison.comparing import compare
from rubrik.comparison.results import ComparedRow, Comparison
from rubrik.errors import Problem, SubmissionError, bounded, required
from rubrik.intervals import Interval
from rubrik.rubric import Cohorts, Rubric
from rubrik.scoresheet import Line, Scoresheet
from rubrik.scoring import Context
from rubrik.showing import Shown
from rubrik.submission import Adjudication, Adjudications, Submission
from rubrik.wording import message, quoted

__all__ = ["Verification", "VerifiedRow", "open_rows", "verified", "verify"]


def __dir__() -> list[str]:
    return __all__


Decided = Adjudications | Iterable[Adjudication]
"""Decisions on a report: with its rubric, unit and period, or bare."""


def open_rows(sheet: Scoresheet) -> tuple[Line, ...]:
    """The rows that count and are missing or undefined, or have no single number of points."""
    return tuple(
        line
        for line in sheet.lines
        if line.counted
        and line.ruled
        and (line.status in (Status.MISSING, Status.UNDEFINED) or not line.within.is_point)
    )


def verified(submission: Submission, adjudications: Decided) -> Submission:
    """The same report with decisions on it; what the unit reported stays untouched.

    A decision on a row that was decided on before takes the place of the earlier one.

    Raises:
        SubmissionError: with every problem found: the decisions are for another rubric, unit,
            period or content of the rubric, or there are two on one row.
        TypeError: ``submission`` is none.
    """
    decided = _about(submission, adjudications)
    problems = bounded(_problems(submission, decided))
    if problems:
        raise SubmissionError(problems)
    return _with(submission, decided)


def verify(  # noqa: PLR0913 - what `score` takes, and the decisions
    rubric: Rubric,
    submission: Submission,
    adjudications: Decided = (),
    *,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    cohort: Cohorts | None = None,
) -> "Verification":
    """A report as computed, without any decision, and as verified, with all of them.

    Args:
        rubric: the standard to score by.
        submission: what the unit reports; it may hold decisions of its own.
        adjudications: further decisions, which take the place of earlier ones on the same rows.
        readings: as for `score`.
        missing: likewise.
        cohort: likewise.

    Raises:
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
        SubmissionError: the report or the decisions cannot be used; every problem is listed.
        TypeError: ``rubric`` or ``submission`` is a value of another kind.
    """
    context = Context.of(rubric, readings, missing, cohort)
    decided = _about(submission, adjudications)
    problems = [*_problems(submission, decided), *_other_hash(rubric, submission, decided)]
    after, before = _with(submission, decided), evolve(submission, adjudications=())
    try:
        facts = context.facts(after)
    except SubmissionError as error:
        raise SubmissionError(bounded(dict.fromkeys([*problems, *error.problems]))) from None
    if problems:
        raise SubmissionError(bounded(problems))
    return Verification(
        computed=context.sheet(before, facts),
        verified=context.sheet(after, facts),
        superseded=tuple(_superseded(submission, decided)),
    )


def _about(submission: Submission, adjudications: Decided) -> Adjudications:
    """Bare decisions are about the report that they are passed with."""
    required(submission, Submission)
    if isinstance(adjudications, Adjudications):
        return adjudications
    return Adjudications(
        rubric=submission.rubric,
        unit=submission.unit,
        period=submission.period,
        adjudications=adjudications,
    )


def _problems(submission: Submission, decided: Adjudications) -> Iterator[Problem]:
    """Whatever shows that the decisions are about another report, and rows decided on twice."""
    for key in ("rubric", "unit", "period"):
        stated, found = getattr(decided, key), getattr(submission, key)
        if stated != found:
            yield _other("decided-on-other", key, stated=stated, found=found)
    hashes = decided.rubric_hash, submission.rubric_hash
    if all(hashes) and hashes[0] != hashes[1]:
        yield _other("decided-on-other", "rubric_hash", stated=hashes[0], found=hashes[1])
    for each in (submission, decided):
        codes = Counter(one.code for one in each.adjudications)
        twice = [code for code, times in codes.items() if times > 1]
        yield from (Problem(("adjudication", code), message("stands-twice")) for code in twice)


def _other_hash(
    rubric: Rubric, submission: Submission, decided: Adjudications
) -> Iterator[Problem]:
    """Decisions by another content of the rubric; of a report that pins one, the sheet warns."""
    stated, used = decided.rubric_hash, rubric.content_hash
    if stated not in ("", used) and not submission.rubric_hash:
        yield _other("decided-by-other", "rubric_hash", stated=stated, used=used)


def _other(key: str, step: str, **names: str) -> Problem:
    return Problem(
        (step,), message(key, **{name: quoted(each, 80) for name, each in names.items()})
    )


def _with(submission: Submission, decided: Adjudications) -> Submission:
    codes = {each.code for each in decided.adjudications}
    kept = (each for each in submission.adjudications if each.code not in codes)
    return evolve(submission, adjudications=(*kept, *decided.adjudications))


def _superseded(submission: Submission, decided: Adjudications) -> Iterator[Adjudication]:
    """Earlier decisions that others have taken the place of."""
    later = {each.code: each for each in decided.adjudications}
    for each in submission.adjudications:
        if later.get(each.code, each) != each:
            yield each


@frozen(kw_only=True, eq=False, repr=False)
class VerifiedRow:
    """One row as claimed, computed and verified, with the decision on it.

    ``superseded`` is an earlier decision that the one in force has taken the place of.
    """

    compared: ComparedRow
    computed: Line
    verified: Line
    superseded: Adjudication | None

    @property
    def code(self) -> str:
        """The code of the row."""
        return self.verified.code

    @property
    def claimed(self) -> Fraction | None:
        """The points that the unit gave itself."""
        return self.verified.claimed

    @property
    def adjudication(self) -> Adjudication | None:
        """The decision in force."""
        return self.verified.adjudication

    @property
    def against_claim(self) -> Interval | None:
        """What surely holds the verified points less the claim; ``None`` without either."""
        line = self.verified
        return _against(line.claimed, line.within) if line.bears_points else None

    @property
    def against_computed(self) -> Interval | None:
        """What surely holds how much more the row adds than what was computed."""
        return self.compared.difference_within

    @property
    def is_changed(self) -> bool:
        """Whether there is a decision on it, or others have changed what it comes to."""
        return self.compared.is_changed

    def __repr__(self) -> str:
        return f"<VerifiedRow {self.code!r}: {self.computed.within} → {self.verified.within}>"


def _against(claimed: Fraction | None, within: Interval) -> Interval | None:
    return None if claimed is None else within.image(Fraction(1), -claimed)


@frozen(kw_only=True, eq=False, repr=False)
class Verification(Shown):
    """A report as computed without any decision, and as verified with all of them."""

    computed: Scoresheet
    verified: Scoresheet
    superseded: tuple[Adjudication, ...] = ()

    @property
    def submission(self) -> Submission:
        """The report with the decisions in force."""
        return self.verified.submission

    @property
    def claimed(self) -> Fraction | None:
        """The points that the unit gave itself."""
        return self.verified.claimed

    @cached_property
    def comparison(self) -> Comparison:
        """What the decisions change, row by row."""
        return compare(self.computed, self.verified)

    @cached_property
    def rows(self) -> tuple[VerifiedRow, ...]:
        """Every row, those that the decisions change first."""
        before = {each.code: each for each in self.superseded}
        return tuple(
            VerifiedRow(
                compared=row,
                computed=self.computed.line(row.code),
                verified=self.verified.line(row.code),
                superseded=before.get(row.code),
            )
            for row in self.comparison.rows
        )

    @property
    def changed(self) -> tuple[VerifiedRow, ...]:
        """The rows that the decisions change, in printed order."""
        return tuple(row for row in self.rows if row.is_changed)

    @property
    def against_claim(self) -> Interval | None:
        """What surely holds the verified total less the claims; ``None`` without either."""
        sheet = self.verified
        return _against(sheet.claimed, sheet.within) if sheet.bears_points else None

    @property
    def against_computed(self) -> Interval | None:
        """What surely holds the verified total less the computed one."""
        return self.comparison.difference_within

    @property
    def open(self) -> tuple[Line, ...]:
        """The rows that are still open, in printed order."""
        return open_rows(self.verified)

    def __repr__(self) -> str:
        return (
            f"<Verification of {self.submission.unit!r}: "
            f"{self.computed.within} → {self.verified.within}>"
        )
