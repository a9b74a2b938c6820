"""Comparisons and verifications as other programs read them."""

import json
from typing import Any

import rubrik
from comparison.sheets import RUBRIC, sheet
from rubrik import Adjudication, Criterion, Level, Scale, Threshold, compare, verify
from rubrik.codec import comparison_view, verification_view
from rubrik.codec.views import line_view
from rubrik.measures import Flag
from scoring.rows import fixed, per_unit, rubric_of

LEVELS = rubric_of(
    per_unit("1", "a"),
    fixed("2", "1/3"),
    scales=(
        Scale(
            id="muc",
            name="Mức",
            below="không",
            levels=(Level(name="Đạt", conditions=(Threshold(points=5),)),),
        ),
    ),
)


def exactly(value: str, decimal: float) -> dict[str, Any]:
    """How one number of points is written."""
    return {
        "exact": value,
        "low": value,
        "high": value,
        "decimal": {"exact": decimal, "low": decimal, "high": decimal},
    }


class TestComparison:
    """Two sheets."""

    FOUND = compare(
        sheet(LEVELS, period="2022", claims={"1": 7}),
        sheet(LEVELS, inputs={"a": 6}, claims={"1": 6}, missing="zero"),
    )

    def test_has_the_heads_of_both(self) -> None:
        """Whose they are, by which rubric, with which totals."""
        view = comparison_view(self.FOUND, "en")

        assert (1, rubrik.__version__, True) == (
            view["format"],
            view["version"],
            view["one_rubric"],
        )
        assert {
            "rubric": "nho",
            "rubric_hash": LEVELS.content_hash,
            "unit": "xã A",
            "period": "2022",
            "missing": "range",
            "points": {
                "exact": None,
                "low": "1/3",
                "high": "31/3",
                "decimal": {"exact": None, "low": 0.33, "high": 10.33},
            },
            "max": "20",
            "claimed": "7",
            "verdict": "not verifiable",
            "warnings": [],
        } == view["first"]
        assert exactly("19/3", 6.33) == view["second"]["points"]

    def test_has_the_difference(self) -> None:
        """As exact text, with rounded decimals beside it."""
        view = comparison_view(self.FOUND)

        assert {
            "exact": None,
            "low": "-4",
            "high": "6",
            "decimal": {"exact": None, "low": -4, "high": 6},
        } == view["difference"]
        assert "-1" == view["claimed_difference"]

    def test_has_notes_in_the_language(self) -> None:
        """What a reader must know."""
        notes = {lang: comparison_view(self.FOUND, lang)["notes"] for lang in ("vi", "en")}

        assert "the sheets are for two periods: 2022 and 2023" == notes["en"][0]
        assert "hai phiếu của hai kỳ báo cáo: 2022 và 2023" == notes["vi"][0]

    def test_has_levels_from_and_to(self) -> None:
        """Also while one of them is open."""
        assert [
            {
                "scale": "muc",
                "name": "Mức",
                "node": None,
                "decides": True,
                "changed": True,
                "first": {"level": None, "possible": ["Đạt", "không"]},
                "second": {"level": "Đạt", "possible": ["Đạt"]},
            }
        ] == comparison_view(self.FOUND)["ratings"]

    def test_has_every_row(self) -> None:
        """Those that changed first, with both lines as sheets write them."""
        changed, same = comparison_view(self.FOUND, "en")["rows"]

        assert {
            "code": "1",
            "kind": "criterion",
            "name": "Hàng 1",
            "changed": ["inputs", "claim", "status", "points"],
            "difference": {
                "exact": None,
                "low": "-4",
                "high": "6",
                "decimal": {"exact": None, "low": -4, "high": 6},
            },
            "inputs": [{"name": "a", "label": "Số A", "first": None, "second": "6"}],
            "readings": [],
            "first": line_view(self.FOUND.first.line("1"), "en"),
            "second": line_view(self.FOUND.second.line("1"), "en"),
        } == changed
        assert ("2", [], exactly("0", 0)) == (same["code"], same["changed"], same["difference"])

    def test_has_rows_of_one_sheet(self) -> None:
        """What is not there is null."""
        old, new = rubric_of(fixed("1", 1), title="Cũ"), rubric_of(fixed("2", 2), title="Mới")
        view = comparison_view(compare(sheet(old), sheet(new)))

        assert not view["one_rubric"]
        assert [("1", ["presence"], True), ("2", ["presence"], False)] == [
            (row["code"], row["changed"], row["second"] is None) for row in view["rows"]
        ]
        assert view["rows"][1]["first"] is None

    def test_has_scales_of_one_sheet(self) -> None:
        """A rating that the other sheet does not have is null there."""
        plain = rubric_of(per_unit("1", "a"), fixed("2", "1/3"))
        (rating,) = comparison_view(compare(sheet(LEVELS), sheet(plain)))["ratings"]

        assert ("muc", None) == (rating["scale"], rating["second"])

    def test_of_checklists_has_no_points(self) -> None:
        """Where no row has points, no difference has any."""
        rubric = rubric_of(Criterion(code="1", name="Có kế hoạch", measure=Flag("f")))
        view = comparison_view(compare(sheet(rubric), sheet(rubric)))

        assert (None, None) == (view["difference"], view["first"]["points"])

    def test_is_what_is_dumped(self) -> None:
        """`dumps` writes it."""
        assert comparison_view(self.FOUND, "en") == json.loads(rubrik.dumps(self.FOUND, lang="en"))


class TestVerification:
    """A report before and after it was verified."""

    EARLIER = Adjudication(code="1.1", decision="reject", reason="thiếu sổ")
    LATER = Adjudication(
        code="1.1", decision="replace", points=2, reason="đếm lại", reference="biên bản 3"
    )
    REPORT = sheet(inputs={"a": 3, "b": 1}, claims={"1.1": 5}, adjudications=(EARLIER,)).submission
    FOUND = verify(RUBRIC, REPORT, [LATER])

    def test_has_the_totals(self) -> None:
        """Claimed, computed, verified, and how far they are apart."""
        view = verification_view(self.FOUND, "en")

        assert {
            "format": 1,
            "version": rubrik.__version__,
            "rubric": "nho",
            "rubric_hash": RUBRIC.content_hash,
            "unit": "xã A",
            "period": "2023",
            "missing": "range",
            "readings": {},
            "warnings": [],
            "claimed": "5",
            "computed": {
                "exact": None,
                "low": "4",
                "high": "14",
                "decimal": {"exact": None, "low": 4, "high": 14},
            },
            "verified": {
                "exact": None,
                "low": "3",
                "high": "13",
                "decimal": {"exact": None, "low": 3, "high": 13},
            },
            "max": "30",
            "against_claim": {
                "exact": None,
                "low": "-2",
                "high": "8",
                "decimal": {"exact": None, "low": -2, "high": 8},
            },
            "against_computed": exactly("-1", -1),
            "ratings": [],
            "open": ["2"],
            "open_inputs": ["m"],
        } == {key: value for key, value in view.items() if key != "rows"}

    def test_has_every_row(self) -> None:
        """With the decision in force, the one that it has taken the place of, and both lines."""
        rows = verification_view(self.FOUND, "en")["rows"]

        assert ["1", "1.1", "1.2", "2"] == [row["code"] for row in rows]
        assert {
            "code": "1.1",
            "kind": "criterion",
            "name": "Hàng 1.1",
            "changed": ["adjudication", "points"],
            "claimed": "5",
            "against_claim": exactly("-3", -3),
            "against_computed": exactly("-1", -1),
            "adjudication": {
                "code": "1.1",
                "decision": "replace",
                "reason": "đếm lại",
                "points": "2",
                "reference": "biên bản 3",
            },
            "superseded": {"code": "1.1", "decision": "reject", "reason": "thiếu sổ"},
            "computed": line_view(self.FOUND.computed.line("1.1"), "en"),
            "verified": line_view(self.FOUND.verified.line("1.1"), "en"),
        } == rows[1]
        assert (None, None, None) == tuple(
            rows[3][key] for key in ("claimed", "against_claim", "adjudication")
        )

    def test_is_what_is_dumped(self) -> None:
        """`dumps` writes it, in Vietnamese unless told otherwise."""
        assert verification_view(self.FOUND, "vi") == json.loads(rubrik.dumps(self.FOUND))
