from decimal import Decimal
from fractions import Fraction

import pytest

from rubrik.errors import NumberError, RubrikError
from rubrik.measures import (
    OUT_OF_DOMAIN,
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    Input,
    ItemsInput,
    Reported,
    ShareInput,
    SourcePlace,
    TableInput,
    inputs,
    reported,
)

STAFF = CountInput(name="cbcc", label="Tổng số CBCC", unit="người")
MONTHS = CountInput(name="thang", label="Số tháng", max=12)
MONEY = AmountInput(name="kinh_phi", label="Kinh phí", unit="triệu đồng")
BARE = AmountInput(name="diem", label="Điểm", unit="")
SHARE = ShareInput(name="ty_le", label="Tỷ lệ")
ABOVE = ShareInput(name="ty_le_tren", label="Tỷ lệ có thể vượt 100 %", above_one=True)
GROWTH = ShareInput(name="tang", label="Tốc độ tăng", below_zero=True, above_one=True)
FALL = ShareInput(name="giam", label="Tốc độ giảm", below_zero=True)
FLAG = FlagInput(name="co", label="Có ban hành")
PASSED = FlagInput(name="dat", label="Đạt chuẩn", yes="Đạt", no="Chưa đạt")
NEGATIVE = FlagInput(name="khong", label="Không có sự cố", yes="Không", no="Có")
CHOICE = ChoiceInput(
    name="hinh_thuc", label="Hình thức", options={"rieng": "Riêng", "chung": "Dùng chung"}
)
ITEMS = ItemsInput(name="nen_tang", label="Nền tảng", options={"zalo": "Zalo", "web": "Trang web"})
TABLE = TableInput(
    name="bang_1",
    label="Bảng 1",
    part="số hồ sơ trực tuyến",
    whole="tổng số hồ sơ",
    rows="so_dich_vu",
    sum="tong_ty_le",
    mean="ty_le_trung_binh",
    form="Biểu 1",
)


def refusal(declared: Input, answer: Reported) -> str:
    """Why an answer is refused, in English."""
    with pytest.raises(NumberError) as caught:
        declared.read(answer)
    return caught.value.text("en")


OUTSIDE = "outside of its domain"


def test_one_word_is_not_both_answers() -> None:
    """A flag whose yes and no read the same cannot be answered."""
    with pytest.raises(RubrikError, match=r"^'Có' is both the yes and the no$"):
        FlagInput(name="f", label="F", yes="Có", no="có")


@pytest.mark.parametrize("ratio", [Fraction(-1), Fraction(2)])
def test_an_empty_row_counts_as_a_ratio_of_a_part(ratio: Fraction) -> None:
    """What 0/0 stands for in a table lies between none and all."""
    said = f"^the ratio of a row lies between 0 and 1, which {ratio} does not$"
    with pytest.raises(NumberError, match=said):
        TableInput(name="t", label="T", part="p", whole="w", empty_row=ratio)


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(inputs.__all__) == dir(inputs)


def test_out_of_domain_is_said_in_both_languages() -> None:
    """A value of the right kind in the wrong place has its own sentence."""
    assert OUTSIDE == OUT_OF_DOMAIN.text("en")
    assert "ngoài miền giá trị" == OUT_OF_DOMAIN.text("vi")


class TestReported:
    """Answers are kept as files hold them."""

    @pytest.mark.parametrize(
        ("value", "kept"),
        [
            (True, True),
            (3, 3),
            ("99,59%", "99,59%"),
            (Fraction(1, 3), "1/3"),
            (Fraction(3), 3),
            (Decimal("2.5"), "5/2"),
            (0.1, "1/10"),
            (2.0, 2),
            ([1, [0.5, "x"]], (1, ("1/2", "x"))),
            ((), ()),
            ({"b", "a"}, ("a", "b")),
            (frozenset({"b", "a"}), ("a", "b")),
        ],
    )
    def test_keeps_what_it_says(self, value: object, kept: Reported) -> None:
        """Whole numbers, truth and text stay, lists become tuples, other numbers exact text."""
        assert kept == reported(value)
        assert type(kept) is type(reported(value))

    def test_refuses_what_is_no_answer(self) -> None:
        """What is neither text nor a number cannot be reported."""
        with pytest.raises(NumberError) as caught:
            reported(None)

        assert "no value: a number is expected (leave it out if it was not reported)" == (
            str(caught.value)
        )

    def test_keeps_endless_numbers_as_text(self) -> None:
        """A fraction is taken however large it is, but Python writes no integer of any size."""
        largest = Fraction(10**400 - 1)

        assert 10**400 - 1 == reported(largest)
        assert "1" + "0" * 400 == reported(largest + 1)
        assert "-1" + "0" * 5000 == reported(Fraction(-(10**5000)))

    def test_refuses_lists_that_have_no_end(self) -> None:
        """A list that holds itself is refused, as one is that no file could hold."""
        endless: list[object] = []
        endless.append(endless)
        with pytest.raises(NumberError) as caught:
            reported(endless)

        assert "a number is expected, not a value of type list" == str(caught.value)

    @pytest.mark.parametrize(("levels", "is_kept"), [(64, True), (65, False)])
    def test_keeps_as_many_levels_as_a_file_holds(self, levels: int, is_kept: bool) -> None:
        """Lists may be nested 64 deep, and no deeper."""
        answer: object = "x"
        kept: object = "x"
        for _ in range(levels):
            answer, kept = [answer], (kept,)

        if is_kept:
            assert kept == reported(answer)
        else:
            with pytest.raises(NumberError):
                reported(answer)


@pytest.mark.parametrize(
    ("declared", "en", "vi"),
    [
        (STAFF, "a whole number from 0 up", "một số nguyên từ 0 trở lên"),
        (MONTHS, "a whole number from 0 to 12", "một số nguyên từ 0 đến 12"),
        (MONEY, "a number from 0 up (triệu đồng)", "một số từ 0 trở lên (triệu đồng)"),
        (BARE, "a number from 0 up", "một số từ 0 trở lên"),
        (SHARE, "a share from 0 to 100%", "một tỷ lệ từ 0 đến 100%"),
        (ABOVE, "a share from 0% up", "một tỷ lệ từ 0% trở lên"),
        (GROWTH, "a share from -100% up", "một tỷ lệ từ -100% trở lên"),
        (FALL, "a share from -100 to 100%", "một tỷ lệ từ -100 đến 100%"),
        (FLAG, "Có or Không", "Có hoặc Không"),
        (PASSED, "Đạt or Chưa đạt", "Đạt hoặc Chưa đạt"),
        (CHOICE, "one of: rieng, chung", "một trong: rieng, chung"),
        (
            ITEMS,
            "a list of different items out of: zalo, web",
            "một danh sách gồm các mục khác nhau trong: zalo, web",
        ),
        (
            TABLE,
            "a list of rows [số hồ sơ trực tuyến, tổng số hồ sơ], no part above its whole",
            "danh sách các dòng [số hồ sơ trực tuyến, tổng số hồ sơ], phần không lớn hơn tổng",
        ),
    ],
    ids=lambda each: each.name if hasattr(each, "name") else "",
)
def test_what_is_allowed_can_be_said(declared: Input, en: str, vi: str) -> None:
    """Every kind of input says its domain in both languages."""
    assert en == declared.allowed.text("en")
    assert vi == declared.allowed.text("vi")


@pytest.mark.parametrize(
    ("declared", "span", "integer"),
    [
        (STAFF, "[0, ∞)", True),
        (MONTHS, "[0, 12]", True),
        (MONEY, "[0, ∞)", False),
        (SHARE, "[0, 1]", False),
        (ABOVE, "[0, ∞)", False),
        (GROWTH, "[-1, ∞)", False),
        (FALL, "[-1, 1]", False),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_a_number_has_a_domain(
    declared: CountInput | AmountInput | ShareInput, span: str, integer: bool
) -> None:
    """What may be reported is an interval, of whole numbers for a count."""
    assert span == str(declared.domain.span)
    assert integer == declared.domain.integer


class TestCount:
    """Whole things are counted."""

    def test_may_be_limited_to_none(self) -> None:
        """A limit of 0 is a limit; a negative one is refused."""
        assert "[0, 0]" == str(CountInput(name="a", label="A", max=0).domain.span)
        with pytest.raises(RubrikError) as caught:
            CountInput(name="a", label="A", max=-1)
        assert "-1 is below 0: a number of at least 0 is expected" == str(caught.value)

    @pytest.mark.parametrize(
        ("answer", "count"), [(0, 0), (12, 12), ("7", 7), ("1.234.567", 1234567), ("12/4", 3)]
    )
    def test_reads_whole_numbers(self, answer: Reported, count: int) -> None:
        """Text is read as everywhere; zero is a count."""
        assert count == STAFF.read(answer)
        assert int is type(STAFF.read(answer))

    @pytest.mark.parametrize(
        ("answer", "why"),
        [
            (-1, OUTSIDE),
            ("-1", "-1 is below 0: a number of at least 0 is expected"),
            ("2,5", "2.5 is not a whole number: it lies between 2 and 3"),
            (True, "true and false are no numbers: a number is expected"),
            ((), "a number is expected, not a value of type tuple"),
        ],
    )
    def test_refuses_what_is_no_count(self, answer: Reported, why: str) -> None:
        """Negative numbers, fractions, answers and lists count nothing."""
        assert why == refusal(STAFF, answer)

    def test_ends_at_its_limit(self) -> None:
        """There is no thirteenth month."""
        assert 12 == MONTHS.read(12)
        assert OUTSIDE == refusal(MONTHS, 13)
        assert OUTSIDE == refusal(MONTHS, "13")


class TestAmount:
    """Amounts are rationals from zero up."""

    @pytest.mark.parametrize(("answer", "amount"), [(0, "0"), ("0,5", "1/2"), ("48/28", "12/7")])
    def test_reads_numbers(self, answer: Reported, amount: str) -> None:
        """Decimals and quotients are read exactly."""
        assert Fraction(amount) == MONEY.read(answer)

    def test_refuses_a_negative_number(self) -> None:
        """Nobody spends less than nothing."""
        assert "-0.5 is below 0: a number of at least 0 is expected" == refusal(MONEY, "-0,5")


class TestShare:
    """Shares are parts of one, unless they may be more, or fall."""

    @pytest.mark.parametrize(
        ("declared", "answer", "share"),
        [
            (SHARE, 0, "0"),
            (SHARE, 1, "1"),
            (SHARE, "100%", "1"),
            (SHARE, "99,59 %", "9959/10000"),
            (ABOVE, "140%", "7/5"),
            (GROWTH, "-5%", "-1/20"),
            (GROWTH, "-100%", "-1"),
            (GROWTH, "250%", "5/2"),
            (FALL, "-100%", "-1"),
            (FALL, "100%", "1"),
        ],
    )
    def test_reads_what_lies_in_its_domain(
        self, declared: ShareInput, answer: Reported, share: str
    ) -> None:
        """Both ends of the domain belong to it."""
        assert Fraction(share) == declared.read(answer)

    @pytest.mark.parametrize(
        ("declared", "answer"),
        [
            (SHARE, "140%"),
            (SHARE, "1000000001/1000000000"),
            (SHARE, "-1/1000000000"),
            (ABOVE, "-1/1000000000"),
            (GROWTH, "-1000000001/1000000000"),
            (FALL, "1000000001/1000000000"),
        ],
    )
    def test_refuses_what_lies_beyond(self, declared: ShareInput, answer: Reported) -> None:
        """The smallest step over an end is one too far."""
        assert OUTSIDE == refusal(declared, answer)

    @pytest.mark.parametrize(
        ("answer", "hint"), [(85, "85%"), ("70,5", "70.5%"), (2, "2%"), ("100", "100%")]
    )
    def test_asks_whether_percents_were_meant(self, answer: Reported, hint: str) -> None:
        """From 2 to 100 a share is likely one of hundredths."""
        with pytest.raises(NumberError) as raised:
            SHARE.read(answer)

        assert f"outside of its domain (a percentage is written {hint})" == str(raised.value)

    @pytest.mark.parametrize("answer", ["200%", "1,99", 101])
    def test_asks_so_of_nothing_else(self, answer: Reported) -> None:
        """What has its sign already, or is no percentage either, is only refused."""
        assert OUTSIDE == refusal(SHARE, answer)


class TestFlag:
    """A yes or a no, in several words."""

    @pytest.mark.parametrize("answer", [True, "Có", " có ", "ĐẠT", "true", "Yes", 1, "1", "x", "X"])
    def test_reads_a_yes(self, answer: Reported) -> None:
        """Whatever the case, and a tick as well."""
        assert FLAG.read(answer) is True

    @pytest.mark.parametrize(
        "answer",
        [False, "Không", "chưa", "Chưa có", "chưa đạt", "không đạt", "FALSE", "no", 0, "0"],
    )
    def test_reads_a_no(self, answer: Reported) -> None:
        """The words for no, and zero."""
        assert FLAG.read(answer) is False

    @pytest.mark.parametrize("answer", ["", "có lẽ", 2, "10", ("Có",)])
    def test_refuses_other_words(self, answer: Reported) -> None:
        """What is neither is not guessed."""
        assert OUTSIDE == refusal(FLAG, answer)

    def test_the_printed_words_win(self) -> None:
        """Where the print says yes with "Không", a "không" is a yes, and "có" is a no."""
        assert NEGATIVE.read("không") is True
        assert NEGATIVE.read(" Có ") is False

    def test_reads_its_own_words(self) -> None:
        """Printed words need not be those of the house."""
        flag = FlagInput(name="a", label="a", yes="Đã có", no="Đang làm")

        assert flag.read("đã có") is True
        assert flag.read("đang làm") is False

    def test_says_its_answers(self) -> None:
        """Both answers have their printed word."""
        assert (True, False) == PASSED.answers
        assert ["Đạt", "Chưa đạt"] == [PASSED.word(each) for each in PASSED.answers]


class TestChoice:
    """One of several printed options."""

    def test_reads_an_id(self) -> None:
        """An option is named by its id."""
        assert "rieng" == CHOICE.read("rieng")

    @pytest.mark.parametrize("answer", ["Cái khác", "", 0, True, ("x",)])
    def test_refuses_anything_else(self, answer: Reported) -> None:
        """Printed words are no ids."""
        assert OUTSIDE == refusal(CHOICE, answer)

    def test_asks_for_the_nearest_option(self) -> None:
        """Whoever misspells an id is told which one comes near."""
        assert f"{OUTSIDE} (did you mean: rieng?)" == refusal(CHOICE, "rien")

    def test_says_its_answers(self) -> None:
        """Options stand in printed order, with their words."""
        assert ("rieng", "chung") == CHOICE.answers
        assert ["Riêng", "Dùng chung"] == [CHOICE.word(each) for each in CHOICE.answers]


class TestItems:
    """Any number of items of a printed list."""

    @pytest.mark.parametrize(
        ("answer", "ticked"),
        [((), set()), (("zalo",), {"zalo"}), (("web", "zalo"), {"zalo", "web"})],
    )
    def test_reads_the_ticked_ones(self, answer: Reported, ticked: set[str]) -> None:
        """None, some or all may be ticked, in any order."""
        assert ticked == ITEMS.read(answer)

    @pytest.mark.parametrize("answer", ["zalo", 1, True, ("zalo", "zalo"), ("zalo", "mạng"), (1,)])
    def test_refuses_other_lists(self, answer: Reported) -> None:
        """No list, an item twice and an unknown item are all refused."""
        assert OUTSIDE == refusal(ITEMS, answer)

    def test_asks_for_the_nearest_item(self) -> None:
        """Whoever misspells an item is told which one comes near."""
        assert f"{OUTSIDE} (did you mean: zalo?)" == refusal(ITEMS, ("web", "zalp"))

    def test_says_its_items(self) -> None:
        """Items have their printed words."""
        assert "Trang web" == ITEMS.word("web")


def test_a_source_place_names_lines() -> None:
    """Where a row was printed: its document and first line, its texts if they stand apart."""
    place = SourcePlace(file="thanh-hoa", line=420, printed="420-423,436")

    assert ("thanh-hoa", 420, "", "420-423,436", "") == (
        place.file, place.line, place.name, place.printed, place.note,
    )  # fmt: skip


@pytest.mark.parametrize(
    "word", ["không", "Chưa", "chưa có", "chưa đạt", "không đạt", "false", "no", "0", "Chưa làm"]
)
def test_a_no_may_be_said_in_any_common_word(word: str) -> None:
    """Whatever word the form prints for it."""
    assert FlagInput(name="f", label="F", yes="Đã làm", no="Chưa làm").read(word) is False


@pytest.mark.parametrize("word", ["có", "Đạt", "true", "yes", "1", "x", "Đã làm"])
def test_a_yes_may_be_said_in_any_common_word(word: str) -> None:
    """Whatever word the form prints for it."""
    assert FlagInput(name="f", label="F", yes="Đã làm", no="Chưa làm").read(word) is True


def test_a_share_has_no_unit() -> None:
    """It is a number of nothing."""
    assert "" == ShareInput(name="s", label="S").unit


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Không vi phạm", "Có vi phạm"),
        ("Đầy đủ", "Có, chưa đầy đủ"),
        ("Hoàn thành tốt", "Đạt một phần"),
        ("Đúng hạn", "Đã quá hạn"),
        ("On time", "Yes, late"),
        *(
            (f"{word} found", "Some found")
            for word in ("Không", "Chưa", "No", "Not", "None", "Never", "Without")
        ),
    ],
)
def test_common_words_that_could_mean_either_are_refused(yes: str, no: str) -> None:
    """A "Có" to "Có vi phạm" is no yes; the printed words, true and false leave no doubt."""
    asked = FlagInput(name="f", label="F", yes=yes, no=no)

    assert [asked.read(each) for each in (yes, "TRUE", True)] == [True, True, True]
    assert [asked.read(each) for each in (no, "false", False)] == [False, False, False]
    for word in ("Có", "yes", "x", "1", "Không", "no", "0", "Chưa đạt"):
        with pytest.raises(NumberError):
            asked.read(word)
