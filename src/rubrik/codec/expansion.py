"""Shapes: rules that a file writes once, under a name, and uses in many rows."""

from collections.abc import Mapping
from typing import Any

from rubrik.codec.files import MOST_TABLES
from rubrik.codec.structure import expect
from rubrik.errors import Problem, RubricError
from rubrik.wording import message, named

__all__ = ["expanded"]


def __dir__() -> list[str]:
    return __all__


Raw = Mapping[str, Any]

_RULE_KEYS = ("score", "part", "then", "otherwise", "parts")
"""The keys that a rule, or a list of rules, stands under; a choice has one under each option."""


def expanded(raw: Raw) -> Raw:
    """The file with every shape in the place of its name, in rows and in readings of them.

    Raises:
        RubricError: the shapes are no table, one is made of itself, or too much comes out.
    """
    shapes = expect(raw.get("shapes", {}), dict, "table", "shapes")
    if not shapes:
        return raw
    shaper = _Shaper(shapes)
    return {**raw, **{key: shaper.rest(raw[key]) for key in ("node", "reading") if key in raw}}


class _Shaper:
    """Puts shapes in the place of their names, each built once, and counts what comes out."""

    def __init__(self, shapes: Raw) -> None:
        self._shapes = shapes
        self._built: dict[str, tuple[Any, int]] = {}
        self._begun: set[str] = set()
        self._tables = 0

    def rest(self, value: Any) -> Any:  # noqa: ANN401 - any part of a file
        """The value with shapes put in wherever a rule stands in it."""
        if isinstance(value, list):
            return [self.rest(each) for each in value]
        if not isinstance(value, dict):
            return value
        self._count(1)
        return {
            key: self._rule(each) if _holds_rules(key) else self.rest(each)
            for key, each in value.items()
        }

    def _rule(self, value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, str) and value in self._shapes:
            return self._shape(value)
        if isinstance(value, list):
            return [self._rule(each) for each in value]
        found = self.rest(value)
        if isinstance(found, dict) and isinstance(found.get("options"), dict):
            options = {name: self._rule(each) for name, each in value["options"].items()}
            return {**found, "options": options}
        return found

    def _shape(self, name: str) -> Any:  # noqa: ANN401
        if name in self._built:
            found, size = self._built[name]
            self._count(size)
            return found
        if name in self._begun:
            raise _refused(name, "shape-of-itself")
        self._begun.add(name)
        before = self._tables
        found = self._rule(self._shapes[name])
        self._built[name] = found, self._tables - before
        return found

    def _count(self, tables: int) -> None:
        self._tables += tables
        if self._tables > MOST_TABLES:
            said = message("file-too-many-tables", most=MOST_TABLES)
            raise RubricError([Problem(("shapes",), said)])


def _holds_rules(key: str) -> bool:
    return key in _RULE_KEYS or key.startswith("score.")


def _refused(name: str, key: str) -> RubricError:
    return RubricError([Problem(("shapes",), message(key, name=named(name)))])
