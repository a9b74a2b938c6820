"""Text from files and plain data from text, with everything hostile refused early."""

import json
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Literal
from unicodedata import normalize

from rubrik.errors import FileFormatError
from rubrik.wording import Message, message, quoted, told

__all__ = ["MOST_BYTES", "MOST_LEVELS", "MOST_TABLES", "parsed", "read_text"]


def __dir__() -> list[str]:
    return __all__


MOST_BYTES: Final = 4 * 1024 * 1024
"""The largest file that is read: four times the size of the largest rubric one could print."""

MOST_LEVELS: Final = 64
"""How deep tables and lists may be nested."""

MOST_TABLES: Final = 50_000
"""How many tables and lists a file may hold."""

# A key of many steps takes tomllib quadratic time, wherever it stands on a line.
_STEP = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_LONG_KEY = re.compile(rf"(?<![\w-])(?:{_STEP}){{{MOST_LEVELS}}}")
_LONG_LINE = re.compile(rf".{{{2 * MOST_LEVELS},}}")
_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def read_text(path: Path, most: int = MOST_BYTES, kind: Literal["file", "table"] = "file") -> str:
    """The text of a file of at most so many bytes; ``kind`` says what is expected of it.

    Raises:
        FileFormatError: it is not there, is a directory, is too large, or is not UTF-8 text.
    """
    try:
        if path.is_dir():
            raise FileFormatError(message(f"{kind}-is-directory"), str(path))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, ValueError):  # no file can have a name with a null byte in it
        raise FileFormatError(message("file-not-found"), str(path)) from None
    except OSError as error:
        why = message("file-unreadable", why=told(error.strerror or type(error).__name__))
        raise FileFormatError(why, str(path)) from None
    if len(data) > most:
        raise FileFormatError(_too_large(most), str(path))
    return _decoded(data, str(path), kind)


_OFFICE: Final = (b"PK\3\4", b"\xd0\xcf\x11\xe0")  # .xlsx, .docx, .ods, .zip; .xls, .doc


def _too_large(most: int) -> Message:
    return message("file-too-large", megabytes=most // 1024 // 1024)


def _decoded(data: bytes, path: str, kind: str) -> str:
    if data.startswith(_OFFICE):
        raise FileFormatError(message("file-office"), path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise FileFormatError(message(f"{kind}-not-utf8"), path, line, column) from None
    if "\0" in text:
        raise FileFormatError(message(f"{kind}-binary"), path)
    return text


def parsed(text: str, path: str = "", *, is_json: bool | None = None) -> Mapping[str, Any]:
    """The table that a TOML or JSON text holds; JSON where it begins with a brace or is said to be.

    Raises:
        FileFormatError: it is neither, too large, or nested too deep.
    """
    if len(text) > MOST_BYTES or _bytes(text, path) > MOST_BYTES:
        raise FileFormatError(_too_large(MOST_BYTES), path)
    text = normalize("NFC", text.removeprefix("\ufeff"))
    if is_json is None:
        is_json = text.lstrip()[:1] == "{"
    try:
        found = _json(text, path) if is_json else _toml(text, path)
    except RecursionError:
        raise _too_deep(path) from None
    if not isinstance(found, dict):
        raise FileFormatError(message("file-no-table"), path)
    _refuse_what_is_too_much(found, path)
    return found


def _bytes(text: str, path: str) -> int:
    try:
        return len(text.encode())
    except UnicodeEncodeError:  # half a character
        raise FileFormatError(message("file-not-utf8"), path) from None


def _too_deep(path: str) -> FileFormatError:
    return FileFormatError(message("file-too-deep", levels=MOST_LEVELS), path)


def _json(text: str, path: str) -> Any:  # noqa: ANN401
    try:
        found = json.loads(
            text, parse_float=Decimal, parse_constant=Decimal, object_pairs_hook=_object
        )
    except json.JSONDecodeError as error:
        why = message("file-not-json", why=told(error.msg))
        raise FileFormatError(why, path, error.lineno, error.colno) from None
    except (ValueError, ArithmeticError):
        raise FileFormatError(message("file-huge-number"), path) from None
    except _TwiceError as error:
        raise FileFormatError(message("file-key-twice", name=quoted(str(error))), path) from None
    if _ESCAPED_HALF.search(text) and not _is_text(found):
        raise FileFormatError(message("file-not-utf8"), path)
    return found


class _TwiceError(Exception):
    """A key stands twice in one object."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; TOML refuses what stands twice by itself."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _TwiceError(name)
        found[name] = value
    return found


def _is_text(found: object) -> bool:
    """Whether no string in it holds half a character."""
    try:
        json.dumps(found, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        return False
    return True


def _toml(text: str, path: str) -> Any:  # noqa: ANN401
    if any(_LONG_KEY.search(line[0]) for line in _LONG_LINE.finditer(text)):
        raise _too_deep(path)
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        at = [int(place[name]) for name in ("line", "column") if place and place[name]]
        said = _PLACE.sub("", str(error))
        why, hint = message("file-not-toml", why=told(said)), _slip(said, text, at)
        why = message("with-hint", problem=why, hint=hint) if hint else why
        raise FileFormatError(why, path, *at) from None
    except (ValueError, ArithmeticError):
        raise FileFormatError(message("file-huge-number"), path) from None


_TWICE = re.compile(r"Cannot declare \(.*'(\w+)',?\) twice")
_ROWS = {each: each for each in ("node", "input", "reading", "scale", "document", "adjudication")}
_ROWS |= {"group": "node", "criterion": "node", "examples": "node.examples"}
_DECIMAL = re.compile(r"[^=\n]*=[ \t]*+([+-]?\d+),(\d+)\s*+(?:#.*)?")


def _slip(said: str, text: str, at: list[int]) -> Message | None:
    """What was meant by two slips that are made often, as one who makes them cannot know."""
    twice = _TWICE.fullmatch(said)
    if twice and twice[1] in _ROWS:
        return message("write-rows", name=_ROWS[twice[1]])
    # The text ends after its last line: what is wrong there has no place.
    line = text.split("\n")[at[0] - 1] if at else ""
    number = _DECIMAL.fullmatch(line)
    if number is None:
        return None
    whole, part = number.groups()
    return message("write-decimal", comma=f"{whole},{part}", point=f"{whole}.{part}")


def _refuse_what_is_too_much(found: Mapping[str, Any], path: str) -> None:
    """Count tables and lists layer by layer; without recursion."""
    layer: list[Any] = [found]
    tables = 0
    for _ in range(MOST_LEVELS):
        tables += len(layer)
        if tables > MOST_TABLES:
            raise FileFormatError(message("file-too-many-tables", most=MOST_TABLES), path)
        layer = [
            each
            for outer in layer
            for each in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(each, dict | list)
        ]
    if layer:
        raise _too_deep(path)
