"""What is behind a row: the print, where it stands, why it came out so, and how it is read."""

from collections.abc import Iterable, Iterator, Mapping

from rubrik.drawing.markup import Html, element, joined
from rubrik.drawing.shapes import facts, lines
from rubrik.measures import Input
from rubrik.rubric import Interpretation, Node, Reading, measured_by
from rubrik.saying.comparisons import decided
from rubrik.saying.inputs import answered, described
from rubrik.saying.readings import question_of, worded
from rubrik.saying.words import Words
from rubrik.scoresheet import Line

__all__ = ["behind_line", "behind_node"]


def __dir__() -> list[str]:
    return __all__


def behind_line(line: Line, readings: Iterable[Reading], say: Words) -> Html:
    """Why a row of a sheet came out as it did, and all that it was made from."""
    return facts(
        [
            (say("column-reason"), say.of(line.reason)),
            *((say("column-note"), say.of(each)) for each in line.notes),
            *_decision(line, say),
            *_stated("row-evidence", line.evidence, say),
            *_inputs(line, say),
            *_print(line.node, say),
            *_readings(readings, line.sheet.readings, say),
        ]
    )


def behind_node(node: Node, read: Interpretation, readings: Iterable[Reading], say: Words) -> Html:
    """What is printed of a row, what it asks for, and how it is read."""
    inputs = read.declared.inputs
    names = dict.fromkeys(name for _, each in measured_by(node) for name, _ in each.reads)
    asked = [described(inputs[name], say) for name in names if name in inputs]
    return facts(
        [
            *_print(node, say),
            *([(say("inputs"), lines(asked))] if asked else ()),
            *_readings(readings, read.choices, say),
        ]
    )


def _stated(key: str, text: str, say: Words) -> Iterator[tuple[str, str]]:
    """Text of others with its line breaks, if there is any."""
    if text:
        yield say(key), element("div", text, class_="lines")


def _print(node: Node, say: Words) -> Iterator[tuple[str, str]]:
    yield from _stated("column-printed", node.printed, say)
    yield from _stated("printed-note", node.note, say)
    if node.source is not None:
        yield say("head-source"), f"{node.source.file}:{node.source.line}"


def _decision(line: Line, say: Words) -> Iterator[tuple[str, str]]:
    if line.adjudication is not None:
        yield say("column-decision"), decided(line.adjudication, say)


def _inputs(line: Line, say: Words) -> Iterator[tuple[str, str]]:
    declared = line.sheet.interpretation.declared.inputs
    read = [_input(declared[name], answer) for name, answer in line.inputs.items()]
    if read:
        yield say("inputs"), lines(read)


def _input(declared: Input, answer: str) -> Html:
    name = element("span", f"({declared.name})", class_="dim")
    return joined(f"{declared.label} ", name, ": ", answered(declared, answer))


def _readings(
    readings: Iterable[Reading], choices: Mapping[str, str], say: Words
) -> Iterator[tuple[str, str]]:
    """The questions that the print of a row leaves open, with the answers in force."""
    asked = [_reading(each, choices[each.id], say) for each in readings]
    if asked:
        yield say("column-reading"), lines(asked)


def _reading(reading: Reading, choice: str, say: Words) -> Html:
    option = reading.option(choice)
    mark = "" if option.id == reading.default else f" {say('not-default')}"
    name = element("span", f"{reading.id}: ", class_="dim")
    answer = element("span", f"{worded(option)}{mark}", class_="strong")
    return joined(name, f"{question_of(reading, say)} ", "→ ", answer)
