from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import rubrik
from frames.backends import BACKENDS, Backend, by_name, for_laws
from frames.comparing import ALL, differences, exactly
from frames.drawing import columns, rated_rubrics
from rubrik import Level, Rubric, Scale, Threshold, frames
from rubrik.scales import Op
from strategies import choices

SHIPPED = [rubrik.load(slug) for slug in rubrik.slugs()]


_LARGE = 10
"""Whole rubrics take this many times as long as made-up ones."""


def agree(backend: Backend, rubric: Rubric, data: st.DataObject, *, at_units: bool = False) -> None:
    """Score a frame in one engine, and every row of it by itself.

    Where ``at_units``, there are levels from the very points that units have, and a hair above.
    """
    readings = data.draw(choices(rubric))
    missing = data.draw(st.sampled_from(["zero", "range"]))
    asked: dict[str, Any] = {"readings": readings, "missing": missing}
    frame = backend.frame(data.draw(columns(rubric.under(readings))))
    rows = backend.rows(frame)
    if at_units:
        rubric = with_levels_at(rubric, [exactly(rubric, row, asked) for row in rows])
    scored = frames.score(rubric, frame, outputs=ALL, **asked)
    certified = frames.certify(rubric, scored, outputs=ALL, **asked)
    bounds = frames.precision(rubric, **asked)
    expected = [exactly(rubric, row, asked) for row in rows]

    for found, row in zip(backend.rows(certified), expected, strict=True):
        assert [] == differences(found, row, bounds)
    for found, row in zip(backend.rows(scored), expected, strict=True):
        if found["rubrik_status"] != "unproved":
            assert [] == differences(found, row, bounds)


def with_levels_at(rubric: Rubric, results: Sequence[Mapping[str, Any]]) -> Rubric:
    """The rubric with levels from the totals of some units, and from just above each."""
    totals = {row["points_total"] for row in results} - {None}
    limits = sorted({limit for each in totals for limit in (each, each + _HAIR)}, reverse=True)
    asked = [Threshold(points=each, op=op) for each in limits for op in _FLOORS]
    levels = [
        Level(name=f"Mức {place}", conditions=(threshold,)) for place, threshold in enumerate(asked)
    ]
    scale = Scale(id="tai-cho", name="Tại chỗ", levels=tuple(levels), below="Dưới")
    return evolve(rubric, scales=(scale,) if levels else ())


_HAIR = Fraction(1, 10**18)
_FLOORS: tuple[Op, ...] = (">", ">=")


@pytest.mark.parametrize("backend", for_laws(BACKENDS), ids=by_name)
class TestEveryEngine:
    """A frame in any engine is as its rows by themselves.

    Every status, level and state is the same, and all points are, but for the bounds that are
    stated; what is not proved is left out, and certified to be the same.
    """

    def test_scores_generated_rubrics_as_one_unit_after_another(self, backend: Backend) -> None:
        """Rules of every kind, in groups that make up for what does not apply, on any scale."""

        @backend.examples()
        @given(rated_rubrics(), st.data())
        def law(rubric: Rubric, data: st.DataObject) -> None:
            agree(backend, rubric, data)

        law()

    def test_gives_levels_at_the_very_points_of_units(self, backend: Backend) -> None:
        """Thresholds that a unit just reaches, and that it just misses, are told apart."""

        @backend.examples()
        @given(rated_rubrics(), st.data())
        def law(rubric: Rubric, data: st.DataObject) -> None:
            agree(backend, rubric, data, at_units=True)

        law()

    def test_scores_shipped_rubrics_as_one_unit_after_another(self, backend: Backend) -> None:
        """What was published, read in any way."""

        @backend.examples(_LARGE)
        @given(st.sampled_from(SHIPPED), st.data())
        def law(rubric: Rubric, data: st.DataObject) -> None:
            agree(backend, rubric, data)

        law()
