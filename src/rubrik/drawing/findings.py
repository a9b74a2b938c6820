"""What an audit found, and what an evaluation came to, as pages."""

from collections.abc import Mapping, Sequence

from rubrik.auditing import Finding, Severity
from rubrik.drawing.markup import Html, element
from rubrik.drawing.shapes import NUMBER, TEXT, colored, facts, folded, lines, page, table
from rubrik.evaluation import Evaluation
from rubrik.saying.findings import counts
from rubrik.saying.foreign import one_line
from rubrik.saying.words import Words

__all__ = ["evaluation_page", "finding_page", "findings_page"]


def __dir__() -> list[str]:
    return __all__


def findings_page(found: Sequence[Finding], say: Words) -> Html:
    """A row for each finding, and how many of them there are."""
    title = element("p", say("audit-title"), class_="title")
    if not found:
        return page(say, title, element("p", say("audit-none")))
    names = (say("column-code"), say("column-severity"), say("column-finding"))
    rows = ([each.code, _severity(each, say), _found(each, say)] for each in found)
    drawn = table([(name, TEXT) for name in names], rows, len(found), say)
    return page(say, title, element("p", counts(found, say)), drawn)


def finding_page(of: Finding, say: Words) -> Html:
    """One finding."""
    return findings_page((of,), say)


def _severity(of: Finding, say: Words) -> Html:
    kind = colored(of.kind.value, "dim")
    return lines([colored(say.of(of.severity.wording), _COLORS[of.severity]), kind])


_COLORS: Mapping[Severity, str] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "open",
    Severity.NOTE: "dim",
}


def _found(of: Finding, say: Words) -> Html:
    return lines([say.of(of.message), colored(one_line(of.printed), "dim")])


def evaluation_page(of: Evaluation, say: Words) -> Html:
    """The total, the levels, and the points of every row."""
    levels = ((_subject(*each), of.levels[each] or say("unknown")) for each in of.levels)
    columns = ((say("column-code"), TEXT), (say("column-points"), NUMBER))
    rows = ([code, say.number(points)] for code, points in of.points.items())
    drawn = table(columns, rows, len(of.points), say)
    return page(
        say,
        element("p", say("total-computed"), class_="title"),
        element("p", say.number(of.total), class_="name"),
        facts(levels),
        folded(f"{say('column-points')}: {len(of.points)}", drawn),
    )


def _subject(scale: str, node: str) -> str:
    return f"{scale} {node}" if node else scale
