"""A rubric, and one way to read it, as a page."""

from collections.abc import Iterator, Mapping, Sequence

from rubrik.drawing.markup import Html, element
from rubrik.drawing.readings import asked_of, offered
from rubrik.drawing.rows import behind_node
from rubrik.drawing.shapes import TEXT, facts, folded, lines, page, table
from rubrik.drawing.trees import Figure, tree
from rubrik.rubric import Criterion, Interpretation, Reading, Rubric
from rubrik.saying.naming import exactly
from rubrik.saying.scales import Asked, named, titled
from rubrik.saying.words import Words

__all__ = ["interpretation_page", "rubric_page"]


def __dir__() -> list[str]:
    return __all__


def rubric_page(of: Rubric, say: Words) -> Html:
    """A rubric by its default readings: what it is, every row in printed order, its scales."""
    read = of.under()
    return page(
        say,
        element("p", say("head-rubric"), class_="title"),
        element("p", of.title, class_="name"),
        facts(_head(of, read, say)),
        _rows(read, of.readings, say),
        *_scales(read, say),
        *offered(of.readings, read.choices, say),
    )


def _head(of: Rubric, read: Interpretation, say: Words) -> Iterator[tuple[str, str]]:
    yield say("column-slug"), exactly(of.slug, of.content_hash)
    decision = " · ".join(filter(None, (of.issuer, of.number, of.date)))
    if decision:
        yield say("head-decision"), decision
    yield from _counts(read, say)
    if of.documents:
        yield say("head-source"), lines(f"{each.id}: {each.title}" for each in of.documents)


def _counts(read: Interpretation, say: Words) -> Iterator[tuple[str, str]]:
    criteria = sum(isinstance(node, Criterion) for node in read.nodes.values())
    yield say("column-max"), say.number(read.maximum)
    yield say("column-criteria"), str(criteria)
    yield say("column-inputs"), str(len(read.declared.inputs))


def interpretation_page(of: Interpretation, say: Words) -> Html:
    """A rubric as it is read: its rows with the chosen options in place, and the choices."""
    chosen = ((each, TEXT) for each in (say("column-reading"), say("row-option")))
    choices = table([*chosen], of.choices.items(), len(of.choices), say)
    title = say("readings")
    return page(
        say,
        element("p", title, class_="title"),
        facts(_counts(of, say)),
        _rows(of, (), say),
        *_scales(of, say),
        *([folded(f"{title}: {len(of.choices)}", choices)] if of.choices else ()),
    )


def _rows(read: Interpretation, readings: Sequence[Reading], say: Words) -> Html:
    by_row: Mapping[str, Sequence[Reading]] = asked_of(readings)
    return tree(
        read,
        say("column-name"),
        lambda code: [Figure(say("column-max"), say.number(read.maxima[code]))],
        lambda code: behind_node(read.nodes[code], read, by_row.get(code, ()), say),
        say,
    )


def _scales(read: Interpretation, say: Words) -> Iterator[Html]:
    """Every scale with its levels, what each asks for, and its vetoes."""
    for scale in read.scales.values():
        asked = Asked(scale, read, say)
        rows = [(named(level), asked.all_of(level.conditions)) for level in scale.levels]
        rows += [(scale.below, say("level-below"))] if scale.below else []
        columns = ((say("column-level"), TEXT), (say("row-asked"), TEXT))
        vetoes = (element("p", each, class_="bad") for each in asked.vetoes())
        yield folded(titled(scale, say), table(columns, rows, len(rows), say), *vetoes)
