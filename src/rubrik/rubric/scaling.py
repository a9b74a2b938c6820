"""What must hold of a scale before anything is put into its levels."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rubrik.errors import Problem, RubricError, meant
from rubrik.rubric.interpretation import Interpretation
from rubrik.scales import (
    AllOf,
    AnyOf,
    AtLeast,
    Reaches,
    Requirement,
    Scale,
    Threshold,
    Veto,
    resolved,
)
from rubrik.wording import message, named

__all__ = ["applicable", "ranking_problems", "scale_problems"]


def __dir__() -> list[str]:
    return __all__


def applicable(scale: Scale, read: Interpretation) -> Scale:
    """The scale by thresholds alone, if it can be applied to a rubric as it is read.

    Raises:
        RubricError: with every problem found.
    """
    problems = tuple(scale_problems(scale, read))
    if problems:
        raise RubricError(problems)
    return resolved(scale, {each.id: each for each in read.stated_scales})


def scale_problems(scale: Scale, read: Interpretation) -> Iterator[Problem]:
    """Names that nothing has, levels that ask for nothing, and shares that nothing is of."""
    where = (f"scale '{scale.id}'",)
    yield from _unknown((*where, "nodes"), scale.nodes, read.nodes)
    yield from _unknown((*where, "bases"), filter(None, scale.bases), read.nodes)
    if not scale.levels:
        yield Problem((*where, "levels"), message("no-levels"))
    names = [level.name for level in scale.levels]
    for name in dict.fromkeys(each for each in names if names.count(each) > 1):
        yield Problem((*where, f"level '{name}'"), message("stands-twice"))
    for level in scale.levels:
        here = (*where, f"level '{level.name}'")
        if not level.conditions:
            yield Problem(here, message("no-conditions"))
        yield from _wanted(level.conditions, (*here, "conditions"), scale, read)
    for index, veto in enumerate(scale.vetoes):
        yield from _veto(veto, (*where, f"vetoes[{index}]"), scale, read)
    yield from _made_of_itself(scale, where, read)


def ranking_problems(read: Interpretation) -> Iterator[Problem]:
    """Rows to rank by that are not there."""
    yield from _unknown(("ranking", "nodes"), read.ranking.nodes, read.nodes)


def _veto(
    veto: Veto, path: tuple[str, ...], scale: Scale, read: Interpretation
) -> Iterator[Problem]:
    if not veto.annulled and not veto.conditions:
        yield Problem(path, message("never-vetoed"))
    yield from _unknown((*path, "annulled"), veto.annulled, read.nodes)
    yield from _wanted(veto.conditions, (*path, "conditions"), scale, read)


def _unknown(
    path: tuple[str, ...], codes: Iterable[str], known: Mapping[str, object]
) -> Iterator[Problem]:
    for code in codes:
        if code not in known:
            yield Problem(path, message("unknown-node", name=named(code)), meant(code, known))


def _wanted(
    wanted: Sequence[Requirement], path: tuple[str, ...], scale: Scale, read: Interpretation
) -> Iterator[Problem]:
    for index, each in enumerate(wanted):
        here = (*path[:-1], f"{path[-1]}[{index}]")
        match each:
            case Threshold():
                yield from _threshold(each, here, scale, read)
            case AllOf():
                yield from _wanted(each.all, (*here, "all"), scale, read)
            case AnyOf():
                yield from _wanted(each.any, (*here, "any"), scale, read)
            case AtLeast():
                if not 1 <= each.at_least <= len(each.of):
                    said = message("too-few-to-choose", at_least=each.at_least, count=len(each.of))
                    yield Problem(here, said)
                yield from _wanted(each.of, (*here, "of"), scale, read)
            case Reaches():
                yield from _reaches(each, here, scale, read)


def _reaches(
    wanted: Reaches, path: tuple[str, ...], scale: Scale, read: Interpretation
) -> Iterator[Problem]:
    scales = {each.id: each for each in (*read.stated_scales, scale)}
    other = scales.get(wanted.scale)
    if other is None or other.level(wanted.level) is None:
        known = scales if other is None else [level.name for level in other.levels]
        said = message("unknown-level", scale=named(wanted.scale), level=named(wanted.level))
        yield Problem(path, said, meant(wanted.scale if other is None else wanted.level, known))


def _made_of_itself(scale: Scale, path: tuple[str, ...], read: Interpretation) -> Iterator[Problem]:
    try:
        resolved(scale, {each.id: each for each in (*read.stated_scales, scale)})
    except RubricError as error:
        circles = [each for each in error.problems if each.message.key == "scale-of-itself"]
        yield from (Problem(path, each.message) for each in circles)


def _threshold(
    threshold: Threshold, path: tuple[str, ...], scale: Scale, read: Interpretation
) -> Iterator[Problem]:
    if threshold.node and threshold.node not in read.nodes:
        yield from _unknown((*path, "node"), (threshold.node,), read.nodes)
        return
    base = threshold.base or scale.bases.get(threshold.node, "max")
    if threshold.share is None or base != "max":
        return
    for code in (threshold.node,) if threshold.node else scale.subjects:
        maximum = read.maxima.get(code) if code else read.maximum
        if maximum is None and (not code or code in read.nodes):
            yield Problem(path, message("share-of-nothing", node=code or message("the-whole")))
