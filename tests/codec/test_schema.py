import json
import tomllib
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import rubrik
from codec.small import REPORT_TEXT, RUBRIC_TEXT, minimal, with_row
from rubrik import Rubric, Submission, codec, loads
from rubrik.codec.documents import DOCUMENTS
from rubrik.measures import Input, Measure
from rubrik.scorers import Scorer

CHECKERS = {kind: Draft202012Validator(rubrik.json_schema(kind)) for kind in (Rubric, Submission)}
"""What checks a file against the schema of its kind."""


def fits(raw: object, kind: type[Rubric] | type[Submission] = Rubric) -> bool:
    """Whether the schema lets a file through."""
    return bool(CHECKERS[kind].is_valid(json.loads(json.dumps(raw))))


class TestSchema:
    """The schema that editors check and complete a file against."""

    @pytest.mark.parametrize("kind", [Rubric, Submission])
    def test_is_one(self, kind: type[Rubric] | type[Submission]) -> None:
        """It is a schema of the draft that it names, and every reference in it leads somewhere."""
        schema = rubrik.json_schema(kind)
        text = json.dumps(schema)
        referred = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}

        Draft202012Validator.check_schema(schema)
        assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
        assert kind.__name__ == schema["title"]
        assert schema["description"]
        assert referred <= set(schema["$defs"])

    def test_names_everything_there_is(self) -> None:
        """Every kind of scorer and input is defined, every measure by its key."""
        names = set(rubrik.json_schema(Rubric)["$defs"])

        assert {each.__name__ for each in Scorer.__args__} <= names
        assert {each.__name__ for each in Input.__args__} <= names
        assert len(Measure.__args__) == len([each for each in names if each.startswith("measure_")])

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("rubric", Rubric),
            ("submission", Submission),
            ("adjudications", rubrik.Adjudications),
            ("cohort", rubrik.CohortRecord),
        ],
    )
    def test_has_the_name_of_its_file(self, name: str, kind: type[Rubric]) -> None:
        """The command line knows it by the same name."""
        assert rubrik.json_schema(kind) == rubrik.json_schema(name)

    def test_is_made_anew(self) -> None:
        """Who changes the schema that they got changes nobody else's."""
        one, other = rubrik.json_schema(Rubric), rubrik.json_schema(Rubric)

        assert one == other
        assert one["$defs"] is not other["$defs"]
        assert one["$defs"]["Group"] is not other["$defs"]["Group"]


class TestDocuments:
    """The schema of what is put out, by class or by name."""

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            (rubrik.Scoresheet, "scoresheet"),
            (rubrik.Comparison, "comparison"),
            (rubrik.Verification, "verification"),
        ],
    )
    def test_has_two_names(
        self,
        kind: type[rubrik.Scoresheet | rubrik.Comparison | rubrik.Verification],
        name: str,
    ) -> None:
        """What has a class may be named by it."""
        assert rubrik.json_schema(name) == rubrik.json_schema(kind)

    def test_refuses_other_names(self) -> None:
        """All names are told, and the one that comes near."""
        with pytest.raises(rubrik.NotFoundError) as refused:
            rubrik.json_schema("scoresheets")

        assert (
            "'scoresheets' will not do: one of these is expected: rubric, submission, "
            "adjudications, cohort, scoresheet, comparison, verification, ranking, audit, list, "
            "show, template, score-table (did you mean: scoresheet?)"
        ) == str(refused.value)

    @pytest.mark.parametrize(
        ("kind", "hint"), [(int, ""), (rubrik.Cohort, " (did you mean: CohortRecord?)")]
    )
    def test_refuses_other_classes(self, kind: Any, hint: str) -> None:  # noqa: ANN401
        """Those that have a schema are told, and the one that comes near."""
        with pytest.raises(rubrik.NotFoundError) as refused:
            rubrik.json_schema(kind)

        assert (
            f"'{kind.__name__}' will not do: one of these is expected: Rubric, Submission, "
            f"Adjudications, CohortRecord, Scoresheet, Comparison, Verification{hint}"
        ) == str(refused.value)

    def test_refuses_what_is_neither_a_class_nor_a_name(self) -> None:
        """A rubric has no schema of its own: all rubrics have one."""
        kind: Any = loads(RUBRIC_TEXT)
        with pytest.raises(TypeError) as refused:
            rubrik.json_schema(kind)

        assert "a class or a name is expected, not a value of type Rubric" == str(refused.value)

    def test_is_that_of_the_class_it_is_derived_from(self) -> None:
        """A sheet with something of the caller's own is written as a sheet."""

        class Noted(rubrik.Scoresheet):
            """A sheet of somebody else's."""

        assert rubrik.json_schema("scoresheet") == rubrik.json_schema(Noted)

    @pytest.mark.parametrize(
        ("key", "value"),
        [("max", 5), ("max", "5.0"), ("verdict", "over"), ("format", 2), ("khac", None)],
    )
    def test_is_strict(self, key: str, value: object) -> None:
        """A number that is not exact text, an unknown word, another format, a key too many."""
        report = loads(REPORT_TEXT)
        assert isinstance(report, Submission)
        rubric = loads(RUBRIC_TEXT)
        assert isinstance(rubric, Rubric)
        view = json.loads(rubrik.dumps(rubrik.score(rubric, report)))
        checker = Draft202012Validator(rubrik.json_schema(rubrik.Scoresheet))

        assert checker.is_valid(view)
        assert not checker.is_valid(view | {key: value})

    def test_has_parts_that_can_be_named(self) -> None:
        """Whoever goes through a document can write the type of everything in it."""
        parts = {name for each in DOCUMENTS for name in rubrik.json_schema(each)["$defs"]}
        typed = {name for name in parts if name.endswith(("View", "Numbers", "Levels"))}

        assert {"LineView", "SpanView", "NodeView", "PlaceView", "ReadingView"} < typed
        assert {each.__name__ for each in DOCUMENTS.values()} | typed <= set(codec.__all__)

    @pytest.mark.parametrize("name", DOCUMENTS)
    def test_says_which_version_wrote_it(self, name: str) -> None:
        """And its format, first of all."""
        required = rubrik.json_schema(name)["required"]

        assert "format" == required[0]
        assert "version" in required

    def test_asks_for_every_key(self) -> None:
        """A document that lacks one is none."""
        checker = Draft202012Validator(rubrik.json_schema("list"))

        assert not checker.is_valid({"format": 1, "version": "0.1.0"})


class TestFilesThatFit:
    """What loads also fits the schema."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [(RUBRIC_TEXT, Rubric), (REPORT_TEXT, Submission)],
        ids=["rubric", "report"],
    )
    def test_as_written(self, text: str, kind: type[Rubric] | type[Submission]) -> None:
        """A file with every kind of row, rule, measure and input."""
        assert [] == list(CHECKERS[kind].iter_errors(tomllib.loads(text)))

    @pytest.mark.parametrize("slug", rubrik.slugs())
    def test_that_ship(self, slug: str) -> None:
        """Every rubric that ships, as it is dumped."""
        raw = json.loads(rubrik.dumps(rubrik.load(slug)))

        assert [] == list(CHECKERS[Rubric].iter_errors(raw))

    @pytest.mark.parametrize(
        "raw",
        [
            with_row("a-shape") | {"shapes": {"a-shape": {"kind": "boolean"}}},
            with_row({"kind": "banded", "bands": [{"from": 1, "score": "a-shape"}]}),
            with_row({"kind": "sum", "parts": ["a-shape", 1, "1/2 max"]}),
            with_row({"kind": "choice", "options": {"a": "a-shape", "b": 0}}),
            minimal(constraints=["a <= b"], effective_year=2023),
        ],
    )
    def test_with_shapes_in_the_place_of_rules(self, raw: dict[str, Any]) -> None:
        """A rule may be named wherever a rule may stand."""
        assert fits(raw)


class TestFilesThatDoNot:
    """What an editor should underline."""

    @pytest.mark.parametrize(
        "raw",
        [
            minimal(titel="Nhỏ"),
            {"slug": "nho", "title": "Nhỏ"},
            minimal(title=3),
            minimal(missing="ranges"),
            minimal(node=3),
            minimal(node=[{"name": "Một"}]),
            minimal(input=[{"kind": "counts", "name": "a", "label": "A"}]),
            with_row({"kind": "proportionel"}),
            with_row({"kind": "proportional", "rat": 1}),
            with_row({"kind": "banded", "bands": [{"frm": 1}]}),
            with_row(1, mesure={"flag": "f"}),
            with_row(1, measure={"counts": "a"}),
            with_row(1, measure={"count": "a", "of": "b"}),
            minimal(reading=[{"id": "r"}]),
            minimal(reading=[{"questions": "q"}]),
            minimal(shapes=3),
        ],
    )
    def test_fit_no_rubric(self, raw: dict[str, Any]) -> None:
        """Unknown keys and words, missing keys, wrong kinds."""
        assert not fits(raw)

    @pytest.mark.parametrize(
        "raw",
        [
            {},
            {"rubric": "nho", "claim": {}},
            {"rubric": "nho", "claims": {"1": [1]}},
            {"rubric": "nho", "inputs": {"a": {"b": 1}}},
            {"rubric": "nho", "inputs": {"a": None}},
            {"rubric": "nho", "adjudication": [{"code": "1", "decision": "accpt", "reason": "x"}]},
            {"rubric": "nho", "adjudication": [{"code": "1", "decision": "accept"}]},
        ],
    )
    def test_fit_no_submission(self, raw: dict[str, Any]) -> None:
        """Likewise in a report."""
        assert not fits(raw, Submission)
