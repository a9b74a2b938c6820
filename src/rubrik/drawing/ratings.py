"""Ratings as parts of a page: the level, every condition, and the way up."""

from collections.abc import Iterator, Sequence

from rubrik.classifier import ConditionResult, LevelResult, Rating
from rubrik.drawing.markup import Html, element, joined
from rubrik.drawing.shapes import NUMBER, TEXT, colored, folded, heading, lines, page, table
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

__all__ = ["rated", "rating_page"]


def __dir__() -> list[str]:
    return __all__


def rating_page(of: Rating, say: Words) -> Html:
    """Everything on a rating."""
    return page(
        say,
        element("p", subject_of(of, say), class_="title"),
        element("p", _level(of, say), class_="name"),
        *([lines(_way(of, say))] if of.next else ()),
        *(_conditions(of, say) if of.conditions else ()),
    )


def rated(ratings: Sequence[Rating], say: Words) -> Iterator[Html]:
    """A row for each rating, then the conditions of those that decide."""
    found = [each for each in ratings if each.applies]
    if not found:
        return
    columns = ("column-scale", "column-level", "column-next")
    rows = ((subject_of(each, say), _level(each, say), lines(_way(each, say))) for each in found)
    yield heading(say("ratings"))
    yield table([(say(each), TEXT) for each in columns], rows, len(found), say)
    for each in found:
        if shows_conditions(each):
            yield folded(subject_of(each, say), *_conditions(each, say))


def _level(rating: Rating, say: Words) -> Html:
    color = "open" if rating.is_open else "strong"
    reached = rating.reached
    parts = [colored(level_of(rating, say), color if rating.applies else "dim")]
    parts += [colored(each.reason(say.lang), "bad") for each in rating.vetoes if each.holds]
    if reached and reached.points is not None:
        parts.append(colored(say("level-worth", points=say.number(reached.points)), "dim"))
    if rating.scale.decides and rating.open_inputs:
        parts.append(colored(depends(rating.open_inputs, say), "dim"))
    return lines(parts)


def _way(rating: Rating, say: Words) -> Iterator[Html]:
    """What is missing; where the points could come from only where the level counts."""
    step = rating.next
    if step is None:
        yield joined(say("nothing"))
    elif not rating.scale.decides:
        short = tuple(short_of(each.condition, say) for each in step.unmet)
        yield colored(say("level-next-short", level=named(step.level), short=short), "dim")
    else:
        yield joined(say("level-next", level=named(step.level)))
        for each in step.unmet:
            reason = say.of(each.condition.reason)
            yield joined(say("one-way", reason=reason) if each.is_choice else reason)
            if each.rooms:
                yield colored(rooms_of(each.rooms, say), "dim")


def _conditions(rating: Rating, say: Words) -> Iterator[Html]:
    """A row for each row of the rubric that is asked about, a column for each level."""
    nodes = list(dict.fromkeys(each.node for each in rating.conditions))
    names = [(each, TEXT) for each in columns_of(rating)]
    columns = [(say("column-code"), TEXT), (say("column-points"), NUMBER), *names]
    reached = [colored(MARKS[each.holds], _COLORS[each.holds]) for each in rating.levels]
    rows = [_asked(rating, node, say) for node in nodes]
    rows.append([say("column-reached"), "", *reached])
    yield table(columns, rows, len(rows), say)


def _asked(rating: Rating, node: str, say: Words) -> list[str]:
    conditions = [each for each in rating.conditions if each.node == node]
    points = say.span(conditions[0].within, *(each.limit for each in conditions))
    cells = (_cell(each, node, say) for each in rating.levels)
    return [node or say("the-whole"), points, *cells]


def _cell(level: LevelResult, node: str, say: Words) -> Html:
    return lines(_condition(each, say) for each in level.conditions if each.node == node)


def _condition(condition: ConditionResult, say: Words) -> Html:
    limit = say.number(condition.limit, condition.within.low, condition.within.high)
    op = SIGNS[condition.threshold.op]
    return colored(f"{MARKS[condition.holds]} {op} {limit}", _COLORS[condition.holds])


_COLORS = {True: "good", False: "bad", None: "open"}
