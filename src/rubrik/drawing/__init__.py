"""Values to look at: as a piece of a page, and as a few lines of text.

Nothing in here computes: pages and lines are drawn from values alone, with the words of
``rubrik.saying``, whose figures are those of every report.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from rubrik.auditing import Finding, Findings
from rubrik.classifier import Rating
from rubrik.cohort import Cohort, League
from rubrik.comparison import Comparison, Verification
from rubrik.drawing import texts
from rubrik.drawing.comparisons import comparison_page, verification_page
from rubrik.drawing.findings import evaluation_page, finding_page, findings_page
from rubrik.drawing.leagues import cohort_page, league_page
from rubrik.drawing.markup import Html
from rubrik.drawing.ratings import rating_page
from rubrik.drawing.rubrics import interpretation_page, rubric_page
from rubrik.drawing.sheets import line_page, sheet_page
from rubrik.evaluation import Evaluation
from rubrik.figures import Lang
from rubrik.rubric import Interpretation, Rubric
from rubrik.saying.foreign import visible
from rubrik.saying.words import Words
from rubrik.scoresheet import Line, Scoresheet
from rubrik.showing import Shown

__all__ = ["html", "text"]


def __dir__() -> list[str]:
    return __all__


_Page = Callable[[Any, Words], Html]
_Lines = Callable[[Any, Words], Iterable[str]]

_WAYS: Final[Mapping[type[Shown], tuple[_Page, _Lines]]] = {
    Rubric: (rubric_page, texts.rubric_lines),
    Interpretation: (interpretation_page, texts.interpretation_lines),
    Scoresheet: (sheet_page, texts.sheet_lines),
    Line: (line_page, texts.line_lines),
    Rating: (rating_page, texts.rating_lines),
    Comparison: (comparison_page, texts.comparison_lines),
    Verification: (verification_page, texts.verification_lines),
    League: (league_page, texts.league_lines),
    Cohort: (cohort_page, texts.cohort_lines),
    Evaluation: (evaluation_page, texts.evaluation_lines),
    Finding: (finding_page, texts.finding_lines),
    Findings: (findings_page, texts.findings_lines),
}
"""How each kind of value is drawn, the page and the lines of text."""


def _way(value: Shown) -> tuple[_Page, _Lines]:
    """How a value is drawn; one of a class of somebody else's as that which it is a kind of."""
    return next(_WAYS[each] for each in type(value).__mro__ if each in _WAYS)


def html(value: Shown, lang: Lang) -> str:
    """A value as a piece of a page."""
    page, _ = _way(value)
    return str(page(value, Words(lang)))


def text(value: Shown, lang: Lang) -> str:
    """A value as a few lines of text."""
    _, lines = _way(value)
    said = (visible(line).replace("\n", " ") for line in lines(value, Words(lang)))
    return "\n".join(said)
