"""What cattrs found wrong with a file, as problems with paths a person can follow."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from rubrik.codec.shapes import file_key
from rubrik.errors import Problem, RubricError, RubrikError, SubmissionError, meant
from rubrik.wording import message, named

__all__ = ["keys_of", "problems_in", "unknown_keys"]


def __dir__() -> list[str]:
    return __all__


Steps = tuple[str | int, ...]


def problems_in(error: Exception, raw: Any, start: Steps = ()) -> Iterator[Problem]:  # noqa: ANN401
    """Every problem in an error of cattrs, with its path in the raw data of the file."""
    return _walk(error, raw, start)


def _walk(error: Exception, raw: Any, steps: Steps) -> Iterator[Problem]:  # noqa: ANN401
    match error:
        case BaseValidationError():
            for each in error.exceptions:
                yield from _walk(each, raw, (*steps, *_step(each)))
        case ForbiddenExtraKeysError():
            yield from _extra_keys(error, raw, steps)
        case KeyError():
            yield Problem(_path(steps[:-1], raw), message("missing-key", name=str(error.args[0])))
        case RubricError() | SubmissionError():
            for problem in error.problems:
                yield Problem((*_path(steps, raw), *problem.path), problem.message, problem.hint)
        case RubrikError():
            yield Problem(_path(steps, raw), error.message, error.hint)
        case _:
            raise error


def _step(error: Exception) -> Steps:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _extra_keys(error: ForbiddenExtraKeysError, raw: Any, steps: Steps) -> Iterator[Problem]:  # noqa: ANN401
    yield from unknown_keys(sorted(error.extra_fields), keys_of(error.cl), _path(steps, raw))


def keys_of(kind: type) -> list[str]:
    """The keys that the table of a class can have."""
    return [file_key(kind, each.name) for each in attrs.fields(kind) if each.init]


def unknown_keys(
    keys: Iterable[str], known: Collection[str], path: tuple[str, ...] = ()
) -> Iterator[Problem]:
    """A problem for each key that is not known, with those that come near."""
    for key in keys:
        if key not in known:
            said = message("unknown-key", name=named(str(key)))
            yield Problem(path, said, meant(str(key), known))


_TITLES = {
    "nodes": ("node", ("group", "criterion")),
    "inputs": ("input", ("name",)),
    "readings": ("reading", ("id",)),
    "scales": ("scale", ("id",)),
    "adjudications": ("adjudication", ("code",)),
}


def _path(steps: Sequence[str | int], raw: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Steps as people read them: ``criterion 'B.I.34'``, ``score``, ``bands[1]``."""
    if len(steps) > 1 and steps[0] in _TITLES and isinstance(steps[1], int):
        head: tuple[str, ...] = (_title(str(steps[0]), steps[1], raw),)
        steps = steps[2:]
    else:
        head = ()
    if not head and steps and steps[0] in _TITLES and steps[0] not in raw:
        steps = (_TITLES[str(steps[0])][0], *steps[1:])
    found = list(head)
    for step in steps:
        if isinstance(step, int) and found:
            found[-1] += f"[{step}]"
        else:
            found.append(str(step).rstrip("_"))
    return tuple(found)


def _title(step: str, index: int, raw: Any) -> str:  # noqa: ANN401
    key, names = _TITLES[step]
    rows = raw.get(key) if isinstance(raw, Mapping) else None
    row = rows[index] if isinstance(rows, list) else None
    for name in names:
        if isinstance(row, Mapping) and name in row:
            return f"{name if key == 'node' else key} '{row[name]}'"
    return f"{key}[{index}]"
