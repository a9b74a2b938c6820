"""What can go wrong: one root, few kinds, each built from messages and said in two languages.

An error's ``str`` is English; ``text("vi")`` is Vietnamese. All errors can be pickled, and two
errors of one kind with the same content are equal.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from attrs import frozen

from rubrik.figures import Lang
from rubrik.wording import Message, message, quoted

__all__ = [
    "FileFormatError",
    "NotFoundError",
    "NumberError",
    "Problem",
    "ReadingError",
    "RubricError",
    "RubrikError",
    "SubmissionError",
    "nearest",
]


def __dir__() -> list[str]:
    return __all__


_LONGEST_NAME = 200  # comparing takes quadratic time, and nobody misspells more than this


def nearest(name: str, candidates: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """The candidates that ``name`` may have been meant to be, at most ``n``, the likeliest first.

    Upper and lower case count as the same. Names of more than 200 characters are not compared.

    Examples:
        >>> nearest("cbc", ["cbcc", "tong", "cbnv"])
        ('cbcc', 'cbnv')
    """
    if len(name) > _LONGEST_NAME:
        return ()
    folded = {each.casefold(): each for each in candidates if len(each) <= _LONGEST_NAME}
    return tuple(folded[each] for each in get_close_matches(name.casefold(), folded, n))


@frozen
class Problem:
    """One thing that is wrong, and where: ``("criterion '3.4'", "score", "bands[1]")``."""

    path: tuple[str, ...]
    message: Message
    hint: Message | None = None

    @property
    def wording(self) -> Message:
        """The whole of it: the path, what is wrong, and the hint in brackets."""
        said = self.message
        if self.path:
            said = message("at-path", path=" › ".join(self.path), problem=said)
        return said if self.hint is None else message("with-hint", problem=said, hint=self.hint)

    def text(self, lang: Lang) -> str:
        """The whole of it on one line, in one of the two languages."""
        return self.wording.text(lang)


class RubrikError(Exception):
    """The root of all errors that `rubrik` raises on purpose.

    Attributes:
        message: What is wrong.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def text(self, lang: Lang) -> str:
        """What is wrong, in one of the two languages."""
        return self.message.text(lang)

    def __str__(self) -> str:
        return self.text("en")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.args == other.args  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((type(self), self.args))


class NumberError(RubrikError, ValueError):
    """A value is not the number that is needed: seen by whoever passed it."""


class NotFoundError(RubrikError):
    """No rubric has this name: seen by whoever asked for it.

    Attributes:
        name: What was asked for.
        suggestions: Names that may have been meant.
    """

    def __init__(self, name: str, suggestions: tuple[str, ...] = ()) -> None:
        hint = message("did-you-mean", names=suggestions) if suggestions else None
        super().__init__(Problem((), message("not-found", name=quoted(name)), hint).wording)
        self.name = name
        self.suggestions = suggestions
        self.args = (name, suggestions)


class FileFormatError(RubrikError):
    """A file cannot be read at all: seen by whoever named it.

    Attributes:
        path: The file.
        expected: What was expected of it, or what was found instead.
        line: The line, from 1, where it is known.
        column: The column, from 1, where it is known.
    """

    def __init__(
        self, path: str, expected: Message, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(_in_file(path, expected, line, column))
        self.path = path
        self.expected = expected
        self.line = line
        self.column = column
        self.args = (path, expected, line, column)


def _in_file(path: str, expected: Message, line: int | None, column: int | None) -> Message:
    if line is None:
        return message("in-file", file=path, expected=expected)
    if column is None:
        return message("in-file-line", file=path, line=line, expected=expected)
    return message("in-file-column", file=path, line=line, column=column, expected=expected)


class _ProblemsError(RubrikError):
    """Something is refused with all its problems at once.

    Attributes:
        problems: All of them, in the order in which they were found.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        only = count == 1
        super().__init__(self.problems[0].wording if only else message("problems", count=count))
        self.args = (self.problems,)

    def text(self, lang: Lang) -> str:
        """A problem alone on its line; several under a line that counts them."""
        if len(self.problems) == 1:
            return super().text(lang)
        return "\n- ".join((super().text(lang), *(each.text(lang) for each in self.problems)))


class RubricError(_ProblemsError):
    """A rubric does not hold together: seen by whoever wrote it."""


class SubmissionError(_ProblemsError):
    """A submission does not fit its rubric: seen by whoever filled it in."""


class ReadingError(_ProblemsError):
    """A reading or an option was chosen that the rubric does not offer: seen by whoever chose it."""
