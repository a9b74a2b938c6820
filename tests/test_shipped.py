"""One walk over the catalogue: every rubric that ships keeps the house's rules for data."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from fractions import Fraction
from importlib.resources import files
from itertools import chain, permutations

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrik
from edges import unseen, visited
from rubrik import Criterion, Rubric, Scoresheet, Submission
from rubrik.classifier import ratings
from rubrik.measures import SourcePlace
from rubrik.rubric import Example, Interpretation, Reading, ReadingOption
from rubrik.scales import Level, Scale, Threshold, Veto, thresholds
from strategies import normalised, reports

SHIPPED = pytest.mark.parametrize("slug", rubrik.slugs())

CRITERIA = pytest.mark.parametrize(
    ("slug", "criterion"),
    [
        pytest.param(slug, node, id=f"{slug} {node.code}")
        for slug in rubrik.slugs()
        for node in rubrik.load(slug).nodes
        if isinstance(node, Criterion)
    ],
)

Choice = Mapping[str, str]


def sheet_of(slug: str, code: str, example: Example, readings: Choice) -> Scoresheet:
    """The sheet of a worked example of one row."""
    submission = Submission(rubric=slug, inputs=example.inputs)
    cohort = {} if example.cohort is None else {code: example.cohort}
    return rubrik.score(rubrik.load(slug), submission, readings=readings, cohort=cohort)


def test_at_least_one_rubric_ships() -> None:
    """The walk walks over something."""
    assert "thanh-hoa/cap-xa-2023" in rubrik.slugs()


@CRITERIA
def test_every_worked_example_holds(slug: str, criterion: Criterion) -> None:
    """What is reported in an example gives the points, or the status, written beside it.

    Every rule has examples; the rows of a checklist have no rule.
    """
    assert criterion.examples or criterion.code in rubrik.load(slug).under().checked

    for example in criterion.examples:
        line = sheet_of(slug, criterion.code, example, example.readings).line(criterion.code)
        expected = (example.status, example.points)
        assert expected == (line.status, line.points), example


@CRITERIA
def test_examples_stand_on_both_sides_of_every_edge(slug: str, criterion: Criterion) -> None:
    """An example stands at every edge of every band and on both its sides, and at each answer."""
    default = rubrik.load(slug).under()
    form = default.forms[criterion.code]
    seen: dict[tuple[int, ...], set[object]] = {}
    for example in criterion.examples:
        if default.choices.items() >= example.readings.items():
            facts = sheet_of(slug, criterion.code, example, {}).facts
            for place, value in visited(form, facts.known):
                seen.setdefault(place, set()).add(value)

    assert [] == list(unseen(form, seen))


@SHIPPED
def test_normalised_rows_have_examples_across_a_cohort(slug: str) -> None:
    """A rule over a cohort is shown at its least unit, its greatest, one between, and all alike."""
    rubric = rubrik.load(slug)
    default = rubric.under()
    rows = [node for node in rubric.nodes if node.code in normalised(default)]

    for node in rows:
        assert isinstance(node, Criterion)
        assert {"least", "between", "greatest", "alike"} <= set(_places(rubric, node)), node.code


def _places(rubric: Rubric, node: Criterion) -> Iterator[str]:
    """Where the examples of a row stand in their cohorts."""
    for example in node.examples:
        if example.cohort is None:
            continue
        low, high = example.cohort.low, example.cohort.high
        sheet = sheet_of(rubric.slug, node.code, example, {})
        for _, value in visited(sheet.forms[node.code], sheet.facts.known):
            if low == high:
                yield "alike"
            elif isinstance(value, Fraction):
                yield {low: "least", high: "greatest"}.get(value, "between")


@SHIPPED
def test_every_row_says_what_is_printed_and_where(slug: str) -> None:
    """Each row has a name and the place it was printed in; each rule its printed words too."""
    rubric = rubrik.load(slug)
    nodes, checked = rubric.nodes, rubric.under().checked
    ruled = [node for node in nodes if isinstance(node, Criterion) and node.code not in checked]

    assert [] == [node.code for node in nodes if not node.name or node.source is None]
    assert [] == [node.code for node in ruled if not node.printed]


@SHIPPED
def test_every_source_is_a_document_of_the_rubric(slug: str) -> None:
    """The file that a row or a level names is one of the documents of the head, the line in it."""
    rubric = rubrik.load(slug)
    documents = {each.id for each in rubric.documents}
    sources = [(node.code, node.source) for node in rubric.nodes if node.source]
    sources += [(scale.id, place) for scale in rubric.scales for place in _places_of(scale)]

    assert [] == [code for code, place in sources if place.file not in documents or place.line < 1]


def _places_of(scale: Scale) -> Iterator[SourcePlace]:
    """Where a scale, its levels, their conditions and its vetoes are printed."""
    parts: tuple[Scale | Level | Veto, ...] = (scale, *scale.levels, *scale.vetoes)
    asked = (each for level in scale.levels for each in thresholds(level.conditions))
    return (each.source for each in (*parts, *asked) if each.source)


@SHIPPED
def test_every_level_says_what_is_printed_and_where(slug: str) -> None:
    """Each scale and each level has its place, each threshold its printed words as well."""
    scales = rubrik.load(slug).scales
    levels = [(scale.id, level) for scale in scales for level in scale.levels]
    asked = [(name, each) for name, level in levels for each in thresholds(level.conditions)]

    assert [] == [scale.id for scale in scales if not scale.name_en or scale.source is None]
    assert [] == [(name, level.name) for name, level in levels if level.source is None]
    assert [] == [name for name, each in asked if not each.printed or each.source is None]


@SHIPPED
def test_two_readings_never_replace_the_same_field(slug: str) -> None:
    """Each field of each row, with all that it holds, belongs to one reading."""
    fields = {
        (reading.id, each.node, f"{each.field}.")
        for reading, option in options_of(rubrik.load(slug))
        for each in option.replaces
    }
    clashes = [
        (first, second)
        for first, second in permutations(sorted(fields), 2)
        if first[0] != second[0] and first[1] == second[1] and second[2].startswith(first[2])
    ]

    assert [] == clashes


def options_of(rubric: Rubric) -> Iterator[tuple[Reading, ReadingOption]]:
    """Every option of every reading."""
    for reading in rubric.readings:
        for option in reading.options:
            yield reading, option


@SHIPPED
def test_every_reading_says_all_it_must(slug: str) -> None:
    """A reading names rows, quotes the print, asks in both languages, and gives its reason."""
    texts = {
        reading.id: (
            reading.printed,
            reading.question,
            reading.question_en,
            reading.reason,
            reading.reason_en,
            *(option.label for option in reading.options),
        )
        for reading in rubrik.load(slug).readings
    }

    assert [] == [name for name, found in texts.items() if not all(found)]
    assert [] == [each.id for each in rubrik.load(slug).readings if not each.nodes]
    assert [] == [each.id for each in rubrik.load(slug).readings if len(each.options) < _TWO]


_TWO = 2


@SHIPPED
def test_every_option_changes_something_or_says_that_it_does_not(slug: str) -> None:
    """An option but the default changes a worked example, a range or a level, or says why not."""
    rubric = rubrik.load(slug)
    idle = [
        f"{reading.id}: {option.id}"
        for reading, option in options_of(rubric)
        if option.id != reading.default
        and not option.no_effect
        and not _has_effect(rubric, reading, option)
    ]

    assert [] == idle


def _has_effect(rubric: Rubric, reading: Reading, option: ReadingOption) -> bool:
    default, other = rubric.under(), rubric.under({reading.id: option.id})
    if _levels(default) != _levels(other):
        return True
    rows = {each.node for each in _touched(reading)} & default.nodes.keys()
    if any(default.bounds(code) != other.bounds(code) for code in rows):
        return True
    nodes = (node for code in rows if isinstance(node := default.nodes[code], Criterion))
    examples = ((node.code, each) for node in nodes for each in node.examples)
    return any(
        _result(rubric.slug, code, example, {})
        != _result(rubric.slug, code, example, {reading.id: option.id})
        for code, example in examples
    )


def _levels(read: Interpretation) -> list[tuple[object, ...]]:
    """All that bears on a level, with the thresholds in points, and not how it is called."""
    return [
        (
            *(scale.id, scale.decides, node, scale.below, scale.vetoes),
            *(level.name, each.node, each.op, _limit(read, each, node)),
        )
        for scale in read.scales.values()
        for node in scale.subjects
        for level in scale.levels
        for each in thresholds(level.conditions)
    ]


def _limit(read: Interpretation, threshold: Threshold, subject: str) -> Fraction | None:
    node = threshold.node or subject
    maximum = read.maxima[node] if node else read.maximum
    return threshold.at(maximum, len(read.children.get(node or None, ())))


def _touched(reading: Reading) -> Iterator[rubrik.rubric.Replacement]:
    return chain.from_iterable(option.replaces for option in reading.options)


def _result(slug: str, code: str, example: Example, readings: Choice) -> tuple[object, ...]:
    sheet = sheet_of(slug, code, example, readings)
    return (sheet.within, *((line.status, line.within) for line in sheet.lines))


@SHIPPED
@settings(
    max_examples=max(1, settings().max_examples // 10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_an_option_without_effect_changes_no_points(slug: str, data: st.DataObject) -> None:
    """Where an option says that it changes nothing, no report has other points or levels by it."""
    rubric = rubrik.load(slug)
    report = data.draw(reports(rubric.under()))
    submission = Submission(rubric=slug, inputs=report)
    default = _points(rubrik.score(rubric, submission))

    for reading, option in options_of(rubric):
        if option.no_effect and _touches(rubric.under(), reading, option):
            sheet = rubrik.score(rubric, submission, readings={reading.id: option.id})
            assert default == _points(sheet), (reading.id, option.id)


def _touches(default: Interpretation, reading: Reading, option: ReadingOption) -> bool:
    """Whether an option differs from the default at all."""
    is_default = default.choices[reading.id] == option.id
    return not is_default and any(True for _ in _touched(reading))


def _points(sheet: Scoresheet) -> tuple[object, ...]:
    lines = ((line.status, line.within) for line in sheet.lines)
    levels = ((each.scale.decides, each.applies, each.possible) for each in ratings(sheet))
    return (sheet.within, *lines, *levels)


@SHIPPED
def test_every_effective_option_has_an_example(slug: str) -> None:
    """A worked example shows what each option other than the default makes of a row."""
    rubric = rubrik.load(slug)
    shown = {
        chosen
        for node in rubric.nodes
        if isinstance(node, Criterion)
        for example in node.examples
        for chosen in example.readings.items()
    }
    ruled = {node.code for node in rubric.nodes if isinstance(node, Criterion)}

    assert [] == [
        (reading.id, option.id)
        for reading, option in options_of(rubric)
        if option.id != reading.default
        and not option.no_effect
        and any(each.node in ruled for each in option.replaces)
        and (reading.id, option.id) not in shown
    ]


@SHIPPED
def test_a_rubric_survives_its_own_json(slug: str) -> None:
    """Written as JSON and read again, a rubric is the same, to its hash."""
    rubric = rubrik.load(slug)
    again = rubrik.loads(rubrik.dumps(rubric))

    assert rubric == again
    assert isinstance(again, Rubric)
    assert rubric.content_hash == again.content_hash


@SHIPPED
def test_the_schema_accepts_the_file_and_its_json(slug: str) -> None:
    """An editor that checks files against the schema finds nothing wrong with ours."""
    schema = rubrik.json_schema(Rubric)
    text = (files("rubrik") / "rubrics" / f"{slug}.toml").read_text(encoding="utf-8")
    check = jsonschema.Draft202012Validator(schema)

    assert [] == [error.message for error in check.iter_errors(tomllib.loads(text))]
    assert [] == [
        error.message for error in check.iter_errors(json.loads(rubrik.dumps(rubrik.load(slug))))
    ]
