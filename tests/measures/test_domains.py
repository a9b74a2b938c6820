import pytest

from rubrik import measures
from rubrik.measures import Domain, domains
from scorers.spans import interval


def test_dir_is_all() -> None:
    """The modules show their public names and no others."""
    assert sorted(domains.__all__) == dir(domains)
    assert sorted(measures.__all__) == dir(measures)


@pytest.mark.parametrize(
    ("span", "integer", "over", "inside"),
    [
        ("[0, 1]", False, "(1/2, 2]", "(1/2, 1]"),
        ("[0, 1]", False, "[1, 2]", "[1, 1]"),
        ("[0, 1]", False, "(1, 2]", None),
        ("[0, 12]", True, "(1/2, 5/2)", "[1, 2]"),
        ("[0, ∞)", True, "(3, ∞)", "[4, ∞)"),
        ("[0, ∞)", True, "(3, 4)", None),
        ("[0, ∞)", True, "(-∞, 0)", None),
        ("[0, 12]", True, "(-∞, ∞)", "[0, 12]"),
    ],
)
def test_cuts_to_what_a_value_can_be(
    span: str, integer: bool, over: str, inside: str | None
) -> None:
    """The part inside the domain, from integer to integer where it has only those."""
    cut = Domain(interval(span), integer=integer).cut(interval(over))

    assert inside == (None if cut is None else str(cut))
