"""Laws of rows that do not apply, over made-up trees of groups."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from rubrik import Amount, Criterion, Group, Proportional, Rubric, Scoresheet, Status
from rubrik.measures import Count
from rubrik.rubric import check, left_of
from rubrik.rubric.nodes import Node
from scoring.rows import INPUTS, sheet_of

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


@st.composite
def sheets(draw: st.DrawFn, head: Made = any_group, leaf: Made = rows) -> Scoresheet:
    """The sheet of a report in which some rows do not apply."""
    rubric = draw(rubrics(head, leaf))
    optional = [
        each.code
        for each in rubric.nodes
        if isinstance(each, Criterion) and each.may_be_not_applicable
    ]
    gone = [code for code in optional if draw(st.booleans())]
    inputs = {"a": 3} if draw(st.booleans()) else {}
    return sheet_of(rubric, not_applicable=gone, inputs=inputs)


@given(sheet=sheets())
def test_bounds_hold_whatever_applies(sheet: Scoresheet) -> None:
    """What a row can come to before any data holds what it comes to without some of its rows."""
    bounds = {code: sheet.interpretation.bounds(code).within for code in sheet.interpretation.nodes}

    assert [] == [
        (line.code, line.within, bounds[line.code])
        for line in sheet.lines
        if line.bears_points
        and (within := bounds[line.code]) is not None
        and not within.holds(line.within)
    ]


@given(sheet=sheets())
def test_a_maximum_never_grows(sheet: Scoresheet) -> None:
    """What is left lies between nothing and the declared maximum, for every row and the whole."""
    declared = dict(left_of(sheet.interpretation, ()))

    assert [] == [
        (code, left, declared[code])
        for code, left in sheet.maxima.items()
        if left is not None and not 0 <= left <= (declared[code] or 0)
    ]


@given(sheet=sheets())
def test_a_row_that_does_not_apply_adds_nothing(sheet: Scoresheet) -> None:
    """It has no points, not even none, and its group goes on as if it were not there."""
    gone = [line for line in sheet.lines if line.status is Status.NOT_APPLICABLE]

    assert {(None, 0, 0)} >= {(line.points, line.within.low, line.within.high) for line in gone}


@given(sheet=sheets())
def test_points_stay_below_what_is_left_of_the_maximum(sheet: Scoresheet) -> None:
    """Where every rule keeps to its maximum, and maxima add up, nobody has more than is left."""
    read = sheet.interpretation
    sound: set[str] = set()
    for code in read.bottom_up:
        node, parts = read.nodes[code], [each.code for each in read.children.get(code, ())]
        if node.max is None and not (isinstance(node, Group) and parts):
            continue
        total = sum((read.maxima[part] or Fraction(0) for part in parts), Fraction(0))
        is_sum = isinstance(node, Group) and node.counts == "parts" and read.maxima[code] == total
        if (isinstance(node, Criterion) and node.capped) or (is_sum and sound.issuperset(parts)):
            sound.add(code)

    assert [] == [
        (line.code, line.within, line.max)
        for line in sheet.lines
        if line.code in sound and line.bears_points
        if line.max is None or not line.within.is_at_most(line.max)
    ]


@given(sheet=sheets(sums, full_rows))
def test_all_points_of_what_applies_are_all_that_is_left(sheet: Scoresheet) -> None:
    """Who has every point that applies has the full maximum, made up for or not."""
    assert [] == [
        (line.code, line.points, line.max)
        for line in sheet.lines
        if line.bears_points and line.points != line.max
    ]
