"""Plain data from a file into the model: where cattrs is taught the house's types."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from fractions import Fraction
from functools import cache, partial, reduce
from itertools import islice
from operator import eq, or_
from types import NoneType
from typing import Any, Literal, get_args, get_origin
from unicodedata import normalize

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from rubrik import exact
from rubrik.absence import Policy, Status
from rubrik.codec.refusals import keys_of, unknown_keys
from rubrik.codec.shapes import (
    INPUTS,
    MEASURES,
    NODES,
    REQUIREMENTS,
    SCORERS,
    file_key,
    members,
    members_of,
)
from rubrik.errors import NumberError, Problem, RubricError, bounded, meant
from rubrik.measures import Constraint, Option, Reported, Terms, reported, terms
from rubrik.scorers import Amount, amount
from rubrik.scorers.curves import CurveScorer
from rubrik.submission import Decision
from rubrik.wording import Message, message, quoted

__all__ = ["converter", "expect"]


def __dir__() -> list[str]:
    return __all__


Hook = Callable[[Any, Any], Any]

_LONGEST = 40
_MOST_COMPARED = 8  # keys of one table: nobody misspells more of them


@cache
def converter() -> Converter:
    """The converter, made at first use: most of what importing cattrs' machinery costs."""
    made = Converter(forbid_extra_keys=True, detailed_validation=True)
    # cattrs asks the hook that was registered last first.
    for is_meant, factory in _FACTORIES:
        made.register_structure_hook_factory(is_meant, factory)
    for kind, hook in _SIMPLE.items():
        made.register_structure_hook_func(partial(eq, kind), hook)
    # These classes cattrs looks up before it asks any predicate.
    for plain in (str, int, bool):
        made.register_structure_hook(plain, _SIMPLE[plain])
    for choices in _ENUMS:
        made.register_structure_hook(choices, _enums(choices))
    made.register_structure_hook_func(lambda kind: kind is CurveScorer, _kinds(SCORERS, made))
    return made


def _refusal(why: Message, hint: Message | None = None) -> RubricError:
    """The error for one value that is not what its place asks for; the path is added outside."""
    return RubricError([Problem((), why, hint)])


def expect(value: Any, kinds: type | tuple[type, ...], name: str, *path: str) -> Any:  # noqa: ANN401
    """The value, if it is of one of the kinds; ``name`` is the key of the kind's words.

    Raises:
        RubricError: it is not.
    """
    if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is int):
        raise RubricError([Problem(path, _unlike(value, name))])
    return value


def _unlike(value: object, name: str) -> Message:
    return message("wrong-type", found=_shown(value), expected=message(f"type-{name}"))


def _shown(value: object) -> str:
    try:
        text = repr(value) if isinstance(value, str) else str(value)
    except ValueError:  # an integer too long for Python to write
        text = f"<{type(value).__name__}>"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _text(value: Any, _: Any) -> str:  # noqa: ANN401
    expect(value, str, "text")
    return normalize("NFC", value)


def _whole(value: Any, _: Any) -> int:  # noqa: ANN401
    expect(value, int, "whole-number")
    return int(value)


def _truth(value: Any, _: Any) -> bool:  # noqa: ANN401
    expect(value, bool, "truth")
    return bool(value)


def _terms(value: Any, _: Any) -> Terms:  # noqa: ANN401
    expect(value, (str, dict), "terms")
    return terms(value)


def _constraint(value: Any, _: Any) -> Constraint:  # noqa: ANN401
    return Constraint(_text(value, str))


def _option(value: Any, _: Any) -> Option:  # noqa: ANN401
    expect(value, (bool, str), "text")
    return bool(value) if isinstance(value, bool) else _text(value, str)


_SIMPLE: Mapping[Any, Hook] = {
    str: _text,
    int: _whole,
    bool: _truth,
    Fraction: lambda value, _: exact.rational(value),
    Amount: lambda value, _: amount(value),
    Terms: _terms,
    Constraint: _constraint,
    Reported: lambda value, _: reported(value),
    Option: _option,
}


def _one_of(value: object, allowed: list[str]) -> str:
    if isinstance(value, str) and value in allowed:
        return value
    why = message("not-one-of", found=_shown(value), allowed=tuple(allowed))
    raise _refusal(why, meant(str(value), allowed))


def _enums(kind: type[Enum]) -> Hook:
    allowed = [str(each.value) for each in kind]
    return lambda value, _: kind(_one_of(value, allowed))


_ENUMS: tuple[type[Enum], ...] = (Decision, Policy, Status)


def _literals(kind: Any) -> Hook:  # noqa: ANN401
    allowed = [str(each) for each in get_args(kind)]
    return lambda value, _: _one_of(value, allowed)


def _tuples(kind: Any, made: Converter) -> Hook:  # noqa: ANN401
    whole = list[get_args(kind)[0]]  # type: ignore[misc,valid-type]
    inner = made.get_structure_hook(whole)

    is_of_tables = attrs.has(get_args(kind)[0]) or _is_house_union(get_args(kind)[0])

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401
        if is_of_tables and isinstance(value, dict):
            raise _refusal(_unlike(value, "list"), message("write-rows", name="…"))
        expect(value, (list, tuple), "list")
        return tuple(inner(value, whole))

    return hook


def _tables(kind: Any, made: Converter) -> Hook:  # noqa: ANN401
    (_, member) = get_args(kind)
    whole = dict[str, member]  # type: ignore[valid-type]
    inner = made.get_structure_hook(whole)

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401
        expect(value, dict, "table")
        if member in (str, Fraction) or _has_literal(member):
            _refuse_split_codes(value)
        return inner(value, whole)

    return hook


def _refuse_split_codes(table: Mapping[str, Any]) -> None:
    """TOML splits a code such as ``3.1`` at its point, unless it is quoted."""
    split = [
        f'"{name}.{rest}"'
        for name, each in table.items()
        if isinstance(each, dict)
        for rest in each
    ]
    if split:
        raise _refusal(message("code-not-quoted", codes=tuple(split)))


def _optionals(kind: Any, made: Converter) -> Hook:  # noqa: ANN401
    whole = reduce(or_, [each for each in get_args(kind) if each is not NoneType])
    inner = made.get_structure_hook(whole)
    return lambda value, _: None if value is None else inner(value, whole)


def _literal_or_number(kind: Any) -> Hook:  # noqa: ANN401
    words = [word for each in get_args(kind) for word in get_args(each)]

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401
        try:
            return value if value in words else exact.rational(value)
        except NumberError as error:
            hint = meant(value, words) if isinstance(value, str) else None
            raise _refusal(error.message, hint) from None

    return hook


def _house_union(kind: Any, made: Converter) -> Hook:  # noqa: ANN401
    kinds = members_of(kind) or {}
    if kinds is MEASURES:
        return _by_key(kinds, made, "measure")
    if kinds is REQUIREMENTS:
        return _by_key(kinds, made, "condition")
    if kinds is NODES:
        return _nodes(made)
    return _kinds(kinds, made, points=Amount in members(kind))


def _kinds(kinds: Mapping[str, type], made: Converter, *, points: bool = False) -> Hook:
    """Tables told apart by their ``kind``; plain values are amounts where ``points``."""

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401
        if points and not isinstance(value, dict):
            return _points(value)
        expect(value, dict, "input" if kinds is INPUTS else "scorer")
        if "kind" not in value:
            raise RubricError(bounded(_kindless(value, kinds)))
        name = _one_of(value["kind"], list(kinds))
        rest = {key: each for key, each in value.items() if key != "kind"}
        return made.structure(rest, kinds[name])

    return hook


def _kindless(value: Mapping[str, Any], kinds: Mapping[str, type]) -> Iterator[Problem]:
    """What is wrong with a table that does not tell its kind: keys of any kind are let pass."""
    hint = message("one-of-these", allowed=tuple(kinds))
    yield Problem((), message("missing-key", name="kind"), hint)
    known = dict.fromkeys(("kind", *(key for each in kinds.values() for key in keys_of(each))))
    yield from unknown_keys(value, known)


def _points(value: object) -> Amount:
    try:
        return amount(value)
    except NumberError as error:
        if not isinstance(value, str):
            raise
        raise _refusal(
            message("neither-points-nor-shape", value=quoted(value)), error.hint
        ) from None


def _by_key(kinds: Mapping[str, type], made: Converter, name: str) -> Hook:
    """Tables told apart by the one key that they have."""

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401
        expect(value, dict, name)
        found = next((kind for kind in kinds if kind in value), None)
        if found is None:
            keys = tuple(kinds)
            said = message(f"no-{name}-key", found=tuple(map(str, value)), allowed=keys)
            near = (meant(str(key), keys) for key in islice(value, _MOST_COMPARED))
            raise _refusal(said, next(filter(None, near), None))
        return made.structure(value, kinds[found])

    return hook


def _nodes(made: Converter) -> Hook:
    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401
        expect(value, dict, "table")
        found = [kind for kind in NODES if kind in value]
        if len(found) != 1:
            raise _refusal(message("group-or-criterion"))
        return made.structure(value, NODES[found[0]])

    return hook


def _classes(kind: type, made: Converter) -> Hook:
    attrs.resolve_types(kind)
    renamed = {
        field.name: override(rename=file_key(kind, field.name))
        for field in attrs.fields(kind)
        if field.init
    }
    inner: Hook = make_dict_structure_fn(kind, made, **renamed)  # type: ignore[arg-type]

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401
        expect(value, dict, "table")
        return inner(value, kind)

    return hook


def _is_optional(kind: Any) -> bool:  # noqa: ANN401
    return len(members(kind)) < len(get_args(kind)) and NoneType in get_args(kind)


def _has_literal(kind: Any) -> bool:  # noqa: ANN401
    return any(get_origin(each) is Literal for each in get_args(kind)) and Fraction in get_args(
        kind
    )


def _is_house_union(kind: Any) -> bool:  # noqa: ANN401
    return kind is not Reported and members_of(kind) is not None


def _is_tuple(kind: Any) -> bool:  # noqa: ANN401
    return get_origin(kind) is tuple


def _is_table(kind: Any) -> bool:  # noqa: ANN401
    return get_origin(kind) is Mapping


_FACTORIES: tuple[tuple[Callable[[Any], bool], Any], ...] = (
    (attrs.has, _classes),
    (_is_tuple, _tuples),
    (_is_table, _tables),
    (lambda kind: get_origin(kind) is Literal, _literals),
    (_has_literal, _literal_or_number),
    (_is_house_union, _house_union),
    (_is_optional, _optionals),
)
