"""The stated bounds of every criterion that ships are attained, under every reading."""

from collections.abc import Iterator, Mapping

import pytest

import rubrik
from attaining import NEAR, leaves, reached
from rubrik import CohortBounds, Criterion, Rubric
from rubrik.measures import reaches_all
from rubrik.rubric import Interpretation

_COHORT = CohortBounds(0, 1)


def _readings(rubric: Rubric) -> Iterator[tuple[Mapping[str, str], set[str]]]:
    """The defaults for all rows, and every other option with the rows that it touches."""
    rows = {node.code for node in rubric.nodes}
    yield {}, {node.code for node in rubric.nodes if isinstance(node, Criterion)}
    for reading in rubric.readings:
        for option in reading.options:
            if option.id != reading.default:
                yield {reading.id: option.id}, {each.node for each in option.replaces} & rows


def _unattained(read: Interpretation, code: str) -> str | None:
    """What is wrong with the stated bounds of a row, if anything is."""
    bounds = read.bounds(code)
    found = reached(read.forms_in({code: _COHORT})[code], read)
    if bounds.within is None or found is None:
        is_same = bounds.within is None and found is None
        return None if is_same else f"{code}: {bounds} but {found}"
    if bounds.outer:
        return None
    lowest, highest = found
    low, high = bounds.within.low, bounds.within.high
    far = 10**6 * NEAR
    at_low = low is None or lowest == low or (bounds.within.low_open and lowest < low + far)
    at_high = high is None or highest == high or (bounds.within.high_open and highest > high - far)
    return None if at_low and at_high else f"{code}: {bounds} but {found}"


@pytest.mark.parametrize("slug", rubrik.slugs())
def test_stated_bounds_are_attained_unless_labelled_outer(slug: str) -> None:
    """For each end of exact bounds there is a report that reaches it."""
    rubric = rubrik.load(slug)
    wrong = [
        (choice, problem)
        for choice, codes in _readings(rubric)
        for code in sorted(codes)
        if isinstance(rubric.under(choice).nodes[code], Criterion)
        and (problem := _unattained(rubric.under(choice), code)) is not None
    ]

    assert [] == wrong


@pytest.mark.parametrize("slug", rubrik.slugs())
def test_bounds_of_one_measured_value_are_exact(slug: str) -> None:
    """A rule that reads one value, any of which can be reported, knows its bounds exactly."""
    read = rubrik.load(slug).under()
    simple = [
        code
        for code, form in read.forms.items()
        if code in read.ruled
        and len(measures := {leaf.measure for leaf in leaves(form)}) == 1
        and all(reaches_all(each, read.declared, read.constraints) for each in measures)
    ]

    assert [] == [code for code in simple if read.bounds(code).outer]
