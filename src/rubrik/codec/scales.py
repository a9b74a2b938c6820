"""Level rules of the caller's own: scales from plain data that holds nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cattrs.errors import BaseValidationError

from rubrik.codec.levels import spelled_out
from rubrik.codec.refusals import problems_in
from rubrik.codec.structure import converter, expect
from rubrik.errors import Problem, RubricError, RubrikError, bounded, meant
from rubrik.rubric import joined, scale_problems
from rubrik.scales import Scale
from rubrik.wording import message, named

__all__ = ["scales_from"]


def __dir__() -> list[str]:
    return __all__


Raw = Mapping[str, Any]


def scales_from(raw: Raw) -> tuple[Scale, ...]:
    """The scales of a file that holds nothing else, with the levels of each other put in.

    What they ask of rows, and of levels elsewhere, is looked for when they are applied.

    Raises:
        RubricError: with every problem found, each with its path.
    """
    found: list[Scale] = []
    problems = bounded((*_other_keys(raw), *_read_into(found, spelled_out(raw)), *_wrong(found)))
    if problems:
        raise RubricError(problems)
    return joined(found)


def _other_keys(raw: Raw) -> Iterator[Problem]:
    for key in raw:
        if key != _KEY:
            said = message("unknown-key", name=named(str(key)))
            yield Problem((), said, meant(str(key), [_KEY]))


_KEY = "scale"


def _read_into(found: list[Scale], raw: Raw) -> Iterator[Problem]:
    for index, row in enumerate(expect(raw.get(_KEY, []), list, "list", _KEY)):
        try:
            found.append(converter().structure(row, Scale))
        except (BaseValidationError, RubrikError) as error:
            yield from problems_in(error, raw, ("scales", index))


def _wrong(scales: Sequence[Scale]) -> Iterator[Problem]:
    ids = Counter(each.id for each in scales)
    for name in (each for each, times in ids.items() if times > 1):
        yield Problem((f"scale '{name}'",), message("stands-twice"))
    for scale in scales:
        yield from scale_problems(scale)
