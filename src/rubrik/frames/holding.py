"""Contests held: over a frame at once, or over one that computes when it is asked."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

import narwhals.stable.v2 as nw
from attrs import field, frozen

from rubrik.frames.cells import put
from rubrik.frames.contests import STATUS, Contest, RankStatus
from rubrik.frames.exactly import points_of
from rubrik.frames.joining import alike, matched
from rubrik.frames.nullable import nullable
from rubrik.frames.placing import GROUP, POINTS, placed
from rubrik.frames.windows import ABOVE, NEAR, exact_places, neighbours, proved_places

__all__ = ["AtOnce", "Lazily"]


def __dir__() -> list[str]:
    return __all__


_INDEX: Final = "__rubrik_rank_row"
_ALL: Final = "__rubrik_rank_all"
_OUT: Final = "__rubrik_rank_out"
_PLACE: Final = "__rubrik_rank_place"

_Row = Mapping[str, Any]


@frozen
class _Exact:
    """Exact points of rows of a frame, each computed once; those of rows that are alike, too."""

    contest: Contest
    _known: dict[tuple[Any, ...], Fraction] = field(init=False, factory=dict)

    def points(self, row: _Row) -> Fraction:
        """The points of one row, which are known."""
        key = tuple(row[name] for name in self.contest.plan.read_columns)
        if key not in self._known:
            found = points_of(row, self.contest.plan, self.contest.node)
            assert found is not None  # noqa: S101 - only rows of known points are ranked
            self._known[key] = found
        return self._known[key]


@frozen
class AtOnce:
    """Holds a contest over an eager frame."""

    contest: Contest
    place: str
    status: str

    def ranked(self, frame: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
        """The frame with all places."""
        work: Any = nullable(frame)
        made_of: Any = self.contest.marked(work)
        marked = self._settled(made_of)
        is_ranked = (nw.col(STATUS).cast(nw.String) == "ranked").fill_null(value=False)
        rows = self._numbered(marked).select(
            nw.when(is_ranked).then(nw.col(GROUP)).otherwise(-1).cast(nw.Int64).alias(GROUP),
            nw.when(is_ranked).then(nw.col(POINTS)).otherwise(0.0).alias(POINTS),
        )
        exact, read = _Exact(self.contest), work.select(self._read)

        def points(places: Sequence[int]) -> Sequence[Fraction]:
            return [exact.points(row) for row in read[list(places)].iter_rows(named=True)]

        places = placed(rows, self.contest.margin, self.contest.ties, points)
        shown = nw.when(is_ranked).then(nw.col(_PLACE))
        made = marked.with_columns(places.alias(_PLACE)).select(
            shown.alias(self.place), nw.col(STATUS).alias(self.status)
        )
        return frame.with_columns(made.get_column(self.place), made.get_column(self.status))

    @property
    def _read(self) -> list[str]:
        """The columns that say all of a unit, and of its group."""
        names = (*self.contest.plan.read_columns, *self.contest.groups.names)
        return list(dict.fromkeys(names))

    def _settled(self, marked: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
        """The rows, with those settled exactly that may be ranked or not."""
        numbered = marked.with_row_index(_INDEX)
        doubtful = numbered.filter(nw.col(STATUS).cast(nw.String) == "unproved")
        at = doubtful.get_column(_INDEX).to_list()
        if not at:
            return marked
        found = [self._standing(row) for row in doubtful.select(self._read).iter_rows(named=True)]
        status, points = ([each[place] for each in found] for place in (0, 1))
        return marked.with_columns(
            put(marked.get_column(STATUS), at, status), put(marked.get_column(POINTS), at, points)
        )

    def _standing(self, row: _Row) -> tuple[RankStatus, float | None]:
        status, points = self.contest.standing(row)
        return status, None if points is None else float(points)

    def _numbered(self, marked: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
        """The rows with a number for each group."""
        keys = self.contest.groups.keys
        if not keys:
            return marked.with_columns(nw.lit(0).alias(GROUP))
        groups = marked.select(*keys).unique().drop_nulls().with_row_index(GROUP)
        found: Any = matched(marked.select(*keys, POINTS, STATUS), groups, keys)
        numbered: nw.DataFrame[Any] = found
        return numbered


@frozen
class Lazily:
    """Holds a contest over a lazy frame."""

    contest: Contest
    place: str
    status: str

    @property
    def _keys(self) -> tuple[str, ...]:
        return self.contest.groups.keys or (_ALL,)

    def ranked(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """The frame with all places that are proved."""
        own = frame.collect_schema().names()
        made, place, unproved = proved_places(self._beside(frame), self._keys, self.contest.ties)
        return self._shown(made, own, place, unproved)

    def certified(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """The frame with all places; rows that cannot be told apart are read, and stand last."""
        own = frame.collect_schema().names()
        beside = self._beside(frame).select(*own, POINTS, STATUS, NEAR)
        state = nw.col(self.contest.plan.names.state)
        is_doubtful = (nw.col(STATUS) == "unproved") & (state != "unproved")
        is_few = nw.col(NEAR) | is_doubtful
        few = self._told_apart(beside.filter(is_few).collect())
        rest = beside.filter(~is_few).with_columns(nw.lit(0).cast(nw.Int64).alias(ABOVE))
        every = nw.concat([rest.drop(NEAR), alike(rest.drop(NEAR), few)]) if len(few) else rest
        made, place = exact_places(self._with_keys(every), self._keys, self.contest.ties)
        return self._shown(made, own, place, None)

    def _with_keys(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        found: Any = self.contest.groups.keyed(frame.with_columns(nw.lit(0).alias(_ALL)))
        keyed: nw.LazyFrame[Any] = found
        return keyed

    def _beside(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """The frame with who is ranked, and who cannot be told apart by floats."""
        marked: Any = self.contest.marked(frame)
        is_in = nw.col(STATUS).cast(nw.String).is_in(["ranked", "unproved"])
        known = marked.with_columns(
            nw.when(is_in).then(nw.col(POINTS)).alias(POINTS), nw.lit(0).alias(_ALL)
        )
        return neighbours(known, self._keys, self.contest.margin)

    def _shown(
        self,
        frame: nw.LazyFrame[Any],
        own: Sequence[str],
        place: nw.Expr,
        unproved: nw.Expr | None,
    ) -> nw.LazyFrame[Any]:
        """The frame with its own columns, and places where they are proved."""
        status = nw.col(STATUS)
        word = status.cast(nw.String)
        is_open = (word == "unproved").cast(nw.Int64).max().over(*self._keys) > 0
        is_out = is_open if unproved is None else is_open | unproved
        made = frame.with_columns(place.alias(_PLACE), is_out.alias(_OUT))
        is_ranked = word == "ranked"
        is_shown = is_ranked & ~nw.col(_OUT)
        words = self.contest.words(frame.implementation)
        return made.select(
            *map(nw.col, own),
            nw.when(is_shown).then(nw.col(_PLACE)).alias(self.place),
            nw.when(is_ranked & nw.col(_OUT))
            .then(words("unproved"))
            .otherwise(status)
            .alias(self.status),
        )

    def _told_apart(self, few: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
        """Rows in chains: with the points of the first, and how many of the chain are above."""
        rows = [dict(row) for row in few.iter_rows(named=True)]
        exact = _Exact(self.contest)
        for row in rows:
            if row[STATUS] == "unproved":
                row[STATUS], _ = self.contest.standing(row)
            row[ABOVE] = 0
        ranked = [row for row in rows if row[STATUS] == "ranked"]
        for chain in _chained(self.contest, ranked):
            points = [exact.points(row) for row in chain]
            for row, one in zip(chain, points, strict=True):
                row[POINTS], row[ABOVE] = chain[0][POINTS], sum(each > one for each in points)
        for row in rows:
            row[POINTS] = row[POINTS] if row[STATUS] == "ranked" else None
        dtypes = {STATUS: few.schema[STATUS], POINTS: nw.Float64(), ABOVE: nw.Int64()}
        return few.drop(NEAR).with_columns(
            nw.new_series(name, [row[name] for row in rows], dtype, backend=few.implementation)
            for name, dtype in dtypes.items()
        )


def _chained(contest: Contest, rows: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows of one group, the most points first, as long as each is near to the one before."""
    keyed = [(contest.groups.key_of(row), row) for row in rows]
    chain: list[dict[str, Any]] = []
    last: object = None
    for key, row in sorted(keyed, key=lambda each: (each[0], -each[1][POINTS])):
        gap = chain[-1][POINTS] - row[POINTS] if chain and key == last else None
        if gap is None or not contest.margin.is_near(gap, abs(row[POINTS])):
            yield chain
            chain = []
        chain.append(row)
        last = key
    yield chain
