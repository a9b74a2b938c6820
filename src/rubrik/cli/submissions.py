"""A submission as a file: TOML that people read, or JSON."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Item

from rubrik.cli.refusals import RefusedError
from rubrik.codec import dumps
from rubrik.saying.foreign import visible
from rubrik.submission import Submission
from rubrik.wording import message

__all__ = ["submission_text"]


def __dir__() -> list[str]:
    return __all__


def submission_text(submission: Submission, output: str) -> str:
    """The submission as a file of that name holds it.

    Raises:
        RefusedError: the name ends neither in ``.toml`` nor in ``.json``.
    """
    text = dumps(submission)
    match Path(output).suffix.lower():
        case ".json":
            return f"{text}\n"
        case ".toml":
            return _toml(json.loads(text))
        case _:
            raise RefusedError(output, message("neither-toml-nor-json"))


def _toml(plain: Mapping[str, Any]) -> str:
    made = tomlkit.document()
    # What is no table comes before all tables: behind one it would belong to it.
    for key, value in sorted(plain.items(), key=lambda pair: _is_table(pair[1])):
        made.add(key, _item(value))
    return tomlkit.dumps(made)


def _is_table(value: object) -> bool:
    is_rows = isinstance(value, list) and any(isinstance(each, dict) for each in value)
    return isinstance(value, dict) or is_rows


def _item(value: object) -> Item:
    """Text of several lines as it reads, and all else as it is."""
    match value:
        case str() if "\n" in value and visible(value) == value:
            return tomlkit.string(value, multiline=True)
        case dict():
            table = tomlkit.table()
            for key, each in value.items():
                table.add(key, _item(each))
            return table
        case list() if _is_table(value):
            rows = tomlkit.aot()
            for each in value:
                rows.append(_item(each))
            return rows
        case _:
            return tomlkit.item(value)
