"""Ratings as a person reads them: the level, every condition, and the way up."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.classifier import ConditionResult, LevelResult, Rating, Room, Step
from rubrik.cli.scales import SIGNS, called, named
from rubrik.cli.tables import heading, indented, stacked, table
from rubrik.cli.terminal import plain, visible
from rubrik.cli.words import Words

__all__ = ["level_of", "rated", "subject_of"]


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
        if each.scale.decides and len({condition.node for condition in each.conditions}) > 1:
            yield heading(visible(subject_of(each, say)))
            yield _conditions(each, say)


def _ratings(ratings: Sequence[Rating], say: Words) -> Table:
    drawn = table(say("column-scale"), say("column-level"), (), (say("column-next"),))
    for each in ratings:
        name = plain(subject_of(each, say), "" if each.scale.decides else "dim")
        drawn.add_row(name, _level(each, say), _way(each, say))
    return drawn


def subject_of(rating: Rating, say: Words) -> str:
    """The scale, and the row that it rates."""
    scale = rating.scale
    name = called(scale, say)
    shown = f"{name} {rating.node}" if rating.node else name
    return shown if scale.decides else f"{shown} {say('not-deciding')}"


def level_of(rating: Rating, say: Words) -> str:
    """The level, or those that are still possible."""
    names = [name or say("nothing") for name in rating.possible]
    if rating.level is None:
        return say("level-open", levels=tuple(names))
    reached = rating.reached
    return named(reached) if reached else names[0]


def _level(rating: Rating, say: Words) -> RenderableType:
    said = plain(level_of(rating, say), "yellow" if rating.is_open else "bold")
    reached = rating.reached
    parts = [plain(each.reason(say.lang), "red") for each in rating.vetoes if each.holds]
    if reached and reached.points is not None:
        worth = say("level-worth", points=say.number(reached.points))
        parts.append(plain(worth, "dim"))
    if rating.scale.decides and rating.open_inputs:
        parts.append(plain(_depends(rating.open_inputs, say), "dim"))
    return stacked(said, *parts)


def _depends(inputs: Sequence[str], say: Words) -> str:
    """The inputs that could change the level, the first of them where they are many."""
    shown, more = tuple(inputs[:_MOST_SHOWN]), len(inputs) - _MOST_SHOWN
    if more <= 0:
        return say("level-depends", inputs=shown)
    return say("level-depends-and-more", inputs=shown, more=more)


def _way(rating: Rating, say: Words) -> RenderableType:
    """What is missing; where the points could come from only where the level counts."""
    step = rating.next
    if step is None:
        return Text(say("nothing"))
    if rating.scale.decides:
        return Group(*_steps(step, say))
    short = tuple(_short(each.condition, say) for each in step.unmet)
    return plain(say("level-next-short", level=named(step.level), short=short), "dim")


def _short(condition: ConditionResult, say: Words) -> str:
    """How much is missing or too much on which row, if that is known."""
    node, short = condition.node or say("the-whole"), condition.shortfall
    if short is None:
        return node
    if short == 0:
        return say("at-threshold", node=node)
    key = "short-by" if condition.threshold.is_floor else "over-by"
    said = say(key, node=node, points=say.number(short, _NOTHING))
    return said if condition.points is not None else say("at-worst", said=said)


_NOTHING = Fraction(0)


def _steps(step: Step, say: Words) -> Iterator[RenderableType]:
    yield plain(say("level-next", level=named(step.level)))
    for each in step.unmet:
        reason = say.of(each.condition.reason)
        yield indented(plain(say("one-way", reason=reason) if each.is_choice else reason))
        if each.rooms:
            rooms = tuple(_room(room, say) for room in _largest(each.rooms))
            more = len(each.rooms) - len(rooms)
            key = "rooms-and-more" if more else "rooms"
            said = say(key, rooms=rooms, more=more) if more else say(key, rooms=rooms)
            yield indented(plain(said, "dim"), 4)


_MOST_SHOWN = 8


def _largest(rooms: Sequence[Room]) -> list[Room]:
    """The rows with the most to give, in printed order; all of them where there are few."""
    by_size = sorted(rooms, key=lambda room: (room.points is not None, -(room.points or 0)))
    kept = set(by_size[:_MOST_SHOWN])
    return [room for room in rooms if room in kept]


def _room(room: Room, say: Words) -> str:
    code = room.code or say("the-whole")
    return code if room.points is None else f"{code} ({say.number(room.points, _NOTHING)})"


def _conditions(rating: Rating, say: Words) -> Table:
    """A row for each row of the rubric that is asked about, a column for each level."""
    names = [visible(each.level.name) for each in rating.levels]
    drawn = table(say("column-code"), say("column-points"), (), names)
    for node in dict.fromkeys(each.node for each in rating.conditions):
        cells = [_cell(each, node, say) for each in rating.levels]
        within = next(each.within for each in rating.conditions if each.node == node)
        limits = [each.limit for each in rating.conditions if each.node == node]
        drawn.add_row(plain(node or say("the-whole")), say.span(within, *limits), *cells)
    reached = (Text(_MARKS[each.holds], _STYLES[each.holds]) for each in rating.levels)
    drawn.add_row(Text(say("column-reached"), "bold"), "", *reached)
    return drawn


def _cell(level: LevelResult, node: str, say: Words) -> Group:
    asked = [each for each in level.conditions if each.node == node]
    return Group(*(_condition(each, say) for each in asked))


def _condition(condition: ConditionResult, say: Words) -> Text:
    limit = say.number(condition.limit, condition.within.low, condition.within.high)
    op = SIGNS[condition.threshold.op]
    return Text(f"{_MARKS[condition.holds]} {op} {limit}", _STYLES[condition.holds])


_MARKS = {True: "✓", False: "✗", None: "?"}
_STYLES = {True: "green", False: "red", None: "yellow"}
