import json
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from jsonschema import Draft202012Validator

import rubrik
from codec.small import minimal
from cohort.units import COMPARED, scored, unit
from rubrik import CohortBounds, CohortError, CohortRecord, SubmissionError
from rubrik.codec import cohort_view, league_view

RECORD = scored(
    unit("A", COMPARED, a=2, period="2023"), unit("B", COMPARED, a=6, period="2023"),
    rubric=COMPARED,
).record  # fmt: skip

TEXT = f"""
rubric = "nho"
rubric_hash = "{COMPARED.content_hash}"
period = "2023"
units = ["A", "B"]
[bounds]
1 = {{ low = "2", high = 6 }}
[measured]
1 = 2
"""


def refused(raw: Any) -> list[str]:  # noqa: ANN401 - any plain data
    """What is said of a cohort's file that is none, in Vietnamese."""
    with pytest.raises(CohortError) as caught:
        rubrik.loads(json.dumps(raw))
    return caught.value.text("vi").removeprefix("2 lỗi:\n").splitlines()


class TestFiles:
    """A published cohort, from its file and back into it."""

    def test_in_toml(self) -> None:
        """As it is written by hand."""
        assert RECORD == rubrik.loads(TEXT)

    def test_in_json(self) -> None:
        """What is dumped is read back."""
        assert RECORD == rubrik.loads(rubrik.dumps(RECORD))
        assert {
            "rubric": "nho",
            "rubric_hash": COMPARED.content_hash,
            "period": "2023",
            "bounds": {"1": {"low": "2", "high": "6"}},
            "measured": {"1": 2},
            "units": ["A", "B"],
        } == json.loads(rubrik.dumps(RECORD))

    def test_by_path(self, tmp_path: Path) -> None:
        """Either kind of file, told by its name."""
        toml, as_json = tmp_path / "a.toml", tmp_path / "a.json"
        toml.write_text(tomlkit.dumps(json.loads(rubrik.dumps(RECORD))), encoding="utf-8")
        as_json.write_text(rubrik.dumps(RECORD), encoding="utf-8")

        assert RECORD == rubrik.load_cohort(toml) == rubrik.load_cohort(str(as_json))

    def test_without_bounds_is_still_one(self) -> None:
        """A rubric that compares nothing has a cohort all the same."""
        record = scored(unit("A")).record

        assert record == rubrik.loads(rubrik.dumps(record))
        assert {} == json.loads(rubrik.dumps(record))["bounds"]

    def test_fit_their_schema(self) -> None:
        """What is dumped is what editors expect."""
        schema = rubrik.json_schema(CohortRecord)
        Draft202012Validator.check_schema(schema)
        checker = Draft202012Validator(schema)

        assert checker.is_valid(json.loads(rubrik.dumps(RECORD)))
        assert not checker.is_valid({"rubric": "nho", "rubric_hash": "x"})
        assert ["CohortBounds"] == list(schema["$defs"])


class TestFilesThatAreNone:
    """What is wrong with them is said all at once."""

    def test_lack_what_they_are_of(self) -> None:
        """Bounds of nobody knows what are no use."""
        assert ["- thiếu khóa rubric", "- thiếu khóa rubric_hash"] == refused({"bounds": {}})

    def test_have_bounds_upside_down(self) -> None:
        """The least is no more than the greatest."""
        raw = {"rubric": "nho", "rubric_hash": "x", "bounds": {"1": {"low": 2, "high": 1}}}

        assert ["bounds › 1: cận dưới 2 lớn hơn cận trên 1"] == refused(raw)

    def test_have_keys_that_there_are_not(self) -> None:
        """The nearest is named."""
        raw = {"rubric": "nho", "rubric_hash": "x", "bounds": {}, "reading": {}}

        assert ["khóa reading không có ở đây (có phải là: readings?)"] == refused(raw)

    def test_are_rubrics(self, tmp_path: Path) -> None:
        """A rubric is none."""
        path = tmp_path / "a.json"
        path.write_text(json.dumps(minimal()), encoding="utf-8")
        with pytest.raises(CohortError) as caught:
            rubrik.load_cohort(path)
        assert "this is a rubric: a saved cohort is expected" == caught.value.text("en")
        assert ("đây là một bộ tiêu chí: cần một nhóm xếp hạng đã lưu") == caught.value.text("vi")

    def test_are_no_submissions(self, tmp_path: Path) -> None:
        """Nor is a cohort a submission."""
        path = tmp_path / "a.toml"
        path.write_text(TEXT, encoding="utf-8")
        with pytest.raises(SubmissionError) as caught:
            rubrik.load_submission(path)
        assert "this is a saved cohort: a submission is expected" == caught.value.text("en")
        assert ("đây là một nhóm xếp hạng đã lưu: cần một phiếu báo cáo") == caught.value.text("vi")


class TestViews:
    """A cohort and its league tables as JSON."""

    COHORT = scored(
        unit("B", COMPARED, a=6, b=1, claims={"1": 9}, labels={"huyen": "X"}),
        unit("A", COMPARED, a=2, labels={"huyen": "X"}),
        unit("C", COMPARED, a=-1, d=1),
        rubric=COMPARED,
    )

    def test_hold_the_whole(self) -> None:
        """By what it was made, what was compared, the tables, and what could not be used."""
        view: dict[str, Any] = {**cohort_view(self.COHORT, [self.COHORT.league()], "en")}
        leagues = view.pop("leagues")

        assert ["B", "A"] == [place["unit"] for place in leagues[0].pop("places")]
        assert [{"node": None, "within": None, "ties": "competition"}] == leagues
        assert {
            "format": 1,
            "rubric": "nho",
            "rubric_hash": COMPARED.content_hash,
            "version": rubrik.__version__,
            "missing": "range",
            "readings": {},
            "cohort": {
                "rubric": "nho",
                "rubric_hash": COMPARED.content_hash,
                "bounds": {"1": {"low": "2", "high": "6"}},
                "measured": {"1": 2},
                "units": ["B", "A"],
            },
            "broken": [
                {
                    "source": "submissions[2]",
                    "unit": "C",
                    "problems": [
                        (
                            "inputs › a: Số A: '-1' will not do, "
                            "a whole number from 0 up is expected"
                        ),
                        "inputs › d: there is no input d",
                    ],
                }
            ],
        } == view

    def test_hold_every_place(self) -> None:
        """Exact points, rounded ones beside them, and places as numbers."""
        view = league_view(self.COHORT.league("1", within="huyen", ties="fractional"))

        assert ("1", "huyen", "fractional") == (view["node"], view["within"], view["ties"])
        assert {
            "unit": "B",
            "period": "",
            "labels": {"huyen": "X"},
            "source": "submissions[0]",
            "group": "X",
            "status": "ranked",
            "reason": "",
            "rank": 1,
            "best": 1,
            "worst": 1,
            "points": "10",
            "low": "10",
            "high": "10",
            "max": "10",
            "claimed": "9",
            "decimal": {"points": 10, "low": 10, "high": 10, "max": 10, "claimed": 9},
            "ratings": [],
            "open": [],
            "open_inputs": [],
        } == view["places"][0]

    def test_hold_what_is_open(self) -> None:
        """Where the points are an interval, and by which facts."""
        place = league_view(self.COHORT.league())["places"][1]

        assert ("open", "điểm còn mở ở: 2", None, "0", "10") == tuple(
            place[key] for key in ("status", "reason", "points", "low", "high")
        )
        assert ([None, 2, 2], ["2"], ["b"]) == (
            [place[key] for key in ("rank", "best", "worst")],
            place["open"],
            place["open_inputs"],
        )

    def test_say_half_places(self) -> None:
        """A shared place may be a half."""
        cohort = scored(unit("A", a=1, b=0), unit("B", a=1, b=0))
        league = cohort.league(ties="fractional")

        assert [1.5, 1.5] == [each["rank"] for each in league_view(league)["places"]]

    def test_say_ratings(self) -> None:
        """The level, or those that are still possible, on every scale that decides."""
        scale = rubrik.Scale(
            id="s",
            name="S",
            levels=(rubrik.Level(name="Đạt", conditions=(rubrik.Threshold(points=5),)),),
            below="Chưa",
        )
        rated = rubrik.Rubric(
            slug="nho", title="Nhỏ", nodes=COMPARED.nodes, inputs=COMPARED.inputs, scales=(scale,)
        )
        cohort = scored(unit("A", rated, a=1), rubric=rated)

        assert [{"scale": "s", "node": None, "level": "Đạt", "possible": ["Đạt"]}] == (
            league_view(cohort.league())["places"][0]["ratings"]
        )

    def test_say_nothing_of_points_that_there_are_not(self) -> None:
        """A row that does not apply has none."""
        cohort = scored(unit("A", a=1, not_applicable=["2"]))
        place = league_view(cohort.league("2"), "en")["places"][0]

        assert (None, None, None) == (place["points"], place["low"], place["high"])
        assert "not ranked: this does not apply to it" == place["reason"]


def test_bounds_of_a_file_are_exact() -> None:
    """A share stands as text, and is the number it says."""
    raw = {"rubric": "x", "rubric_hash": "y", "bounds": {"1": {"low": "26,3%", "high": "1/3"}}}
    record = rubrik.loads(json.dumps(raw))
    assert isinstance(record, CohortRecord)

    assert CohortBounds("263/1000", "1/3") == record.bounds["1"]
