"""What tests of scorers ask again and again."""

from collections.abc import Callable

import pytest

from rubrik.errors import RubrikError
from rubrik.scorers import Pieces

__all__ = ["refusal", "shape"]


def refusal(make: Callable[[], object], kind: type[RubrikError] = RubrikError) -> tuple[str, str]:
    """What a refusal says, in English and in Vietnamese."""
    with pytest.raises(kind) as caught:
        make()
    assert kind is type(caught.value)
    return caught.value.text("en"), caught.value.text("vi")


def shape(made: Pieces) -> list[str]:
    """The intervals of pieces."""
    return [str(piece.over) for piece in made.pieces]
