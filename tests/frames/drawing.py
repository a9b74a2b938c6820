"""Frames that laws are tried on: values at every edge, in columns of every type that holds them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st

from frames.backends import Columns, Typed
from generated import rubrics
from grading import scales
from rubrik import Criterion, Group, Rubric
from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    Input,
    ItemsInput,
    ShareInput,
    TableInput,
)
from rubrik.rubric import Interpretation
from strategies import reports

__all__ = ["columns", "rated_rubrics"]

MOST_ROWS: Final = 6

_NEAR: Final = 1e-9
_EDGES: Final = (0.25, 0.5, 0.75, 1.0, 0.98)

_COUNTS: Final = (0, 1, 2, 3, 4, 5, 8, 12, 20, 48, 2**40, 2**40 + 1, 2**53, 2**53 + 1, 2**62, -1)
_AMOUNTS: Final = (0.0, 0.25, 0.5, 1.0, 5.0, 0.1 + 0.2, 12.3456, 12.34567, 1e11, 1e12, 1e300, -0.5)
_SHARES: Final = (
    *(0.0, 0.1 + 0.2, 1.0000000000000002, 1.5, -0.25, -1.5),
    *(near for edge in _EDGES for near in (edge, edge - _NEAR, edge + _NEAR)),
)
_YES: Final = ("Có", " đạt", "X", "1")
_NO: Final = ("Không", "CHƯA ĐẠT", "0")

_NUMBERS: Final = (
    *("int8", "int16", "int32", "int64", "uint8", "uint32", "uint64", "double"),
    *("decimal128(20, 0)", "decimal128(22, 4)", "decimal128(38, 18)"),
)
_TYPES: Final[Mapping[type, Sequence[str]]] = {
    CountInput: _NUMBERS,
    AmountInput: ("double", "double", "int32", "int64", "decimal128(22, 4)", "decimal128(38, 18)"),
    ShareInput: ("double", "double", "int8", "decimal128(22, 4)", "decimal128(38, 18)"),
    FlagInput: ("bool", "bool", "string", "int8", "double", "dictionary"),
    ChoiceInput: ("string", "string", "dictionary"),
}


@st.composite
def rated_rubrics(draw: st.DrawFn) -> Rubric:
    """Rubrics of a group and two criteria, with a scale, where rows may be taken out."""
    rubric = draw(rubrics())
    nodes = tuple(
        evolve(node, may_be_not_applicable=draw(st.booleans()))
        if isinstance(node, Criterion)
        else evolve(node, rescaled=draw(st.booleans()))
        for node in rubric.nodes
    )
    scale = draw(scales(("", "1", "1.1", "1.2")))
    return evolve(rubric, nodes=nodes, scales=draw(st.sampled_from([(), (scale,)])))


@st.composite
def columns(draw: st.DrawFn, read: Interpretation) -> Columns:
    """Frames for one reading of a rubric: with columns left out, and values that are none.

    A column ``row`` says which row is which.
    """
    rows = draw(st.lists(_rows(read), min_size=1, max_size=MOST_ROWS))
    asked = dict(_asked(read))
    left_out = draw(st.sets(st.sampled_from(sorted(asked)), max_size=3))
    found: dict[str, Typed] = {"row": ("int64", list(range(len(rows))))}
    for key, declared in asked.items():
        if key not in left_out:
            found[key] = draw(_typed(declared, [row.get(key) for row in rows]))
    return found


def _asked(read: Interpretation) -> Iterator[tuple[str, Input]]:
    """Every column that is read, with what it answers."""
    for name, declared in read.declared.inputs.items():
        if isinstance(declared, ItemsInput):
            yield from ((f"{name}:{each}", _FLAG) for each in declared.options)
        elif not isinstance(declared, TableInput):
            yield name, declared
    for code in read.scored:
        node = read.nodes[code]
        if isinstance(node, Group) or node.may_be_not_applicable:
            yield f"not_applicable:{code}", _FLAG


_FLAG: Final = FlagInput(name="", label="")
_OTHER: Final = "?"
"""What no flag and no choice can be."""


def _rows(read: Interpretation) -> st.SearchStrategy[Mapping[str, Any]]:
    """Rows that are accepted, some with single values at an edge, and rows of such values."""
    accepted = reports(read).map(lambda report: dict(_cells(report, read)))
    anything = {key: st.none() | _values(declared) for key, declared in _asked(read)}
    changed = st.fixed_dictionaries({}, optional=anything)
    few = changed.map(lambda found: dict(list(found.items())[:2]))
    return st.one_of(
        accepted,
        st.tuples(accepted, few).map(lambda pair: {**pair[0], **pair[1]}),
        st.fixed_dictionaries(anything),
    )


def _cells(report: Mapping[str, Any], read: Interpretation) -> Iterator[tuple[str, Any]]:
    for name, value in report.items():
        declared = read.declared.inputs[name]
        if isinstance(declared, ItemsInput):
            yield from ((f"{name}:{each}", each in value) for each in declared.options)
        elif not isinstance(declared, TableInput):
            yield name, float(value) if isinstance(value, Fraction) else value


def _values(declared: Input) -> st.SearchStrategy[Any]:
    match declared:
        case CountInput():
            return st.sampled_from(_COUNTS)
        case AmountInput():
            return st.sampled_from(_AMOUNTS)
        case ShareInput():
            return st.sampled_from(_SHARES)
        case ChoiceInput(options=options):
            return st.sampled_from([*options, *options, _OTHER])
        case _:
            return st.sampled_from([True, True, False, False, _OTHER])


@st.composite
def _typed(draw: st.DrawFn, declared: Input, values: Sequence[Any]) -> Typed:
    """Values in a column of some type; what it cannot hold is null."""
    dtype = draw(st.sampled_from(_TYPES[type(declared)]))
    if isinstance(declared, FlagInput) and dtype in ("string", "dictionary"):
        words = {True: _YES, False: _NO, _OTHER: ("có lẽ",)}
        return dtype, [
            None if each is None else draw(st.sampled_from(words[each])) for each in values
        ]
    return dtype, [
        None if each is None else _HELD[dtype.partition("(")[0]](each, dtype) for each in values
    ]


def _as_it_is(value: Any, _: str) -> Any:  # noqa: ANN401 - a cell
    return value


def _truth(value: Any, _: str) -> bool | None:  # noqa: ANN401 - a cell
    return None if value == _OTHER else value


def _number(value: Any) -> float | int:  # noqa: ANN401 - a cell
    return 2 if value == _OTHER else value


def _whole(value: Any, dtype: str) -> int | None:  # noqa: ANN401 - a cell
    bits = int(dtype.strip("uint"))
    low, high = (0, 2**bits) if dtype.startswith("u") else (-(2 ** (bits - 1)), 2 ** (bits - 1))
    number = _number(value)
    return int(number) if number == int(number) and low <= number < high else None


def _float(value: Any, _: str) -> float:  # noqa: ANN401 - a cell
    return float(_number(value))


def _decimal(value: Any, dtype: str) -> Decimal | None:  # noqa: ANN401 - a cell
    precision, scale = map(int, dtype.removeprefix("decimal128(").rstrip(")").split(","))
    number = Decimal(repr(_number(value)))
    _, digits, exponent = number.as_tuple()
    fits = (
        isinstance(exponent, int)
        and -exponent <= scale
        and len(digits) + exponent <= precision - scale
    )
    return number if fits else None


_HELD: Final[Mapping[str, Callable[[Any, str], Any]]] = {
    **dict.fromkeys(("int8", "int16", "int32", "int64", "uint8", "uint32", "uint64"), _whole),
    **dict.fromkeys(("string", "dictionary"), _as_it_is),
    "bool": _truth,
    "double": _float,
    "decimal128": _decimal,
}
