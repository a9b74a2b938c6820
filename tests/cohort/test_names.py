import pytest

from rubrik.cohort.names import alphabetical, same_name


def test_names_of_one_unit_are_the_same() -> None:
    """Blanks, capitals, and letters that were typed in one or in two."""
    assert same_name("UBND xã Hoà") == same_name(" ubnd  xa\u0303 HOA\u0300 ")
    assert same_name("UBND xã A") != same_name("UBND xa A")


@pytest.mark.parametrize(
    "names",
    [
        ["An", "Ăn", "Ân", "Bình"],
        ["Dân", "Đông", "Én"],
        ["Tây", "Tho", "Thò", "Thỏ", "Thõ", "Thó", "Thọ", "Thô", "Thơ", "Zu"],
        ["", " ", "1", "Xa", "Xã", "Xã 1", "Xã 2", "Xã 10", "Xã 10a", "Ωmega"],
        ["1", "9" * 5000, "A"],
        ["xã a", "Xã B", "xã c"],
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(names: list[str]) -> None:
    """That of Vietnamese: đ after d, tones only among what is else the same."""
    jumbled = names[::-1]

    assert names == sorted(jumbled, key=alphabetical)
