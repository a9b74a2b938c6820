"""The scales of every rubric that ships, changed in one place: the audit finds it, and loses it."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

import pytest
from attrs import evolve

import rubrik
from rubrik import Criterion, Rubric
from rubrik.rubric import Interpretation, owner_of
from rubrik.scales import Level, Scale, Threshold, thresholds

SCALED = pytest.mark.parametrize(
    "slug", [slug for slug in rubrik.slugs() if rubrik.load(slug).scales]
)

Change = Callable[[Scale, Interpretation], Scale | None]

HAIR = Fraction(1, 10**9)


def settled(slug: str) -> Rubric:
    """A rubric with its default readings put in, and neither readings nor examples left."""
    rubric = rubrik.load(slug)
    read = rubric.under()
    nodes = tuple(
        evolve(node, examples=()) if isinstance(node, Criterion) else node
        for node in read.nodes.values()
    )
    return evolve(rubric, nodes=nodes, scales=read.stated_scales, readings=())


def first_threshold(scale: Scale) -> Threshold | None:
    """The first condition of the best level, if it is a comparison from below."""
    found = scale.levels[0].conditions[0]
    return found if isinstance(found, Threshold) and found.op == ">=" else None


def with_first(scale: Scale, **fields: object) -> Scale | None:
    """The scale with that condition changed."""
    threshold = first_threshold(scale)
    if threshold is None:
        return None
    best, *others = scale.levels
    changed = evolve(threshold, **fields)  # type: ignore[arg-type]
    return _with_levels(scale, evolve(best, conditions=(changed, *best.conditions[1:])), *others)


def _with_levels(scale: Scale, *levels: Level) -> Scale:
    return evolve(scale, levels=levels)


def most(scale: Scale, read: Interpretation) -> Fraction | None:
    """The most points that the row of that condition can have."""
    threshold = first_threshold(scale)
    if threshold is None:
        return None
    ends = {_most(threshold.node or subject, read) for subject in scale.subjects}
    return ends.pop() if len(ends) == 1 else None


def _most(code: str, read: Interpretation) -> Fraction:
    parts = [child.code for child in read.children[None]]
    found = [read.bounds(each).within for each in ([code] if code else parts)]
    return sum((each.high or Fraction(0) for each in found if each is not None), Fraction(0))


def above_the_most(scale: Scale, read: Interpretation) -> Scale | None:
    """A threshold that is a hair too high."""
    end = most(scale, read)
    return with_first(scale, points=end + HAIR, share=None, base=None) if end else None


def more_than_the_most(scale: Scale, read: Interpretation) -> Scale | None:
    """A threshold at the very end, with ``>`` for ``≥``."""
    end = most(scale, read)
    return with_first(scale, points=end, share=None, base=None, op=">") if end else None


def of_twice_the_base(scale: Scale, read: Interpretation) -> Scale | None:
    """A share of twice what the row can have."""
    threshold, end = first_threshold(scale), most(scale, read)
    has_share = threshold is not None and threshold.share is not None
    return with_first(scale, base=2 * end) if has_share and end is not None else None


def with_equal_levels(scale: Scale, _: Interpretation) -> Scale | None:
    """A level whose conditions are those of the better one."""
    best, second, *others = scale.levels
    if _asked(best) == _asked(second):
        return None
    return _with_levels(scale, best, evolve(second, conditions=best.conditions), *others)


def _asked(level: Level) -> list[tuple[object, ...]]:
    """What a level compares, without words and places."""
    found = thresholds(level.conditions)
    return [(each.node, each.op, each.points, each.share) for each in found]


def with_levels_swapped(scale: Scale, _: Interpretation) -> Scale | None:
    """The best two levels in each other's place, where they differ and are one row's."""
    best, second, *others = scale.levels
    if not scale.below or scale.nodes == () or _asked(best) == _asked(second):
        return None
    swapped = (
        evolve(best, conditions=second.conditions),
        evolve(second, conditions=best.conditions),
    )
    return _with_levels(scale, *swapped, *others)


def without_a_name_below(scale: Scale, _: Interpretation) -> Scale | None:
    """A scale that no longer names what is below its levels, where anything is."""
    is_endless = [each.share for each in thresholds(scale.levels[-1].conditions)] == [0]
    return evolve(scale, below="") if scale.below and not is_endless else None


def without_the_last_band(scale: Scale, _: Interpretation) -> Scale | None:
    """A scale of bands that lost its worst."""
    return None if scale.below else _with_levels(scale, *scale.levels[:-1])


def with_another_operator(scale: Scale, _: Interpretation) -> Scale | None:
    """A band that prints ``>`` for ``≥`` at its lower end."""
    return None if scale.below else with_first(scale, op=">")


CHANGES: dict[Change, str] = {
    above_the_most: "level-unreachable",
    more_than_the_most: "level-unreachable",
    of_twice_the_base: "level-unreachable",
    with_equal_levels: "levels-coincide",
    with_levels_swapped: "levels-not-nested",
    without_a_name_below: "level-hole",
    without_the_last_band: "level-hole",
    with_another_operator: "level-hole",
}

Seen = set[tuple[str, str, str]]


def seen(rubric: Rubric) -> Seen:
    """All findings of a rubric."""
    return {(each.kind.value, each.code, each.message.text("en")) for each in rubrik.audit(rubric)}


def mutants(rubric: Rubric, change: Change) -> Iterator[tuple[Scale, Rubric]]:
    """The rubric with one scale changed, for each of the first scales that can be."""
    read = rubric.under()
    found = ((scale, change(scale, read)) for scale in rubric.scales)
    changed = ((scale, other) for scale, other in found if other is not None)
    for scale, other in islice(changed, 3):
        yield scale, with_scales(rubric, other)


def with_scales(rubric: Rubric, *changed: Scale) -> Rubric:
    """The rubric with these scales in place of those of the same name."""
    scales = {scale.id: scale for scale in (*rubric.scales, *changed)}
    return evolve(rubric, scales=tuple(scales.values()))


@SCALED
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_changed_scale_is_found(slug: str, change: Change) -> None:
    """The finding is there once the scale is changed, and not before."""
    rubric = settled(slug)
    before = seen(rubric)

    for scale, mutant in mutants(rubric, change):
        kinds = {(kind, code) for kind, code, _ in seen(mutant) - before}
        assert (CHANGES[change], owner_of(scale)) in kinds, scale.id


def test_every_change_changes_some_scale() -> None:
    """None of them is shown by nothing."""
    rubrics = [settled(slug) for slug in rubrik.slugs()]

    assert [] == [
        change.__name__
        for change in CHANGES
        if not any(True for rubric in rubrics for _ in mutants(rubric, change))
    ]


@SCALED
def test_a_threshold_at_the_very_end_is_reached(slug: str) -> None:
    """All points of a row are enough for as many."""
    rubric = settled(slug)
    read = rubric.under()
    ends = [(scale, most(scale, read)) for scale in rubric.scales]
    changed = [with_first(scale, points=end, share=None, base=None) for scale, end in ends if end]
    found = seen(with_scales(rubric, *filter(None, changed)))

    assert any(changed)
    assert "level-unreachable" not in {kind for kind, _, _ in found}


AN_GIANG = pytest.mark.parametrize(
    ("slug", "scale", "minima"),
    [
        ("an-giang/cap-huyen-2018", "san-sang", ["450", "400", "375", "350"]),
        ("an-giang/cap-huyen-2018", "muc-do-dat-duoc", ["900", "842.5", "770", "705"]),
        ("an-giang/cap-xa-2018", "san-sang", ["270", "240", "225", "210"]),
        ("an-giang/cap-xa-2018", "muc-do-dat-duoc", ["540", "501", "435", "385"]),
    ],
)


def totals(rubric: Rubric, name: str) -> Sequence[str]:
    """The totals of a scale that follow from the minima of its parts."""
    return [
        each.message.text("en").split("≥ ")[1].split(" ")[0]
        for each in rubrik.audit(rubric)
        if (each.kind, each.code) == ("level-condition-implied", f"scale:{name}")
    ]


@AN_GIANG
def test_the_printed_totals_are_the_sums_of_the_minima(
    slug: str, scale: str, minima: list[str]
) -> None:
    """Each "Điểm số tối thiểu" follows from the rows below it; a hair more would not."""
    rubric = settled(slug)
    (printed,) = (each for each in rubric.scales if each.id == scale)
    raised = evolve(printed, levels=tuple(map(_raised, printed.levels)))

    assert minima == totals(rubric, scale)
    assert [] == totals(with_scales(rubric, raised), scale)


def _raised(level: Level) -> Level:
    """The total of a level, its first condition, by a hair."""
    total, *others = level.conditions
    assert isinstance(total, Threshold)
    points, share = (each and each + HAIR for each in (total.points, total.share))
    return evolve(level, conditions=(evolve(total, points=points, share=share), *others))


def test_as_printed_no_commune_of_an_giang_can_reach_any_level() -> None:
    """The table speaks of 500 points of readiness, and the rubric has 300 (V.3.2.a.ii)."""
    rubric = rubrik.load("an-giang/cap-xa-2018")
    found = {
        each.code: each.message.text("en")
        for each in rubrik.audit(rubric)
        if each.kind == "level-unreachable" and "theo-bang-muc" in each.message.text("en")
    }
    levels = ("Mức I", "Mức II", "Mức III", "Mức IV")

    assert {
        "scale:chinh-quyen-dien-tu",
        "scale:san-sang",
        "scale:hang-muc-a-i",
        "scale:hang-muc-a-ii",
        "scale:hang-muc-a-iii",
    } == found.keys()
    assert all(
        f"the level “{level}” asks for" in said for said in found.values() for level in levels
    )
    assert found["scale:san-sang"].endswith(
        "the level “Mức IV” asks for A ≥ 350 (70% × 500), while A can have 0 to 300 points"
    )
