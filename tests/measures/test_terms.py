from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from rubrik.errors import NumberError, RubrikError
from rubrik.measures import CountInput, Declared, Facts, ShareInput, Terms, Value, terms
from rubrik.measures import terms as module_of_terms

HALF = Fraction(1, 2)
DECLARED = Declared.of(
    [
        CountInput(name="a", label="a"),
        CountInput(name="b", label="b", max=4),
        ShareInput(name="s", label="s"),
    ]
)


class TestBuilding:
    """Terms come from a name, or a table of weights."""

    def test_of_one_name(self) -> None:
        """One input by itself has the weight 1."""
        assert Terms((("a", Fraction(1)),)) == terms("a")

    def test_of_weights(self) -> None:
        """Weights are read exactly, whatever they are written as."""
        read = terms({"a": "1/2", "b": 2, "s": 0.1, "c": Decimal("2.5")})

        assert (
            ("a", HALF), ("b", Fraction(2)), ("s", Fraction(1, 10)), ("c", Fraction(5, 2)),
        ) == read.weights  # fmt: skip

    def test_of_terms(self) -> None:
        """What is already built is taken as it is."""
        built = terms({"a": 2})

        assert built is terms(built)

    @pytest.mark.parametrize("make", [lambda: terms({}), lambda: Terms(())])
    def test_refuses_no_input_at_all(self, make: "object") -> None:
        """An empty sum is always zero, and no rule means that."""
        with pytest.raises(RubrikError) as caught:
            make()  # type: ignore[operator]

        assert "there is no input to add up" == caught.value.text("en")
        assert "không có số liệu nào để cộng" == caught.value.text("vi")

    def test_refuses_a_weight_that_is_no_number(self) -> None:
        """A weight is a number like all others."""
        with pytest.raises(NumberError) as caught:
            terms({"a": "hai"})

        assert (
            "'hai' is no number; numbers are written like 3, 2.5, 48/28 or 99.59%"
            == caught.value.text("en")
        )


class TestReading:
    """What the inputs add up to."""

    @pytest.mark.parametrize(
        ("weights", "names", "only"),
        [
            ({"a": 1}, ("a",), "a"),
            ({"a": 2}, ("a",), None),
            ({"a": 0}, ("a",), None),
            ({"a": 1, "b": 1}, ("a", "b"), None),
        ],
    )
    def test_names_its_inputs(
        self, weights: Mapping[str, int], names: tuple[str, ...], only: str | None
    ) -> None:
        """In order; one input with the weight 1 is the sum itself."""
        assert names == terms(weights).names
        assert only == terms(weights).only

    @pytest.mark.parametrize(
        ("weights", "known", "total"),
        [
            ({"a": 1}, {"a": 3}, 3),
            ({"a": 1}, {"a": 0}, 0),
            ({"a": 1}, {}, None),
            ({"a": 2, "b": "-1/2"}, {"a": 3, "b": 1}, Fraction(11, 2)),
            ({"a": 2, "b": 1}, {"a": 3}, None),
            ({"a": 2, "b": 1}, {"a": 0, "b": 0}, 0),
            ({"a": 0}, {"a": 3}, 0),
            ({"a": "1/3", "s": 3}, {"a": 1, "s": Fraction(1, 9)}, Fraction(2, 3)),
            ({"a": "1000000000000000000000", "b": 1}, {"a": 1, "b": 1}, 10**21 + 1),
        ],
    )
    def test_adds_what_is_known(
        self, weights: Mapping[str, object], known: Mapping[str, Value], total: Fraction | None
    ) -> None:
        """Every input must be known; a weight of zero does not make one known."""
        assert total == terms(weights).total(known)

    @pytest.mark.parametrize(
        ("weights", "known", "count"),
        [
            ({"a": 1}, {"a": 3}, 3),
            ({"a": 1}, {}, 0),
            ({"a": 2, "b": "-1/2"}, {"a": 3, "b": 1}, 4),
            ({"a": 2, "b": 1}, {"b": 1}, 1),
        ],
    )
    def test_counts_the_things_without_their_weights(
        self, weights: Mapping[str, object], known: Mapping[str, Value], count: int
    ) -> None:
        """What is not known yet counts nothing yet."""
        assert count == terms(weights).plain(known)

    @pytest.mark.parametrize(
        ("weights", "known", "span"),
        [
            ({"a": 1}, {}, "[0, ∞)"),
            ({"b": -2, "s": 1}, {}, "[-8, 1]"),
            ({"b": -2, "s": 1}, {"b": 3}, "[-6, -5]"),
            ({"a": 1, "b": 1}, {"a": 1, "b": 2}, "[3, 3]"),
            ({"a": 0, "b": 1}, {}, "[0, 4]"),
        ],
    )
    def test_can_be_anything_its_inputs_allow(
        self, weights: Mapping[str, object], known: Mapping[str, Value], span: str
    ) -> None:
        """Each unknown input is taken by itself."""
        assert span == str(terms(weights).span(Facts(known, DECLARED)))

    @pytest.mark.parametrize(
        ("weights", "text"),
        [
            ({"a": 1}, "a"),
            ({"a": "1/2", "b": 1}, "1/2 * a + b"),
            ({"a": -1, "b": 5}, "-1 * a + 5 * b"),
        ],
    )
    def test_reads_as_a_formula(self, weights: Mapping[str, object], text: str) -> None:
        """Its text is the sum as one would write it."""
        assert text == str(terms(weights))
        assert text == repr(terms(weights))


def test_terms_are_values() -> None:
    """Equal weights make equal terms, of one hash."""
    assert terms({"a": 1}) == terms("a")
    assert hash(terms({"a": 1})) == hash(terms("a"))
    assert terms({"a": 2}) != terms("a")


def test_the_function_stands_for_its_module() -> None:
    """The package gives out the function that builds terms."""
    assert module_of_terms is terms
