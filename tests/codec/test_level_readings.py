"""What options of readings put into scales and the ranking of a rubric's file."""

from typing import Any

import pytest

from codec.scaled import level, loaded, refused, scale
from rubrik import Ranking, RubricError, Veto


@pytest.mark.parametrize(
    ("given", "vietnamese", "english"),
    [
        (
            {"ties": "denser"},
            (
                "ranking › ties: 'denser' không hợp lệ: "
                "cần một trong: competition, dense, fractional"
                " (có phải là: dense?)"
            ),
            (
                "ranking › ties: 'denser' will not do: one of these is expected: "
                "competition, dense, fractional (did you mean: dense?)"
            ),
        ),
        (
            {"node": ["A"]},
            "ranking: khóa node không có ở đây (có phải là: nodes?)",
            "ranking: there is no key node here (did you mean: nodes?)",
        ),
        (
            {"nodes": ["B"]},
            "ranking › nodes: không có tiêu chí B",
            "ranking › nodes: there is no criterion B",
        ),
    ],
)
def test_a_ranking_is_refused_likewise(given: Any, vietnamese: str, english: str) -> None:  # noqa: ANN401 - any plain data
    """How ties are ranked is one of three words, and rows to rank by are those of the rubric."""
    assert (vietnamese, english) == refused(ranking=given)


class TestReadings:
    """What options of readings put into scales and the ranking."""

    def reading(self, **option: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any plain data
        """A reading as a file writes it."""
        words = dict.fromkeys(("printed", "question", "question_en", "reason", "reason_en"), "x")
        options = {"in": {}, "khac": option}
        return [{"id": "r", "nodes": ["A"], "default": "in", "options": options, **words}]

    def under(self, option: Any, **more: Any) -> Any:  # noqa: ANN401 - likewise
        """The rubric as an option of a scale has it."""
        given = scale(level({"points": 5}), {"name": "II", "from": "50%"}, bases={"A": 9})
        readings = self.reading(**option)
        return loaded(given, reading=readings, **more).under({"r": "khac"})

    @pytest.mark.parametrize(
        ("field", "value", "expected"),
        [
            ("levels.0.conditions.0.points", "7,5", [("I", ">=", "15/2"), ("II", ">=", None)]),
            ("levels.0.name", "Tốt", [("Tốt", ">=", "5"), ("II", ">=", None)]),
            ("levels", [{"name": "X", "below": 3}], [("X", "<", "3")]),
            ("levels.1", {"name": "Y", "to": 2}, [("I", ">=", "5"), ("Y", "<=", "2")]),
        ],
    )
    def test_may_replace_levels_or_parts_of_them(
        self,
        field: str,
        value: Any,  # noqa: ANN401 - any plain data
        expected: list[Any],
    ) -> None:
        """Levels, single ones and what is in them, also written as bands."""
        found = self.under({"scale:s": {field: value}}).scales["s"].levels
        conditions = [(each.name, *each.conditions) for each in found]

        assert expected == [
            (name, each.op, each.points and str(each.points)) for name, each in conditions
        ]

    def test_may_replace_other_fields(self) -> None:
        """What is below, what decides, bases, rows, vetoes; ties and rows of the ranking."""
        veto = {"reason": "r", "annulled": ["A"]}
        option = {
            "scale:s": {
                "below": "Không",
                "decides": False,
                "bases.A": 8,
                "nodes": ["A"],
                "vetoes": [veto],
            },
            "ranking": {"ties": "dense", "nodes": ["A"]},
        }
        read = self.under(option)
        found = read.scales["s"]

        assert ("Không", False, {"A": 8}, ("A",)) == (
            found.below,
            found.decides,
            found.bases,
            found.nodes,
        )
        assert (Veto(reason="r", annulled=("A",)),) == found.vetoes
        assert Ranking(ties="dense", nodes=("A",)) == read.ranking

    @pytest.mark.parametrize(
        ("option", "vietnamese", "english"),
        [
            (
                {"scale:t": {"below": "x"}},
                "không có thang t (có phải là: scale:s?)",
                "there is no scale t (did you mean: scale:s?)",
            ),
            (
                {"B": {"max": 5}},
                "không có tiêu chí B",
                "there is no criterion B",
            ),
            (
                {"scale:s": {"name": "x"}},
                "scale:s › name: không có trường name",
                "scale:s › name: there is no field name",
            ),
            (
                {"scale:s": {"level": []}},
                "scale:s › level: không có trường level (có phải là: levels?)",
                "scale:s › level: there is no field level (did you mean: levels?)",
            ),
            (
                {"scale:s": {"levels.0.labels": "x"}},
                "scale:s › levels.0.labels: không có trường labels (có phải là: label?)",
                "scale:s › levels.0.labels: there is no field labels (did you mean: label?)",
            ),
            (
                {"scale:s": {"levels.7.name": "x"}},
                "scale:s › levels.7.name: không có trường 7",
                "scale:s › levels.7.name: there is no field 7",
            ),
            (
                {"scale:s": {"levels": [{"name": "I"}]}},
                "scale:s › levels › 0: thiếu khóa conditions",
                "scale:s › levels › 0: the key conditions is missing",
            ),
            (
                {"ranking": {"cohort": "x"}},
                "ranking › cohort: không có trường cohort",
                "ranking › cohort: there is no field cohort",
            ),
            (
                {"ranking": {"tie": "dense"}},
                "ranking › tie: không có trường tie (có phải là: ties?)",
                "ranking › tie: there is no field tie (did you mean: ties?)",
            ),
            (
                {"ranking": {"ties": "x"}},
                "ranking › ties: 'x' không hợp lệ: cần một trong: competition, dense, fractional",
                (
                    "ranking › ties: 'x' will not do: one of these is expected: "
                    "competition, dense, fractional"
                ),
            ),
            (
                {"ranking": {"nodes": ["B"]}},
                "ranking › nodes: không có tiêu chí B",
                "ranking › nodes: there is no criterion B",
            ),
            (
                {"scale:s": {"levels": []}},
                "scale 's' › levels: thang không có mức nào",
                "scale 's' › levels: the scale has no levels",
            ),
            (
                {"scale:s": {"levels.0.conditions.0.share": "50%"}},
                "một điều kiện ghi đúng một trong hai: points hoặc share",
                "a condition states exactly one of points and share",
            ),
        ],
    )
    def test_are_refused_with_the_option_that_does_it(
        self,
        option: Any,  # noqa: ANN401 - any plain data
        vietnamese: str,
        english: str,
    ) -> None:
        """A field, a scale or a value that there is not, and a scale that does not stand then."""
        with pytest.raises(RubricError) as caught:
            self.under(option)
        where = "reading 'r' › option 'khac'"
        is_nowhere = not vietnamese.startswith(("scale", "ranking"))
        join = ": " if is_nowhere else " › "

        assert (f"{where}{join}{vietnamese}", f"{where}{join}{english}") == (
            caught.value.text("vi"),
            caught.value.text("en"),
        )
