"""The shapes that other programs read: every key, exact text, and decimals beside it."""

import json
from typing import Any

import rubrik
from codec.small import report, rubric
from rubrik import Adjudication, Criterion, Proportional, score
from rubrik.codec import rubric_view, sheet_view
from rubrik.measures import Ratio, SourcePlace
from scoring.rows import fixed, group, per_unit, rubric_of, sheet_of

ROW = Criterion(
    code="1.1",
    name="Máy tính",
    max=5,
    printed="Điểm = Tỷ lệ*Điểm tối đa.",
    note="Ghi chú",
    source=SourcePlace(file="d", line=3, name="3-4"),
    measure=Ratio(ratio="a", of="b"),
    score=Proportional(),
)
RUBRIC = rubric_of(group("1", 20), ROW, per_unit("1.2", "quarters", may_be_not_applicable=True))


class TestSheet:
    """A scoresheet as JSON."""

    def test_holds_the_whole(self) -> None:
        """The totals, what they were made of, and what is still open."""
        sheet = sheet_of(
            RUBRIC,
            unit="UBND xã",
            period="2023",
            labels={"huyen": "Huyện Ví Dụ"},
            inputs={"a": 18, "b": 19},
            claims={"1.1": 5, "1.2": "1/3"},
        )
        view: dict[str, Any] = {**sheet_view(sheet)}
        lines = view.pop("lines")

        assert ["1", "1.1", "1.2"] == [line["code"] for line in lines]
        assert {
            "format": 1,
            "rubric": "nho",
            "rubric_hash": RUBRIC.content_hash,
            "version": rubrik.__version__,
            "unit": "UBND xã",
            "period": "2023",
            "labels": {"huyen": "Huyện Ví Dụ"},
            "missing": "range",
            "readings": {},
            "points": {
                "exact": None,
                "low": "90/19",
                "high": "166/19",
                "decimal": {"exact": None, "low": 4.74, "high": 8.74},
            },
            "max": "20",
            "claimed": "16/3",
            "verdict": "not verifiable",
            "checklist": None,
            "warnings": [],
            "ratings": [],
            "open_inputs": ["quarters"],
        } == view

    def test_has_a_line_for_every_row(self) -> None:
        """A line holds all that a report needs; what is exact is text, and decimals are numbers."""
        sheet = sheet_of(
            RUBRIC,
            inputs={"a": 18, "b": 19},
            derived={"a": "20 - 2"},
            claims={"1.1": 5},
            evidence={"1.1": "18/19 CBCC"},
        )
        line = sheet_view(sheet)["lines"][1]

        assert {
            "code": "1.1",
            "kind": "criterion",
            "name": "Máy tính",
            "status": "scored",
            "points": "90/19",
            "low": "90/19",
            "high": "90/19",
            "max": "5",
            "claimed": "5",
            "difference": "5/19",
            "decimal": {
                "points": 4.74,
                "low": 4.74,
                "high": 4.74,
                "max": 5,
                "claimed": 5,
                "difference": 0.26,
            },
            "verdict": "over-claimed",
            "reason": "18/19 ≈ 94,74% → 90/19 ≈ 4,74 điểm",
            "reasons": {
                "vi": "18/19 ≈ 94,74% → 90/19 ≈ 4,74 điểm",
                "en": "18/19 ≈ 94.74% → 90/19 ≈ 4.74 points",
            },
            "notes": ["“Số A” được suy ra: 20 - 2"],
            "counted": True,
            "achieved": None,
            "inputs": {"a": "18", "b": "19"},
            "missing": [],
            "evidence": "18/19 CBCC",
            "printed": "Điểm = Tỷ lệ*Điểm tối đa.",
            "source": {"file": "d", "line": 3, "name": "3-4"},
            "adjudication": None,
        } == line

    def test_says_what_is_open(self) -> None:
        """An open line has no points, an interval, and the names of what is missing."""
        line = sheet_view(sheet_of(RUBRIC))["lines"][2]

        assert ("missing", None, "0", "4") == (
            line["status"],
            line["points"],
            line["low"],
            line["high"],
        )
        assert ["quarters"] == line["missing"]
        assert line["verdict"] is None
        assert line["decimal"]["points"] is None

    def test_gives_no_points_where_none_apply(self) -> None:
        """A row that does not apply has no number at all."""
        line = sheet_view(sheet_of(RUBRIC, not_applicable=("1.2",)))["lines"][2]

        assert ("not_applicable", None, None, None) == (
            line["status"],
            line["points"],
            line["low"],
            line["high"],
        )

    def test_leaves_ends_out_that_are_not_there(self) -> None:
        """Where nothing limits the points, there is no number for the end."""
        view = sheet_view(sheet_of(rubric_of(per_unit("1", "a", max=None))))

        assert {
            "exact": None,
            "low": "0",
            "high": None,
            "decimal": {"exact": None, "low": 0, "high": None},
        } == view["points"]
        assert view["max"] is None

    def test_speaks_the_language_asked_for(self) -> None:
        """Reasons, notes and warnings are in the one language; both reasons stand beside."""
        sheet = score(
            RUBRIC,
            rubrik.Submission(rubric="khac", inputs={"a": 1, "b": 2}, derived={"a": "x"}),
        )
        view = sheet_view(sheet, "en")

        assert ["“Số A” is derived: x"] == view["lines"][1]["notes"]
        assert "1/2 = 50% → 2.5 points" == view["lines"][1]["reason"]
        assert ["the submission names the rubric 'khac' but is scored by nho"] == view["warnings"]

    def test_holds_a_verifiers_decision(self) -> None:
        """The decision stands on its line as files write it."""
        decided = Adjudication(
            code="1.2", decision="replace", points="2,5", reason="biên bản", reference="số 3"
        )
        line = sheet_view(sheet_of(RUBRIC, adjudications=(decided,)))["lines"][2]

        assert {
            "code": "1.2",
            "decision": "replace",
            "points": "5/2",
            "reason": "biên bản",
            "reference": "số 3",
        } == line["adjudication"]

    def test_is_what_dumps_writes(self) -> None:
        """The text is this very view, in either language."""
        sheet = score(rubric(), report())

        assert sheet_view(sheet) == json.loads(rubrik.dumps(sheet))
        assert sheet_view(sheet, "en") == json.loads(rubrik.dumps(sheet, lang="en"))


class TestRubric:
    """A rubric as JSON."""

    def test_holds_the_whole(self) -> None:
        """Its head, its rows in printed order, its inputs, constraints and readings."""
        view: dict[str, Any] = {**rubric_view(rubric())}
        nodes, inputs, readings = (view.pop(key) for key in ("nodes", "inputs", "readings"))

        assert {
            "format": 1,
            "version": rubrik.__version__,
            "slug": "nho",
            "title": "Nhỏ",
            "hash": rubric().content_hash,
            "max": "40",
            "issuer": "",
            "number": "",
            "date": "",
            "effective_year": 2023,
            "documents": [{"id": "d", "title": "D"}],
            "constraints": ["a <= b"],
            "scales": [],
            "ranking": {},
        } == view
        assert ["1", "1.1", "1.2", "1.3", "2", "2.1", "3"] == [node["code"] for node in nodes]
        assert [None, "1", "1", "1", None, "2", None] == [node["parent"] for node in nodes]
        assert {"kind": "count", "name": "b", "label": "B", "max": 12} == inputs[1]
        assert ("r", ["1.1"], "o1") == (
            readings[0]["id"],
            readings[0]["nodes"],
            readings[0]["chosen"],
        )

    def test_has_a_table_for_every_row(self) -> None:
        """A row as it is printed, with its rule; a group says what counts."""
        nodes = rubric_view(RUBRIC)["nodes"]

        assert {
            "code": "1.1",
            "parent": "1",
            "kind": "criterion",
            "name": "Máy tính",
            "max": "5",
            "printed_max": "5",
            "printed": "Điểm = Tỷ lệ*Điểm tối đa.",
            "note": "Ghi chú",
            "source": {"file": "d", "line": 3, "name": "3-4"},
            "measure": {"ratio": "a", "of": "b"},
            "score": {"kind": "proportional"},
            "capped": True,
        } == nodes[1]
        assert ("group", "20", "20", "parts", False) == (
            nodes[0]["kind"],
            nodes[0]["max"],
            nodes[0]["printed_max"],
            nodes[0]["counts"],
            nodes[0]["capped"],
        )

    def test_tells_the_printed_maximum_from_the_one_in_force(self) -> None:
        """Under a reading the maximum may be another than the one in print."""
        view = rubric_view(rubric(), {"r": "o2"})

        assert ("10", "8") == (view["nodes"][1]["printed_max"], view["nodes"][1]["max"])
        assert "o2" == view["readings"][0]["chosen"]

    def test_has_no_maximum_where_nothing_defines_one(self) -> None:
        """A row that prints none, and a group whose rows print none, have none."""
        view = rubric_view(rubric_of(group("1"), fixed("1.1", 1, max=None)))

        assert [None, None] == [node["max"] for node in view["nodes"]]
        assert [None, None] == [node["printed_max"] for node in view["nodes"]]
        assert view["max"] is None

    def test_adds_up_a_maximum_that_is_not_printed(self) -> None:
        """A group that prints none is worth what its rows are worth."""
        view = rubric_view(rubric_of(group("1"), fixed("1.1", 1), fixed("1.2", 1, max=5)))

        assert (None, "15") == (view["nodes"][0]["printed_max"], view["nodes"][0]["max"])
        assert "15" == view["max"]

    def test_is_plain_data(self) -> None:
        """Whatever ships can be written as JSON."""
        for slug in rubrik.slugs():
            json.dumps(rubric_view(rubrik.load(slug)))
