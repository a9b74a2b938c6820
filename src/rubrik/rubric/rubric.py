"""A rubric: one official scoring standard as data."""

from collections.abc import Mapping
from functools import cached_property

from attrs import evolve, frozen

from rubrik.absence import Policy
from rubrik.errors import required
from rubrik.measures import Constraint, Declared, Input
from rubrik.rubric.canonical import content_hash
from rubrik.rubric.interpretation import MOST_KEPT, Interpretation, interpret
from rubrik.rubric.nodes import Node
from rubrik.rubric.readings import Reading, chosen, replaced_ranking, replaced_scales
from rubrik.scales import BY_POINTS, Ranking, Scale
from rubrik.showing import Shown

__all__ = ["Document", "Rubric"]


def __dir__() -> list[str]:
    return __all__


@frozen(kw_only=True)
class Document:
    """A published text that a rubric was printed in; ``id`` is what sources name as their file."""

    id: str
    title: str


@frozen(kw_only=True, repr=False)
class Rubric(Shown):
    """The whole scoring standard of one decision, dated and sourced, as it is printed.

    Where the print does not decide, ``readings`` say how it can be read. ``missing`` and
    ``rejected`` are what an item not reported, or rejected by a verifier, is worth. ``scales`` put
    points into levels, and ``ranking`` says how units are ranked.

    Nodes stand in printed order. A rubric that was built by hand is checked with
    :func:`rubrik.rubric.check`; one that was loaded has been.
    """

    slug: str
    title: str
    nodes: tuple[Node, ...]
    inputs: tuple[Input, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    readings: tuple[Reading, ...] = ()
    scales: tuple[Scale, ...] = ()
    ranking: Ranking = BY_POINTS
    issuer: str = ""
    number: str = ""
    date: str = ""
    effective_year: int | None = None
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    missing: Policy = Policy.RANGE
    rejected: Policy = Policy.ZERO

    @cached_property
    def content_hash(self) -> str:
        """The digest of what it says, whatever the layout of its file."""
        return content_hash(self)

    @cached_property
    def declared(self) -> Declared:
        """Its inputs by name and kind."""
        return Declared.of(self.inputs)

    @cached_property
    def _read(self) -> dict[tuple[tuple[str, str], ...], Interpretation]:
        return {}

    def under(self, choices: Mapping[str, str] | None = None) -> Interpretation:
        """The rubric as read with the caller's options, and the defaults for all other readings.

        Raises:
            ReadingError: an unknown reading or option.
            TypeError: ``choices`` is no mapping.
        """
        key = tuple(sorted(required(choices or {}, Mapping).items()))
        found = self._read.get(key)  # held here: another thread may clear what is kept
        if found is None:
            found = self._interpreted(dict(key))
            if len(self._read) >= MOST_KEPT:
                self._read.clear()
            self._read[key] = found
        return found

    def _interpreted(self, choices: Mapping[str, str]) -> Interpretation:
        in_force = chosen(self.readings, choices)
        options = [reading.option(in_force[reading.id]) for reading in self.readings]
        replacements = [each for option in options for each in option.replaces]
        return evolve(
            interpret(self.nodes, replacements, self.declared, self.constraints, in_force),
            stated_scales=replaced_scales(self.scales, replacements),
            ranking=replaced_ranking(self.ranking, replacements),
        )

    def __repr__(self) -> str:
        return f"<Rubric {self.slug!r}: {len(self.nodes)} nodes, {len(self.inputs)} inputs>"
