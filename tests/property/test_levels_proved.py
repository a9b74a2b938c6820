"""What an audit proves of levels holds for every report, and what it does not prove is open."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from operator import ge, gt, le, lt
from typing import Any, Final

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import rubrik
from rubrik import Amount, Criterion, Group, Proportional, Rubric, Scoresheet, Status, Submission
from rubrik.auditing.applied import Applied
from rubrik.auditing.feasibility import negated
from rubrik.auditing.subject import Subject
from rubrik.classifier import Rating, ratings
from rubrik.measures import Share, ShareInput
from rubrik.rubric import Node, check
from rubrik.scales import AllOf, AnyOf, AtLeast, Level, Op, Requirement, Scale, Threshold, Veto

LEAVES: Final = ("1.1", "1.2.1", "1.2.2", "2")
PARTS: Final = {"1": ("1.1", "1.2"), "1.2": ("1.2.1", "1.2.2"), "": ("1", "2")}
CODES: Final = ("", "1", "1.1", "1.2", "1.2.1", "1.2.2", "2")

INPUTS: Final = tuple(ShareInput(name=f"s{code}", label=code) for code in LEAVES)


@st.composite
def leaves(draw: st.DrawFn, code: str, *, may_go: bool) -> Criterion:
    """A row that can have all points from a low to a high end, each by a share of its own."""
    low, high = sorted(draw(st.tuples(st.integers(0, 2), st.integers(0, 2))))
    return Criterion(
        code=code,
        name=code,
        max=high,
        measure=Share(f"s{code}"),
        score=Proportional(rate=high - low, start=low),
        may_be_not_applicable=may_go and draw(st.integers(0, 3)) > 0,
    )


@st.composite
def groups(draw: st.DrawFn, code: str, *, plain: bool) -> Group:
    """A group that is cut or not; unless it is ``plain``, it may make up for rows or be ruled."""
    most = draw(st.none() | st.integers(1, 4))
    capped = most is not None and draw(st.booleans())
    group = Group(code=code, name=code, max=most, capped=capped)
    if plain:
        return group
    return evolve(
        group,
        rescaled=draw(st.integers(0, 2)) > 0,
        nothing_applicable=draw(st.sampled_from(["not_applicable", "zero", "full"])),
        counts=draw(st.sampled_from(["parts", "parts", "rule"])),
        score=Amount(Fraction(1)),
    )


OPS: Final[st.SearchStrategy[Op]] = st.sampled_from([">=", ">", "<=", "<"])
SHARES: Final = st.sampled_from(["0%", "50%", "75%", "100%"])


NODES: Final = st.sampled_from(CODES)


def whole_points() -> st.SearchStrategy[Requirement]:
    """Comparisons of any row with a whole number of points."""
    return st.builds(Threshold, node=NODES, op=OPS, points=st.integers(0, 8))


def thresholds() -> st.SearchStrategy[Requirement]:
    """The same, or with a share of some base."""
    bases = st.sampled_from([None, "max", Fraction(4)])
    means = st.builds(
        Threshold,
        node=st.sampled_from(sorted(PARTS)),
        op=OPS,
        share=SHARES,
        base=st.sampled_from(["parts"]),
    )
    shares = st.builds(Threshold, node=NODES, op=OPS, share=SHARES, base=bases)
    return st.one_of(whole_points(), shares, means)


def requirements(simple: st.SearchStrategy[Requirement]) -> st.SearchStrategy[Requirement]:
    """Comparisons joined in every way."""

    def joined(parts: st.SearchStrategy[Requirement]) -> st.SearchStrategy[Requirement]:
        some = st.lists(parts, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            st.builds(AllOf, all=some),
            st.builds(AnyOf, any=some),
            some.flatmap(
                lambda of: st.builds(AtLeast, at_least=st.integers(1, len(of)), of=st.just(of))
            ),
        )

    return st.recursive(simple, joined, max_leaves=5)


@st.composite
def trees(draw: st.DrawFn, *, plain: bool = False) -> Rubric:
    """Four rows in two groups; if ``plain``, a tree of sums, cut here and there."""
    heads: list[Node] = [draw(groups(code, plain=plain)) for code in ("1", "1.2")]
    rows = [draw(leaves(code, may_go=not plain)) for code in LEAVES]
    nodes = sorted([*heads, *rows], key=lambda node: node.code)
    return check(Rubric(slug="cay", title="Cây", nodes=tuple(nodes), inputs=INPUTS))


@st.composite
def reports(draw: st.DrawFn, rubric: Rubric) -> Submission:
    """A share for every row, but for some that do not apply."""
    rows = [node for node in rubric.nodes if isinstance(node, Criterion)]
    gone = [row.code for row in rows if row.may_be_not_applicable and draw(st.booleans())]
    shares = st.sampled_from([Fraction(each, 4) for each in range(5)])
    inputs = {each.name: draw(shares) for each in INPUTS if each.label not in gone}
    return Submission(rubric=rubric.slug, inputs=inputs, not_applicable=tuple(gone))


def with_scale(rubric: Rubric, *levels: Sequence[Requirement], **more: Any) -> Rubric:  # noqa: ANN401
    """The rubric with one scale, for the whole."""
    named = (Level(name=str(at), conditions=tuple(each)) for at, each in enumerate(levels))
    return check(evolve(rubric, scales=(Scale(id="s", name="S", levels=tuple(named), **more),)))


@st.composite
def held(draw: st.DrawFn) -> tuple[Applied, Rating]:
    """A level that some report just reaches, under audit, and the rating of that report."""
    rubric = draw(trees())
    report = draw(reports(rubric))
    sheet = rubrik.score(rubric, report)
    codes = draw(st.lists(NODES, min_size=3, max_size=8))
    wanted = [draw(_just(code, sheet)) for code in codes]
    rated = with_scale(rubric, wanted)
    (applied,), (rating,) = Subject(rated).applied, ratings(rubrik.score(rated, report))
    return applied, rating


def _just(code: str, sheet: Scoresheet) -> st.SearchStrategy[Threshold]:
    """Comparisons that the points of a row meet, with nothing to spare."""
    points = sheet.within_of(code or None).low
    applies = sheet.status_of(code or None) is not Status.NOT_APPLICABLE
    most = sheet.maxima[code or None] if applies else None
    assert points is not None
    ends = {">=": points, "<=": points, ">": points - HAIR, "<": points + HAIR}
    found = [Threshold(node=code, op=op, points=end) for op, end in ends.items()]  # type: ignore[arg-type]
    if most:
        found += [evolve(each, points=None, share=each.points / most, base="max") for each in found]  # type: ignore[operator]
    return st.sampled_from(found)


HAIR: Final = Fraction(1, 10**9)


@given(case=held())
def test_a_level_that_a_report_just_reaches_is_never_called_out_of_reach(
    case: tuple[Applied, Rating],
) -> None:
    """Whatever applies, whatever is cut and whatever is made up for."""
    applied, rating = case

    assert [True] == [level.holds for level in rating.levels] or not rating.applies
    assert False not in applied.reachable


@st.composite
def rated(draw: st.DrawFn) -> tuple[Applied, Rating]:
    """Up to three levels and perhaps a veto under audit, and the rating of some report."""
    rubric = draw(trees())
    asked = requirements(thresholds())
    levels = draw(st.lists(st.lists(asked, min_size=1, max_size=3), min_size=1, max_size=3))
    vetoing = st.builds(Veto, reason=st.just("v"), conditions=st.tuples(asked))
    vetoes = tuple(draw(st.lists(vetoing, max_size=1)))
    whole = with_scale(rubric, *levels, vetoes=vetoes)
    (applied,) = Subject(whole).applied
    (rating,) = ratings(rubrik.score(whole, draw(reports(whole))))
    return applied, rating


@given(case=rated())
def test_a_level_that_a_report_reaches_is_never_called_out_of_reach(
    case: tuple[Applied, Rating],
) -> None:
    """Whatever applies and whatever is made up for; nor is a level that it does not miss."""
    applied, rating = case
    open_ = not any(veto.holds for veto in rating.vetoes)

    for place, result in enumerate(rating.levels):
        assert not (result.holds and open_ and applied.reachable[place] is False)
        assert not (result.holds and applied.can(applied.levels[place]) is False)
        assert not (result.holds is False and applied.can(applied.denied[place]) is False)


@given(case=rated())
def test_what_is_proved_of_two_levels_holds_for_every_report(
    case: tuple[Applied, Rating],
) -> None:
    """Where the better level implies the worse, no report has the one without the other."""
    applied, rating = case
    for better, worse in product(range(len(rating.levels)), repeat=2):
        if rating.levels[better].holds and rating.levels[worse].holds is False:
            assert not applied.implies((applied.levels[better],), applied.levels[worse])


@given(case=rated())
def test_a_level_that_is_given_is_never_called_hidden(case: tuple[Applied, Rating]) -> None:
    """Nor is a report without a level, where the levels are said to cover every case."""
    applied, rating = case
    if rating.place is not None and not any(veto.holds for veto in rating.vetoes):
        given_level = applied.levels[rating.place : rating.place + 1]

        assert applied.can(*given_level, *applied.denied[: rating.place]) is not False


@given(case=rated())
def test_any_scale_can_be_audited(case: tuple[Applied, Rating]) -> None:
    """Its audit ends, is the same each time, and calls no level of a report out of reach."""
    applied, rating = case
    rubric = Rubric(
        slug="cay",
        title="Cây",
        nodes=tuple(applied.space.read.nodes.values()),
        inputs=INPUTS,
        scales=applied.space.read.stated_scales,
    )
    found = rubrik.audit(rubric)
    out_of_reach = [each.message.text("en") for each in found if each.kind == "level-unreachable"]

    assert found == rubrik.audit(rubric)
    assert all(each.message.text("vi") and each.message.text("en") for each in found)
    if rating.reached is not None:
        assert not any(f"“{rating.reached.name}”" in said for said in out_of_reach)


# The other half: what is not excluded can be had, where every row applies and points add up.


STEPS: Final = 5
"""Into how many steps a point is cut: one more than there are rows, for ends that are open."""


@st.composite
def asked_of(draw: st.DrawFn) -> tuple[Rubric, Sequence[Requirement]]:
    """A tree of sums, and conditions on it: any, or a sum against its parts at what some have."""
    rubric = draw(trees(plain=True))
    if draw(st.integers(0, 2)) == 0:
        return rubric, draw(st.lists(requirements(whole_points()), max_size=3))
    points = draw(st.integers(0, 80).map(lambda at: _at(at, list(_grid(rubric, 1)))))
    whole = draw(st.sampled_from(sorted(PARTS)))
    parts = draw(_covering(whole))
    floor, ceiling = draw(st.permutations([_FLOORS, _CEILINGS]))
    against = [Threshold(node=code, op=draw(ceiling), points=points[code]) for code in parts]
    return rubric, [Threshold(node=whole, op=draw(floor), points=points[whole]), *against]


def _at(index: int, found: Sequence[Mapping[str, Fraction]]) -> Mapping[str, Fraction]:
    return found[index % len(found)]


@st.composite
def _covering(draw: st.DrawFn, code: str) -> list[str]:
    """The parts of a row, or their parts in turn; now and then one is left out."""
    found = []
    for part in PARTS[code]:
        found += draw(_covering(part)) if part in PARTS and draw(st.booleans()) else [part]
    return found[1:] if draw(st.integers(0, 3)) == 0 else found


_FLOORS: Final[st.SearchStrategy[Op]] = st.sampled_from([">=", ">"])
_CEILINGS: Final[st.SearchStrategy[Op]] = st.sampled_from(["<=", "<=", "<"])


@given(case=asked_of())
def test_conditions_can_hold_just_if_some_points_meet_them(
    case: tuple[Rubric, Sequence[Requirement]],
) -> None:
    """All points on a grid are tried, which between whole ends is fine enough to miss nothing."""
    rubric, wanted = case
    (applied,) = Subject(with_scale(rubric, [Threshold(points=0)])).applied
    tried, asked = list(_grid(rubric, STEPS)), AllOf(all=tuple(wanted))

    assert any(_meets(asked, points) for points in tried) == applied.can(asked)
    assert any(not _meets(asked, points) for points in tried) == applied.can(negated(asked))


def _grid(rubric: Rubric, parts: int) -> Iterator[Mapping[str, Fraction]]:
    """The points of all rows, the leaves on a grid of so many parts of a point."""
    rows = {node.code: node for node in rubric.nodes}
    bounds = [rubric.under().bounds(code).within for code in LEAVES]
    ends = [(int(each.low or 0), int(each.high or 0)) for each in bounds if each is not None]
    steps = [range(low * parts, high * parts + 1) for low, high in ends]
    for units in product(*steps):
        points = {code: Fraction(unit, parts) for code, unit in zip(LEAVES, units, strict=True)}
        for code in ("1.2", "1", ""):
            total = sum((points[part] for part in PARTS[code]), Fraction(0))
            group = rows.get(code)
            limit = group.max if group is not None and group.capped else None
            points[code] = total if limit is None else min(total, limit)
        yield points


def _meets(wanted: Requirement, points: Mapping[str, Fraction]) -> bool:
    match wanted:
        case Threshold(node=node, op=op, points=Fraction() as limit):
            return bool(_COMPARED[op](points[node], limit))
        case AllOf():
            return all(_meets(each, points) for each in wanted.all)
        case AnyOf():
            return any(_meets(each, points) for each in wanted.any)
        case AtLeast():
            return sum(_meets(each, points) for each in wanted.of) >= wanted.at_least
        case _:
            raise AssertionError(wanted)


_COMPARED: Final = {">=": ge, ">": gt, "<=": le, "<": lt}
