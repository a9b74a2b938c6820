"""A scoresheet, and one of its rows, as a page."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from rubrik.absence import Status
from rubrik.classifier import ratings
from rubrik.drawing.markup import Html, element
from rubrik.drawing.ratings import rated
from rubrik.drawing.readings import asked_of, in_force
from rubrik.drawing.rows import behind_line
from rubrik.drawing.shapes import NUMBER, TEXT, colored, facts, folded, lines, page, table
from rubrik.drawing.trees import Figure, tree
from rubrik.saying.differences import moved
from rubrik.saying.naming import exactly
from rubrik.saying.sheets import missing, totals
from rubrik.saying.words import Words
from rubrik.scoresheet import Line, Scoresheet, Verdict

__all__ = ["head", "line_page", "sheet_page"]


def __dir__() -> list[str]:
    return __all__


_COLORS: Mapping[Verdict | None, str] = {
    Verdict.OVER_CLAIMED: "bad",
    Verdict.UNDER_CLAIMED: "low",
    Verdict.CONSISTENT: "good",
    Verdict.NOT_VERIFIABLE: "open",
    None: "dim",
}
"""How verdicts are coloured; they are always said in words as well."""


def sheet_page(of: Scoresheet, say: Words) -> Html:
    """Everything on a scoresheet."""
    return page(
        say,
        element("p", say("sheet-title"), class_="title"),
        *head(of, say),
        *(element("p", say.of(each), class_="open") for each in of.warnings),
        facts((say(key), figure) for key, figure in totals(of, say)),
        *rated(ratings(of), say),
        _rows(of, say),
        *_missing(of, say),
        *in_force(of.rubric.readings, of.readings, say),
    )


def head(of: Scoresheet, say: Words) -> Iterator[Html]:
    """Whose sheet it is, and by what it was made."""
    submission, rubric = of.submission, of.rubric
    unit = " · ".join(filter(None, (submission.unit, submission.period)))
    yield element("p", unit or say("nothing"), class_="name")
    made_by = f"{exactly(rubric.slug, rubric.content_hash)} · rubrik {of.version}"
    yield element("p", f"{rubric.title} ", element("span", made_by, class_="dim"))


# The rows.


def _rows(of: Scoresheet, say: Words) -> Html:
    columns = _Columns(of, say)
    by_row = asked_of(of.rubric.readings)
    return tree(
        of.interpretation,
        say("column-name"),
        lambda code: columns.figures(of.line(code)),
        lambda code: behind_line(of.line(code), by_row.get(code, ()), say),
        say,
    )


class _Columns:
    """The columns that have something to say on some row of a sheet."""

    def __init__(self, of: Scoresheet, say: Words) -> None:
        self._say = say
        self._has_points = of.bears_points
        self._has_claims = any(claim is not None for claim in of.claims.values())

    def figures(self, line: Line) -> Sequence[Figure]:
        return tuple(self._figures(line))

    def _figures(self, line: Line) -> Iterator[Figure]:
        say, within = self._say, line.within
        if self._has_claims:
            claimed = say.number(line.claimed, line.max, within.low, within.high)
            yield Figure(say("column-claimed"), claimed)
        if self._has_points:
            points = say.span(within, line.claimed, line.max) if line.bears_points else ""
            yield Figure(say("column-computed"), points or say("nothing"), "wide")
            yield Figure(say("column-max"), say.number(line.max))
        if self._has_claims:
            yield Figure(say("column-difference"), _difference(line, say), "wide")
            yield Figure(say("column-verdict"), _verdict(line, say), "word")
        yield Figure(say("column-status"), _status(line, say), "word")


def _difference(line: Line, say: Words) -> str:
    """The claim less the points, as far as they are known."""
    if line.claimed is None or not line.bears_points:
        return say("nothing")
    return moved(line.within.image(Fraction(-1), line.claimed), say)


def _verdict(line: Line, say: Words) -> Html:
    said = say("no-claim") if line.verdict is None else say.of(line.verdict.wording)
    return colored(said, _COLORS[line.verdict])


def _status(line: Line, say: Words) -> Html:
    said = say.of(line.status.wording)
    said = said if line.counted else f"{said} {say('not-counted')}"
    return colored(said, _STATUSES[line.status])


_STATUSES = {
    Status.SCORED: "dim",
    Status.MISSING: "open",
    Status.NOT_APPLICABLE: "dim",
    Status.REJECTED: "bad",
    Status.UNDEFINED: "open",
}


# What was not reported.


def _missing(of: Scoresheet, say: Words) -> Iterator[Html]:
    if not of.open_inputs:
        return
    columns = ((say("column-input"), TEXT), (say("column-label"), TEXT))
    rows = (
        (
            each.name,
            lines([each.label, *([say("or-report", names=each.instead)] if each.instead else ())]),
            lines(each.needed_by),
        )
        for each in missing(of, say)
    )
    drawn = table((*columns, (say("column-needed-by"), TEXT)), rows, len(of.open_inputs), say)
    yield folded(say("missing-inputs", count=len(of.open_inputs)), drawn)


# One row.


def line_page(line: Line, say: Words) -> Html:
    """One row of a sheet, and all that is behind it."""
    columns = [Figure(say("column-code"), line.code), *_Columns(line.sheet, say).figures(line)]
    kinds = [(each.label, _KINDS[each.kind]) for each in columns[1:]]
    figures = table(kinds, [[each.text for each in columns[1:]]], 1, say)
    readings = asked_of(line.sheet.rubric.readings).get(line.code, ())
    return page(
        say,
        element("p", f"{line.code} {line.node.name}", class_="name"),
        figures,
        behind_line(line, readings, say),
    )


_KINDS = {"": NUMBER, "wide": NUMBER, "word": TEXT}
