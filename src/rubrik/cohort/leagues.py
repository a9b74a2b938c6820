"""League tables: units in the order of their points, and those that are not ranked, with why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TypeVar, assert_never

from attrs import field, frozen

from rubrik.absence import Status
from rubrik.classifier import Rating, VetoResult
from rubrik.cohort.members import Member
from rubrik.cohort.names import Key, alphabetical, same_name
from rubrik.cohort.ranking import Contender, ranks, spans
from rubrik.figures import Lang
from rubrik.intervals import Interval
from rubrik.languages import checked
from rubrik.rubric import Interpretation
from rubrik.scales import Ties
from rubrik.showing import Shown
from rubrik.wording import Message, message

__all__ = ["League", "Place", "PlaceStatus", "Rules", "league_of"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")

Why = Message | VetoResult
"""Why a unit is not ranked: something known, or a veto of the rubric in its own words."""


class PlaceStatus(StrEnum):
    """Whether a unit has its place, may still get one, or gets none."""

    RANKED = "ranked"
    OPEN = "open"
    UNRANKED = "unranked"

    @property
    def wording(self) -> Message:
        """Its name in words."""
        return message(f"place-{self.value}")


@frozen(kw_only=True)
class Rules:
    """How a league is ranked: by which row, within which label, what ties do, who is left out.

    An empty ``node`` is the whole, an empty ``within`` all units together. ``unranked`` holds
    reasons by name of unit.
    """

    node: str = ""
    within: str = ""
    ties: Ties = "competition"
    unranked: Mapping[str, str] = field(factory=dict, hash=False)


@frozen(kw_only=True, eq=False, repr=False)
class Place:
    """One unit in a league.

    ``group`` is the label that it is ranked within. ``rank`` is its place among those that are
    ranked; ``best`` and ``worst`` are the places that it can still have once all is known. A unit
    that is not ranked has a reason.
    """

    member: Member
    node: str
    group: str
    status: PlaceStatus
    why: Why | None
    rank: Fraction | None
    best: Fraction | None
    worst: Fraction | None

    def reason(self, lang: Lang) -> str:
        """Why it is not ranked, or not yet; nothing where it is.

        Raises:
            ValueError: the language is neither ``vi`` nor ``en``.
        """
        lang = checked(lang)
        match self.why:
            case None:
                return ""
            case VetoResult():
                is_shut = self.status is PlaceStatus.UNRANKED
                key = "unranked-vetoed" if is_shut else "open-veto"
                return message(key, why=self.why.reason(lang)).text(lang)
            case Message():
                return self.why.text(lang)
            case _:
                assert_never(self.why)

    @property
    def is_settled(self) -> bool:
        """Whether its rank is the place that it has once all is known."""
        return self.rank is not None and self.rank == self.best == self.worst

    @property
    def within(self) -> Interval:
        """The interval that surely holds its points."""
        return self.member.sheet.within_of(self.node or None)

    @property
    def bears_points(self) -> bool:
        """Whether it has points at all."""
        return _bears_points(self.member, self.node)

    @property
    def points(self) -> Fraction | None:
        """Its points, once they are known."""
        return self.within.low if self.within.is_point and self.bears_points else None

    @property
    def max(self) -> Fraction | None:
        """The most that it could have."""
        return self.member.sheet.maxima[self.node or None]

    @property
    def claimed(self) -> Fraction | None:
        """What it claims."""
        sheet = self.member.sheet
        return sheet.claims[self.node] if self.node else sheet.claimed

    @cached_property
    def open_rows(self) -> tuple[str, ...]:
        """The criteria of its row that are missing or undefined, or have no single points."""
        return tuple(_open_rows(self.member, self.node))

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The ratings that decide, of its row and of those below."""
        below = _below(self.member.sheet.interpretation, self.node)
        return tuple(each for each in _deciding(self.member) if each.node in below)

    def __repr__(self) -> str:
        rank = self.status.value if self.rank is None else self.rank
        return f"<Place of {self.member.unit!r}: {rank}>"


@frozen(eq=False, repr=False)
class League(Shown):
    """A league table: places in order; those with a rank, then those open, then those without.

    Within a group the order of equals is that of their names.
    """

    rules: Rules
    places: tuple[Place, ...]

    @cached_property
    def groups(self) -> Mapping[str, tuple[Place, ...]]:
        """The places by the label that they are ranked within, sorted by it."""
        found: dict[str, list[Place]] = {}
        for each in self.places:
            found.setdefault(each.group, []).append(each)
        return {group: tuple(places) for group, places in found.items()}

    def of(self, unit: str) -> Place | None:
        """The place of a unit, if there is such a unit."""
        wanted = same_name(unit)
        return next((each for each in self.places if same_name(each.member.unit) == wanted), None)

    def __repr__(self) -> str:
        of = self.rules.node or "the whole"
        return f"<League of {len(self.places)} units by {of}>"


def league_of(members: Iterable[Member], rules: Rules) -> League:
    """The league of some units."""
    said = {same_name(unit): reason for unit, reason in rules.unranked.items()}
    groups: dict[str, list[_Entry]] = {}
    for member in members:
        entry = _entry(member, rules, said)
        groups.setdefault(entry.group, []).append(entry)
    places = (_places(groups[group], rules) for group in sorted(groups, key=alphabetical))
    return League(rules, tuple(place for group in places for place in group))


@frozen(eq=False)
class _Entry:
    """A unit before it is ranked."""

    member: Member
    group: str
    within: Interval
    status: PlaceStatus
    why: Why | None
    is_sure: bool


def _entry(member: Member, rules: Rules, said: Mapping[str, str]) -> _Entry:
    group = member.sheet.submission.labels.get(rules.within, "") if rules.within else ""
    within = member.sheet.within_of(rules.node or None)
    vetoes = tuple(_vetoes(member, rules.node))
    lasting = next(_lasting(member, group, rules, said, vetoes), None)
    passing = next(_passing(member, within, rules, vetoes), None)
    status = PlaceStatus.RANKED if passing is None else PlaceStatus.OPEN
    if lasting is not None:
        status = PlaceStatus.UNRANKED
    return _Entry(member, group, within, status, lasting or passing, is_sure=not vetoes)


def _vetoes(member: Member, node: str) -> Iterator[VetoResult]:
    """What shuts a unit out, or may, of its level for the row, one below it or one above it."""
    read = member.sheet.interpretation
    if any(scale.vetoes for scale in read.scales.values()):
        for rating in _deciding(member):
            if rating.node in _below(read, node) or node in _below(read, rating.node):
                yield from (veto for veto in rating.vetoes if veto.holds is not False)


def _lasting(
    member: Member, group: str, rules: Rules, said: Mapping[str, str], vetoes: Sequence[VetoResult]
) -> Iterator[Why]:
    """Why a unit is not ranked whatever is still open."""
    if same_name(member.unit) in said:
        yield message("unranked-said", why=said[same_name(member.unit)])
    if rules.within and not group:
        yield message("unranked-no-label", label=rules.within)
    if member.sheet.status_of(rules.node or None) is Status.NOT_APPLICABLE:
        yield message("unranked-not-applicable")
    elif not _bears_points(member, rules.node):
        yield message("unranked-no-points")
    yield from (veto for veto in vetoes if veto.holds)


def _passing(
    member: Member, within: Interval, rules: Rules, vetoes: Sequence[VetoResult]
) -> Iterator[Why]:
    """Why a unit is not ranked yet."""
    if not within.is_point:
        rows = tuple(_unknown_rows(member, rules.node))
        more = len(rows) - _MOST_NAMED
        if more > 0:
            yield message("open-points-and-more", rows=rows[:_MOST_NAMED], more=more)
        yield message("open-points", rows=rows)
    yield from vetoes


_MOST_NAMED = 5


def _places(entries: Sequence[_Entry], rules: Rules) -> list[Place]:
    """The places of one group, in order."""
    ranked = [each for each in entries if each.status is PlaceStatus.RANKED]
    running = [each for each in entries if each.status is not PlaceStatus.UNRANKED]
    rank_of = _by_entry(ranked, ranks([each.within.low for each in ranked], rules.ties))
    contenders = [Contender(each.within, each.is_sure) for each in running]
    span_of = _by_entry(running, spans(contenders, rules.ties))
    places = [_place(each, rules, rank_of.get(each), span_of.get(each)) for each in entries]
    return sorted(places, key=_order)


def _by_entry(entries: Sequence[_Entry], values: Sequence[T]) -> dict[_Entry, T]:
    return dict(zip(entries, values, strict=True))


def _place(
    entry: _Entry, rules: Rules, rank: Fraction | None, span: tuple[Fraction, Fraction] | None
) -> Place:
    best, worst = span or (None, None)
    return Place(
        member=entry.member,
        node=rules.node,
        group=entry.group,
        status=entry.status,
        why=entry.why,
        rank=rank,
        best=best,
        worst=worst,
    )


_STATUSES = list(PlaceStatus)


def _order(place: Place) -> tuple[int, Fraction, Fraction, Key, str]:
    """Ranks first, then what is open by its best place; names settle what is equal."""
    first = place.rank if place.rank is not None else place.best
    last, nothing = place.worst, Fraction(0)
    names = (alphabetical(place.member.unit), place.member.source)
    return (_STATUSES.index(place.status), first or nothing, last or nothing, *names)


# What a sheet says of a row.


def _bears_points(member: Member, node: str) -> bool:
    sheet = member.sheet
    return sheet.line(node).bears_points if node else sheet.bears_points


def _below(read: Interpretation, node: str) -> Iterable[str]:
    """A row and all below it; for the whole itself and all rows."""
    return read.below[node] if node else {"", *read.nodes}


def _deciding(member: Member) -> tuple[Rating, ...]:
    return tuple(each for each in member.ratings if each.scale.decides)


def _rows(member: Member, node: str) -> Iterator[str]:
    """The rows at and below one whose own rules give points that count."""
    read = member.sheet.interpretation
    meant = read.ruled & read.counted
    meant &= read.below[node] if node else meant
    return (code for code in read.nodes if code in meant)


def _unknown_rows(member: Member, node: str) -> Iterator[str]:
    sheet = member.sheet
    return (code for code in _rows(member, node) if not sheet.within_of(code).is_point)


def _open_rows(member: Member, node: str) -> Iterator[str]:
    sheet = member.sheet
    for code in _rows(member, node):
        is_open = sheet.status_of(code) in (Status.MISSING, Status.UNDEFINED)
        if is_open or not sheet.within_of(code).is_point:
            yield code
