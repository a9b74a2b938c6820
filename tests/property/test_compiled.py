"""Laws of rubrics as code: it says what the ordinary rules say, or it says nothing."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

import pytest
from attrs import evolve, field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrik
from generated import rubric_of, rubrics, rules, submissions
from rubrik import (
    AllOf,
    AnyOf,
    AtLeast,
    CohortBounds,
    Criterion,
    Group,
    Level,
    Rubric,
    Scale,
    Scoresheet,
    Submission,
    SubmissionError,
    Threshold,
    Veto,
)
from rubrik.compiled import Ran, compiled
from rubrik.rubric import Interpretation
from rubrik.scales import Requirement
from rubrik.scorers import Rule
from rubrik.scoring.intake import intake
from strategies import Report, choices, cohorts, reports

SHIPPED = pytest.mark.parametrize("slug", rubrik.slugs())

# As in the laws of shipped rubrics: a report of a large rubric takes its time to be drawn.
whole_reports = settings(
    max_examples=max(1, settings().max_examples // 10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@frozen(kw_only=True)
class Case:
    """A report, and the rubric, the readings and the cohort that it is scored by."""

    rubric: Rubric
    report: Report
    readings: Mapping[str, str] = field(factory=dict)
    cohort: Mapping[str, CohortBounds] = field(factory=dict)

    @property
    def read(self) -> Interpretation:
        """The rubric as it is read."""
        return self.rubric.under(self.readings)

    @property
    def sheet(self) -> Scoresheet:
        """What the ordinary rules say."""
        return rubrik.score(
            self.rubric,
            Submission(rubric=self.rubric.slug, inputs=self.report),
            readings=self.readings,
            cohort=self.cohort,
            missing="range",
        )


def shipped(data: st.DataObject, slug: str) -> Case:
    """A case under some readings of a rubric that ships."""
    rubric = rubrik.load(slug)
    readings = data.draw(choices(rubric), label="readings")
    read = rubric.under(readings)
    report = data.draw(reports(read), label="report")
    return Case(
        rubric=rubric, report=report, readings=readings, cohort=data.draw(cohorts(read), "cohort")
    )


_NODES: Final = st.sampled_from(["", "1", "1.1", "1.2", "2"])
_LIMITS: Final = st.sampled_from([Fraction(each, 4) for each in (-8, -1, 0, 1, 4, 10, 14, 40)])
_OPS: Final = st.sampled_from([">=", ">", "<=", "<"])
_THRESHOLDS: Final = st.one_of(
    st.builds(Threshold, node=_NODES, op=_OPS, points=_LIMITS),
    st.builds(
        Threshold, node=st.sampled_from(["1.1", "1.2"]), op=_OPS, share=st.sampled_from(["1/4", 1])
    ),
    st.builds(Threshold, node=_NODES, share=st.sampled_from(["1/2", 2]), base=st.just("parts")),
)


def _nested(wanted: st.SearchStrategy[Requirement]) -> st.SearchStrategy[Requirement]:
    some = st.lists(wanted, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AllOf, all=some),
        st.builds(AnyOf, any=some),
        some.flatmap(
            lambda of: st.builds(AtLeast, at_least=st.integers(1, len(of)), of=st.just(of))
        ),
    )


_WANTED: Final = st.lists(
    st.recursive(_THRESHOLDS, _nested, max_leaves=4), min_size=1, max_size=2
).map(tuple)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """A scale of up to three levels, of the whole or of two rows, now and then with a veto."""
    names = "abc"[: draw(st.integers(1, 3))]
    vetoes = draw(st.lists(st.builds(Veto, reason=st.just("Sai"), conditions=_WANTED), max_size=1))
    return Scale(
        id="thang",
        name="Thang",
        levels=tuple(Level(name=name, conditions=draw(_WANTED)) for name in names),
        below="duoi",
        nodes=draw(st.sampled_from([(), ("1", "1.2")])),
        vetoes=tuple(vetoes),
    )


_RULES: Final = rules(3)


@st.composite
def trees(draw: st.DrawFn) -> Rubric:
    """Rubrics of an empty group, and one of two criteria and perhaps with a rule of its own."""
    first = Group(
        code="1",
        name="Một",
        max=draw(st.sampled_from([4, "12,5"])),
        capped=draw(st.booleans()),
        counts=draw(st.sampled_from(["parts", "parts", "rule"])),
        score=draw(_RULES),
    )
    parts = [
        Criterion(code=code, name=code, max=10, score=draw(_RULES), capped=draw(st.booleans()))
        for code in ("1.1", "1.2")
    ]
    found = rubric_of(draw(_RULES))
    nodes = (first, *parts, Group(code="2", name="Hai"), evolve(found.nodes[0], code="3"))
    return evolve(found, nodes=nodes, scales=(draw(scales()),))


_TREES: Final = trees()


def made_up(data: st.DataObject) -> Case:
    """A case under a made-up rubric."""
    rubric = data.draw(_TREES, label="rubric")
    return Case(rubric=rubric, report=data.draw(reports(rubric.under()), label="report"))


def run(case: Case) -> Ran:
    """What the code says of a case."""
    return compiled(case.read, case.cohort).run(case.sheet.facts.known)


class TestPoints:
    """What the code gives is what the rules give; it gives nothing only where a rule gives none."""

    @SHIPPED
    @whole_reports
    @given(data=st.data())
    def test_of_shipped_rubrics(self, slug: str, data: st.DataObject) -> None:
        """Under any readings, in any cohort, for any report."""
        assert_same_points(shipped(data, slug))

    @given(data=st.data())
    def test_of_rubrics_made_up(self, data: st.DataObject) -> None:
        """With groups of every kind."""
        assert_same_points(made_up(data))

    @given(rule=rules(8), capped=st.booleans(), data=st.data())
    def test_of_rules_made_up(self, rule: Rule, capped: bool, data: st.DataObject) -> None:
        """With scorers of every kind inside each other."""
        rubric = rubric_of(rule, capped=capped)

        assert_same_points(Case(rubric=rubric, report=data.draw(reports(rubric.under()))))


def assert_same_points(case: Case) -> None:
    """Row by row, and the whole."""
    sheet, found = case.sheet, run(case)
    expected = {code: ruled(case, sheet, code) for code in (*case.read.nodes, None)}

    assert expected == {code: found.points(code) for code in expected}
    assert found.is_complete == (None not in expected.values())
    assert {code: each for code, each in expected.items() if each is not None} == {
        code: Fraction(*pair) for code, pair in found.known.items()
    }


def ruled(case: Case, sheet: Scoresheet, code: str | None) -> Fraction | None:
    """The points of a row if all that it depends on is known, by the rules themselves."""
    read = case.read
    if code in read.checked:
        return None
    if code in read.ruled:
        pair = read.forms_in(case.cohort)[code].pair(sheet.facts.known)
        return None if pair is None else Fraction(*pair)
    if any(ruled(case, sheet, part.code) is None for part in read.children.get(code, ())):
        return None
    return sheet.points if code is None else sheet.line(code).points


class TestLevels:
    """A level that the code names is the level; it names none only where points are open."""

    @SHIPPED
    @whole_reports
    @given(data=st.data())
    def test_of_shipped_rubrics(self, slug: str, data: st.DataObject) -> None:
        """Under any readings."""
        assert_same_levels(shipped(data, slug))

    @given(data=st.data())
    def test_of_rubrics_made_up(self, data: st.DataObject) -> None:
        """With conditions joined in every way, and vetoes."""
        assert_same_levels(made_up(data))


def assert_same_levels(case: Case) -> None:
    """Scale by scale, for every row that each is for."""
    sheet, found = case.sheet, run(case)
    subjects = compiled(case.read, case.cohort).subjects
    rated = {(each.scale.id, each.node): each.level for each in rubrik.ratings(sheet)}

    assert list(rated) == list(subjects)
    for subject, level in zip(subjects, found.levels, strict=True):
        assert level == rated[subject] or (level is None and not found.is_complete), subject


class TestEvaluating:
    """Whatever is open or refused, an evaluation says what sheet and ratings say."""

    @SHIPPED
    @whole_reports
    @given(data=st.data())
    def test_shipped_rubrics(self, slug: str, data: st.DataObject) -> None:
        """Under any readings, in any cohort, with gaps and without."""
        assert_same_evaluation(shipped(data, slug))

    @given(data=st.data())
    def test_rubrics_made_up(self, data: st.DataObject) -> None:
        """With points and levels that are known before all of them are."""
        assert_same_evaluation(made_up(data))

    @given(rubric=rubrics(), submission=submissions(), data=st.data())
    def test_what_is_refused(
        self, rubric: Rubric, submission: Submission, data: st.DataObject
    ) -> None:
        """A report that is refused is refused with the same problems."""
        report = {**data.draw(reports(rubric.under())), **submission.inputs}

        assert refusal(lambda: rubrik.score(rubric, Submission(rubric="", inputs=report))) == (
            refusal(lambda: rubrik.evaluate(rubric, report))
        )


def assert_same_evaluation(case: Case) -> None:
    """Row by row, the whole, and scale by scale."""
    sheet = case.sheet
    found = rubrik.evaluate(
        case.rubric, case.report, readings=case.readings, cohort=case.cohort, missing="range"
    )

    assert {line.code: line.points for line in sheet.lines} == dict(found.points)
    assert sheet.points == found.total
    assert {(each.scale.id, each.node): each.level for each in rubrik.ratings(sheet)} == (
        found.levels
    )


def refusal(act: Callable[[], object]) -> str:
    """What is said where something is refused."""
    try:
        act()
    except SubmissionError as error:
        return error.text("vi")
    return ""


class TestReading:
    """What is read at sight is what the ordinary intake reads; what it refuses is left to it."""

    @SHIPPED
    @whole_reports
    @given(data=st.data())
    def test_for_shipped_rubrics(self, slug: str, data: st.DataObject) -> None:
        """Of reports that are accepted."""
        case = shipped(data, slug)

        assert_same_facts(case.read, Submission(rubric=slug, inputs=case.report))

    @given(rubric=rubrics(), submission=submissions(), data=st.data())
    def test_for_rubrics_made_up(
        self, rubric: Rubric, submission: Submission, data: st.DataObject
    ) -> None:
        """Of reports of every shape, whether or not they are accepted."""
        read = rubric.under()
        mixed = {**data.draw(reports(read)), **submission.inputs}

        assert_same_facts(read, evolve(submission, inputs=mixed))


class Blind:
    """Reads nothing at sight."""

    def read(self, given: object) -> None:
        """Leave all to the ordinary intake."""


def assert_same_facts(read: Interpretation, submission: Submission) -> None:
    """The same facts, kind by kind, or the same problems."""
    slow = evolve(read)
    slow.engines["reader"] = Blind()

    assert _facts(slow, submission) == _facts(read, submission)


def _facts(read: Interpretation, submission: Submission) -> object:
    try:
        found = intake(read, submission)
    except SubmissionError as error:
        return error.text("vi")
    return {name: (type(value), value) for name, value in found.known.items()}, found.undefined


class TestSheets:
    """A sheet says the same whether or not the code helps to make it."""

    @SHIPPED
    @whole_reports
    @given(data=st.data())
    def test_of_shipped_rubrics(self, slug: str, data: st.DataObject) -> None:
        """Points, status and what is absent of every row, and what is said of open ones."""
        case = shipped(data, slug)
        first = case.sheet
        compiled(case.read, case.cohort)

        assert told(first) == told(case.sheet)

    @given(data=st.data())
    def test_of_rubrics_made_up(self, data: st.DataObject) -> None:
        """Also where a verifier has decided otherwise."""
        case = made_up(data)
        decisions = data.draw(st.lists(_DECISIONS, max_size=1))
        submission = Submission(rubric="", inputs=case.report, adjudications=decisions)
        first = rubrik.score(case.rubric, submission)
        compiled(case.read)

        assert told(first) == told(rubrik.score(case.rubric, submission))


_DECISIONS: Final = st.builds(
    rubrik.Adjudication,
    code=st.sampled_from(["1.1", "1.2", "3"]),
    decision=st.sampled_from(["reject", "not_applicable"]),
    reason=st.just("Không có minh chứng"),
)


def told(sheet: Scoresheet) -> list[object]:
    """What a sheet says of every row."""
    rows = [
        (line.status, line.within, line.absent, line.reason.text("vi"), line.max)
        for line in sheet.lines
    ]
    return [*rows, sheet.within, sheet.status_of(None), sheet.open_inputs]
