"""Levels beside each other: whether each can be reached, and what the better ones leave to it."""

from collections.abc import Iterator, Sequence
from functools import partial, reduce
from itertools import combinations

from attrs import frozen

from rubrik.auditing.applied import Applied, enough_of, taken_apart, unvetoed
from rubrik.auditing.feasibility import negated
from rubrik.auditing.findings import Finding, Kind, Said, Severity
from rubrik.auditing.options import applied_under
from rubrik.auditing.scale_findings import bearing_on, gathered
from rubrik.auditing.subject import Subject
from rubrik.auditing.sums import MOST_STEPS
from rubrik.auditing.wanted import can_have, listed, printed_words, quoted_name
from rubrik.rubric import Reading, owner_of
from rubrik.scales import Requirement, Veto
from rubrik.wording import Arg, Message, message

__all__ = [
    "level_shadowed",
    "level_unproved",
    "level_unreachable",
    "levels_coincide",
    "levels_not_nested",
]


def __dir__() -> list[str]:
    return __all__


def level_unreachable(subject: Subject) -> Iterator[Finding]:
    """Levels whose conditions no unit meets, by default or under another option of a reading."""
    yield from gathered(subject, Kind.LEVEL_UNREACHABLE, _unreachable(subject))
    for reading in subject.rubric.readings:
        yield from _under_options(subject, reading)


def _unreachable(subject: Subject) -> Iterator[tuple[Applied, Said]]:
    for applied in subject.applied:
        for place in _never(applied):
            reason = _reason(applied, place)
            level = applied.scale.levels[place]
            printed = printed_words(reason.items, level, applied)
            yield applied, Said(_told([reason]), bearing_on(subject, applied, place), printed)


def _never(applied: Applied) -> list[int]:
    return [place for place, can_be in enumerate(applied.reachable) if can_be is False]


@frozen
class _Reason:
    """Why a level is never reached: what it asks for, and what rows can have instead."""

    items: Sequence[Requirement]
    needs: Message
    rows: tuple[Message, ...] = ()


def _reason(applied: Applied, place: int) -> _Reason:
    name, items = applied.scale.levels[place].name, tuple(taken_apart(applied.levels[place].all))
    if applied.can(*items) is not False:
        reasons = _vetoes_that_shut_out(applied, items)
        return _Reason(items, message("finding-level-vetoed", level=name, reasons=reasons))
    few = _few_that_never_hold(applied, items)
    needs = message("finding-level-needs", level=name, conditions=listed(few, applied))
    return _Reason(few, needs, can_have(few, applied))


def _told(reasons: Sequence[_Reason]) -> Message:
    """All reasons, and then each row once."""
    why = reduce(_and_then, [reason.needs for reason in reasons])
    rows = tuple(dict.fromkeys(row for reason in reasons for row in reason.rows))
    told = message("finding-while", needs=why, rows=rows) if rows else why
    return message("finding-level-unreachable", why=told)


def _and_then(first: Message, then: Message) -> Message:
    return message("and-then", first=first, then=then)


def _few_that_never_hold(applied: Applied, items: Sequence[Requirement]) -> Sequence[Requirement]:
    """One that does not by itself, or as few as exclude each other."""
    alone = next((item for item in items if applied.can(item) is False), None)
    if alone is not None:
        return (alone,)
    return enough_of(items, lambda some: applied.can(*some) is False)


def _vetoes_that_shut_out(applied: Applied, items: Sequence[Requirement]) -> tuple[Message, ...]:
    def shut_out(vetoes: Sequence[Veto]) -> bool:
        return applied.can(*items, unvetoed(vetoes)) is False

    few = enough_of(applied.scale.vetoes, shut_out)
    return tuple(quoted_name(veto.reason) for veto in few)


def _under_options(subject: Subject, reading: Reading) -> Iterator[Finding]:
    """Levels that are reached by default, and are not under another option."""
    known = {key for applied in subject.applied for key, _ in _never_by_name(applied)}
    for option in (each for each in reading.options if each.id != reading.default):
        found = []
        for applied in applied_under(subject, {reading.id: option.id}):
            places = [place for key, place in _never_by_name(applied) if key not in known]
            if places:
                why = _told([_reason(applied, place) for place in places])
                chosen = {"reading": reading.id, "option": option.id}
                said = message("finding-by-option", **chosen, finding=why)
                found.append((applied, Said(said, (), reading.printed)))
        yield from gathered(subject, Kind.LEVEL_UNREACHABLE, found, Severity.NOTE)


def _never_by_name(applied: Applied) -> list[tuple[tuple[str, str, str], int]]:
    scale = applied.scale
    return [
        ((scale.id, applied.subject, scale.levels[place].name), place) for place in _never(applied)
    ]


def level_shadowed(subject: Subject) -> Iterator[Finding]:
    """Levels that are never given, because whoever meets their conditions has a better one."""
    yield from gathered(subject, Kind.LEVEL_SHADOWED, _shadowed(subject))


def _shadowed(subject: Subject) -> Iterator[tuple[Applied, Said]]:
    for applied in subject.applied:
        for worse in _reachable(applied):
            better = range(worse)
            hides = partial(_is_hidden, applied, worse)
            if not hides(better) or any(_coincide(applied, each, worse) for each in better):
                continue
            places = enough_of(better, hides)
            level = applied.scale.levels[worse]
            names = tuple(quoted_name(applied.scale.levels[place].name) for place in places)
            said = message("finding-level-shadowed", level=level.name, better=names)
            printed = printed_words(applied.levels[worse].all, level, applied)
            yield applied, Said(said, _asking(subject, applied, *places, worse), printed)


def _reachable(applied: Applied) -> list[int]:
    return [place for place, can_be in enumerate(applied.reachable) if can_be]


def _is_hidden(applied: Applied, worse: int, better: Sequence[int]) -> bool:
    """Whether no unit has a level and none of some others."""
    denied = (applied.denied[place] for place in better)
    return applied.can(applied.levels[worse], applied.spared, *denied) is False


def levels_coincide(subject: Subject) -> Iterator[Finding]:
    """Two levels that the same units reach: the better one is given."""
    found = (
        (applied, _pair(subject, "finding-levels-coincide", applied, better, worse))
        for applied, better, worse in _pairs(subject)
        if _coincide(applied, better, worse)
    )
    yield from gathered(subject, Kind.LEVELS_COINCIDE, found, Severity.NOTE)


def _pairs(subject: Subject) -> Iterator[tuple[Applied, int, int]]:
    """Two levels of a scale that can both be reached, the better one first."""
    for applied in subject.applied:
        for better, worse in combinations(_reachable(applied), 2):
            if not subject.budget.is_spent:
                yield applied, better, worse


def _coincide(applied: Applied, better: int, worse: int) -> bool:
    return _is_hidden(applied, worse, (better,)) and _is_hidden(applied, better, (worse,))


def levels_not_nested(subject: Subject) -> Iterator[Finding]:
    """Two levels that overlap, where the conditions of the worse do not follow from the better."""
    yield from gathered(subject, Kind.LEVELS_NOT_NESTED, _not_nested(subject))


def _not_nested(subject: Subject) -> Iterator[tuple[Applied, Said]]:
    for applied, better, worse in _pairs(subject):
        can = partial(applied.can, applied.levels[better], applied.spared)
        if can(applied.levels[worse]) and can(applied.denied[worse]):
            wanted = taken_apart(applied.levels[worse].all)
            open_ = [each for each in wanted if can(negated(each))]
            key, conditions = "finding-levels-not-nested", listed(open_, applied)
            yield applied, _pair(subject, key, applied, better, worse, conditions=conditions)


def _pair(
    subject: Subject, key: str, applied: Applied, better: int, worse: int, **more: Arg
) -> Said:
    levels = applied.scale.levels
    said = message(key, better=levels[better].name, worse=levels[worse].name, **more)
    printed = printed_words(applied.levels[worse].all, levels[worse], applied)
    return Said(said, _asking(subject, applied, better, worse), printed)


def _asking(subject: Subject, applied: Applied, *places: int) -> Iterator[str]:
    return (name for place in places for name in bearing_on(subject, applied, place))


def level_unproved(subject: Subject) -> Iterator[Finding]:
    """Scales for which the audit has stopped to try cases."""
    for scale in subject.read.scales.values() if subject.budget.is_spent else ():
        said = message("finding-level-unproved", steps=MOST_STEPS)
        printed = scale.printed or scale.name
        yield Finding(owner_of(scale), Kind.LEVEL_UNPROVED, Severity.NOTE, said, printed)
