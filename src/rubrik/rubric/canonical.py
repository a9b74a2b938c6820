"""The content hash: of what a rubric says, not of how its file is laid out."""

import json
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from typing import Any
from unicodedata import normalize

import attrs

__all__ = ["content_hash"]


def __dir__() -> list[str]:
    return __all__


def content_hash(model: Any) -> str:  # noqa: ANN401 - any attrs value
    """``sha256:`` and the digest of the canonical form of an attrs model.

    The canonical form is JSON with sorted keys: every attrs value as its class name and those of
    its init fields that differ from their defaults, numbers exact, text in NFC. A field added later
    with a default therefore leaves old hashes as they are.
    """
    return f"sha256:{sha256(_text(_plain(model)).encode()).hexdigest()}"


def _text(plain: Any) -> str:  # noqa: ANN401
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:  # noqa: ANN401
    match value:
        case None | bool() | int():
            return value
        case Enum():
            return value.value
        case str():
            return normalize("NFC", value)
        case Fraction():
            return str(value)
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return {"": type(value).__name__, **_fields(value)}


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401
    stated = (
        (field.name, getattr(value, field.name), field.default)
        for field in attrs.fields(type(value))
        if field.init
    )
    found = {
        name: _plain(each) for name, each, default in stated if each not in (default, (), {}, None)
    }
    for name in _UNORDERED & found.keys():
        found[name] = (
            sorted(found[name], key=_text) if isinstance(found[name], list) else found[name]
        )
    return found


_UNORDERED = frozenset({"weights", "options", "replaces"})
"""What files write as tables, whose keys stand in no order, and the model keeps as a tuple."""
