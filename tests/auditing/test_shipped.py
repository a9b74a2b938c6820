"""Every rubric that ships is changed in one place; the audit finds it, and loses it again."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import islice
from typing import Any

import pytest
from attrs import evolve

import rubrik
from rubrik import Banded, Criterion, Group, Rubric
from rubrik.rubric import Node, owner_of

Change = Callable[[Node], Node | None]

SHIPPED = pytest.mark.parametrize("slug", rubrik.slugs())


def more_than_its_rows(node: Node) -> Node | None:
    """A header that is one point higher."""
    return evolve(node, max=node.max + 1) if isinstance(node, Group) and node.max else None


def without_maximum(node: Node) -> Node | None:
    """A row whose maximum was left blank."""
    return evolve(node, max=None) if _is_fixed(node) and node.max else None


def twice_the_maximum(node: Node) -> Node | None:
    """A row that prints twice what its rule gives."""
    return evolve(node, max=node.max * 2) if _is_fixed(node) and node.max else None


def without_a_band(node: Node) -> Node | None:
    """A table that lost its last band."""
    bands = _bands(node)
    return _with_bands(node, bands[:-1]) if len(bands) > 1 else None


def with_a_band_twice(node: Node) -> Node | None:
    """A table that prints its first band again at the end."""
    bands = _bands(node)
    return _with_bands(node, (*bands, bands[0])) if bands else None


def with_a_shifted_edge(node: Node) -> Node | None:
    """A table whose first band reaches down into the next."""
    bands = _bands(node)
    if len(bands) < 2 or bands[0].from_ is None:
        return None
    lower = evolve(bands[0], from_=bands[0].from_ - 1)
    return _with_bands(node, (lower, *bands[1:]))


def with_another_operator(node: Node) -> Node | None:
    """A table that prints ``>`` for ``≥``."""
    bands = _bands(node)
    if not bands or bands[0].from_ is None:
        return None
    return _with_bands(node, (evolve(bands[0], from_=None, above=bands[0].from_), *bands[1:]))


def without_examples(node: Node) -> Node | None:
    """A row that lost its examples."""
    return evolve(node, examples=()) if isinstance(node, Criterion) and node.score else None


def with_a_wrong_example(node: Node) -> Node | None:
    """A row whose first example says one point more."""
    if not isinstance(node, Criterion) or not node.examples or node.examples[0].points is None:
        return None
    first, *others = node.examples
    wrong = evolve(first, points=first.points + 1)  # type: ignore[operator]
    return evolve(node, examples=(wrong, *others))


def without_its_rule(node: Node) -> Node | None:
    """A row that lost its rule."""
    return evolve(node, score=None) if isinstance(node, Criterion) and node.max else None


CHANGES: dict[Change, str] = {
    more_than_its_rows: "sum-differs",
    without_maximum: "no-maximum",
    twice_the_maximum: "never-reaches-maximum",
    without_a_band: "hole",
    with_a_band_twice: "band-shadowed",
    with_a_shifted_edge: "overlap",
    with_another_operator: "hole",
    without_examples: "no-examples",
    with_a_wrong_example: "example-fails",
    without_its_rule: "no-rule",
}


def _is_fixed(node: Node) -> bool:
    """Whether a row is a table of bands that give points, and no shares of the maximum."""
    bands = _bands(node)
    return bool(bands) and all(band.points and not band.points.of_max for band in bands)


def _bands(node: Node) -> Any:  # noqa: ANN401 - a table's bands, or nothing
    return node.score.bands if isinstance(node.score, Banded) else ()


def _with_bands(node: Node, bands: Any) -> Node:  # noqa: ANN401 - likewise
    assert isinstance(node.score, Banded)
    return evolve(node, score=evolve(node.score, bands=tuple(bands)))


Seen = set[tuple[str, str, str]]


def seen(rubric: Rubric) -> Seen:
    """All findings of a rubric."""
    return {(each.kind.value, each.code, each.message.text("en")) for each in rubrik.audit(rubric)}


def settled(slug: str) -> Rubric:
    """A rubric with its default readings put in, and none left to choose."""
    rubric = rubrik.load(slug)
    return evolve(rubric, nodes=tuple(rubric.under().nodes.values()), readings=())


def mutants(rubric: Rubric, change: Change) -> Iterator[tuple[str, Rubric]]:
    """The rubric with one row changed, for each of the first rows that can be."""
    changed = {node.code: row for node in rubric.nodes if (row := change(node)) is not None}
    for code, row in islice(changed.items(), 3):
        rows = tuple(row if each.code == code else each for each in rubric.nodes)
        yield code, evolve(rubric, nodes=rows)


@SHIPPED
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_changed_row_is_found(slug: str, change: Change) -> None:
    """The finding is there once the row is changed, and not before."""
    rubric = settled(slug)
    before = seen(rubric)

    for code, mutant in mutants(rubric, change):
        kinds = {(kind, row) for kind, row, _ in seen(mutant) - before}
        assert (CHANGES[change], code) in kinds, code


@SHIPPED
def test_the_codes_are_of_the_rubric(slug: str) -> None:
    """Each finding is about a row, an input or a scale that there is, and quotes some words."""
    rubric = rubrik.load(slug)
    names = {node.code for node in rubric.nodes} | {each.name for each in rubric.inputs}
    names |= {owner_of(scale) for scale in rubric.scales}

    for finding in rubrik.audit(rubric):
        assert finding.code in names
        assert finding.printed


@SHIPPED
def test_no_shipped_rubric_contradicts_itself(slug: str) -> None:
    """There may be questions, but no errors."""
    assert [] == [each for each in rubrik.audit(rubrik.load(slug)) if each.severity == "error"]


def test_a_maximum_is_exact() -> None:
    """A rule that misses its maximum by a hair is found."""
    rule = rubrik.Proportional(rate=10 - Fraction(1, 10**9))
    rubric = rubrik.load("thanh-hoa/cap-xa-2023")
    (node,) = (each for each in rubric.nodes if each.code == "3.1")
    changed = evolve(node, score=rule, max=10)
    rest = tuple(changed if each.code == "3.1" else each for each in rubric.nodes)
    kinds = [each.kind for each in rubrik.audit(evolve(rubric, nodes=rest)) if each.code == "3.1"]

    assert "never-reaches-maximum" in kinds
