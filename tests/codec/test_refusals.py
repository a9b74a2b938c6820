import pytest
from cattrs.errors import AttributeValidationNote, ClassValidationError

from rubrik import Criterion
from rubrik.codec.refusals import problems_in
from rubrik.errors import NumberError, Problem, RubricError
from rubrik.wording import message

ABSENT = message("number-absent")


def test_a_problem_keeps_its_path() -> None:
    """Problems that know where they stand below a place stand there below it."""
    error = RubricError([Problem(("bands[1]",), ABSENT)])

    assert [Problem(("score", "bands[1]"), ABSENT)] == list(problems_in(error, {}, ("score",)))


def test_an_error_alone_stands_where_it_was_found() -> None:
    """An error of one message is one problem."""
    assert [Problem(("max",), ABSENT)] == list(problems_in(NumberError(ABSENT), {}, ("max",)))


def test_what_is_no_refusal_is_raised_again() -> None:
    """An error that nobody refused anything with is a mistake of ours, and is not hidden."""
    with pytest.raises(ZeroDivisionError, match=r"^x$"):
        list(problems_in(ZeroDivisionError("x"), {}))


def test_notes_of_others_are_passed_over() -> None:
    """An error that passed through other hands has their notes on it as well."""
    error = NumberError(ABSENT)
    error.add_note("seen by somebody else")
    error.__notes__.append(AttributeValidationNote("at max", "max", int))
    group = ClassValidationError("all of them", [error], Criterion)

    assert [Problem(("max",), ABSENT)] == list(problems_in(group, {}))
