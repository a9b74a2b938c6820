"""Laws of rows that do not apply, over made-up trees of groups."""

from fractions import Fraction

from hypothesis import given

from rubrik import Criterion, Group, Scoresheet, Status
from rubrik.rubric import left_of
from trees import full_rows, sheets, sums


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
