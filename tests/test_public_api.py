"""The public names are a promise: in order, shown, typed, and each says what it is."""

from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from inspect import isclass, isfunction
from pkgutil import walk_packages
from types import FunctionType

import pytest

import rubrik
from rubrik import frames

BARE = {"rubrik.__main__", "rubrik._version"}
"""Modules that have nothing to show: the one runs, the other holds a number."""

MODULES = [
    "rubrik",
    *(name for _, name, _ in walk_packages(rubrik.__path__, "rubrik.") if name not in BARE),
]


def place(name: str) -> tuple[int, str]:
    """Where a name belongs: constants first, then classes, then the rest, each by the alphabet."""
    kind = 0 if name.isupper() else 1 if name[0].isupper() else 2
    return kind, name


def documented(home: object, names: list[str]) -> Iterator[tuple[str, object]]:
    """Every public class and function, and of every class all that it has of its own."""
    for name in names:
        value = getattr(home, name)
        if isclass(value) or isfunction(value):
            yield name, value
        if isclass(value):
            yield from members(name, value)


def members(name: str, kind: type) -> Iterator[tuple[str, object]]:
    """The public methods and properties that a class brings, also from a private parent.

    Of a property that is kept attrs makes a slot, without its sentence; the linter sees that one.
    """
    inherited = [base for base in kind.__mro__[1:] if base.__module__.startswith("rubrik")]
    for base in (kind, *inherited):
        for key, value in vars(base).items():
            is_member = isinstance(value, FunctionType | property | classmethod | staticmethod)
            if is_member and not key.startswith("_"):
                yield f"{name}.{key}", value


PUBLIC = [*documented(rubrik, rubrik.__all__), *documented(frames, frames.__all__)]


@pytest.mark.parametrize("name", MODULES)
def test_names_are_in_order_and_shown(name: str) -> None:
    """Every module lists its names in order, once each, and shows the very list."""
    module = import_module(name)

    assert sorted(set(module.__all__), key=place) == module.__all__
    assert module.__dir__() is module.__all__


def test_types_travel_with_the_package() -> None:
    """A type checker is told that the package is annotated."""
    assert files("rubrik").joinpath("py.typed").is_file()


def test_the_walk_finds_what_there_is() -> None:
    """Classes, functions, methods and properties, from private parents as well."""
    found = {name for name, _ in PUBLIC}

    assert {
        "Line.difference",
        "Line.reason",
        "Rubric.under",
        "RubricError.text",
        "score",
        "certify",
    } <= found


@pytest.mark.parametrize("value", [each for _, each in PUBLIC], ids=[name for name, _ in PUBLIC])
def test_everything_public_says_what_it_is(value: object) -> None:
    """A sentence stands under every public class, function, method and property."""
    first, *_ = (value.__doc__ or "nothing").strip().splitlines()

    assert first.endswith(".")
