"""Scales and ratings as a person reads them: the level, every condition, and the way up."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rubrik.classifier import ConditionResult, LevelResult, Rating, Room, Step
from rubrik.cli.tables import bare, heading, indented, stacked, table
from rubrik.cli.terminal import plain
from rubrik.cli.words import Words
from rubrik.rubric import Interpretation
from rubrik.scales import Level, Requirement, Scale, Threshold, thresholds

__all__ = ["level_of", "levels", "rated"]


def __dir__() -> list[str]:
    return __all__


# The scales of a rubric.


def levels(read: Interpretation, say: Words) -> Iterator[RenderableType]:
    """Every scale of a rubric with its levels, what each asks for, and its vetoes."""
    if read.scales:
        yield heading(say("scales", count=len(read.scales)))
    for scale in read.scales.values():
        yield Text()
        yield plain(_titled(scale, say), "bold")
        grid = bare()
        for level in scale.levels:
            grid.add_row(plain(_named(level)), plain(_asked(level.conditions)))
        if scale.below:
            grid.add_row(plain(scale.below), say("level-below"))
        yield indented(grid)
        for veto in scale.vetoes:
            reason = veto.reason if say.lang == "vi" else veto.reason_en or veto.reason
            yield indented(plain(say("veto-states", result=veto.result or scale.below, why=reason)))


def _titled(scale: Scale, say: Words) -> str:
    name = (scale.name_en or scale.name) if say.lang == "en" else scale.name
    nodes = f" ({', '.join(scale.nodes)})" if scale.nodes else ""
    return f"{scale.id} · {name}{nodes}" + ("" if scale.decides else f" · {say('not-deciding')}")


def _named(level: Level) -> str:
    return f"{level.name} ({level.label})" if level.label else level.name


def _asked(wanted: Sequence[Requirement]) -> str:
    """The printed words of each threshold, after the code of its row, each once."""
    return "; ".join(dict.fromkeys(map(_threshold, thresholds(wanted))))


def _threshold(threshold: Threshold) -> str:
    words = threshold.printed or f"{_SIGNS[threshold.op]} {_number(threshold)}"
    return f"{threshold.node} {words}" if threshold.node else words


def _number(threshold: Threshold) -> str:
    if threshold.share is None:
        return str(threshold.points)
    return f"{threshold.share} × {threshold.base}" if threshold.base else str(threshold.share)


# The ratings of a sheet.


def rated(ratings: Sequence[Rating], say: Words) -> Iterator[RenderableType]:
    """One row for each rating, then the conditions of those that decide on several rows."""
    found = [each for each in ratings if each.applies]
    if not found:
        return
    yield heading(say("ratings"))
    yield _ratings(found, say)
    for each in found:
        if each.scale.decides and len({condition.node for condition in each.conditions}) > 1:
            yield heading(_subject(each, say))
            yield _conditions(each, say)


def _ratings(ratings: Sequence[Rating], say: Words) -> Table:
    drawn = table(say("column-scale"), say("column-level"), (), (say("column-next"),))
    for each in ratings:
        name = plain(_subject(each, say), "" if each.scale.decides else "dim")
        drawn.add_row(name, _level(each, say), _way(each, say))
    return drawn


def _subject(rating: Rating, say: Words) -> str:
    scale = rating.scale
    name = (scale.name_en or scale.name) if say.lang == "en" else scale.name
    shown = f"{name} {rating.node}" if rating.node else name
    return shown if scale.decides else f"{shown} {say('not-deciding')}"


def level_of(rating: Rating, say: Words) -> str:
    """The level, or those that are still possible."""
    names = [name or say("nothing") for name in rating.possible]
    if rating.level is None:
        return say("level-open", levels=tuple(names))
    reached = rating.reached
    return _named(reached) if reached else names[0]


def _level(rating: Rating, say: Words) -> RenderableType:
    said = plain(level_of(rating, say), "yellow" if rating.is_open else "bold")
    reached = rating.reached
    parts = [plain(each.reason(say.lang), "red") for each in rating.vetoes if each.holds]
    if reached and reached.points is not None:
        worth = say("level-worth", points=say.number(reached.points))
        parts.append(plain(worth, "dim"))
    return stacked(said, *parts)


def _way(rating: Rating, say: Words) -> RenderableType:
    """What is missing; where the points could come from only where the level counts."""
    step = rating.next
    if step is None:
        return Text(say("nothing"))
    if rating.scale.decides:
        return Group(*_steps(step, say))
    short = tuple(_short(each.condition, say) for each in step.unmet)
    return plain(say("level-next-short", level=_named(step.level), short=short), "dim")


def _short(condition: ConditionResult, say: Words) -> str:
    """How much is missing on which row, if that is known."""
    node = condition.node or say("the-whole")
    short = condition.shortfall
    if not short:
        return node
    return say("short-by", node=node, points=say.number(short))


def _steps(step: Step, say: Words) -> Iterator[RenderableType]:
    yield plain(say("level-next", level=_named(step.level)))
    for each in step.unmet:
        yield indented(plain(say.of(each.condition.reason)))
        if each.rooms:
            rooms = tuple(_room(room, say) for room in _largest(each.rooms))
            more = len(each.rooms) - len(rooms)
            key = "rooms-and-more" if more else "rooms"
            said = say(key, rooms=rooms, more=more) if more else say(key, rooms=rooms)
            yield indented(plain(said, "dim"), 4)


_MOST_ROOMS = 8


def _largest(rooms: Sequence[Room]) -> list[Room]:
    """The rows with the most to give, in printed order; all of them where there are few."""
    by_size = sorted(rooms, key=lambda room: (room.points is not None, -(room.points or 0)))
    kept = set(by_size[:_MOST_ROOMS])
    return [room for room in rooms if room in kept]


def _room(room: Room, say: Words) -> str:
    return room.code if room.points is None else f"{room.code} ({say.number(room.points)})"


def _conditions(rating: Rating, say: Words) -> Table:
    """A row for each row of the rubric that is asked about, a column for each level."""
    names = [each.level.name for each in rating.levels]
    drawn = table(say("column-code"), say("column-points"), (), names)
    for node in dict.fromkeys(each.node for each in rating.conditions):
        cells = [_cell(each, node, say) for each in rating.levels]
        within = next(each.within for each in rating.conditions if each.node == node)
        limits = [each.limit for each in rating.conditions if each.node == node]
        drawn.add_row(plain(node or say("the-whole")), say.span(within, *limits), *cells)
    return drawn


def _cell(level: LevelResult, node: str, say: Words) -> Group:
    asked = [each for each in level.conditions if each.node == node]
    return Group(*(_condition(each, say) for each in asked))


def _condition(condition: ConditionResult, say: Words) -> Text:
    limit = say.number(condition.limit, condition.within.low, condition.within.high)
    op = _SIGNS[condition.threshold.op]
    return Text(f"{_MARKS[condition.holds]} {op} {limit}", _STYLES[condition.holds])


_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
_MARKS = {True: "✓", False: "✗", None: "?"}
_STYLES = {True: "green", False: "red", None: "yellow"}
