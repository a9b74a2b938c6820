"""Two sheets side by side, and a report before and after it was verified, as pages."""

from collections.abc import Iterator, Sequence

from rubrik.comparison import ComparedRating, ComparedRow, Comparison, Verification, VerifiedRow
from rubrik.drawing.markup import Html, element
from rubrik.drawing.readings import in_force
from rubrik.drawing.shapes import NUMBER, PROSE, TEXT, facts, folded, heading, lines, page, table
from rubrik.drawing.sheets import head
from rubrik.rubric import Criterion, Node
from rubrik.saying import comparisons, verifications
from rubrik.saying.differences import level_or_nothing, moved, points_of, signed
from rubrik.saying.levels import subject_of
from rubrik.saying.naming import exactly
from rubrik.saying.words import Words
from rubrik.scoresheet import Line, Scoresheet

__all__ = ["comparison_page", "verification_page"]


def __dir__() -> list[str]:
    return __all__


# Two sheets.


def comparison_page(of: Comparison, say: Words) -> Html:
    """What is otherwise in two sheets; rows in which nothing is are folded."""
    sides = (say("column-first"), say("column-second"))
    return page(
        say,
        element("p", say("compare-title"), class_="title"),
        _heads((of.first, of.second), sides, say),
        *(element("p", say("compare-note", note=each), class_="open") for each in of.notes),
        _totals(of, sides, say),
        *_levels(of.ratings, sides, say),
        *_changed(of, say),
        *_unchanged(of, say),
        *_readings(of, sides, say),
    )


def _heads(sheets: Sequence[Scoresheet], sides: Sequence[str], say: Words) -> Html:
    rows = [
        [say("head-unit"), *(each.submission.unit or say("nothing") for each in sheets)],
        [say("head-period"), *(each.submission.period or say("nothing") for each in sheets)],
        [say("head-rubric"), *(_rubric(each) for each in sheets)],
    ]
    return table([(each, TEXT) for each in ("", *sides)], rows, len(rows), say)


def _rubric(sheet: Scoresheet) -> Html:
    named = exactly(sheet.slug, sheet.rubric_hash)
    return lines([sheet.rubric.title, element("span", named, class_="dim")])


def _totals(of: Comparison, sides: Sequence[str], say: Words) -> Html:
    sheets = (of.first, of.second)
    claims, maxima = [each.claimed for each in sheets], [each.max for each in sheets]
    ends = [end for each in sheets for end in (each.within.low, each.within.high)]
    claimed = [say.number(each, *claims, *ends) for each in claims]
    points = [points_of(each, say, *ends, *claims) for each in sheets]
    rows = [
        [say("total-claimed"), *claimed, signed(of.claimed_difference, say)],
        [say("total-computed"), *points, moved(of.difference_within, say)],
        [say("total-max"), *(say.number(each, *maxima) for each in maxima), ""],
    ]
    numbers = ((each, NUMBER) for each in (*sides, say("column-difference")))
    return table([(say("totals"), TEXT), *numbers], rows, len(rows), say)


def _levels(ratings: Sequence[ComparedRating], sides: Sequence[str], say: Words) -> Iterator[Html]:
    """The levels of both beside each other, those that differ in bold."""
    shown = [each for each in ratings if _applies(each)]
    if shown:
        rows = ([subject_of(each.rating, say), *_both(each, say)] for each in shown)
        names = (say("column-scale"), *sides)
        yield heading(say("ratings"))
        yield table([(each, TEXT) for each in names], rows, len(shown), say)


def _applies(of: ComparedRating) -> bool:
    return any(each is not None and each.applies for each in (of.first, of.second))


def _both(of: ComparedRating, say: Words) -> Iterator[Html]:
    weight = "strong" if of.is_changed else ""
    for each in (of.first, of.second):
        yield element("span", level_or_nothing(each, say), class_=weight)


def _changed(of: Comparison, say: Words) -> Iterator[Html]:
    if of.changed:
        yield heading(say("rows-changed", count=len(of.changed)))
        yield _rows(of.changed, say)
    else:
        yield element("p", say("rows-all-same"))


def _unchanged(of: Comparison, say: Words) -> Iterator[Html]:
    if of.unchanged:
        title = say("rows-unchanged", count=len(of.unchanged))
        yield folded(title, _rows(of.unchanged, say))


def _rows(rows: Sequence[ComparedRow], say: Words) -> Html:
    figures = ((each, NUMBER) for each in comparisons.headings(say))
    columns = [(say("column-name"), PROSE), *figures, (say("column-changed"), PROSE)]
    drawn = (
        [
            _name(each.node),
            *comparisons.numbers(each, say, " → "),
            lines(comparisons.changes(each, say)),
        ]
        for each in rows
    )
    return table(columns, drawn, len(rows), say)


def _name(node: Node) -> Html:
    weight = "" if isinstance(node, Criterion) else "strong"
    return element("span", f"{node.code} {node.name}", class_=weight)


def _readings(of: Comparison, sides: Sequence[str], say: Words) -> Iterator[Html]:
    if of.readings:
        nothing = say("nothing")
        rows = ([each.id, each.first or nothing, each.second or nothing] for each in of.readings)
        columns = [(each, TEXT) for each in (say("column-reading"), *sides)]
        yield heading(say("readings-changed", count=len(of.readings)))
        yield table(columns, rows, len(of.readings), say)


# A report before and after.


def verification_page(of: Verification, say: Words) -> Html:
    """A report as claimed, computed and verified, and what is still open."""
    sheet, sides = of.verified, (say("column-before"), say("column-after"))
    return page(
        say,
        element("p", say("verify-title"), class_="title"),
        *head(sheet, say),
        facts((say(key), figure) for key, figure in verifications.totals(of, say)),
        *_levels(of.comparison.ratings, sides, say),
        *_decided(of.changed, say),
        *_open(of.open, say),
        *in_force(sheet.rubric.readings, sheet.readings, say),
    )


def _decided(rows: Sequence[VerifiedRow], say: Words) -> Iterator[Html]:
    if rows:
        figures = ((each, NUMBER) for each in verifications.headings(say))
        columns = [(say("column-name"), PROSE), *figures, (say("column-decision"), PROSE)]
        drawn = (
            [
                _name(each.verified.node),
                *verifications.figures(each, say, in_words=False),
                lines(verifications.decisions(each, say)),
            ]
            for each in rows
        )
        yield heading(say("rows-decided", count=len(rows)))
        yield table(columns, drawn, len(rows), say)


def _open(rows: Sequence[Line], say: Words) -> Iterator[Html]:
    if not rows:
        yield element("p", say("rows-none-open"))
        return
    columns = (
        (say("column-name"), PROSE),
        (say("column-points"), NUMBER),
        (say("column-reason"), PROSE),
    )
    drawn = (
        [_name(each.node), points_of(each, say, each.claimed, each.max), say.of(each.reason)]
        for each in rows
    )
    yield folded(say("rows-open", count=len(rows)), table(columns, drawn, len(rows), say))
