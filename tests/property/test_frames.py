from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rubrik
from frames.backends import BACKENDS, Backend, by_name
from frames.comparing import ALL, differences, exactly
from frames.drawing import columns, rated_rubrics
from rubrik import Rubric, frames
from strategies import choices

SHIPPED = [rubrik.load(slug) for slug in rubrik.slugs()]


_LARGE = 10
"""Whole rubrics take this many times as long as made-up ones."""


def examples(backend: Backend, rounds: int = 1) -> settings:
    """How often a law is tried: more than once in any case."""
    return settings(max_examples=max(2, settings().max_examples // (backend.rounds * rounds)))


def agree(backend: Backend, rubric: Rubric, data: st.DataObject) -> None:
    """Score a frame in one engine, and every row of it by itself."""
    readings = data.draw(choices(rubric))
    asked: dict[str, Any] = {
        "readings": readings,
        "missing": data.draw(st.sampled_from(["zero", "range"])),
    }
    frame = backend.frame(data.draw(columns(rubric.under(readings))))
    scored = frames.score(rubric, frame, outputs=ALL, **asked)
    certified = frames.certify(rubric, scored, outputs=ALL, **asked)
    bounds = frames.precision(rubric, **asked)
    expected = [exactly(rubric, row, asked) for row in backend.rows(frame)]

    for found, row in zip(backend.rows(certified), expected, strict=True):
        assert [] == differences(found, row, bounds)
    for found, row in zip(backend.rows(scored), expected, strict=True):
        if found["rubrik_status"] != "unproved":
            assert [] == differences(found, row, bounds)


@pytest.mark.parametrize("backend", BACKENDS, ids=by_name)
class TestEveryEngine:
    """A frame in any engine is as its rows by themselves.

    Every status, level and state is the same, and all points are, but for the bounds that are
    stated; what is not proved is left out, and certified to be the same.
    """

    def test_scores_generated_rubrics_as_one_unit_after_another(self, backend: Backend) -> None:
        """Rules of every kind, in groups that make up for what does not apply, on any scale."""

        @examples(backend)
        @given(rated_rubrics(), st.data())
        def law(rubric: Rubric, data: st.DataObject) -> None:
            agree(backend, rubric, data)

        law()

    def test_scores_shipped_rubrics_as_one_unit_after_another(self, backend: Backend) -> None:
        """What was published, read in any way."""

        @examples(backend, _LARGE)
        @given(st.sampled_from(SHIPPED), st.data())
        def law(rubric: Rubric, data: st.DataObject) -> None:
            agree(backend, rubric, data)

        law()
