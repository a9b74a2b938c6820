"""Levels written short, as bands on one score, and what a rubric's file says of scales."""

from collections.abc import Mapping
from typing import Any

import pytest

import rubrik
from codec.scaled import level, loaded, refused, scale
from rubrik import (
    AllOf,
    AnyOf,
    AtLeast,
    Level,
    Ranking,
    Reaches,
    Scale,
    Threshold,
    Veto,
)
from rubrik.codec.levels import spelled_field, spelled_out
from rubrik.measures import SourcePlace

SHARE = {"share": "50%"}


class TestBands:
    """What a band is short for."""

    @pytest.mark.parametrize(
        ("band", "conditions"),
        [
            ({"from": "80%"}, [{"op": ">=", "share": "80%"}]),
            ({"above": "80 %"}, [{"op": ">", "share": "80 %"}]),
            ({"to": "2,5"}, [{"op": "<=", "points": "2,5"}]),
            ({"below": 3}, [{"op": "<", "points": 3}]),
            (
                {"from": "65%", "below": "80%"},
                [{"op": ">=", "share": "65%"}, {"op": "<", "share": "80%"}],
            ),
            (
                {"below": 5, "above": 1, "printed": "1–5", "source": {"file": "d", "line": 3}},
                [
                    {"op": ">", "points": 1, "printed": "1–5", "source": {"file": "d", "line": 3}},
                    {"op": "<", "points": 5, "printed": "1–5", "source": {"file": "d", "line": 3}},
                ],
            ),
        ],
    )
    def test_is_a_condition_for_each_end(
        self, band: Mapping[str, Any], conditions: list[Any]
    ) -> None:
        """Text with a percent sign is a share, all else points; the print goes with each."""
        raw = {"scale": [{"levels": [{"name": "I", **band}]}]}
        kept = {key: band[key] for key in ("printed", "source") if key in band}

        assert {"scale": [{"levels": [{"name": "I", **kept, "conditions": conditions}]}]} == (
            spelled_out(raw)
        )

    @pytest.mark.parametrize(
        "raw",
        [
            {},
            {"scale": {"levels": []}},
            {"scale": ["x", {"id": "s"}, {"levels": "x"}, {"levels": ["x", {"name": "I"}]}]},
            {"scale": [{"levels": [{"name": "I", "conditions": [], "from": 5}]}]},
        ],
    )
    def test_leaves_what_is_written_otherwise_to_whoever_reads_it_next(
        self, raw: Mapping[str, Any]
    ) -> None:
        """What is no band is not touched, however wrong it is."""
        assert raw == spelled_out(raw)

    def test_may_be_put_into_a_scale_by_a_reading(self) -> None:
        """An option's levels, or one of them, are written as those of the scale are."""
        band, spelled = {"name": "I", "from": 5}, level({"op": ">=", "points": 5})

        assert [spelled, "x"] == spelled_field("levels", [band, "x"])
        assert spelled == spelled_field("levels.0", band)
        assert "x" == spelled_field("levels", "x")
        assert band == spelled_field("levels.0.conditions.0", band)
        assert 5 == spelled_field("below", 5)


class TestScales:
    """What a file says of scales."""

    def test_are_read_whole(self) -> None:
        """Levels, conditions of every kind, bases, vetoes, with their printed words and places."""
        source = {"file": "d", "line": 3}
        wanted = [
            {"node": "A", "points": "2,5", "op": ">", "printed": "trên 2,5", "source": source},
            {"all": [{"share": "50%", "base": "max"}, {"any": [SHARE]}]},
            {"at_least": 1, "of": [{"scale": "t", "level": "I"}, {"share": 1, "base": 4}]},
        ]
        vetoes = [{"reason": "r", "annulled": ["A"], "conditions": [SHARE], "result": "Hủy"}]
        given = scale(
            level(*wanted, label="Tốt", points=3, printed="p", source=source),
            name_en="N",
            below="Không",
            nodes=["A"],
            bases={"A": "300", "": "max"},
            vetoes=vetoes,
            decides=False,
            printed="q",
            source=source,
        )
        rubric = loaded(given, scale(level({"points": 1}), id="t", nodes=["A"]))
        place, half = SourcePlace(file="d", line=3), Threshold(share="1/2")
        conditions = (
            Threshold(node="A", points="5/2", op=">", printed="trên 2,5", source=place),
            AllOf(all=(Threshold(share="1/2", base="max"), AnyOf(any=(half,)))),
            AtLeast(
                at_least=1,
                of=(Reaches(scale="t", level="I"), Threshold(share=1, base=4)),
            ),
        )

        assert (
            Scale(
                id="s",
                name="S",
                name_en="N",
                levels=(
                    Level(
                        name="I",
                        label="Tốt",
                        conditions=conditions,
                        points=3,
                        printed="p",
                        source=place,
                    ),
                ),
                below="Không",
                nodes=("A",),
                bases={"A": 300, "": "max"},
                vetoes=(Veto(reason="r", annulled=("A",), conditions=(half,), result="Hủy"),),
                decides=False,
                printed="q",
                source=place,
            )
            == rubric.scales[0]
        )
        assert rubric == rubrik.loads(rubrik.dumps(rubric))

    def test_may_be_bands(self) -> None:
        """A scale written short is the same as the one that it is short for."""
        short = loaded(scale({"name": "I", "from": "80%", "printed": "p"}))
        spelled = level({"op": ">=", "share": "80%", "printed": "p"}, printed="p")

        assert loaded(scale(spelled)) == short
        assert short.content_hash == loaded(scale(spelled)).content_hash

    def test_leave_the_hash_of_a_rubric_without_them_as_it_was(self) -> None:
        """A rubric that prints no levels and no ranking is what it was before there were any."""
        assert loaded().content_hash == loaded(ranking={}).content_hash
        assert loaded().content_hash != loaded(ranking={"ties": "dense"}).content_hash

    def test_go_with_a_ranking(self) -> None:
        """How units are ranked stands in a table of its own."""
        given = {"ties": "fractional", "nodes": ["A"], "cohort": "Nhóm các xã", "printed": "p"}

        assert Ranking(ties="fractional", nodes=("A",), cohort="Nhóm các xã", printed="p") == (
            loaded(ranking=given).ranking
        )


REFUSED: Mapping[str, tuple[dict[str, Any], str, str]] = {
    "an unknown key of a scale": (
        scale(level({"points": 5}), nods=["A"]),
        "scale 's': khóa nods không có ở đây (có phải là: nodes?)",
        "scale 's': there is no key nods here (did you mean: nodes?)",
    ),
    "an unknown key of a level": (
        scale(level({"points": 5}, lable="Tốt")),
        "scale 's' › levels[0]: khóa lable không có ở đây (có phải là: label?)",
        "scale 's' › levels[0]: there is no key lable here (did you mean: label?)",
    ),
    "an unknown key of a condition": (
        scale(level({"points": 5, "nod": "A"})),
        "scale 's' › levels[0] › conditions[0]: khóa nod không có ở đây (có phải là: node?)",
        "scale 's' › levels[0] › conditions[0]: there is no key nod here (did you mean: node?)",
    ),
    "a condition of nothing": (
        scale(level({"node": "A", "op": ">="})),
        (
            "scale 's' › levels[0] › conditions[0]: không nhận ra điều kiện trong: node, op; "
            "cần một trong: all, any, at_least, scale, points, share"
        ),
        (
            "scale 's' › levels[0] › conditions[0]: no condition in: node, op; "
            "one of these is expected: all, any, at_least, scale, points, share"
        ),
    ),
    "a condition that is no table": (
        scale(level(5)),
        "scale 's' › levels[0] › conditions[0]: 5 không hợp lệ: cần một điều kiện",
        "scale 's' › levels[0] › conditions[0]: 5 will not do: a condition is expected",
    ),
    "points and a share": (
        scale(level({"points": 5, "share": "50%"})),
        (
            "scale 's' › levels[0] › conditions[0]: "
            "một điều kiện ghi đúng một trong hai: points hoặc share"
        ),
        (
            "scale 's' › levels[0] › conditions[0]: "
            "a condition states exactly one of points and share"
        ),
    ),
    "a base without a share": (
        scale(level({"points": 5, "base": "max"})),
        (
            "scale 's' › levels[0] › conditions[0] › base: "
            "base chỉ đi với share: số điểm tuyệt đối không tính trên gì cả"
        ),
        (
            "scale 's' › levels[0] › conditions[0] › base: "
            "base goes with share only: absolute points are of nothing"
        ),
    ),
    "an unknown comparison": (
        scale(level({"points": 5, "op": "=>"})),
        (
            "scale 's' › levels[0] › conditions[0] › op: '=>' không hợp lệ: "
            "cần một trong: >=, >, <=, <"
            " (có phải là: >?)"
        ),
        (
            "scale 's' › levels[0] › conditions[0] › op: '=>' will not do: "
            "one of these is expected: "
            ">=, >, <=, < (did you mean: >?)"
        ),
    ),
    "an unknown base": (
        scale(level({"share": "50%", "base": "part"})),
        (
            "scale 's' › levels[0] › conditions[0] › base: 'part' không phải là số; "
            "số được viết như 3, 2,5, 48/28 hoặc 99,59% (có phải là: parts?)"
        ),
        (
            "scale 's' › levels[0] › conditions[0] › base: 'part' is no number; "
            "numbers are written like 3, 2.5, 48/28 or 99.59% (did you mean: parts?)"
        ),
    ),
    "an unknown base of a row": (
        scale(level(SHARE), bases={"A": "maxx"}),
        (
            "scale 's' › bases › A: 'maxx' không phải là số; "
            "số được viết như 3, 2,5, 48/28 hoặc 99,59% (có phải là: max?)"
        ),
        (
            "scale 's' › bases › A: 'maxx' is no number; "
            "numbers are written like 3, 2.5, 48/28 or 99.59% (did you mean: max?)"
        ),
    ),
    "a code that is not quoted": (
        scale(level(SHARE), bases={"A": {"I": 300}}),
        "scale 's' › bases: mã có dấu chấm phải đặt trong ngoặc kép: \"A.I\"",
        "scale 's' › bases: a code with a point in it stands in quotes: \"A.I\"",
    ),
    "a number that is none": (
        scale(level({"points": "nhiều"})),
        (
            "scale 's' › levels[0] › conditions[0] › points: 'nhiều' không phải là số; "
            "số được viết như 3, 2,5, 48/28 hoặc 99,59%"
        ),
        (
            "scale 's' › levels[0] › conditions[0] › points: 'nhiều' is no number; "
            "numbers are written like 3, 2.5, 48/28 or 99.59%"
        ),
    ),
    "a number to choose that is none": (
        scale(level({"at_least": "1", "of": [SHARE]})),
        "scale 's' › levels[0] › conditions[0] › at_least: '1' không hợp lệ: cần một số nguyên",
        (
            "scale 's' › levels[0] › conditions[0] › at_least: "
            "'1' will not do: a whole number is expected"
        ),
    ),
    "a band beside conditions": (
        scale(level({"points": 5}, **{"from": 5})),
        "scale 's' › levels[0]: khóa from không có ở đây",
        "scale 's' › levels[0]: there is no key from here",
    ),
    "a level that asks for nothing": (
        scale({"name": "I"}),
        "scale 's' › levels[0]: thiếu khóa conditions",
        "scale 's' › levels[0]: the key conditions is missing",
    ),
    "levels that are no list": (
        scale(levels={"I": 5}),
        (
            "scale 's' › levels: {'I': 5} không hợp lệ: cần một danh sách "
            "(trong TOML, mỗi mục bắt đầu bằng một dòng [[…]])"
        ),
        (
            "scale 's' › levels: {'I': 5} will not do: a list is expected "
            "(in TOML, write [[…]] once for each)"
        ),
    ),
}


@pytest.mark.parametrize("given", REFUSED.values(), ids=REFUSED)
def test_what_is_written_wrong_is_refused_where_it_stands(
    given: tuple[dict[str, Any], str, str],
) -> None:
    """With its place, what was found and what is expected, in both languages."""
    wrong, vietnamese, english = given

    assert (vietnamese, english) == refused(wrong)
