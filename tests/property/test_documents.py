"""Every document fits its schema, whatever it is about: a key that is not declared is refused."""

import json
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import rubrik
from generated import rubrics
from grading import scales
from rubrik import CohortError, Rubric, Scoresheet, Submission
from rubrik.codec import cohort_view, rubric_view
from rubrik.codec.documents import DOCUMENTS
from rubrik.figures import Lang
from strategies import choices, cohorts, reports
from trees import sheets

RUBRICS = rubrics()
LANGUAGES: st.SearchStrategy[Lang] = st.sampled_from(["vi", "en"])


@cache
def checker(name: str) -> Draft202012Validator:
    """What checks a document against the schema of that name."""
    return Draft202012Validator(rubrik.json_schema(name))


def wrong(name: str, view: Any) -> list[str]:  # noqa: ANN401 - a document
    """What does not fit in a document, once it was written and read."""
    found = json.loads(json.dumps(view))
    return [f"{each.json_path}: {each.message}" for each in checker(name).iter_errors(found)]


@st.composite
def drawn_sheets(draw: st.DrawFn, rubric: Rubric) -> Scoresheet:
    """A sheet of a report under some readings, with claims and decisions on some rows."""
    options = draw(choices(rubric))
    read = rubric.under(options)
    rows = sorted(read.scored)
    claims = draw(st.dictionaries(st.sampled_from(rows), st.integers(0, 20))) if rows else {}
    report = Submission(
        rubric=rubric.slug, unit="xã", inputs=draw(reports(read)), claims=claims, labels={"a": "b"}
    )
    return rubrik.score(rubric, report, readings=options, cohort=draw(cohorts(read)))


class TestGenerated:
    """Rubrics of every kind of rule and measure, reports with gaps and claims."""

    @given(rubric=RUBRICS, data=st.data())
    def test_a_sheet_fits(self, rubric: Rubric, data: st.DataObject) -> None:
        """All that `dumps` writes of a sheet."""
        sheet = data.draw(drawn_sheets(rubric))

        assert [] == wrong("scoresheet", json.loads(rubrik.dumps(sheet, lang=data.draw(LANGUAGES))))

    @given(rubric=RUBRICS, data=st.data())
    def test_a_comparison_fits(self, rubric: Rubric, data: st.DataObject) -> None:
        """Two sheets of one rubric, whatever they were read by."""
        first, second = data.draw(drawn_sheets(rubric)), data.draw(drawn_sheets(rubric))
        found = rubrik.compare(first, second)

        assert [] == wrong("comparison", json.loads(rubrik.dumps(found)))

    @given(rubric=RUBRICS, data=st.data())
    def test_a_rubric_as_it_is_read_fits(self, rubric: Rubric, data: st.DataObject) -> None:
        """Under some of its readings."""
        assert [] == wrong("show", rubric_view(rubric, data.draw(choices(rubric))))

    @given(rubric=RUBRICS, data=st.data())
    def test_a_cohort_fits(self, rubric: Rubric, data: st.DataObject) -> None:
        """Some units, with a table for each of two ways of ties; one report that is none."""
        read = rubric.under()
        filed: list[Submission] = [
            Submission(rubric=rubric.slug, unit=f"xã {number}", inputs=data.draw(reports(read)))
            for number in range(3)
        ]
        filed.append(Submission(rubric=rubric.slug, unit="xã 3", inputs={"khong_co": 1}))
        try:
            cohort = rubrik.score_all(rubric, filed)
        except CohortError:  # a group of a row has nothing to compare
            return
        leagues = [cohort.league(ties=each) for each in ("competition", "fractional")]

        assert [] == wrong("ranking", cohort_view(cohort, leagues, data.draw(LANGUAGES)))


@given(sheet=sheets(), data=st.data())
def test_a_sheet_of_rows_that_do_not_apply_fits(sheet: Scoresheet, data: st.DataObject) -> None:
    """Trees of groups, some rows out of them, and a scale over the whole."""
    graded = data.draw(scales([""]))
    rubric = evolve(sheet.rubric, scales=(graded,))
    again = rubrik.score(rubric, sheet.submission)

    assert [] == wrong("scoresheet", json.loads(rubrik.dumps(again)))
    assert [] == wrong("show", rubric_view(rubric))


@given(sheet=sheets())
def test_a_verification_fits(sheet: Scoresheet) -> None:
    """A report with a decision on every row of its own."""
    read = sheet.rubric.under()
    decisions = [
        rubrik.Adjudication(
            code=code, decision="replace", points=read.nodes[code].max or 0, reason="vì thế"
        )
        for code in read.ruled
    ]
    report = evolve(sheet.submission, adjudications=decisions, not_applicable=())

    assert [] == wrong(
        "verification", json.loads(rubrik.dumps(rubrik.verify(sheet.rubric, report)))
    )


def closed(schema: object) -> bool:
    """Whether no object in a schema that names its keys lets another one through."""
    if isinstance(schema, list):
        return all(map(closed, schema))
    if not isinstance(schema, dict):
        return True
    is_open = "properties" in schema and schema.get("additionalProperties") is not False
    return not is_open and all(map(closed, schema.values()))


@pytest.mark.parametrize("name", DOCUMENTS)
class TestEverySchema:
    """What holds of the schema of each document."""

    def test_is_a_schema(self, name: str) -> None:
        """It is one of the draft that it names; every reference leads to a definition."""
        schema = rubrik.json_schema(name)
        referred = {part.split('"')[0] for part in json.dumps(schema).split("#/$defs/")[1:]}

        Draft202012Validator.check_schema(schema)
        assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
        assert name == schema["title"]
        assert set(schema["$defs"]) == referred

    def test_lets_no_other_key_through(self, name: str) -> None:
        """A key that nobody declared is an error, so that the schema cannot lag behind."""
        assert closed(rubrik.json_schema(name))

    def test_asks_for_the_format(self, name: str) -> None:
        """The version of the shape stands first, and is 1."""
        schema = rubrik.json_schema(name)

        assert "format" == next(iter(schema["properties"]))
        assert {"enum": [1]} == schema["properties"]["format"]
        assert "format" in schema["required"]
