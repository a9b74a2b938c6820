"""The classifier: exact points against level rules, three-valued while anything is open."""

from collections.abc import Iterator, Mapping
from functools import partial

from rubrik import exact
from rubrik.classifier.conditions import Asked, Judge
from rubrik.classifier.outlook import Outlook
from rubrik.classifier.results import ConditionResult, Rating
from rubrik.classifier.standings import PointsStanding, SheetStanding, Standing
from rubrik.errors import (
    NotFoundError,
    NumberError,
    Problem,
    RubrikError,
    SubmissionError,
    bounded,
    meant,
    required,
)
from rubrik.intervals import Interval
from rubrik.rubric import Interpretation, Rubric, applicable
from rubrik.scales import Scale
from rubrik.scoresheet import Scoresheet
from rubrik.wording import message, named

__all__ = ["classify", "ratings"]


def __dir__() -> list[str]:
    return __all__


def ratings(sheet: Scoresheet) -> tuple[Rating, ...]:
    """The rating of a sheet on every scale of its rubric, for every row that each is for.

    Raises:
        TypeError: ``sheet`` is none.
    """
    required(sheet, Scoresheet)
    standing, decided = SheetStanding(sheet), dict[Asked, ConditionResult]()
    return tuple(
        _rating(standing, scale, node, decided)
        for scale in sheet.interpretation.scales.values()
        for node in scale.subjects
    )


def classify(
    found: Scoresheet | Mapping[str, object],
    scale: Scale,
    *,
    node: str | None = None,
    rubric: Rubric | None = None,
    readings: Mapping[str, str] | None = None,
) -> Rating:
    """The rating of one unit on one scale.

    Args:
        found: a scoresheet, or the bare points of rows by code, those of the whole under ``""``;
            points are numbers, or an `Interval` where they are not known for sure.
        scale: one of a rubric's scales, or one of the caller's own.
        node: the row to rate, where the scale is for several.
        rubric: for bare points, the rubric they are of: it has the maxima that shares are of, adds
            up groups that are not stated, and knows what an unstated row can have. Every row of it
            is taken to apply.
        readings: for bare points, options of that rubric other than the defaults.

    Raises:
        NotFoundError: the scale is not for such a row.
        ReadingError: an unknown reading or option.
        RubricError: the scale names rows or levels that are not there, or asks for nothing; every
            problem is listed.
        RubrikError: the scale is for several rows, and none is named; or a rubric or readings stand
            beside a scoresheet, which has its own, or readings beside no rubric.
        SubmissionError: bare points are no numbers, or of rows that the rubric does not have; every
            problem is listed.
    """
    subject = _subject(scale, node)
    if isinstance(found, Scoresheet):
        if rubric is not None or readings is not None:
            raise RubrikError(message("sheet-is-read"))
        return _rating(SheetStanding(found), _applied(scale, found.interpretation), subject, {})
    if rubric is None and readings is not None:
        raise RubrikError(message("readings-of-nothing"))
    read = None if rubric is None else rubric.under(readings)
    standing = PointsStanding(_points(found, read), read)
    return _rating(standing, _applied(scale, read), subject, {})


def _subject(scale: Scale, node: str | None) -> str:
    if node is None and len(scale.subjects) > 1:
        said = message("which-row", scale=named(scale.id), nodes=tuple(map(named, scale.subjects)))
        raise RubrikError(said)
    subject = scale.subjects[0] if node is None else node
    if subject not in scale.subjects:
        row = named(subject) if subject else message("the-whole")
        said = message("not-a-subject", scale=named(scale.id), node=row)
        raise NotFoundError(said, meant(subject, scale.subjects))
    return subject


def _applied(scale: Scale, read: Interpretation | None) -> Scale:
    if read is not None and scale in (read.scales.get(scale.id), *read.stated_scales):
        return read.scales[scale.id]
    return applicable(scale, read)


def _points(found: Mapping[str, object], read: Interpretation | None) -> Mapping[str, Interval]:
    points: dict[str, Interval] = {}
    problems = bounded(_read_into(points, found, read))
    if problems:
        raise SubmissionError(problems)
    return points


def _read_into(
    points: dict[str, Interval], found: Mapping[str, object], read: Interpretation | None
) -> Iterator[Problem]:
    for code, value in found.items():
        path = ("points", code) if code else ("points",)
        if read is not None and code and code not in read.nodes:
            said = message("unknown-node", name=named(code))
            yield Problem(path, said, meant(code, read.nodes))
        try:
            points[code] = _interval(value)
        except NumberError as error:
            yield Problem(path, error.message, error.hint)


def _interval(points: object) -> Interval:
    return points if isinstance(points, Interval) else Interval.point(exact.rational(points))


def _rating(
    standing: Standing, scale: Scale, subject: str, decided: dict[Asked, ConditionResult]
) -> Rating:
    judge = Judge(standing, subject, decided)
    levels = tuple([judge.level(each) for each in scale.levels])
    vetoes = tuple([judge.veto(each) for each in scale.vetoes])
    outlook = Outlook(judge, scale, levels, vetoes)
    applies = standing.applies(subject)
    return Rating(
        scale=scale,
        node=subject,
        applies=applies,
        levels=levels,
        vetoes=vetoes,
        possible=outlook.possible() if applies else (),
        depends_on=partial(_open_inputs, standing, outlook),
        step=outlook.step,
    )


def _open_inputs(standing: Standing, outlook: Outlook) -> tuple[str, ...]:
    """The missing inputs that bear on conditions on which the level depends."""
    nodes = dict.fromkeys(each.node for each in outlook.open_conditions())
    found = {name for node in nodes for name in standing.missing(node)}
    return tuple(name for name in standing.missing("") if name in found)
