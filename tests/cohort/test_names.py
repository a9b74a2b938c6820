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
        ["", " ", "1", "Xa", "Xã", "Xã 1", "Xã 2", "Ωmega"],
        ["xã a", "Xã B", "xã c"],
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(names: list[str]) -> None:
    """That of Vietnamese: đ after d, tones only among what is else the same."""
    assert names == sorted(names[::-1], key=alphabetical)
