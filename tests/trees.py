"""Made-up trees of groups and rows, and reports in which some rows do not apply."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from hypothesis import strategies as st

from rubrik import Amount, Criterion, Group, Proportional, Rubric, Scoresheet
from rubrik.measures import Count
from rubrik.rubric import check
from rubrik.rubric.nodes import Node
from scoring.rows import INPUTS, sheet_of

__all__ = ["Made", "any_group", "full_rows", "optional", "rows", "rubrics", "sheets", "sums"]

NUMBERS = st.sampled_from([Fraction(each, 2) for each in (0, 1, 4, 9, 20)])
MAXIMA = st.none() | NUMBERS

Made = Callable[[str], st.SearchStrategy[Node]]
"""What makes a row or a group of a code."""


@st.composite
def rows(draw: st.DrawFn, code: str) -> Node:
    """A row: known points, within its maximum or beyond it, or points that are not known yet."""
    is_open = draw(st.integers(0, 3)) == 0
    rule = Proportional(rate=1) if is_open else Amount(draw(NUMBERS))
    return Criterion(
        code=code,
        name=code,
        max=draw(MAXIMA),
        capped=draw(st.booleans()),
        may_be_not_applicable=draw(st.integers(0, 3)) > 0,
        measure=Count("a") if is_open else None,
        score=rule,
    )


@st.composite
def full_rows(draw: st.DrawFn, code: str) -> Node:
    """A row that has all its points, whatever is reported."""
    points = draw(NUMBERS)
    return Criterion(
        code=code, name=code, max=points, may_be_not_applicable=True, score=Amount(points)
    )


@st.composite
def any_group(draw: st.DrawFn, code: str) -> Node:
    """A group of any kind."""
    return Group(
        code=code,
        name=code,
        max=draw(MAXIMA),
        capped=draw(st.booleans()),
        rescaled=draw(st.booleans()),
        counts=draw(st.sampled_from(["parts", "parts", "parts", "rule"])),
        nothing_applicable=draw(st.sampled_from(["not_applicable", "zero", "full"])),
    )


@st.composite
def sums(draw: st.DrawFn, code: str) -> Node:
    """A group worth what its rows are worth."""
    stays: Literal["not_applicable", "full"] = draw(st.sampled_from(["not_applicable", "full"]))
    return Group(code=code, name=code, rescaled=draw(st.booleans()), nothing_applicable=stays)


@st.composite
def trees(draw: st.DrawFn, code: str, depth: int, head: Made, leaf: Made) -> list[Node]:
    """A group with what stands below it, or, at the bottom, a row."""
    if not depth:
        return [draw(leaf(code))]
    found = [draw(head(code))]
    for index in range(draw(st.integers(1, 3))):
        found += draw(trees(f"{code}.{index + 1}", draw(st.integers(0, depth - 1)), head, leaf))
    return found


def rubrics(head: Made, leaf: Made) -> st.SearchStrategy[Rubric]:
    """Groups of groups, three deep."""
    return trees("1", 3, head, leaf).map(
        lambda nodes: check(Rubric(slug="cay", title="Cây", nodes=tuple(nodes), inputs=INPUTS))
    )


def optional(rubric: Rubric) -> list[str]:
    """The rows that need not apply."""
    rows_of = (each for each in rubric.nodes if isinstance(each, Criterion))
    return [each.code for each in rows_of if each.may_be_not_applicable]


@st.composite
def sheets(draw: st.DrawFn, head: Made = any_group, leaf: Made = rows) -> Scoresheet:
    """The sheet of a report in which some rows do not apply."""
    rubric = draw(rubrics(head, leaf))
    gone = [code for code in optional(rubric) if draw(st.booleans())]
    inputs = {"a": 3} if draw(st.booleans()) else {}
    return sheet_of(rubric, not_applicable=gone, inputs=inputs)
