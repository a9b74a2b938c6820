"""Scales as files write them, in a rubric of one row."""

import json
from typing import Any

import pytest

import rubrik
from codec.small import minimal
from rubrik import Rubric, RubricError

__all__ = ["level", "loaded", "refused", "scale"]

ROW = {"criterion": "A", "name": "Một", "max": 10, "score": 5}


def loaded(*scales: Any, **more: Any) -> Rubric:  # noqa: ANN401 - any plain data
    """A rubric's file of one row and these scales, read."""
    raw = minimal(node=[ROW], scale=list(scales), **more)
    found = rubrik.loads(json.dumps(raw))
    assert isinstance(found, Rubric)
    return found


def refused(*scales: Any, **more: Any) -> tuple[str, str]:  # noqa: ANN401 - likewise
    """What is said of scales in a file, in Vietnamese and in English."""
    with pytest.raises(RubricError) as caught:
        loaded(*scales, **more)
    return caught.value.text("vi"), caught.value.text("en")


def scale(*levels: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """A scale as a file writes it."""
    return {"id": "s", "name": "S", "levels": list(levels), **more}


def level(*conditions: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """A level as a file writes it."""
    return {"name": "I", "conditions": list(conditions), **more}
