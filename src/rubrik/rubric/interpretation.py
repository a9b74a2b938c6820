"""One way to read a rubric: its nodes with the chosen options put in, and their rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from attrs import evolve, frozen

from rubrik.intervals import Interval, add, hull
from rubrik.measures import Constraint, Declared, Measure, Ratio, links, reaches_all
from rubrik.rubric.nodes import Criterion, Group, Node
from rubrik.rubric.readings import Replacement, replaced
from rubrik.rubric.resolving import resolved
from rubrik.scales import BY_POINTS, Ranking, Scale
from rubrik.scorers import (
    NOTHING,
    Amount,
    Bounds,
    Clamp,
    CohortBounds,
    Constant,
    Form,
    Links,
    Setting,
    measures_of,
    simplified,
)
from rubrik.showing import Shown

__all__ = ["MOST_KEPT", "Interpretation", "interpret", "measured_by", "parents", "rule"]


def __dir__() -> list[str]:
    return __all__


MOST_KEPT: Final = 64
"""How many ways to read a rubric, and cohorts, are kept at hand at a time."""

_NOTHING = Fraction(0)

Cohorts = Mapping[str, CohortBounds]
"""The bounds of cohort-normalised measures, by the code of the row that reads them."""


@frozen(repr=False)
class Interpretation(Shown):
    """The nodes of a rubric with one option of every reading in force (``choices``)."""

    nodes: Mapping[str, Node]
    declared: Declared
    constraints: tuple[Constraint, ...]
    choices: Mapping[str, str]
    parents: Mapping[str, str | None]
    stated_scales: tuple[Scale, ...] = ()
    ranking: Ranking = BY_POINTS

    def __repr__(self) -> str:
        return f"<Interpretation of {len(self.nodes)} nodes, {len(self.choices)} readings>"

    @cached_property
    def scales(self) -> Mapping[str, Scale]:
        """The scales by id, with the levels and bases that they name put in."""
        return {scale.id: scale for scale in resolved(self.stated_scales, self.stated_scales)}

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Node, ...]]:
        """The nodes under each code, in printed order; those at the top under ``None``."""
        found: dict[str | None, list[Node]] = {}
        for code, parent in self.parents.items():
            found.setdefault(parent, []).append(self.nodes[code])
        return {parent: tuple(children) for parent, children in found.items()}

    @cached_property
    def below(self) -> Mapping[str, frozenset[str]]:
        """Every node with all nodes below it, itself among them."""
        found: dict[str, frozenset[str]] = {}
        for code in self.bottom_up:
            parts = (found[child.code] for child in self.children.get(code, ()))
            found[code] = frozenset({code}).union(*parts)
        return found

    @cached_property
    def bottom_up(self) -> tuple[str, ...]:
        """The codes with every row before the group it stands in."""
        return tuple(reversed(tuple(self.nodes)))

    @cached_property
    def depths(self) -> Mapping[str, int]:
        """How deep each node stands; those at the top at 0."""
        found: dict[str, int] = {}
        for code, parent in self.parents.items():
            found[code] = 0 if parent is None else found[parent] + 1
        return found

    @cached_property
    def ruled(self) -> frozenset[str]:
        """The rows whose points are those of their own rule: criteria, and groups that say so."""
        return frozenset(
            code
            for code, node in self.nodes.items()
            if isinstance(node, Criterion) or node.counts == "rule"
        )

    @cached_property
    def scored(self) -> frozenset[str]:
        """The rows that a rule is run for: those and groups whose rule is only shown."""
        shown = (code for code, node in self.nodes.items() if node.score is not None)
        return self.ruled.union(shown)

    @cached_property
    def checked(self) -> frozenset[str]:
        """The rows of a checklist: criteria that print neither a rule nor a maximum."""
        return frozenset(
            code
            for code, node in self.nodes.items()
            if isinstance(node, Criterion) and node.score is None and node.max is None
        )

    @cached_property
    def counted(self) -> frozenset[str]:
        """The nodes whose points count: not those under a group that counts by its own rule."""
        found: set[str] = set()
        for code, parent in self.parents.items():
            above = None if parent is None else self.nodes[parent]
            ruled = isinstance(above, Group) and above.counts == "rule"
            if not ruled and (parent is None or parent in found):
                found.add(code)
        return frozenset(found)

    @cached_property
    def links(self) -> Links:
        """Inputs tied by the declared constraints, or as aggregates of one table."""
        return links(self.constraints, self.declared.tables.values())

    @cached_property
    def ratios(self) -> tuple[Ratio, ...]:
        """Every ratio that some rule reads, once."""
        found = (measure for node in self.nodes.values() for _, measure in measured_by(node))
        return tuple(dict.fromkeys(each for each in found if isinstance(each, Ratio)))

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The rule of every row that points are given to directly, without any cohort."""
        ruled = (node for code, node in self.nodes.items() if code in self.scored)
        return {node.code: simplified(rule(node, self.declared)) for node in ruled}

    def forms_in(self, cohorts: Cohorts) -> Mapping[str, Form]:
        """The rules, those over a cohort with its bounds in place."""
        if not cohorts:
            return self.forms
        key = tuple(sorted(cohorts.items()))
        found = self._in_cohorts.get(key)  # held here: another thread may clear what is kept
        if found is None:
            bound = {
                code: simplified(rule(self.nodes[code], self.declared, bounds))
                for code, bounds in key
            }
            found = {**self.forms, **bound}
            if len(self._in_cohorts) >= MOST_KEPT:
                self._in_cohorts.clear()
            self._in_cohorts[key] = found
        return found

    @cached_property
    def _in_cohorts(self) -> dict[tuple[tuple[str, CohortBounds], ...], Mapping[str, Form]]:
        return {}

    @cached_property
    def engines(self) -> dict[Any, Any]:
        """A memo for those who make code of it."""
        return {}

    @cached_property
    def maxima(self) -> Mapping[str, Fraction | None]:
        """The maximum of every node: its own, or the sum of its parts where it declares none."""
        found: dict[str, Fraction | None] = {}
        for code in self.bottom_up:
            node = self.nodes[code]
            found[code] = node.max if node.max is not None else self._total(code, found)
        return {code: found[code] for code in self.nodes}

    @cached_property
    def maximum(self) -> Fraction | None:
        """The maximum of the whole."""
        return self._total(None, self.maxima)

    def _total(self, code: str | None, maxima: Mapping[str, Fraction | None]) -> Fraction | None:
        parts = [maxima[child.code] for child in self.children.get(code, ())]
        known = [part for part in parts if part is not None]
        return sum(known, Fraction(0)) if known and len(known) == len(parts) else None

    def bounds(self, code: str) -> Bounds:
        """The points that a node can come to before any data."""
        return self._bounds[code]

    @cached_property
    def _bounds(self) -> Mapping[str, Bounds]:
        found: dict[str, Bounds] = {}
        for code in self.bottom_up:
            node = self.nodes[code]
            if isinstance(node, Group) and code not in self.ruled:
                found[code] = self._group_bounds(node, found)
            else:
                found[code] = self._ruled_bounds(node)
        return found

    @cached_property
    def removable(self) -> frozenset[str]:
        """The rows that need not apply: criteria that say so, and groups of nothing else."""
        found: set[str] = set()
        for code in self.bottom_up:
            if self._may_go(self.nodes[code], found):
                found.add(code)
        return frozenset(found)

    def _may_go(self, node: Node, found: AbstractSet[str]) -> bool:
        if isinstance(node, Criterion):
            return node.may_be_not_applicable
        goes_too = node.counts == "parts" and node.nothing_applicable == "not_applicable"
        return goes_too and self._all_in(node.code, found)

    def _all_in(self, code: str, found: AbstractSet[str]) -> bool:
        """Whether a row has parts, and all of them are found."""
        parts = {child.code for child in self.children.get(code, ())}
        return bool(parts) and parts <= found

    @cached_property
    def _least_left(self) -> Mapping[str, Fraction]:
        """What the maximum of every row comes to at the least, where rows do not apply."""
        found: dict[str, Fraction] = {}
        for code in self.bottom_up:
            node, parts = self.nodes[code], self.children.get(code, ())
            full = self.maxima[code] or _NOTHING
            if isinstance(node, Group) and parts:
                left = sum((found[part.code] for part in parts), _NOTHING)
                full = node.left(full, sum(self._maxima_of(parts), _NOTHING), left)
            found[code] = _NOTHING if code in self.removable else full
        return found

    def _maxima_of(self, rows: Iterable[Node]) -> list[Fraction]:
        return [self.maxima[row.code] or _NOTHING for row in rows]

    def _made_up(self, within: Interval, children: Sequence[Node]) -> Interval:
        """What points can become where rows that do not apply are made up for."""
        maxima = self._maxima_of(children)
        left = sum((self._least_left[child.code] for child in children), _NOTHING)
        if not left and all(isinstance(child, Criterion) for child in children):
            left = min(filter(None, maxima), default=_NOTHING)
        if left:
            return hull((within, within.image(sum(maxima, _NOTHING) / left, _NOTHING)))
        return _without_limit(within) if any(maxima) else within

    def _ruled_bounds(self, node: Node) -> Bounds:
        bounds = self.forms[node.code].bounds(self.links)
        measures = (measure for _, measure in measured_by(node))
        exact = all(reaches_all(each, self.declared, self.constraints) for each in measures)
        return bounds if exact else evolve(bounds, outer=True)

    def _group_bounds(self, group: Group, found: Mapping[str, Bounds]) -> Bounds:
        """The sum of the parts' intervals: sound, not always tight, and so labelled outer."""
        children = self.children.get(group.code, ())
        parts = [_or_nothing(child, found[child.code].within) for child in children]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts) or not parts:
            return Bounds(None)
        within: Interval = add(known)
        if group.rescaled:
            within = self._made_up(within, children)
        if group.nothing_applicable == "full" and self._all_in(group.code, self.removable):
            within = hull((within, Interval.point(self.maxima[group.code] or _NOTHING)))
        return Bounds(within.clamped(None, group.max) if group.capped else within, outer=True)


def _or_nothing(child: Node, within: Interval | None) -> Interval | None:
    """What a row can add to its group: also nothing, where it need not apply."""
    may_go = isinstance(child, Criterion) and child.may_be_not_applicable
    return hull((within, Interval.point(Fraction(0)))) if within and may_go else within


def _without_limit(within: Interval) -> Interval:
    """All multiples of what lies within."""
    has_less, has_more = not within.is_at_least(_NOTHING), not within.is_at_most(_NOTHING)
    return Interval(None if has_less else _NOTHING, None if has_more else _NOTHING)


def interpret(
    nodes: Sequence[Node],
    replacements: Iterable[Replacement],
    declared: Declared,
    constraints: tuple[Constraint, ...],
    choices: Mapping[str, str],
) -> Interpretation:
    """The reading of ``nodes`` with ``replacements`` put in; without scales."""
    read = replaced(nodes, replacements)
    by_code = {node.code: node for node in read}
    return Interpretation(by_code, declared, constraints, choices, parents(read))


def parents(nodes: Iterable[Node]) -> dict[str, str | None]:
    """The parent of every node: as stated, or the code without its last part if that is a group."""
    nodes = tuple(nodes)
    groups = {node.code for node in nodes if isinstance(node, Group)}
    return {node.code: node.parent or _prefix(node.code, groups) for node in nodes}


def _prefix(code: str, groups: set[str]) -> str | None:
    shorter = code.rpartition(".")[0]
    return shorter if shorter in groups else None


def measured_by(node: Node) -> Iterator[tuple[tuple[str, ...], Measure]]:
    """Every measure that a row carries, its own and those in its rule, with the path to it."""
    if node.measure is not None:
        yield ("measure",), node.measure
    yield from measures_of(node.score, "score")


def rule(node: Node, declared: Declared, cohort: CohortBounds | None = None) -> Form:
    """The form of a node's rule, cut at its maximum where it is capped; no rule, no points.

    Raises:
        RubricError: the rule cannot stand there; every problem has its path.
    """
    score = node.score
    path = (f"{node.kind} '{node.code}'", "score")
    setting = Setting(
        declared=declared, maximum=node.max, measure=node.measure, cohort=cohort, path=path
    )
    if score is None or isinstance(score, Amount):
        form: Form = Constant((score or NOTHING).at(node.max))
    else:
        form = score.form(setting)
    if node.capped and node.max is not None:
        form = Clamp(form, high=node.max)
    return form
