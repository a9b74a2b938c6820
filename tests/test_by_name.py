"""Values of many fields are made by the names of the fields, so that one more breaks no caller."""

from collections.abc import Callable

import pytest

from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    Growth,
    ItemsInput,
    Ratio,
    ShareInput,
    TableInput,
)
from rubrik.scales import AllOf, AnyOf, AtLeast, Level, Ranking, Reaches, Scale, Threshold, Veto
from rubrik.scorers import (
    Band,
    Banded,
    Boolean,
    Choice,
    Clamped,
    Condition,
    Gated,
    MinMaxNormalized,
    Proportional,
    Stepped,
)
from rubrik.scoring.fold import Context


@pytest.mark.parametrize(
    "kind",
    [
        CountInput, AmountInput, ShareInput, FlagInput, ChoiceInput, ItemsInput, TableInput,
        Ratio, Growth,
        Band, Banded, Boolean, Condition, Gated, MinMaxNormalized, Proportional, Stepped,
        AllOf, AnyOf, AtLeast, Level, Ranking, Reaches, Scale, Threshold, Veto,
        Context,
    ],
)  # fmt: skip
def test_nothing_but_names(kind: Callable[[object], object]) -> None:
    """No field is taken for what merely stands in its place."""
    with pytest.raises(TypeError, match="takes 1 positional argument but 2 were given"):
        kind("one")


@pytest.mark.parametrize("kind", [Choice, Clamped])
def test_the_rule_and_then_names(kind: Callable[[object, object], object]) -> None:
    """A rule around another takes that one first, and all else by name."""
    with pytest.raises(TypeError, match="takes 2 positional arguments but 3 were given"):
        kind({}, "one")
