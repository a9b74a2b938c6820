"""Ranks over a scored frame, by exact points: floats decide where they prove it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw
from attrs import frozen
from narwhals.stable.v2.typing import IntoFrameT

from rubrik.absence import Policy
from rubrik.cohort.ranking import ties_named
from rubrik.errors import NotFoundError, Problem, TableError, meant
from rubrik.frames.columns import Schema
from rubrik.frames.comparisons import Cohort
from rubrik.frames.contests import Contest
from rubrik.frames.grouping import groups_by
from rubrik.frames.holding import AtOnce, Lazily
from rubrik.frames.nullable import AnyFrame, schema_of
from rubrik.frames.objections import place_of
from rubrik.frames.plans import plan_of_inputs
from rubrik.rubric import Rubric
from rubrik.wording import message, quoted

__all__ = ["certify_ranks", "rank"]


def __dir__() -> list[str]:
    return __all__


def rank(  # noqa: PLR0913 - each is a choice of its own
    rubric: Rubric,
    scored: IntoFrameT,
    *,
    node: str = "",
    within: str | Iterable[str] = (),
    ties: str | None = None,
    name: str | None = None,
    columns: Mapping[str, str] | None = None,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    cohort: Cohort | None = None,
) -> IntoFrameT:
    """A scored frame with two more columns: the place of each unit, and whether it has one.

    They are called ``rank_total`` and ``rank_total_status``, or by the code of the row. Units of
    equal points share a place, by exact points: those whose floats lie too near to each other are
    scored in rationals before an eager frame is given back. In a lazy frame such a place is null,
    and its status ``unproved``, until `certify_ranks` has run.

    The status is ``ranked``, or says why there is no place: ``open``, by points or by a veto;
    ``vetoed``; ``no_points``, in a checklist; ``not_applicable``; ``no_group``, where a column of
    ``within`` is empty; ``refused``; ``unproved``.

    Args:
        rubric: the standard that the frame was scored by.
        scored: what `score` gave back, with the points put out that units are ranked by.
        node: the code of the row that units are ranked by; empty for the whole.
        within: columns of text or whole numbers: units are ranked among those that agree in them.
        ties: how equals are ranked, ``"competition"``, ``"dense"`` or ``"fractional"``, where not
            as the rubric says.
        name: what the column is called, where not as above.
        columns: columns that are called otherwise than the input they hold, as in `score`.
        readings: options other than the defaults, as in `score`.
        missing: what an input not reported is worth, as in `score`.
        cohort: what units were compared by, as in `score`.

    Raises:
        CohortError: the cohort is not one of this rubric, as it is read.
        NotFoundError: there is no such row.
        ReadingError: an unknown reading or option.
        RubrikError: there is no such way to rank equals, or no such policy for what is missing.
        TableError: the frame was not scored, or has such a column already; or there are no such
            columns to group by.
    """
    made: Any = nw.from_native(scored)
    choices = {"renamed": columns, "readings": readings, "missing": missing, "cohort": cohort}
    asked = _Asked(node=node, within=within, ties=ties, name=name)
    native: IntoFrameT = _Ranking.of(rubric, made, asked, choices).ranked(made).to_native()
    return native


def certify_ranks(  # noqa: PLR0913 - as above
    rubric: Rubric,
    ranked: IntoFrameT,
    *,
    node: str = "",
    within: str | Iterable[str] = (),
    ties: str | None = None,
    name: str | None = None,
    columns: Mapping[str, str] | None = None,
    readings: Mapping[str, str] | None = None,
    missing: Policy | str | None = None,
    cohort: Cohort | None = None,
) -> IntoFrameT:
    """A ranked frame with its unproved places made out exactly; the arguments as in `rank`.

    A lazy Polars frame stays lazy, and keeps its order. Of other lazy frames the rows that cannot
    be told apart, and only those, are read at once, and stand after all others. Rows whose points
    are not proved themselves have to go through `certify` first: they keep their groups unproved.

    Raises:
        TableError: the frame is not what `rank` gave back for these arguments.
    """
    made: Any = nw.from_native(ranked)
    choices = {"renamed": columns, "readings": readings, "missing": missing, "cohort": cohort}
    asked = _Asked(node=node, within=within, ties=ties, name=name, is_again=True)
    native: IntoFrameT = _Ranking.of(rubric, made, asked, choices).certified(made)
    return native


@frozen(kw_only=True)
class _Asked:
    """How a frame is to be ranked; ``is_again`` where it has places already."""

    node: str
    within: str | Iterable[str]
    ties: str | None
    name: str | None
    is_again: bool = False


@frozen
class _Ranking:
    """A contest, and the columns that tell how it ended."""

    contest: Contest
    place: str
    status: str

    @classmethod
    def of(
        cls,
        rubric: Rubric,
        frame: Any,  # noqa: ANN401 - a frame of any kind
        asked: _Asked,
        choices: Mapping[str, Any],
    ) -> "_Ranking":
        """The contest that is asked for, refused before any row is read where it cannot be held."""
        own = schema_of(frame)
        plan = plan_of_inputs(rubric, own, **choices)
        if asked.node and asked.node not in plan.read.nodes:
            said = message("unknown-node", name=quoted(asked.node))
            raise NotFoundError(said, meant(asked.node, plan.read.nodes))
        ties = ties_named(plan.read.ranking.ties if asked.ties is None else asked.ties)
        place = plan.names.rank(asked.node) if asked.name is None else asked.name
        names = (place, f"{place}_status")
        schema = _checked(own, names, is_again=asked.is_again)
        groups = groups_by(schema, asked.within)
        return cls(Contest.of(plan, schema, asked.node, groups, ties), *names)

    def ranked(self, frame: AnyFrame) -> AnyFrame:
        """The frame with its places, as far as they can be told now."""
        if isinstance(frame, nw.LazyFrame):
            return Lazily(self.contest, self.place, self.status).ranked(frame)
        return AtOnce(self.contest, self.place, self.status).ranked(frame)

    def certified(self, frame: Any) -> Any:  # noqa: ANN401 - a frame, and a native one
        """The frame with all its places, as a native one; its columns stay where they are."""
        bare, own = frame.drop(self.place, self.status), frame.collect_schema().names()
        if not isinstance(frame, nw.LazyFrame):
            return self.ranked(bare).select(own).to_native()
        if not frame.implementation.is_polars():
            found = Lazily(self.contest, self.place, self.status).certified(bare)
            return found.select(own).to_native()

        def certified(batch: Any) -> Any:  # noqa: ANN401 - a native frame
            return self.certified(nw.from_native(batch, eager_only=True))

        native: Any = frame.to_native()
        return native.map_batches(certified)


def _checked(schema: Schema, names: Sequence[str], *, is_again: bool) -> Schema:
    """The columns without those of places, which must be there, or must not."""
    own = {name.casefold(): name for name in schema}
    found = [name for name in names if (name.casefold() in own) != is_again]
    key = "frame-not-ranked" if is_again else "column-is-there"
    if found:
        raise TableError([Problem((place_of(name),), message(key)) for name in found])
    return {name: dtype for name, dtype in schema.items() if name not in names}
