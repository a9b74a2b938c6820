import pickle
import subprocess
import sys
from copy import copy, deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrik import errors
from rubrik.errors import (
    CohortError,
    FileFormatError,
    NotFoundError,
    NumberError,
    Problem,
    ReadingError,
    RubricError,
    RubrikError,
    SubmissionError,
    TableError,
    meant,
    nearest,
)
from rubrik.wording import message

ABSENT = message("number-absent")
MEANT = message("did-you-mean", names=("cbcc", "cbnv"))
HERE = Problem(("criterion '3.4'", "score", "bands[1]"), ABSENT)
THERE = Problem(
    ("criterion '6.1'", "measure"), message("number-divided-by-zero", value="0/0"), MEANT
)
KINDS = [CohortError, ReadingError, RubricError, SubmissionError, TableError]

ERRORS = [
    RubrikError(ABSENT),
    RubrikError(ABSENT, MEANT),
    NumberError(ABSENT),
    NotFoundError(message("unknown-slug", name="'x'"), MEANT),
    FileFormatError(ABSENT),
    FileFormatError(ABSENT, "a.toml"),
    FileFormatError(ABSENT, "a.toml", 3),
    FileFormatError(ABSENT, path="a.toml", line=3, column=5),
    *(kind((HERE, THERE)) for kind in KINDS),
    *(kind([HERE]) for kind in KINDS),
]


def test_dir_is_all() -> None:
    """The module shows its public names and no others."""
    assert sorted(errors.__all__) == dir(errors)


@pytest.mark.parametrize("error", ERRORS, ids=repr)
class TestEveryError:
    """All errors have one root, and are values."""

    def test_has_the_root(self, error: RubrikError) -> None:
        """One except clause catches whatever the library refuses."""
        assert isinstance(error, RubrikError)

    def test_can_be_pickled(self, error: RubrikError) -> None:
        """An error crosses processes without losing anything."""
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - written a moment ago

        assert copy == error
        assert hash(copy) == hash(error)
        assert vars(copy) == vars(error)
        assert [copy.text("vi"), copy.text("en")] == [error.text("vi"), error.text("en")]

    def test_can_be_copied(self, error: RubrikError) -> None:
        """A copy, shallow or deep, is another error of the same content."""
        for each in (copy(error), deepcopy(error)):
            assert each is not error
            assert (error, vars(error)) == (each, vars(each))

    def test_keeps_what_was_noted_on_it(self, error: RubrikError) -> None:
        """A note that somebody adds goes with the error from process to process."""
        noted = deepcopy(error)
        noted.add_note("đang đọc tệp thứ hai")
        copied = pickle.loads(pickle.dumps(noted))  # noqa: S301 - written a moment ago

        assert ["đang đọc tệp thứ hai"] == copied.__notes__

    def test_is_english_as_text(self, error: RubrikError) -> None:
        """A traceback is in English."""
        assert str(error) == error.text("en")

    def test_is_equal_to_no_other(self, error: RubrikError) -> None:
        """Errors of another kind or content are different, and so is anything else."""
        assert 1 == ERRORS.count(error)
        assert error != ValueError(*error.args)


def test_every_kind_is_tried() -> None:
    """No class of errors is left out above."""
    kinds = {each for each in map(vars(errors).get, errors.__all__) if isinstance(each, type)}

    assert {each for each in kinds if issubclass(each, RubrikError)} == set(map(type, ERRORS))


ELSEWHERE = """
import pickle, sys
errors = pickle.load(sys.stdin.buffer)
sys.stdout.buffer.write(pickle.dumps([(each, str(each), each.text("vi")) for each in errors]))
"""


def test_errors_come_back_whole_from_another_process() -> None:
    """What was pickled here reads the same there, and comes back equal."""
    run = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=pickle.dumps(ERRORS),
        capture_output=True,
        check=True,
    )

    assert [(each, str(each), each.text("vi")) for each in ERRORS] == pickle.loads(run.stdout)  # noqa: S301 - likewise


NAMES = st.text(st.characters() | st.sampled_from("\ud800\udfff\n\0"), max_size=8)
"""Any text, with lone surrogates and control codes as the names of files can have."""

PROBLEMS = st.builds(
    Problem,
    st.lists(NAMES, max_size=3).map(tuple),
    NAMES.map(lambda name: message("unknown-slug", name=name)),
    st.none() | NAMES.map(lambda name: message("did-you-mean", names=(name,))),
)
LINES = st.none() | st.integers()


@given(
    error=st.one_of(
        [st.builds(kind, st.lists(PROBLEMS, max_size=3)) for kind in KINDS]
        + [st.builds(FileFormatError, st.just(ABSENT), NAMES, LINES, LINES)]
        + [st.builds(RubrikError, st.just(ABSENT), st.none() | st.just(MEANT))]
    )
)
def test_an_error_can_always_be_said(error: RubrikError) -> None:
    """Whatever it carries, its text can be had in both languages, also after it was pickled."""
    copied = pickle.loads(pickle.dumps(error))  # noqa: S301 - likewise

    assert str(error) == error.text("en") == str(copied)
    assert error.text("vi") == copied.text("vi")


def test_number_error_is_a_value_error() -> None:
    """Who expects Python's own error for a bad number gets it."""
    assert issubclass(NumberError, ValueError)


class TestText:
    """The whole message in both languages."""

    def test_of_a_message_alone(self) -> None:
        """An error without a hint is its sentence."""
        error = RubrikError(ABSENT)

        assert "no value: a number is expected" == error.text("en")
        assert "chưa có giá trị: cần một số" == error.text("vi")
        assert () == error.problems

    def test_with_a_hint(self) -> None:
        """What may have been meant follows in brackets."""
        error = NotFoundError(message("unknown-slug", name="cb"), MEANT)

        assert "there is no rubric cb (did you mean: cbcc, cbnv?)" == error.text("en")
        assert "không có bộ tiêu chí cb (có phải là: cbcc, cbnv?)" == error.text("vi")

    @pytest.mark.parametrize(
        ("error", "en", "vi"),
        [
            (FileFormatError(ABSENT), "", ""),
            (FileFormatError(ABSENT, "a.toml"), "a.toml: ", "a.toml: "),
            (FileFormatError(ABSENT, "a.toml", 3), "a.toml, line 3: ", "a.toml, dòng 3: "),
            (
                FileFormatError(ABSENT, "a.toml", 3, 5),
                "a.toml, line 3, column 5: ",
                "a.toml, dòng 3, cột 5: ",
            ),
            (FileFormatError(ABSENT, "", 3, 5), "line 3, column 5: ", "dòng 3, cột 5: "),
            (FileFormatError(ABSENT, "a\nb\udcff"), r"'a\nb\udcff': ", r"'a\nb\udcff': "),
        ],
    )
    def test_of_a_file(self, error: FileFormatError, en: str, vi: str) -> None:
        """File, line and column stand first where they are known, always on one line."""
        assert f"{en}no value: a number is expected" == error.text("en")
        assert f"{vi}chưa có giá trị: cần một số" == error.text("vi")

    @pytest.mark.parametrize("kind", KINDS)
    def test_of_one_problem(self, kind: type[RubricError]) -> None:
        """A problem alone is one line: where it is, and what it is."""
        error = kind([HERE])

        assert (HERE,) == error.problems
        assert ("criterion '3.4' › score › bands[1]: no value: a number is expected") == error.text(
            "en"
        )
        assert ("criterion '3.4' › score › bands[1]: chưa có giá trị: cần một số") == error.text(
            "vi"
        )

    @pytest.mark.parametrize("kind", KINDS)
    def test_of_several_problems(self, kind: type[RubricError]) -> None:
        """Several problems are counted, then listed one by one."""
        error = kind((HERE, THERE))

        assert (HERE, THERE) == error.problems
        assert [
            "2 problems:",
            "- criterion '3.4' › score › bands[1]: no value: a number is expected",
            "- criterion '6.1' › measure: 0/0 divides by zero (did you mean: cbcc, cbnv?)",
        ] == error.text("en").splitlines()
        assert [
            "2 lỗi:",
            "- criterion '3.4' › score › bands[1]: chưa có giá trị: cần một số",
            "- criterion '6.1' › measure: 0/0 có mẫu số bằng 0 (có phải là: cbcc, cbnv?)",
        ] == error.text("vi").splitlines()

    def test_of_a_problem_without_a_path(self) -> None:
        """A problem of the whole file is said without a place."""
        problem = Problem((), ABSENT, MEANT)

        assert "no value: a number is expected (did you mean: cbcc, cbnv?)" == problem.text("en")
        assert problem.text("en") == str(problem)


class TestNearest:
    """Who misspells a name is told what may have been meant."""

    NAMES = ("cbcc", "cbcc_co_may_tinh", "tong", "Truong")

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("cbc", ("cbcc",)),
            ("CBCC", ("cbcc",)),
            ("truong", ("Truong", "tong")),
            ("xyz", ()),
            ("", ()),
            ("cbcc" * 51, ()),
        ],
    )
    def test_finds_names_that_come_near(self, name: str, expected: tuple[str, ...]) -> None:
        """The likeliest come first, in whatever case, and nothing far off is named."""
        assert expected == nearest(name, self.NAMES)

    def test_names_at_most_so_many(self) -> None:
        """Three names are given unless fewer are asked for."""
        names = [f"input_{number}" for number in range(9)]

        assert 3 == len(nearest("input_x", names))
        assert 1 == len(nearest("input_x", names, 1))

    def test_leaves_out_endless_candidates(self) -> None:
        """A candidate of ten million characters costs no time."""
        assert ("cbcc",) == nearest("cbc", ["c" * 10**7, "cbcc"])

    def test_compares_fewer_names_where_they_are_long(self) -> None:
        """Comparing takes the product of both lengths: there is a limit to the sum of these."""
        long = "a" * 80
        names = [f"{long[:-3]}{number:03}" for number in range(400)]

        assert ("a" * 77 + "019",) == nearest(long[:-3] + "019", names, 1)
        assert nearest(long[:-3] + "025", names, 1)[0] in names[:20]
        assert ("399",) == nearest("399", [f"{number:03}" for number in range(400)], 1)

    def test_becomes_a_hint(self) -> None:
        """What comes near is asked for, and nothing is asked where nothing does."""
        assert message("did-you-mean", names=("cbcc",)) == meant("cbc", self.NAMES)
        assert meant("xyz", self.NAMES) is None
