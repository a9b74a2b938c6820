from decimal import Decimal
from fractions import Fraction

import pytest

from rubrik import scorers
from rubrik.errors import NumberError
from rubrik.scorers import Amount, amount, amounts
from rubrik.scorers.amounts import FULL, NOTHING, optional_amount

HALF = Fraction(1, 2)


def test_dir_is_all() -> None:
    """The modules show their public names and no others."""
    assert sorted(amounts.__all__) == dir(amounts)
    assert sorted(scorers.__all__) == dir(scorers)


class TestReading:
    """Points, or a share of the maximum, as rows print them."""

    @pytest.mark.parametrize(
        ("value", "read"),
        [
            (2, Amount(Fraction(2))),
            ("2,5", Amount(Fraction(5, 2))),
            (0.1, Amount(Fraction(1, 10))),
            (Decimal("-0.25"), Amount(Fraction(-1, 4))),
            ("-1/2", Amount(Fraction(-1, 2))),
            ("max", Amount(Fraction(1), of_max=True)),
            ("-max", Amount(Fraction(-1), of_max=True)),
            ("- max", Amount(Fraction(-1), of_max=True)),
            (" max ", Amount(Fraction(1), of_max=True)),
            ("1/2 max", Amount(HALF, of_max=True)),
            ("1/2max", Amount(HALF, of_max=True)),
            ("-1/2 max", Amount(-HALF, of_max=True)),
            ("50 % max", Amount(HALF, of_max=True)),
            ("0 max", Amount(Fraction(0), of_max=True)),
        ],
    )
    def test_of_what_is_printed(self, value: object, read: Amount) -> None:
        """A number is so many points; followed by ``max`` it is a share of the maximum."""
        assert read == amount(value)
        assert read == optional_amount(value)

    def test_of_an_amount(self) -> None:
        """What is already read is taken as it is."""
        assert FULL is amount(FULL)

    def test_of_nothing(self) -> None:
        """No amount is not an amount of zero."""
        assert optional_amount(None) is None
        assert NOTHING == optional_amount(0)

    @pytest.mark.parametrize(
        ("value", "why"),
        [
            ("half max", "'half' is no number; numbers are written like 3, 2.5, 48/28 or 99.59%"),
            ("+ max", "'+' is no number; numbers are written like 3, 2.5, 48/28 or 99.59%"),
            ("max max", "'max' is no number; numbers are written like 3, 2.5, 48/28 or 99.59%"),
            ("", "no value: a number is expected"),
            (None, "no value: a number is expected"),
            (True, "true and false are no numbers: a number is expected"),
            ([1], "a number is expected, not a value of type list"),
        ],
    )
    def test_refuses_what_is_neither(self, value: object, why: str) -> None:
        """Other text, nothing and answers are no amounts."""
        with pytest.raises(NumberError) as caught:
            amount(value)

        assert why == caught.value.text("en")


class TestPoints:
    """What an amount is worth under a maximum."""

    @pytest.mark.parametrize(
        ("given", "maximum", "points"),
        [
            ("2", None, "2"),
            ("2", "10", "2"),
            ("max", "10", "10"),
            ("-max", "10", "-10"),
            ("1/3 max", "10", "10/3"),
            ("max", "0", "0"),
            ("0 max", "10", "0"),
        ],
    )
    def test_of_a_share_grow_with_the_maximum(
        self, given: str, maximum: str | None, points: str
    ) -> None:
        """Fixed points do not."""
        top = None if maximum is None else Fraction(maximum)

        assert Fraction(points) == amount(given).at(top)

    @pytest.mark.parametrize(
        ("given", "said"), [("max", "max"), ("-max", "-max"), ("1/2 max", "1/2 max")]
    )
    def test_of_a_share_need_a_maximum(self, given: str, said: str) -> None:
        """A share of nothing known is refused."""
        with pytest.raises(NumberError) as caught:
            amount(given).at(None)

        assert f"{said} is a share of the maximum, but there is no maximum" == caught.value.text(
            "en"
        )
        assert f"{said} là phần của điểm tối đa, nhưng không có điểm tối đa" == caught.value.text(
            "vi"
        )


@pytest.mark.parametrize(
    "text", ["2", "-1/2", "5/2", "max", "-max", "1/2 max", "-1/2 max", "0 max"]
)
def test_reads_as_it_is_written(text: str) -> None:
    """Its text is read as the same amount again."""
    assert text == str(amount(text))
    assert text == repr(amount(text))
    assert amount(text) == amount(str(amount(text)))


def test_reads_as_it_is_written_however_many_digits_it_has() -> None:
    """Python writes no integer of more than 4300 digits at once; an amount is written whole."""
    assert "1/1" + "0" * 5000 == str(amount(Fraction(1, 10**5000)))
    assert "1/1" + "0" * 5000 + " max" == repr(Amount(Fraction(1, 10**5000), of_max=True))
