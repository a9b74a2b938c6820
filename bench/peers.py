"""The same rubric in two rule engines, each in its own idiom, written from the rubric's forms.

zen-engine gets one decision: an expression for every row, group and the whole, and a decision table
for every scale. OpenFisca-Core gets a variable for every input, row and scale, each with a formula.
Both compute in approximate numbers, as they do; neither checks what is reported.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
import zen
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from rubrik.measures import Choice, Flag, Ratio, Terms
from rubrik.rubric import Interpretation
from rubrik.scales import Scale, Threshold, thresholds
from rubrik.scorers import Curve, Line, Lookup, Piece

__all__ = ["inputs", "name_of", "openfisca", "zen_engine"]

Engine = Callable[[Mapping[str, Any]], Any]


# What both ask of the rubric.


def inputs(read: Interpretation) -> list[str]:
    """The inputs that the rules read, without the shares that are counted."""
    found: dict[str, None] = {}
    for code in read.ruled:
        measure = _leaf(read, code).measure
        names = measure.counts if isinstance(measure, Ratio) else [n for n, _ in measure.reads]
        found |= dict.fromkeys(names)
    return list(found)


def _leaf(read: Interpretation, code: str) -> Curve | Lookup:
    form = read.forms[code]
    assert isinstance(form, Curve | Lookup), form  # all that this rubric has
    return form


def _limit(threshold: Threshold) -> float:
    limit = threshold.at(None, 0)
    assert limit is not None, threshold  # absolute, or of a declared number
    return float(limit)


def _rows(read: Interpretation) -> Iterator[str]:
    """All rows, those of a group before it."""
    yield from reversed(read.nodes)


def _parts(read: Interpretation, code: str | None) -> list[str]:
    return [name_of(part.code) for part in read.children[code]]


def name_of(code: str | None) -> str:
    """What a row, or the whole, is called in both engines."""
    return "tong" if not code else "p_" + code.replace(".", "_")


# zen-engine: a decision model of expressions and tables.


def zen_engine(read: Interpretation) -> Engine:
    """The rubric as one decision; an evaluation takes a mapping of numbers, flags and options."""
    expressions = [(name_of(code), _expression(read, code)) for code in _rows(read)]
    expressions.append((name_of(None), _sum_of(_parts(read, None))))
    scales = [(scale, node) for scale in read.scales.values() for node in scale.subjects]
    tables = [_table(f"level_{index}", *each) for index, each in enumerate(scales)]
    points = _node("points", "expressionNode", _expressions(expressions))
    nodes = [_node("in", "inputNode", {}), points, *tables, _node("out", "outputNode", {})]
    names = [table["id"] for table in tables]
    edges = [("in", "points"), ("points", "out")]
    edges += [edge for name in names for edge in (("points", name), (name, "out"))]
    decision = zen.ZenEngine().create_decision(json.dumps(_decision(nodes, edges)))
    return decision.evaluate


def _node(name: str, kind: str, content: Mapping[str, Any]) -> dict[str, Any]:
    position = {"x": 0, "y": 0}
    return {"id": name, "name": name, "type": kind, "position": position, "content": content}


def _decision(
    nodes: Sequence[Mapping[str, Any]], edges: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    joined = [
        {"id": str(index), "type": "edge", "sourceId": start, "targetId": end}
        for index, (start, end) in enumerate(edges)
    ]
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": list(nodes),
        "edges": joined,
    }


def _expressions(found: Sequence[tuple[str, str]]) -> dict[str, Any]:
    stated = [{"id": name, "key": name, "value": value} for name, value in found]
    return {"expressions": stated, "passThrough": False}


def _expression(read: Interpretation, code: str) -> str:
    if code not in read.ruled:
        return _sum_of(_parts(read, code))
    match _leaf(read, code):
        case Lookup(Flag(name), table):
            return f"{name} ? {float(table[True])} : {float(table[False])}"
        case Lookup(Choice(name), table):
            options = [f"{name} == '{option}' ? {float(each)}" for option, each in table.items()]
            return f"{' : '.join(options)} : 0"
        case Curve() as curve:
            return _ternaries(curve)
        case other:
            raise NotImplementedError(other)


def _sum_of(names: Sequence[str]) -> str:
    return " + ".join(f"$.{name}" for name in names)


def _ternaries(curve: Curve) -> str:
    value = _quotient(curve)
    *before, last = curve.pieces.pieces
    tests = [f"{value} {_end(piece)} ? {_line(piece, value)}" for piece in before]
    return " : ".join([*tests, _line(last, value)])


def _quotient(curve: Curve) -> str:
    measure = curve.measure
    if isinstance(measure, Ratio):
        return f"(({_weighted(measure.ratio)}) / ({_weighted(measure.of)}))"
    ((name, _),) = measure.reads
    return name


def _weighted(terms: Terms) -> str:
    return " + ".join(f"{float(weight)} * {name}" for name, weight in terms.weights)


def _end(piece: Piece) -> str:
    assert piece.over.high is not None
    return f"{'<' if piece.over.high_open else '<='} {float(piece.over.high)}"


def _line(piece: Piece, value: str) -> str:
    assert isinstance(piece.line, Line)
    slope, constant = float(piece.line.slope), float(piece.line.constant)
    return f"{slope} * {value} + {constant}" if slope else f"{constant}"


def _table(name: str, scale: Scale, subject: str) -> dict[str, Any]:
    """One rule per level, the first that holds; one column per row that is asked about."""
    asked = [list(thresholds(level.conditions)) for level in scale.levels]
    nodes = list(dict.fromkeys(each.node or subject for level in asked for each in level))
    rules = [
        {each.node or subject: f"{each.op} {_limit(each)}" for each in level} for level in asked
    ]
    named = [level.name for level in scale.levels]
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": name_of(node), "name": node, "field": name_of(node)} for node in nodes],
        "outputs": [{"id": "level", "name": name, "field": name}],
        "rules": [
            {"_id": str(place), "level": f"'{level}'"}
            | {name_of(node): cells.get(node, "") for node in nodes}
            for place, (level, cells) in enumerate(
                zip([*named, scale.below], [*rules, {}], strict=True)
            )
        ],
    }
    return _node(name, "decisionTableNode", content)


# OpenFisca-Core: a system of variables.

_UNIT: Final = build_entity(key="unit", plural="units", label="Unit", is_person=True)
_PERIOD: Final = "2018"


def openfisca(read: Interpretation) -> Engine:
    """The rubric as variables; a run makes a simulation, sets inputs and asks for all results."""
    asked = [*(name_of(code) for code in (*read.nodes, None))]
    scales = [(scale, node) for scale in read.scales.values() for node in scale.subjects]
    system = TaxBenefitSystem([_UNIT])
    for name in inputs(read):
        system.add_variable(_variable(name, _kind(read, name)))
    for code in read.nodes:
        system.add_variable(_variable(name_of(code), float, _formula(read, code)))
    system.add_variable(_variable(name_of(None), float, _added(_parts(read, None))))
    for index, (scale, node) in enumerate(scales):
        system.add_variable(_variable(f"level_{index}", int, _ranked(scale, node)))
    asked += [f"level_{index}" for index in range(len(scales))]

    def run(inputs: Mapping[str, Any]) -> Mapping[str, Any]:
        simulation = SimulationBuilder().build_default_simulation(system, count=1)
        for name, value in inputs.items():
            simulation.set_input(name, _PERIOD, value)
        return {name: simulation.calculate(name, _PERIOD) for name in asked}

    return run


def _kind(read: Interpretation, name: str) -> type:
    if name in read.declared.numbers:
        return int if read.declared.numbers[name].domain.integer else float
    return bool if read.declared.inputs[name].kind == "flag" else str


def _variable(name: str, kind: type, formula: Callable[..., Any] | None = None) -> type:
    fields = {
        "value_type": kind,
        "entity": _UNIT,
        "definition_period": DateUnit.YEAR,
        "label": name,
        **({} if formula is None else {"formula": formula}),
    }
    return type(name, (Variable,), fields)


def _formula(read: Interpretation, code: str) -> Callable[..., Any]:
    if code not in read.ruled:
        return _added(_parts(read, code))
    match _leaf(read, code):
        case Lookup(Flag(name), table):
            yes, no = float(table[True]), float(table[False])
            return lambda unit, period: np.where(unit(name, period), yes, no)
        case Lookup(Choice(name), table):
            options, points = list(table), [float(each) for each in table.values()]
            return lambda unit, period: np.select(
                [unit(name, period) == option for option in options], points
            )
        case Curve() as curve:
            return _stepwise(curve)
        case other:
            raise NotImplementedError(other)


def _added(names: Sequence[str]) -> Callable[..., Any]:
    return lambda unit, period: sum(unit(name, period) for name in names)


def _stepwise(curve: Curve) -> Callable[..., Any]:
    measured = _measured(curve)
    *before, last = [(piece, piece.line) for piece in curve.pieces.pieces]

    def formula(unit: Any, period: Any) -> Any:  # noqa: ANN401 - what OpenFisca gives and takes
        value = measured(unit, period)
        found = _on(last[1], value)
        for piece, line in reversed(before):
            high = float(piece.over.high or 0)
            inside = value < high if piece.over.high_open else value <= high
            found = np.where(inside, _on(line, value), found)
        return found

    return formula


def _on(line: Any, value: Any) -> Any:  # noqa: ANN401 - a line, and an array
    return float(line.slope) * value + float(line.constant)


def _measured(curve: Curve) -> Callable[..., Any]:
    measure = curve.measure
    if isinstance(measure, Ratio):
        part, whole = measure.ratio.names, measure.of.names
        return lambda unit, period: _all(unit, period, part) / _all(unit, period, whole)
    ((name, _),) = measure.reads
    return lambda unit, period: unit(name, period)


def _all(unit: Any, period: Any, names: Sequence[str]) -> Any:  # noqa: ANN401 - arrays of OpenFisca
    return sum(unit(name, period) for name in names)


def _ranked(scale: Scale, subject: str) -> Callable[..., Any]:
    """The place of the level among all; what is below them comes last."""
    asked = [
        [(name_of(each.node or subject), _limit(each)) for each in thresholds(level.conditions)]
        for level in scale.levels
    ]

    def formula(unit: Any, period: Any) -> Any:  # noqa: ANN401 - likewise
        held = [
            np.all([unit(name, period) >= limit for name, limit in level], axis=0)
            for level in asked
        ]
        return np.select(held, range(len(held)), len(held))

    return formula
