"""Inputs in words: what is asked for, in which unit, and what the answer can be."""

from collections.abc import Mapping

from rubrik.measures import ChoiceInput, FlagInput, Growth, Input, ItemsInput, Ratio, TableInput
from rubrik.rubric import Criterion, Interpretation, measured_by
from rubrik.saying.foreign import one_line
from rubrik.saying.words import Words

__all__ = [
    "answered",
    "codes_reading",
    "counts_behind",
    "described",
    "options_of",
    "unit_of",
]


def __dir__() -> list[str]:
    return __all__


def unit_of(declared: Input) -> str:
    """The unit of a count or an amount; empty for everything else."""
    return str(getattr(declared, "unit", ""))


def options_of(declared: Input) -> Mapping[str, str]:
    """The ids and printed words of a list to choose from; empty for everything else."""
    return declared.options if isinstance(declared, ChoiceInput | ItemsInput) else {}


def described(declared: Input, say: Words) -> str:
    """The label, the unit and the item of the printed form, on one line."""
    label = one_line(declared.label)
    unit, form = one_line(unit_of(declared)), one_line(declared.form)
    said = [
        *([say("in-unit", unit=unit)] if unit else ()),
        *([say("form-item", form=form)] if form else ()),
    ]
    return f"{label} ({'; '.join(said)})" if said else label


def answered(declared: Input, answer: str) -> str:
    """An answer as a sheet holds it; a yes or a no in the words of the print."""
    return declared.word(declared.read(answer)) if isinstance(declared, FlagInput) else answer


def codes_reading(read: Interpretation) -> Mapping[str, tuple[str, ...]]:
    """For every input the codes of the rows whose rules read it, in printed order."""
    found: dict[str, tuple[str, ...]] = {}
    for code, node in read.nodes.items():
        if isinstance(node, Criterion) or node.score is not None:
            reads = (name for _, measure in measured_by(node) for name, _ in measure.reads)
            for name in dict.fromkeys(reads):
                found[name] = (*found.get(name, ()), code)
    for name, declared in read.declared.inputs.items():
        if isinstance(declared, TableInput):  # rules read a table by its aggregates
            rows = {code for each in declared.aggregates for code in found.get(each.name, ())}
            found[name] = tuple(code for code in read.nodes if code in rows)
    return found


def counts_behind(read: Interpretation) -> Mapping[str, tuple[str, ...]]:
    """For every share that may be stated alone, the counts that it can stand in for."""
    found: dict[str, tuple[str, ...]] = {}
    for node in read.nodes.values():
        for _, measure in measured_by(node):
            if isinstance(measure, Ratio | Growth) and measure.stated:
                counts = [name for name, _ in measure.reads if name != measure.stated]
                found[measure.stated] = tuple(dict.fromkeys(counts))
    return found


def tables_of(read: Interpretation) -> Mapping[str, tuple[str, ...]]:
    """For every input that is an aggregate the tables that it is one of."""
    found: dict[str, tuple[str, ...]] = {}
    for table in read.declared.inputs.values():
        if isinstance(table, TableInput):
            for name in dict.fromkeys(each.name for each in table.aggregates):
                found[name] = (*found.get(name, ()), table.name)
    return found
