"""JSON Schema for what is put out, generated from the declared shape of each document."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from json import dumps
from types import NoneType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NotRequired,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from rubrik.codec.documents import DOCUMENTS
from rubrik.codec.documents.values import Exact
from rubrik.codec.schema import DRAFT, Filed, Schema, definitions, file_schema, schema_of, summary
from rubrik.cohort import CohortRecord
from rubrik.comparison import Comparison, Verification
from rubrik.errors import NotFoundError, meant
from rubrik.rubric import Rubric
from rubrik.scoresheet import Scoresheet
from rubrik.submission import Adjudications, Submission
from rubrik.wording import message, quoted

__all__ = ["FILES", "json_schema"]


def __dir__() -> list[str]:
    return __all__


_SIMPLE: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
    Exact: {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$"},
}


FILES: Final[Mapping[str, type[Filed]]] = {
    "rubric": Rubric,
    "submission": Submission,
    "adjudications": Adjudications,
    "cohort": CohortRecord,
}
"""Every kind of file by its name."""

_NAMES: Final[Mapping[type, str]] = {
    **{kind: name for name, kind in FILES.items()},
    Scoresheet: "scoresheet",
    Comparison: "comparison",
    Verification: "verification",
}


def json_schema(
    kind: type[Filed] | type[Scoresheet | Comparison | Verification] | str,
) -> Schema:
    """The schema (draft 2020-12) of a file, or of what `dumps` and ``--json`` write.

    Args:
        kind: the class of what has a file (`Rubric`, `Submission`, `Adjudications`,
            `CohortRecord`) or of what is put out (`Scoresheet`, `Comparison`, `Verification`); or
            a name: ``"rubric"``, ``"submission"``, ``"adjudications"`` or ``"cohort"`` for a file,
            ``"scoresheet"``, ``"comparison"``, ``"verification"``, ``"ranking"``, ``"audit"``,
            ``"list"``, ``"show"``, ``"template"`` or ``"score-table"`` for what is put out.

    Raises:
        NotFoundError: no file and nothing that is put out is of this class, or has this name.
        TypeError: ``kind`` is neither a class nor a name.
    """
    name = _name(kind)
    return file_schema(FILES[name]) if name in FILES else _document(name)


def _name(kind: object) -> str:
    """The name of what a class or a name stands for; a class stands for those derived from it."""
    if isinstance(kind, str):
        return _known(kind, (*FILES, *DOCUMENTS))
    if not isinstance(kind, type):
        said = message("class-or-name", found=type(kind).__name__)
        raise TypeError(said.text("en"))
    base = next((each for each in kind.__mro__ if each in _NAMES), None)
    if base is None:
        return _known(kind.__name__, [each.__name__ for each in _NAMES])
    return _NAMES[base]


def _known(name: str, allowed: Sequence[str]) -> str:
    if name not in allowed:
        said = message("not-one-of", found=quoted(name), allowed=tuple(allowed))
        raise NotFoundError(said, meant(name, allowed))
    return name


def _document(name: str) -> Schema:
    found: Schema = {}
    kind = DOCUMENTS[name]
    body = _table(kind, found)
    head = {"$schema": DRAFT, "title": name, "description": summary(kind)}
    return {**head, **body, "$defs": found}


def _table(kind: Any, found: Schema) -> Schema:  # noqa: ANN401 - a typed dictionary
    """A document or a part of one; what it refers to is put into ``found``."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        "type": "object",
        "description": summary(kind),
        "properties": {key: _shape(hint, found) for key, hint in hints.items()},
        "required": [key for key in hints if key in kind.__required_keys__],
        "additionalProperties": False,
    }


def _shape(kind: Any, found: Schema) -> Schema:  # noqa: ANN401 - a type form
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if is_typeddict(kind):
        return _part(kind, found)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _as_in_files(inner[1], found)
    if origin is Literal:
        return {"enum": list(inner)}
    parts = [_shape(each, found) for each in inner]
    if origin is list:
        return {"type": "array", "items": parts[0]}
    if origin is dict:
        return {"type": "object", "additionalProperties": parts[1]}
    # A key that may be absent has one part; all that is left has several.
    return parts[0] if origin is NotRequired else {"anyOf": parts}


def _part(kind: Any, found: Schema) -> Schema:  # noqa: ANN401 - a typed dictionary
    name = kind.__name__
    if name not in found:
        found[name] = {}  # it may hold its like
        found[name] = _table(kind, found)
    return {"$ref": f"#/$defs/{name}"}


def _as_in_files(kind: Any, found: Schema) -> Schema:  # noqa: ANN401 - a type form
    """A part of the model, or a word of it, as files write it."""
    schema = schema_of(kind)
    _define(schema, found)
    return schema


def _define(schema: Schema, found: Schema) -> None:
    """Put what a schema of files refers to, and what that refers to, into ``found``."""
    for name in re.findall(r'"#/\$defs/(\w+)"', dumps(schema)):
        if name not in found:
            found[name] = deepcopy(definitions()[name])
            _define(found[name], found)
