"""What must hold of a rubric before anything is scored with it, all reported at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from attrs import evolve

from rubrik.errors import NumberError, Problem, RubricError, bounded, meant
from rubrik.measures import (
    ChoiceInput,
    Declared,
    Item,
    ItemsInput,
    Measure,
    TableInput,
)
from rubrik.rubric.interpretation import measured_by, parents, rule
from rubrik.rubric.nodes import Group, Node
from rubrik.rubric.readings import defaults_of, owner_of, replaced, rows_under, unknown_owner
from rubrik.rubric.rubric import Rubric
from rubrik.rubric.scaling import condition_count, scales_problems
from rubrik.wording import Message, message, named

__all__ = ["check", "label"]


def __dir__() -> list[str]:
    return __all__


def check(rubric: Rubric) -> Rubric:
    """The same rubric.

    Raises:
        RubricError: with every problem found: names and codes that stand twice, references to
            nothing, rules that cannot stand where they do, readings that clash.
    """
    problems = bounded(chain.from_iterable(each(rubric) for each in _CHECKS))
    problems = problems or bounded(_scales(rubric))
    if problems:
        raise RubricError(problems)
    return rubric


def label(node: Node) -> str:
    """How a node is named in a path: ``criterion 'B.I.34'``."""
    return f"{node.kind} '{node.code}'"


def _twice(rubric: Rubric) -> Iterator[Problem]:
    kinds = {
        "node": [node.code for node in rubric.nodes],
        "input": [each.name for each in rubric.inputs] + _aggregates(rubric),
        "reading": [reading.id for reading in rubric.readings],
        "scale": [scale.id for scale in rubric.scales],
    }
    for kind, found in kinds.items():
        for name in _repeated(found):
            yield Problem((f"{kind} '{name}'",), message("stands-twice"))


def _aggregates(rubric: Rubric) -> list[str]:
    tables = (each for each in rubric.inputs if isinstance(each, TableInput))
    return [each.name for table in tables for each in table.aggregates]


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _parents(rubric: Rubric) -> Iterator[Problem]:
    seen: set[str] = set()
    found = parents(rubric.nodes)
    for node in rubric.nodes:
        parent = found[node.code]
        if parent is not None and parent not in seen:
            yield Problem((label(node), "parent"), *_unknown("unknown-parent", parent, seen))
        if isinstance(node, Group):
            seen.add(node.code)


def _unknown(key: str, name: str, known: Iterable[str]) -> tuple[Message, Message | None]:
    return message(key, name=named(name)), meant(name, known)


def _inputs(rubric: Rubric) -> Iterator[Problem]:
    """Inputs that no answer can be given to."""
    for each in rubric.inputs:
        where = (f"input '{each.name}'",)
        if isinstance(each, ChoiceInput | ItemsInput) and not each.options:
            yield Problem((*where, "options"), message("no-options"))


def _maxima(rubric: Rubric) -> Iterator[Problem]:
    for node in rubric.nodes:
        if node.max is not None and node.max < 0:
            said = message("number-below", value=node.max, least=0)
            yield Problem((label(node), "max"), said)


def _constraints(rubric: Rubric) -> Iterator[Problem]:
    numbers = rubric.declared.numbers
    for constraint in rubric.constraints:
        for name in constraint.names:
            if name not in numbers:
                where = (f"constraint '{constraint}'",)
                yield Problem(where, *_unknown("unknown-input", name, numbers))


def _rules(rubric: Rubric) -> Iterator[Problem]:
    """Every rule under the default readings, and what each other option makes of its rows."""
    defaults = defaults_of(rubric.readings)
    for node in rubric.nodes:
        for read in replaced([node], [each for _, each in defaults.get(node.code, ())]):
            yield from _rule_problems(read, rubric.declared, ())
    nodes = {node.code: node for node in rubric.nodes}
    for reading in rubric.readings:
        for option in reading.options:
            if option.id != reading.default:
                where = (f"reading '{reading.id}'", f"option '{option.id}'")
                for node in rows_under(option, reading, nodes, defaults):
                    yield from _rule_problems(node, rubric.declared, where)


def _rule_problems(node: Node, declared: Declared, path: tuple[str, ...]) -> list[Problem]:
    if node.score is None:
        return []
    here = (*path, label(node))
    problems = [
        problem
        for where, measure in measured_by(node)
        for problem in _measure_problems(measure, declared, (*here, *where))
    ]
    return problems or _attempt(lambda: rule(node, declared), path, here)


def _attempt(
    make: Callable[[], object], path: tuple[str, ...], here: tuple[str, ...]
) -> list[Problem]:
    try:
        make()
    except RubricError as error:
        return [Problem((*path, *each.path), each.message, each.hint) for each in error.problems]
    except NumberError as error:
        return [Problem(here, error.message)]
    return []


def _measure_problems(
    measure: Measure, declared: Declared, path: tuple[str, ...]
) -> Iterator[Problem]:
    for name, kind in measure.reads:
        found = declared.inputs.get(name)
        if found is None:
            yield Problem(path, *_unknown("unknown-input", name, declared.inputs))
        elif kind not in (found.kind, "number") or (
            kind == "number" and name not in declared.numbers
        ):
            yield Problem(path, message("wrong-kind", name=name, found=found.kind, expected=kind))
        elif isinstance(measure, Item) and measure.item not in declared.lists[name].options:
            options = declared.lists[name].options
            yield Problem(path, *_unknown("unknown-option", measure.item, options))


def _scales(rubric: Rubric) -> Iterator[Problem]:
    """Scales and the ranking as the defaults have them, and what each other option makes of them.

    All else must stand, or there is nothing that a scale could be applied to.
    """
    yield from _scales_under(rubric, {}, ())
    owners = {owner_of(scale) for scale in rubric.scales} | {"ranking"}
    others = [
        (reading.id, option.id)
        for reading in rubric.readings
        for option in reading.options
        if option.id != reading.default and any(each.node in owners for each in option.replaces)
    ]
    count = len(rubric.nodes) + condition_count(rubric.scales)
    if len(others) * count > _MOST_STEPS:
        said = message("too-many-options", options=len(others), count=count, most=_MOST_STEPS)
        yield Problem(("reading",), said)
        return
    for reading_id, option_id in others:
        path = (f"reading '{reading_id}'", f"option '{option_id}'")
        yield from _scales_under(rubric, {reading_id: option_id}, path)


_MOST_STEPS = 1_000_000  # a few seconds; the rubrics that ship take a few thousand


def _scales_under(
    rubric: Rubric, choices: Mapping[str, str], path: tuple[str, ...]
) -> Iterator[Problem]:
    problems = _attempt(lambda: rubric.under(choices), path, path)
    for each in problems or scales_problems(rubric.under(choices)):
        yield each if problems else evolve(each, path=(*path, *each.path))


def _readings(rubric: Rubric) -> Iterator[Problem]:
    codes = {node.code for node in rubric.nodes}
    owners = codes | {owner_of(scale) for scale in rubric.scales} | {"ranking"}
    for reading in rubric.readings:
        where = (f"reading '{reading.id}'",)
        for code in reading.nodes:
            if code not in codes:
                yield Problem((*where, "nodes"), *_unknown("unknown-node", code, codes))
        names = [each.id for each in reading.options]
        if reading.default not in names:
            why, hint = _unknown("unknown-reading-option", reading.default, names)
            yield Problem((*where, "default"), why, hint)
        for option in reading.options:
            fields = [f"{each.node}.{each.field}" for each in option.replaces]
            for field in _repeated(fields):
                yield Problem((*where, f"option '{option.id}'", field), message("stands-twice"))
            for code in dict.fromkeys(each.node for each in option.replaces):
                if code not in owners:
                    path = (*where, f"option '{option.id}'")
                    yield Problem(path, *unknown_owner(code, owners))


def _clashes(rubric: Rubric) -> Iterator[Problem]:
    """Two readings that replace the same field, or one a part of what the other replaces."""
    owners: dict[tuple[str, str], str] = {}
    for reading in rubric.readings:
        fields = {(each.node, each.field) for option in reading.options for each in option.replaces}
        for node, field in sorted(fields):
            for (other_node, other_field), owner in owners.items():
                if node == other_node and owner != reading.id and _within(field, other_field):
                    where = (f"reading '{reading.id}'",)
                    yield Problem(
                        where, message("readings-clash", other=owner, field=f"{node}.{field}")
                    )
        owners.update(dict.fromkeys(fields, reading.id))


def _within(first: str, second: str) -> bool:
    return f"{first}.".startswith(f"{second}.") or f"{second}.".startswith(f"{first}.")


_CHECKS = (
    _twice,
    _parents,
    _inputs,
    _maxima,
    _constraints,
    _rules,
    _readings,
    _clashes,
)
