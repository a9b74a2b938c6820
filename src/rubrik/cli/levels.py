"""Ratings as a person reads them: the level, every condition, and the way up."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.classifier import ConditionResult, LevelResult, Rating, Step
from rubrik.cli.tables import heading, indented, stacked, table
from rubrik.cli.terminal import plain
from rubrik.saying.foreign import visible
from rubrik.saying.levels import (
    MARKS,
    columns_of,
    depends,
    level_of,
    rooms_of,
    short_of,
    shows_conditions,
    subject_of,
)
from rubrik.saying.scales import SIGNS, named
from rubrik.saying.words import Words

__all__ = ["rated"]


def __dir__() -> list[str]:
    return __all__


def rated(ratings: Sequence[Rating], say: Words) -> Iterator[RenderableType]:
    """One row for each rating, then the conditions of those that decide on several rows."""
    found = [each for each in ratings if each.applies]
    if not found:
        return
    yield heading(say("ratings"))
    yield _ratings(found, say)
    for each in found:
        if shows_conditions(each):
            yield heading(visible(subject_of(each, say)))
            yield _conditions(each, say)


def _ratings(ratings: Sequence[Rating], say: Words) -> Table:
    drawn = table(say("column-scale"), say("column-level"), (), (say("column-next"),))
    for each in ratings:
        name = plain(subject_of(each, say), "" if each.scale.decides else "dim")
        drawn.add_row(name, _level(each, say), _way(each, say))
    return drawn


def _level(rating: Rating, say: Words) -> RenderableType:
    said = plain(level_of(rating, say), "yellow" if rating.is_open else "bold")
    reached = rating.reached
    parts = [plain(each.reason(say.lang), "red") for each in rating.vetoes if each.holds]
    if reached and reached.points is not None:
        worth = say("level-worth", points=say.number(reached.points))
        parts.append(plain(worth, "dim"))
    if rating.scale.decides and rating.open_inputs:
        parts.append(plain(depends(rating.open_inputs, say), "dim"))
    return stacked(said, *parts)


def _way(rating: Rating, say: Words) -> RenderableType:
    """What is missing; where the points could come from only where the level counts."""
    step = rating.next
    if step is None:
        return Text(say("nothing"))
    if rating.scale.decides:
        return Group(*_steps(step, say))
    short = tuple(short_of(each.condition, say) for each in step.unmet)
    return plain(say("level-next-short", level=named(step.level), short=short), "dim")


def _steps(step: Step, say: Words) -> Iterator[RenderableType]:
    yield plain(say("level-next", level=named(step.level)))
    for each in step.unmet:
        reason = say.of(each.condition.reason)
        yield indented(plain(say("one-way", reason=reason) if each.is_choice else reason))
        if each.rooms:
            yield indented(plain(rooms_of(each.rooms, say), "dim"), 4)


def _conditions(rating: Rating, say: Words) -> Table:
    """A row for each row of the rubric that is asked about, a column for each level."""
    names = [visible(each) for each in columns_of(rating)]
    drawn = table(say("column-code"), say("column-points"), (), names)
    for node in dict.fromkeys(each.node for each in rating.conditions):
        cells = [_cell(each, node, say) for each in rating.levels]
        within = next(each.within for each in rating.conditions if each.node == node)
        limits = [each.limit for each in rating.conditions if each.node == node]
        drawn.add_row(plain(node or say("the-whole")), say.span(within, *limits), *cells)
    reached = (Text(MARKS[each.holds], _STYLES[each.holds]) for each in rating.levels)
    drawn.add_row(Text(say("column-reached"), "bold"), "", *reached)
    return drawn


def _cell(level: LevelResult, node: str, say: Words) -> Group:
    asked = [each for each in level.conditions if each.node == node]
    return Group(*(_condition(each, say) for each in asked))


def _condition(condition: ConditionResult, say: Words) -> Text:
    limit = say.number(condition.limit, condition.within.low, condition.within.high)
    op = SIGNS[condition.threshold.op]
    return Text(f"{MARKS[condition.holds]} {op} {limit}", _STYLES[condition.holds])


_STYLES = {True: "green", False: "red", None: "yellow"}
