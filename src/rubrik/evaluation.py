"""Points and levels of one unit, exact, without a sheet: for those who need nothing else."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from attrs import field, frozen

from rubrik.absence import Policy
from rubrik.classifier import ratings
from rubrik.compiled import compiled, reader
from rubrik.errors import required
from rubrik.rubric import Cohorts, Interpretation, Rubric
from rubrik.scoring import Context
from rubrik.showing import Shown
from rubrik.submission import Submission

__all__ = ["Evaluation", "evaluate"]


def __dir__() -> list[str]:
    return __all__


@frozen(eq=False)
class _Points(Mapping[str, Fraction | None]):
    """Points by code, each reduced when it is asked for."""

    _read: Interpretation
    _of: Callable[[str], Fraction | None]

    def __getitem__(self, code: str) -> Fraction | None:
        if code not in self._read.nodes:
            raise KeyError(code)
        return self._of(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._read.nodes)

    def __len__(self) -> int:
        return len(self._read.nodes)

    def __reduce__(self) -> tuple[type[dict[str, Fraction | None]], tuple[object, ...]]:
        """All of them, reduced: neither made code nor a sheet goes into a pickle or a copy."""
        return dict, (dict(self),)


@frozen(kw_only=True, eq=False)
class Evaluation(Shown):
    """What one unit comes to.

    ``points`` holds every row by its code, in printed order, and ``total`` is that of the whole;
    ``None`` where they are not known exactly, or there are none. ``levels`` holds the level on
    every scale of the rubric for every row that it is for, by the id of the scale and the code of
    the row, which is empty for the whole; ``None`` while more than one level is possible.
    """

    points: Mapping[str, Fraction | None] = field(repr=False)
    total: Fraction | None
    levels: Mapping[tuple[str, str], str | None]


def evaluate(
    rubric: Rubric,
    inputs: Mapping[str, object],
    *,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    cohort: Cohorts | None = None,
) -> Evaluation:
    """The exact points and levels of one unit: those of `score` and `ratings`, sooner.

    The first call under a reading makes code of the rubric, which takes as long as some hundred
    calls after it. Whoever wants to know why, or what is still possible, asks `score`.

    Args:
        rubric: the standard to evaluate by.
        inputs: what the unit reports, by input name.
        readings: options other than the defaults, by reading.
        missing: what an input not reported is worth, ``"zero"`` or ``"range"``, where it shall
            not be as the rubric says.
        cohort: bounds of cohort-normalised criteria, by code.

    Raises:
        ReadingError: an unknown reading or option.
        RubrikError: there is no such policy for what is missing.
        SubmissionError: the inputs, or the cohort, cannot be read under this rubric; every problem
            is listed.
        TypeError: ``rubric`` or ``inputs`` is a value of another kind.
    """
    context = Context.of(rubric, readings, missing, cohort)
    required(inputs, Mapping)
    return _at_sight(context, inputs) or _scored(context, inputs)


def _at_sight(context: Context, inputs: Mapping[str, object]) -> Evaluation | None:
    """What the rubric as code says, if nothing is refused and nothing open."""
    known = reader(context.read).take(inputs)
    if known is None or not context.cohort.keys() <= context.read.scored:
        return None
    engine = compiled(context.read, context.cohort)
    ran = engine.run(known)
    levels = dict(zip(engine.subjects, ran.levels, strict=True))
    if not ran.is_complete or None in levels.values():
        return None
    points = _Points(context.read, ran.points)
    return Evaluation(points=points, total=ran.points(None), levels=levels)


def _scored(context: Context, inputs: Mapping[str, object]) -> Evaluation:
    """What sheet and ratings say."""
    submission = Submission(rubric=context.rubric.slug, inputs=inputs)
    sheet = context.sheet(submission, context.facts(submission))
    return Evaluation(
        points=_Points(context.read, lambda code: sheet.line(code).points),
        total=sheet.points,
        levels={(each.scale.id, each.node): each.level for each in ratings(sheet)},
    )
