"""Rubrics as a person reads them: the list of those that ship, one of them whole, one row of it."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik import catalog
from rubrik._version import __version__
from rubrik.cli.notation import noted
from rubrik.cli.readings import offered
from rubrik.cli.scales import levels
from rubrik.cli.tables import SIDE_BY_SIDE, bare, heading, indented, stacked, table
from rubrik.cli.terminal import plain
from rubrik.codec.documents.commands import ListedView, ListView
from rubrik.codec.documents.sheets import RubricView
from rubrik.codec.documents.values import exact_or_none
from rubrik.figures import approx
from rubrik.measures import Input, Reported
from rubrik.rubric import Criterion, Example, Interpretation, Node, Rubric
from rubrik.saying.inputs import codes_reading, described, options_of
from rubrik.saying.words import Words

__all__ = ["listed", "listed_view", "row", "row_view", "whole"]


def __dir__() -> list[str]:
    return __all__


# The list.


def listed(rubrics: Sequence[Rubric], say: Words) -> Table:
    """One row for each rubric at hand, with what it comes from."""
    numbers = (say("column-max"), say("column-criteria"), say("column-inputs"))
    drawn = table(say("column-slug"), say("column-title"), (*numbers, say("column-readings")))
    for each in rubrics:
        maximum = say.number(each.under().maximum)
        counts = (_criteria(each), len(each.inputs), len(each.readings))
        origin = plain(catalog.origin(each.slug), "dim")
        slug = plain(each.slug).append("\n").append_text(origin)
        drawn.add_row(slug, plain(each.title), maximum, *map(str, counts))
    return drawn


def listed_view(rubrics: Sequence[Rubric]) -> ListView:
    """The same for other programs."""
    found: list[ListedView] = [
        {
            "slug": each.slug,
            "origin": catalog.origin(each.slug),
            "title": each.title,
            "hash": each.content_hash,
            "max": exact_or_none(each.under().maximum),
            "effective_year": each.effective_year,
            "criteria": _criteria(each),
            "inputs": len(each.inputs),
            "readings": len(each.readings),
        }
        for each in rubrics
    ]
    return {"format": 1, "version": __version__, "rubrics": found}


def _criteria(rubric: Rubric) -> int:
    return sum(isinstance(node, Criterion) for node in rubric.nodes)


# One rubric.


def whole(rubric: Rubric, read: Interpretation, say: Words, width: int) -> Group:
    """The head, every row in printed order, and the readings."""
    parts: list[RenderableType] = [_head(rubric, read, say), _rows(rubric, read, say, width)]
    if any(_is_unprinted(node, read) for node in rubric.nodes):
        parts.append(Text(say("max-not-printed"), "dim"))
    parts += levels(read, say)
    if rubric.readings:
        parts.append(offered(rubric.readings, read.choices, say))
    return Group(*parts)


def _head(rubric: Rubric, read: Interpretation, say: Words) -> Table:
    grid = bare()
    grid.add_row(say("head-rubric"), plain(rubric.title, "bold"))
    grid.add_row("", plain(f"{rubric.slug} · {rubric.content_hash}"))
    decision = " · ".join(filter(None, (rubric.issuer, rubric.number, rubric.date)))
    if decision:
        grid.add_row(say("head-decision"), plain(decision))
    grid.add_row(say("column-max"), say.number(read.maximum))
    for each in rubric.documents:
        grid.add_row(say("head-source"), plain(f"{each.id}: {each.title}"))
    return grid


def _rows(rubric: Rubric, read: Interpretation, say: Words, width: int) -> Table:
    side_by_side = width >= SIDE_BY_SIDE
    texts = (say("column-name"), say("column-printed"))
    columns = texts if side_by_side else (" / ".join(texts),)
    drawn = table(say("column-code"), columns[0], (say("column-max"),), columns[1:])
    for node in rubric.nodes:
        name, printed = (
            plain(node.name, "" if isinstance(node, Criterion) else "bold"),
            _print(node),
        )
        texts_of_row = (name, printed) if side_by_side else (stacked(name, printed),)
        maximum = _maximum(node, read, say)
        drawn.add_row(plain(node.code), texts_of_row[0], maximum, *texts_of_row[1:])
    return drawn


def _print(node: Node) -> Group:
    """What is printed of a row, its note, and where it stands."""
    texts = [plain(each) for each in (node.printed, node.note) if each]
    return Group(*texts, *_source(node))


def _source(node: Node) -> Iterator[Text]:
    if node.source is not None:
        yield plain(f"{node.source.file}:{node.source.line}", "dim")


def _maximum(node: Node, read: Interpretation, say: Words) -> str:
    """The maximum as read; marked where it is not the printed one."""
    maximum = read.maxima[node.code]
    if maximum is None:
        return say("nothing")
    return f"{say.number(maximum)} *" if _is_unprinted(node, read) else say.number(maximum)


def _is_unprinted(node: Node, read: Interpretation) -> bool:
    return node.max != read.maxima[node.code]


# One row.


def row(code: str, rubric: Rubric, read: Interpretation, say: Words) -> Group:
    """Everything about one row: the print, its rule, its inputs, examples and readings."""
    node = read.nodes[code]
    base = next(each for each in rubric.nodes if each.code == code)
    grid = bare()
    for name, value in _facts(base, node, read, say):
        grid.add_row(say(name), plain(value))
    parts: list[RenderableType] = [plain(f"{node.code} {node.name}", "bold"), grid]
    parts.extend(_inputs(code, read, say))
    if isinstance(node, Criterion) and node.examples:
        parts.append(heading(say("examples")))
        parts.extend(indented(plain(_example(each, say))) for each in node.examples)
    readings = [each for each in rubric.readings if code in each.nodes]
    return Group(*parts, *([offered(readings, read.choices, say)] if readings else ()))


def row_view(view: RubricView, code: str, read: Interpretation) -> RubricView:
    """The JSON view of a rubric with only one row, its inputs and its readings left in it."""
    reading = codes_reading(read)
    return {
        **view,
        "nodes": [node for node in view["nodes"] if node["code"] == code],
        "inputs": [each for each in view["inputs"] if code in reading.get(each["name"], ())],
        "readings": [each for each in view["readings"] if code in each["nodes"]],
    }


def _facts(base: Node, node: Node, read: Interpretation, say: Words) -> Iterator[tuple[str, str]]:
    yield "column-max", say.number(read.maxima[node.code])
    yield "printed-max", say.number(base.max)
    if node.printed:
        yield "column-printed", node.printed
    if node.note:
        yield "printed-note", node.note
    for text in _source(node):
        yield "head-source", text.plain
    if node.measure is not None:
        yield "measure", noted(node.measure, say)
    if node.score is not None:
        yield "score", noted(node.score, say)
    bounds = read.bounds(node.code)
    if bounds.within is not None:
        yield "bounds-outer" if bounds.outer else "bounds", say.span(bounds.within)


def _inputs(code: str, read: Interpretation, say: Words) -> Iterator[RenderableType]:
    reading = codes_reading(read)
    needed = [each for name, each in read.declared.inputs.items() if code in reading.get(name, ())]
    if needed:
        yield heading(say("inputs"))
        yield from (indented(_input(each, say)) for each in needed)


def _input(declared: Input, say: Words) -> Group:
    lines = [
        say("allowed", allowed=say.of(declared.allowed)),
        *([declared.definition] if declared.definition else ()),
        *(f"- {name}: {words}" for name, words in options_of(declared).items()),
    ]
    head = plain(f"{declared.name}: {described(declared, say)}")
    return stacked(head, *(plain(line) for line in lines))


def _example(example: Example, say: Words) -> str:
    given = ", ".join(f"{name} = {_written(value)}" for name, value in example.inputs.items())
    under = ", ".join(f"{name} = {option}" for name, option in example.readings.items())
    points = say.of(example.status.wording)
    if example.points is not None:
        points = say("example-points", points=approx(example.points, say.lang))
    case = f"{given} → {points}"
    if example.cohort is not None:
        low, high = say.number(example.cohort.low), say.number(example.cohort.high)
        case = say("example-in-cohort", case=case, low=low, high=high)
    return say("example-under", case=case, readings=under) if under else case


def _written(value: Reported | object) -> str:
    """An answer as a submission file writes it, without quotes."""
    match value:
        case bool():
            return str(value).lower()
        case tuple():
            return f"[{', '.join(_written(each) for each in value)}]"
        case _:
            return str(value)
