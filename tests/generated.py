"""Rules of every kind over a handful of inputs, for laws that hold for all of them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from hypothesis import strategies as st

from rubrik.measures import (
    Amount,
    AmountInput,
    Choice,
    ChoiceInput,
    Constraint,
    Count,
    CountInput,
    Flag,
    FlagInput,
    Growth,
    Item,
    Items,
    ItemsInput,
    Measure,
    Ratio,
    Share,
    ShareInput,
    Weighted,
)
from rubrik.rubric import Criterion, Group, Reading, ReadingOption, Replacement, Rubric
from rubrik.scorers import Amount as Points
from rubrik.scorers import (
    Band,
    Banded,
    BestOf,
    Boolean,
    Capped,
    Clamped,
    Condition,
    Gated,
    MinMaxNormalized,
    Proportional,
    Rule,
    Stepped,
    Sum,
    WorstOf,
)
from rubrik.scorers import Choice as Choosing
from rubrik.submission import Adjudication, Submission

__all__ = ["INPUTS", "curves", "rubric_of", "rubrics", "rules", "submissions"]

INPUTS: Final = (
    CountInput(name="phan", label="Phần", unit="người"),
    CountInput(name="toan", label="Toàn bộ"),
    CountInput(name="dem", label="Đếm", max=12),
    AmountInput(name="tien", label="Kinh phí", unit="triệu đồng"),
    ShareInput(name="ty_le", label="Tỷ lệ"),
    CountInput(name="nay", label="Năm nay"),
    CountInput(name="truoc", label="Năm trước"),
    FlagInput(name="co", label="Có hay không", yes="Đạt", no="Chưa đạt"),
    ChoiceInput(name="chon", label="Chọn", options={"a": "A", "b": "B", "c": "C"}),
    ItemsInput(name="muc", label="Mục", options={"x": "X", "y": "Y", "z": "Z"}),
)

NUMBERS: Final = (
    Ratio(ratio="phan", of="toan"),
    Ratio(ratio="nay", of="truoc", above_one=True, when_empty=1),
    Ratio(ratio="phan", of="toan", stated="ty_le"),
    Count("phan"),
    Count("toan"),
    Count("dem"),
    Amount("tien"),
    Share("ty_le"),
    Growth(growth="nay", since="truoc"),
    Weighted({"dem": 1, "tien": "-1/2"}),
    Items("muc"),
)

EDGES: Final = st.sampled_from([Fraction(each, 4) for each in (-1, 0, 1, 2, 3, 4, 8, 20, 48)])
POINTS: Final = st.sampled_from([Fraction(each, 4) for each in (-8, -2, 0, 1, 2, 4, 10, 40)])
SHARES_OF_MAX: Final = st.sampled_from([Fraction(each, 4) for each in (-4, 0, 1, 2, 4)])
_ALWAYS: Final = st.sampled_from([True])
AMOUNTS: Final = st.builds(Points, POINTS) | st.builds(Points, SHARES_OF_MAX, of_max=_ALWAYS)


def curves(measure: Measure | None = None, *, nests: bool = True) -> st.SearchStrategy[Any]:
    """Scorers of one number; their bands hold further ones where ``nests``."""
    measured = st.just(measure)
    positive = st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(12)])
    simple = st.one_of(
        st.builds(
            Proportional,
            rate=AMOUNTS,
            start=AMOUNTS,
            full_from=st.none() | positive,
            measure=measured,
        ),
        st.tuples(EDGES, EDGES).map(sorted).flatmap(lambda ends: _normalised(ends, measured)),
        st.builds(
            Stepped,
            step=st.sampled_from(["1/4", "1/2", "3"]),
            rounding=st.sampled_from(["down", "up", "nearest"]),
            full=st.sampled_from([2, 3, "max"]),
            measure=measured,
        ),
    )
    return simple | banded(measure, nests=nests) if nests else simple


def _normalised(
    ends: list[Fraction], measured: st.SearchStrategy[Measure | None]
) -> st.SearchStrategy[MinMaxNormalized]:
    return st.builds(
        MinMaxNormalized,
        constant=st.sampled_from(["full", "zero", "undefined"]),
        low=st.just(ends[0]),
        high=st.just(ends[1]),
        lower_is_better=st.booleans(),
        clamp=st.booleans(),
        full=AMOUNTS,
        measure=measured,
    )


@st.composite
def banded(draw: st.DrawFn, measure: Measure | None = None, *, nests: bool = True) -> Banded:
    """Bands side by side, now and then with a hole between them or one on top of another."""
    cuts = draw(st.lists(EDGES, min_size=1, max_size=3, unique=True).map(sorted))
    closed = [draw(st.booleans()) for _ in cuts]
    sides: list[dict[str, Any]] = [{} for _ in range(len(cuts) + 1)]
    for index, (cut, is_closed) in enumerate(zip(cuts, closed, strict=True)):
        sides[index]["below" if is_closed else "to"] = cut
        sides[index + 1]["from_" if is_closed else "above"] = cut
    if draw(st.booleans()):
        extra = draw(st.sampled_from([{"at": cuts[0]}, {"from_": cuts[0]}, {"to": cuts[-1]}]))
        sides.insert(draw(st.integers(0, len(sides))), extra)
    elif len(sides) > 1 and draw(st.booleans()):
        sides.pop(draw(st.integers(0, len(sides) - 1)))
    given = [draw(_GIVEN if nests else AMOUNTS) for _ in sides]
    bands = tuple(map(_band, sides, given))
    return Banded(bands=bands, measure=measure)


_GIVEN: Final = AMOUNTS | curves(nests=False)


def _band(ends: Mapping[str, Any], gives: Any) -> Band:  # noqa: ANN401 - points or a scorer
    return Band(**ends, **{"points" if isinstance(gives, Points) else "score": gives})


def _leaves() -> st.SearchStrategy[Rule]:
    return st.one_of(
        st.one_of([curves(each) for each in NUMBERS]),
        st.builds(Boolean, yes=AMOUNTS, no=AMOUNTS, measure=_ANSWERED),
        st.builds(Choosing, _options(AMOUNTS), measure=st.just(Choice("chon"))),
    )


_ANSWERED: Final = st.sampled_from([Flag("co"), Item("muc", "x"), Item("muc", "y")])


def _options(rules: st.SearchStrategy[Any]) -> st.SearchStrategy[Mapping[str, Any]]:
    return st.fixed_dictionaries(dict.fromkeys("abc", rules))


def _conditions() -> st.SearchStrategy[Condition]:
    return st.one_of(
        st.builds(Condition, measure=_ANSWERED, is_=st.booleans()),
        st.builds(Condition, measure=st.just(Choice("chon")), is_=st.sampled_from("abc")),
        st.builds(Condition, measure=st.sampled_from(NUMBERS), above=EDGES),
        st.builds(Condition, measure=st.sampled_from(NUMBERS), to=EDGES),
        st.builds(Condition, measure=st.sampled_from(NUMBERS), at=EDGES),
    )


def _trees(rules: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    parts = st.lists(rules | AMOUNTS, min_size=1, max_size=3)
    limits = st.tuples(POINTS, POINTS).map(sorted)
    return st.one_of(
        st.builds(Sum, parts, floor=st.none() | AMOUNTS),
        st.builds(BestOf, parts),
        st.builds(WorstOf, parts),
        st.builds(Capped, rules, at=AMOUNTS),
        st.builds(lambda rule, ends: Clamped(rule, low=ends[0], high=ends[1]), rules, limits),
        st.builds(Gated, when=_conditions(), then=rules, otherwise=rules | AMOUNTS),
        st.builds(Choosing, _options(rules | AMOUNTS), measure=st.just(Choice("chon"))),
    )


def rules(max_leaves: int = 4) -> st.SearchStrategy[Rule]:
    """Rule trees of every kind of scorer."""
    return st.recursive(_leaves(), _trees, max_leaves=max_leaves)


def rubric_of(rule: Rule, *, capped: bool = False, constraints: tuple[str, ...] = ()) -> Rubric:
    """The rubric of one criterion, worth 10 points at most where it is capped."""
    node = Criterion(code="1", name="Tiêu chí", max=10, score=rule, capped=capped)
    return Rubric(
        slug="sinh-ra",
        title="Bộ tiêu chí sinh ra",
        nodes=(node,),
        inputs=INPUTS,
        constraints=tuple(map(Constraint, constraints)),
    )


# Made once: making a strategy takes longer than drawing from it.
_SMALL: Final = rules(2)


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """Rubrics of a group, two criteria and a reading of one of them."""
    first, second, other = draw(_SMALL), draw(_SMALL), draw(_SMALL)
    group = Group(
        code="1",
        name="Nhóm",
        max=draw(st.none() | st.just(20)),
        capped=draw(st.booleans()),
        note=draw(st.sampled_from(["", "Biên độ trễ", "“ghi chú”\n- dòng hai"])),
    )
    nodes = (
        group,
        Criterion(code="1.1", name="Một", max=10, score=first, capped=draw(st.booleans())),
        Criterion(code="1.2", name="Hai", max="2,5", score=second, parent="1"),
    )
    reading = Reading(
        id="cach-hieu",
        nodes=("1.1",),
        printed="in",
        question="Hiểu thế nào?",
        question_en="How is it read?",
        default="in",
        reason="Như in.",
        reason_en="As printed.",
        options=(
            ReadingOption(id="in", no_effect="Không đổi."),
            ReadingOption(id="khac", label="Khác", replaces=(Replacement("1.1", "score", other),)),
        ),
    )
    return Rubric(
        slug="sinh-ra",
        title="Bộ tiêu chí sinh ra",
        nodes=nodes,
        inputs=INPUTS,
        readings=draw(st.sampled_from([(), (reading,)])),
        constraints=draw(st.sampled_from([(), (Constraint("phan <= 2 * toan + 1"),)])),
    )


_REPORTED: Final = st.one_of(
    st.booleans(),
    st.integers(-5, 10**6),
    st.fractions(max_denominator=1000),
    st.sampled_from(["99,59%", "48/28", "Đã có", "1.234.567", ""]),
    st.lists(st.sampled_from(["x", "y"]), max_size=2),
    st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), max_size=3),
)


def _decided(code: str) -> st.SearchStrategy[Adjudication]:
    return st.one_of(
        st.builds(
            Adjudication,
            code=st.just(code),
            decision=st.sampled_from(["accept", "reject", "annul", "not_applicable"]),
            reason=st.just("Không có minh chứng"),
        ),
        st.builds(
            Adjudication,
            code=st.just(code),
            decision=st.just("replace"),
            points=st.fractions(0, 10, max_denominator=8),
            reason=st.just("Đếm lại"),
            reference=st.just("BB 12"),
        ),
    )


def submissions() -> st.SearchStrategy[Submission]:
    """Submissions of every shape, whether or not a rubric accepts them."""
    codes = st.sampled_from(["1.1", "1.2", "B.II.13.2"])
    return st.builds(
        Submission,
        rubric=st.just("sinh-ra"),
        unit=st.sampled_from(["", "UBND xã mẫu"]),
        period=st.sampled_from(["", "2023"]),
        inputs=st.dictionaries(st.sampled_from([each.name for each in INPUTS]), _REPORTED),
        derived=st.dictionaries(st.sampled_from(["toan"]), st.just("3 + 1")),
        claims=st.dictionaries(codes, st.fractions(-5, 50, max_denominator=100)),
        evidence=st.dictionaries(codes, st.sampled_from(["- 19/19", "a\nb", "“"])),
        adjudications=codes.flatmap(_decided).map(lambda one: (one,)) | st.just(()),
        not_applicable=st.lists(codes, unique=True, max_size=2),
        rubric_hash=st.sampled_from(["", "sha256:00"]),
    )
