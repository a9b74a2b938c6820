"""Scales and ratings as other programs read them: every key, exact text, nothing left out."""

import json
from fractions import Fraction
from typing import Any

import pytest

import rubrik
from classifier.small import between, level, points, scale, share
from rubrik import (
    AllOf,
    AnyOf,
    AtLeast,
    Reaches,
    Scale,
    Veto,
    classify,
    load,
    load_submission,
    ratings,
    score,
)
from rubrik.codec import rating_view, rubric_view, scale_view, sheet_view
from rubrik.measures import SourcePlace
from scoring.rows import group, per_unit, rubric_of, sheet_of

PLACE = SourcePlace(file="qd", line=104, name="104")
READY = scale(
    "ready",
    level("Mức I", share("90%", "A", printed="90% x20", source=PLACE), label="Tốt", source=PLACE),
    level("Mức II", share("50%", "A"), points=2, printed="từ một nửa"),
    below="Không xếp hạng",
    decides=False,
    printed="VI.2",
    source=PLACE,
)
JOINT = scale(
    "joint",
    level(
        "Mức I",
        Reaches(scale="ready", level="Mức I"),
        AnyOf(any=(points("7,5", "B", op=">"), AllOf(all=(points(5, "B"), points(1, "A.1"))))),
        AtLeast(at_least=1, of=(points(30), AnyOf(any=(points(29),)))),
    ),
    vetoes=(
        Veto(
            reason="Khai sai",
            reason_en="not as declared",
            annulled=("A",),
            conditions=(points(1, "B", op="<"),),
            result="Hủy",
            printed="V.4",
        ),
        Veto(reason="Chưa có minh chứng", conditions=(points(0, op="<="),)),
    ),
    below="Không",
)
ROWS = scale("rows", level("Đạt", share("50%"), points(3)), nodes=("A.1", "B"))
ONE = scale("one", level("Đạt", share("50%")), nodes=("B",))
RUBRIC = rubric_of(
    group("A"),
    per_unit("A.1", "a"),
    per_unit("A.2", "b"),
    per_unit("B", "m", max=8),
    scales=(READY, JOINT, ROWS, ONE),
)
READ = RUBRIC.under()


def viewed(given: Scale) -> dict[str, Any]:
    """A scale of the rubric as JSON."""
    return {**scale_view(READ.scales[given.id], READ)}


def condition(**stated: Any) -> dict[str, Any]:  # noqa: ANN401 - any key
    """A condition with what most of them have."""
    usual = {"op": ">=", "share": None, "base": None, "printed": "", "source": None}
    return {"node": None, **usual, **stated}


class TestScale:
    """A scale as JSON."""

    def test_holds_the_whole(self) -> None:
        """Its levels with their conditions in points, and what is below them."""
        place = {"file": "qd", "line": 104, "name": "104"}

        assert {
            "id": "ready",
            "name": "Thang ready",
            "below": "Không xếp hạng",
            "nodes": [],
            "decides": False,
            "levels": [
                {
                    "name": "Mức I",
                    "label": "Tốt",
                    "points": None,
                    "conditions": [
                        {
                            "node": "A",
                            "op": ">=",
                            "threshold": "18",
                            "share": "9/10",
                            "base": "max",
                            "printed": "90% x20",
                            "source": place,
                        }
                    ],
                    "printed": "",
                    "source": place,
                },
                {
                    "name": "Mức II",
                    "label": "",
                    "points": "2",
                    "conditions": [condition(node="A", threshold="10", share="1/2", base="max")],
                    "printed": "từ một nửa",
                    "source": None,
                },
            ],
            "vetoes": [],
            "printed": "VI.2",
            "source": place,
        } == viewed(READY)

    def test_has_conditions_of_every_kind(self) -> None:
        """What must all hold stands side by side; what some of will do stands in a table."""
        (found,) = viewed(JOINT)["levels"]

        assert [
            condition(
                node="A",
                threshold="18",
                share="9/10",
                base="max",
                printed="90% x20",
                source={"file": "qd", "line": 104, "name": "104"},
            ),
            {
                "any": [
                    condition(node="B", op=">", threshold="15/2"),
                    {
                        "all": [
                            condition(node="B", threshold="5"),
                            condition(node="A.1", threshold="1"),
                        ]
                    },
                ]
            },
            {
                "at_least": 1,
                "of": [condition(threshold="30"), {"any": [condition(threshold="29")]}],
            },
        ] == found["conditions"]

    def test_has_its_vetoes(self) -> None:
        """Each with its reason, when it applies, and what the unit is called then."""
        assert [
            {
                "reason": "Khai sai",
                "reason_en": "not as declared",
                "annulled": ["A"],
                "conditions": [condition(node="B", op="<", threshold="1")],
                "result": "Hủy",
                "printed": "V.4",
                "source": None,
            },
            {
                "reason": "Chưa có minh chứng",
                "reason_en": "",
                "annulled": [],
                "conditions": [condition(op="<=", threshold="0")],
                "result": "Không",
                "printed": "",
                "source": None,
            },
        ] == viewed(JOINT)["vetoes"]

    def test_has_no_number_of_points_that_differs_from_row_to_row(self) -> None:
        """A share of each row's own maximum is one number only where all maxima are the same."""
        several, single = viewed(ROWS), viewed(ONE)

        assert [
            condition(threshold=None, share="1/2", base="max"),
            condition(threshold="3"),
        ] == several["levels"][0]["conditions"]
        assert ["A.1", "B"] == several["nodes"]
        assert [condition(node="B", threshold="4", share="1/2", base="max")] == (
            single["levels"][0]["conditions"]
        )

    def test_must_have_been_resolved(self) -> None:
        """To show levels of other scales that were not put in is a mistake of ours."""
        with pytest.raises(AssertionError):
            scale_view(JOINT, READ)

    def test_stands_in_the_view_of_its_rubric(self) -> None:
        """Every scale in order, and how units are ranked."""
        view = rubric_view(RUBRIC)

        assert [viewed(each) for each in (READY, JOINT, ROWS, ONE)] == view["scales"]
        assert {} == view["ranking"]


class TestRating:
    """A rating as JSON."""

    SHEET = sheet_of(RUBRIC, inputs={"a": 10, "b": "7", "m": 3})

    def view(self, given: Scale, lang: Any = "vi", **report: Any) -> dict[str, Any]:  # noqa: ANN401 - a language, a report
        """The rating of a report as JSON."""
        sheet = sheet_of(RUBRIC, **report) if report else self.SHEET
        return {**rating_view(classify(sheet, given), lang)}

    def test_holds_the_whole(self) -> None:
        """The level, every condition with its distance, and the way to the next level."""
        first = {
            "node": "A",
            "op": ">=",
            "threshold": "18",
            "printed": "90% x20",
            "points": "17",
            "low": "17",
            "high": "17",
            "holds": False,
            "distance": "-1",
            "shortfall": "1",
            "reason": "A: 17 điểm, cần ≥ 18 (90%): không đạt, thiếu 1",
        }
        second = {
            "node": "A",
            "op": ">=",
            "threshold": "10",
            "printed": "",
            "points": "17",
            "low": "17",
            "high": "17",
            "holds": True,
            "distance": "7",
            "shortfall": "0",
            "reason": "A: 17 điểm, cần ≥ 10 (50%): đạt, vượt 7",
        }

        assert {
            "scale": "ready",
            "name": "Thang ready",
            "node": None,
            "decides": False,
            "applies": True,
            "level": "Mức II",
            "label": "",
            "points": "2",
            "possible": ["Mức II"],
            "levels": [{"name": "Mức I", "holds": False}, {"name": "Mức II", "holds": True}],
            "conditions": [{"level": "Mức I", **first}, {"level": "Mức II", **second}],
            "vetoes": [],
            "next": {
                "level": "Mức I",
                "unmet": [{**first, "is_choice": False, "rooms": [{"code": "A.2", "points": "3"}]}],
            },
            "open_inputs": [],
        } == self.view(READY)

    def test_says_what_is_open(self) -> None:
        """No level, those that are possible, ends of points, and the inputs it depends on."""
        view = self.view(READY, "en", inputs={"a": 10})
        first, second = view["conditions"]

        assert (None, ["Mức I", "Mức II"], ["b"]) == (
            view["level"],
            view["possible"],
            view["open_inputs"],
        )
        assert ("", None) == (view["label"], view["points"])
        assert (None, "10", "20", None, None, "8") == tuple(
            first[key] for key in ("points", "low", "high", "holds", "distance", "shortfall")
        )
        assert "A: 10 to 20 points, asked for ≥ 18 (90%): not yet known" == first["reason"]
        assert "A: 10 to 20 points, asked for ≥ 10 (50%): surely met" == second["reason"]

    def test_says_where_one_of_several_will_do(self) -> None:
        """What is missing for a level of several ways, each marked."""
        unmet = self.view(JOINT)["next"]["unmet"]

        assert [
            ("A", False),
            ("B", True),
            ("B", True),
            (None, True),
            (None, True),
        ] == [(each["node"], each["is_choice"]) for each in unmet]

    def test_says_what_shuts_out(self) -> None:
        """Each veto with its reason in the language asked for, and whether it holds."""
        shut = self.view(JOINT, "en", inputs={"a": 0, "b": 0, "m": 0})

        assert [
            {"reason": "not as declared", "holds": True},
            {"reason": "Chưa có minh chứng", "holds": True},
        ] == shut["vetoes"]
        assert ("Hủy", None) == (shut["level"], shut["next"])
        assert [False, False] == [each["holds"] for each in self.view(JOINT)["vetoes"]]

    def test_says_where_a_scale_does_not_apply(self) -> None:
        """Then no level is possible, and none is below them."""
        gone = rubric_of(per_unit("1", "a", may_be_not_applicable=True), per_unit("2", "b"))
        given = scale("s", level("Đạt", points(5)), nodes=("1",), below="Không")
        view = rating_view(classify(sheet_of(gone, not_applicable=("1",)), given))

        assert (False, None, [], None) == (
            view["applies"],
            view["level"],
            view["possible"],
            view["next"],
        )

    def test_names_the_whole_as_no_row(self) -> None:
        """The whole has no code, as what is rated, in a condition, and where points are left."""
        bare = {"": Fraction(5)}
        rating = classify(bare, scale("s", level("I", points(9))), rubric=RUBRIC)
        view: dict[str, Any] = {**rating_view(rating)}

        assert None is view["node"]
        assert None is view["conditions"][0]["node"]
        assert [{"code": None, "points": "23"}] == view["next"]["unmet"][0]["rooms"]

    def test_leaves_numbers_out_that_are_not_there(self) -> None:
        """Without limits to points, and without a threshold, there is no number for either."""
        given = scale("s", level("I", share("50%"), points(5, "A")))
        first, second = rating_view(classify({"A": between(None, 3)}, given))["conditions"]

        assert (None, None, None, None) == (
            first["threshold"],
            first["low"],
            first["high"],
            first["shortfall"],
        )
        assert (None, "3", False, None) == (
            second["low"],
            second["high"],
            second["holds"],
            second["shortfall"],
        )

    def test_stands_in_the_view_of_its_sheet(self) -> None:
        """Every rating in order, in the language asked for."""
        view = sheet_view(self.SHEET, "en")

        assert [rating_view(each, "en") for each in ratings(self.SHEET)] == view["ratings"]


def test_everything_that_ships_is_plain_data() -> None:
    """Scales and ratings of all rubrics, for all examples, can be written as JSON."""
    for slug in rubrik.slugs():
        json.dumps(rubric_view(load(slug))["scales"])
    sheet = score(
        load("an-giang/cap-huyen-2018"), load_submission("examples/cap-huyen-mau-2018.toml")
    )
    view = json.loads(rubrik.dumps(sheet))["ratings"]

    assert ("chinh-quyen-dien-tu", "Không xếp hạng") == (view[0]["scale"], view[0]["level"])
    assert 36 == len(view[0]["conditions"])
