"""What can go wrong: one root, few kinds, each built from messages and said in two languages.

An error's ``str`` is English; ``text("vi")`` is Vietnamese. All errors can be pickled, and two
errors of one kind with the same content are equal.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from itertools import accumulate, islice, takewhile
from typing import TypeVar

from attrs import frozen

from rubrik.figures import Lang
from rubrik.wording import Arg, Message, message, named, quoted

__all__ = [
    "CohortError",
    "FileFormatError",
    "NotFoundError",
    "NumberError",
    "Problem",
    "ReadingError",
    "RubricError",
    "RubrikError",
    "SubmissionError",
    "TableError",
    "asked_back",
    "bounded",
    "meant",
    "member",
    "nearest",
    "required",
]


def __dir__() -> list[str]:
    return __all__


E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")

_LONGEST_NAME = 80  # comparing takes quadratic time, and nobody misspells more than this
_MOST_NAMES = 400  # likewise: more than any printed rubric asks for
_MOST_PAIRS = 130_000  # of characters: the longest name against all of the largest printed rubric
_MOST_PROBLEMS = 200  # nobody mends more at a time


def nearest(name: str, candidates: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """The candidates that ``name`` may have been meant to be, at most ``n``, the likeliest first.

    Upper and lower case count as the same. Names of more than 80 characters are not compared, and
    no more than 400 candidates are, fewer where they are long.

    Examples:
        >>> nearest("cbc", ["cbcc", "tong", "truong"])
        ('cbcc',)
    """
    if len(name) > _LONGEST_NAME:
        return ()
    short = [*islice((each for each in candidates if len(each) <= _LONGEST_NAME), _MOST_NAMES)]
    pairs = accumulate(len(name) * len(each) for each in short)
    most = sum(1 for _ in takewhile(lambda sum_of_pairs: sum_of_pairs <= _MOST_PAIRS, pairs))
    folded = {each.casefold(): each for each in short[:most]}
    return tuple(folded[each] for each in get_close_matches(name.casefold(), folded, n))


def meant(name: str, candidates: Iterable[str], n: int = 3) -> Message | None:
    """The hint that asks for the ``n`` nearest candidates, or ``None`` where none comes near."""
    return asked_back(nearest(name, candidates, n))


def asked_back(names: Iterable[str]) -> Message | None:
    """The hint that asks whether one of some names was meant, or ``None`` where there are none.

    Examples:
        >>> asked_back(["cbcc", "tong"]).text("en")
        'did you mean: cbcc, tong?'
    """
    found = tuple(map(named, names))
    return message("did-you-mean", names=found) if found else None


@frozen
class Problem:
    """One thing that is wrong, and where: ``("criterion '3.4'", "score", "bands[1]")``."""

    path: tuple[str, ...]
    message: Message
    hint: Message | None = None

    def text(self, lang: Lang) -> str:
        """The path, what is wrong, and the hint in brackets: one line, in one of two languages.

        Raises:
            ValueError: the language is neither ``vi`` nor ``en``.
        """
        place = " › ".join([_step(step).text(lang) for step in self.path])
        said = _placed((place,) if place else (), self.message)
        if self.hint is not None:
            said = message("with-hint", problem=said, hint=self.hint)
        return said.text(lang)

    def __str__(self) -> str:
        return self.text("en")


def _step(step: str) -> Message:
    """A step of a path: the keys of files are the same in both languages, columns are no keys."""
    word, _, name = step.partition(" ")
    if word == "column" and name:
        return message("column", number=named(name, _LONGEST_NAME))
    return message("step", name=named(step, _LONGEST_NAME))


def _placed(place: tuple[Arg, ...], problem: Message) -> Message:
    return message("at-place", place=place, problem=problem) if place else problem


def bounded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems, or the first 200 and one that says that there are more.

    A hostile file can hold a million of them, each with a search for what may have been meant.
    """
    problems = iter(problems)
    found = tuple(islice(problems, _MOST_PROBLEMS))
    is_all = next(problems, None) is None
    return found if is_all else (*found, Problem((), message("more-problems")))


class RubrikError(Exception):
    """The root of all errors that `rubrik` raises on purpose.

    Attributes:
        message: What is wrong.
        hint: What may have been meant, if anything comes near.
        problems: Every single problem, where an error can carry several of them.
    """

    problems: tuple[Problem, ...] = ()

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def text(self, lang: Lang) -> str:
        """What is wrong, in one of the two languages.

        Raises:
            ValueError: the language is neither ``vi`` nor ``en``.
        """
        return Problem((), self.message, self.hint).text(lang)

    def __str__(self) -> str:
        return self.text("en")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RubrikError) and self._content == other._content

    def __hash__(self) -> int:
        return hash(self._content)

    @property
    def _content(self) -> tuple[object, ...]:
        return type(self), self.args


def member(kind: type[E], value: object) -> E:
    """The member of an enumeration of words that ``value`` is, or names.

    Raises:
        RubrikError: it is none of them.
    """
    names = [str(each.value) for each in kind]
    if value not in names:
        said = message("not-one-of", found=quoted(str(value)), allowed=tuple(names))
        raise RubrikError(said, meant(str(value), names))
    return kind(value)


_MAKERS = {
    "Rubric": ("rubrik.load", "rubrik.loads"),
    "Scoresheet": ("rubrik.score",),
    "Submission": ("rubrik.Submission", "rubrik.load_submission"),
}


def required(value: V, kind: type) -> V:
    """A value that is of a kind, refused before it fails deep inside where it is of another.

    Raises:
        TypeError: it is of another kind: a mistake in the calling program.
    """
    if isinstance(value, kind):
        return value
    said = message("kind-required", kind=kind.__name__, found=type(value).__name__)
    makers = _MAKERS.get(kind.__name__)
    hint = message("kind-made-by", makers=makers) if makers else None
    raise TypeError(Problem((), said, hint).text("en"))


class NumberError(RubrikError, ValueError):
    """A value is not the number that is needed: seen by whoever passed it."""


class NotFoundError(RubrikError):
    """No rubric has this name: seen by whoever asked for it. The hint names what comes near."""


class FileFormatError(RubrikError):
    """A file cannot be read at all: seen by whoever named it.

    Attributes:
        message: What was expected of it, or what was found instead.
        path: The file; empty for text that comes from none.
        line: The line, from 1, where it is known.
        column: The column, from 1, where it is known.
    """

    def __init__(
        self, message: Message, path: str = "", line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.column = column
        self.args = (message, path, line, column)  # what pickle builds it from again

    def text(self, lang: Lang) -> str:
        """The file, the place in it and what is wrong, on one line in one of the two languages."""
        file = self.path if self.path.isprintable() else quoted(self.path)
        line = None if self.line is None else message("line", number=self.line)
        column = None if self.column is None else message("column", number=self.column)
        place = tuple(each for each in (file, line, column) if each)
        return _placed(place, self.message).text(lang)


class _ProblemsError(RubrikError):
    """Something is refused, with all its problems at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(message("problems", count=len(self.problems)))
        self.args = (self.problems,)

    def text(self, lang: Lang) -> str:
        """A problem alone on its line; several under a line that counts them."""
        lines = [each.text(lang) for each in self.problems]
        return lines[0] if len(lines) == 1 else "\n- ".join((self.message.text(lang), *lines))


class RubricError(_ProblemsError):
    """A rubric does not hold together: seen by whoever wrote it."""


class SubmissionError(_ProblemsError):
    """A submission does not fit its rubric: seen by whoever filled it in."""


class TableError(_ProblemsError):
    """A table does not fit its rubric: seen by whoever passed it."""


class ReadingError(_ProblemsError):
    """A reading or option was chosen that the rubric does not offer: seen by whoever chose it."""


class CohortError(_ProblemsError):
    """Units cannot be compared as asked: seen by whoever put the cohort together, or its file."""
