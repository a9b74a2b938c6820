"""What must hold of a scale before anything is put into its levels."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import assert_never

from attrs import frozen

from rubrik.errors import Problem, RubricError, bounded, meant
from rubrik.rubric.interpretation import Interpretation
from rubrik.rubric.resolving import depths, resolved
from rubrik.scales import (
    AllOf,
    AnyOf,
    AtLeast,
    Base,
    Level,
    Reaches,
    Requirement,
    Scale,
    Threshold,
    Veto,
)
from rubrik.wording import message, named

__all__ = [
    "applicable",
    "condition_count",
    "limit_of",
    "ranking_problems",
    "scale_problems",
    "scales_problems",
]


def __dir__() -> list[str]:
    return __all__


def applicable(scale: Scale, read: Interpretation | None = None) -> Scale:
    """The scale by thresholds alone, if it can be applied to a rubric as it is read.

    Without a rubric it can ask about any row, and of levels only about its own.

    Raises:
        RubricError: with every problem found.
    """
    stated = () if read is None else read.stated_scales
    problems = list(scale_problems(scale, read))
    found: tuple[Scale, ...] = ()
    try:
        found = resolved((scale,), (scale, *stated))
    except RubricError as error:
        problems += error.problems
    if problems:
        raise RubricError(bounded(problems))
    return found[0]


def limit_of(threshold: Threshold, scale: Scale, read: Interpretation) -> Fraction | None:
    """A threshold of a resolved scale in points; ``None`` where its rows have different ones."""
    if threshold.fixed is not None:
        return threshold.fixed
    limits = {
        threshold.at(
            read.maxima[code] if code else read.maximum, len(read.children.get(code or None, ()))
        )
        for code in ((threshold.node,) if threshold.node else scale.subjects)
    }
    return limits.pop() if len(limits) == 1 else None


def condition_count(scales: Iterable[Scale]) -> int:
    """How many conditions scales ask for, as they are stated."""
    levels = (level.conditions for scale in scales for level in scale.levels)
    vetoes = (veto.conditions for scale in scales for veto in scale.vetoes)
    return sum(len([*depths(each)]) for each in chain(levels, vetoes))


def scales_problems(read: Interpretation) -> Iterator[Problem]:
    """All that is wrong with the scales and the ranking of a rubric as it is read."""
    for scale in read.stated_scales:
        yield from scale_problems(scale, read)
    try:
        resolved(read.stated_scales, read.stated_scales)
    except RubricError as error:
        yield from error.problems
    yield from ranking_problems(read)


def scale_problems(scale: Scale, read: Interpretation | None = None) -> Iterator[Problem]:
    """Names that nothing has, levels that ask for nothing, and shares that nothing is of.

    Without a rubric all rows are taken to be there. Levels of other scales are looked for when
    they are put in.
    """
    return _Checker(scale, read).problems()


def ranking_problems(read: Interpretation) -> Iterator[Problem]:
    """Rows to rank by that are not there."""
    yield from _unknown(("ranking", "nodes"), read.ranking.nodes, read.nodes)


def _unknown(
    path: tuple[str, ...], codes: Iterable[str], known: Mapping[str, object]
) -> Iterator[Problem]:
    for code in codes:
        if code not in known:
            yield Problem(path, message("unknown-node", name=named(code)), meant(code, known))


@frozen
class _Checker:
    scale: Scale
    read: Interpretation | None

    def problems(self) -> Iterator[Problem]:
        scale, where = self.scale, (f"scale '{self.scale.id}'",)
        yield from self._codes((*where, "nodes"), scale.nodes)
        yield from self._codes((*where, "bases"), filter(None, scale.bases))
        if not scale.levels:
            yield Problem((*where, "levels"), message("no-levels"))
        names = Counter(level.name for level in scale.levels)
        for name in (each for each, times in names.items() if times > 1):
            yield Problem((*where, f"level '{name}'"), message("stands-twice"))
        for level in scale.levels:
            yield from self._level(level, (*where, f"level '{level.name}'"))
        for index, veto in enumerate(scale.vetoes):
            yield from self._veto(veto, (*where, f"vetoes[{index}]"))

    def _codes(self, path: tuple[str, ...], codes: Iterable[str]) -> Iterator[Problem]:
        if self.read is not None:
            yield from _unknown(path, codes, self.read.nodes)

    def _level(self, level: Level, path: tuple[str, ...]) -> Iterator[Problem]:
        if not level.conditions:
            yield Problem(path, message("no-conditions"))
        yield from self._each(level.conditions, (*path, "conditions"))

    def _veto(self, veto: Veto, path: tuple[str, ...]) -> Iterator[Problem]:
        if not veto.annulled and not veto.conditions:
            yield Problem(path, message("never-vetoed"))
        yield from self._codes((*path, "annulled"), veto.annulled)
        yield from self._each(veto.conditions, (*path, "conditions"))

    def _each(self, wanted: Sequence[Requirement], path: tuple[str, ...]) -> Iterator[Problem]:
        for index, each in enumerate(wanted):
            yield from self._wanted(each, (*path[:-1], f"{path[-1]}[{index}]"))

    def _wanted(self, wanted: Requirement, path: tuple[str, ...]) -> Iterator[Problem]:
        match wanted:
            case Threshold():
                yield from self._threshold(wanted, path)
            case AllOf():
                yield from self._some(1, wanted.all, (*path, "all"))
            case AnyOf():
                yield from self._some(1, wanted.any, (*path, "any"))
            case AtLeast():
                yield from self._some(wanted.at_least, wanted.of, (*path, "of"))
            case Reaches():
                pass  # looked for when it is put in
            case _:
                assert_never(wanted)

    def _some(
        self, count: int, of: Sequence[Requirement], path: tuple[str, ...]
    ) -> Iterator[Problem]:
        if count < 1:
            yield Problem(path[:-1], message("none-to-choose", at_least=count))
        elif count > len(of):
            said = message("too-few-to-choose", at_least=count, count=len(of))
            yield Problem(path[:-1], said)
        yield from self._each(of, path)

    def _threshold(self, threshold: Threshold, path: tuple[str, ...]) -> Iterator[Problem]:
        node, read = threshold.node, self.read
        yield from self._codes((*path, "node"), (node,) if node else ())
        if threshold.share is None or read is None:
            return
        known = [each for each in self._rows(threshold) if not each or each in read.nodes]
        for code in known:
            base, row = self._base(threshold, code), code or message("the-whole")
            if base == "max" and (read.maxima[code] if code else read.maximum) is None:
                yield Problem(path, message("share-of-nothing", node=row))
            if base == "parts" and not read.children.get(code or None):
                yield Problem(path, message("share-of-no-parts", node=row))

    def _rows(self, threshold: Threshold) -> tuple[str, ...]:
        return (threshold.node,) if threshold.node else self.scale.subjects

    def _base(self, threshold: Threshold, code: str) -> Base:
        """What a share is of, for one of the rows that it is asked of."""
        if threshold.base is not None:
            return threshold.base
        every = "max" if threshold.node else self.scale.bases.get("", "max")
        return self.scale.bases.get(code, every)
