import json
from typing import Any

import pytest

import rubrik
from codec.small import REPORT_TEXT, RUBRIC_TEXT, as_json, minimal, report, rubric, with_row
from rubrik import RubricError, RubrikError, SubmissionError, score
from rubrik.codec import read_rubric
from rubrik.submission import Decision


def refused(raw: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What is wrong with a file, line by line, in Vietnamese and English."""
    with pytest.raises((RubricError, SubmissionError)) as caught:
        rubrik.loads(json.dumps(raw))
    return caught.value.text("vi").splitlines(), caught.value.text("en").splitlines()


class TestFormats:
    """The same model from either format."""

    @pytest.mark.parametrize("text", [RUBRIC_TEXT, REPORT_TEXT], ids=["rubric", "report"])
    def test_are_two_ways_to_write_one_thing(self, text: str) -> None:
        """TOML and JSON of the same content are equal, decimals and all."""
        assert rubrik.loads(text) == rubrik.loads(as_json(text))

    def test_read_decimals_exactly(self) -> None:
        """A bare decimal is what is written, not the nearest float."""
        text = 'rubric = "nho"\ninputs.a = 0.1\ninputs.b = 2.50\nclaims.c = 0.3\n'
        found = rubrik.loads(text)

        assert isinstance(found, rubrik.Submission)
        assert {"a": "1/10", "b": "5/2"} == found.inputs
        assert {"c": rubrik.rational("3/10")} == found.claims

    def test_are_told_apart_from_each_other(self) -> None:
        """A file with a slug is a rubric, any other a submission."""
        assert isinstance(rubrik.loads(RUBRIC_TEXT), rubrik.Rubric)
        assert isinstance(rubrik.loads(REPORT_TEXT), rubrik.Submission)

    def test_hold_one_report(self) -> None:
        """What is in a submission's file is in the submission."""
        found = report()
        (decided,) = found.adjudications

        assert ("nho", "UBND xã", "2023") == (found.rubric, found.unit, found.period)
        assert ((1, 2), (0, 0)) == found.inputs["t"]
        assert {"a": "2 + 1"} == found.derived
        assert {"huyen": "Huyện Ví Dụ"} == found.labels
        assert {"1.1": "QĐ số 12"} == found.evidence
        assert "1.2" == decided.code
        assert Decision.REPLACE is decided.decision
        assert 2 == decided.points
        assert ("biên bản 3", "số 3") == (decided.reason, decided.reference)
        assert ("1.3",) == found.not_applicable

    def test_score_the_same(self) -> None:
        """What is loaded can be scored."""
        assert rubrik.rational("7,5") == score(rubric(), report()).line("1.1").points

    def test_cannot_be_swapped(self, tmp_path: Any) -> None:  # noqa: ANN401 - a path
        """Who asks for a report and gets a rubric is told so, and the other way round."""
        rubric_file, report_file = tmp_path / "a.toml", tmp_path / "b.toml"
        rubric_file.write_text(RUBRIC_TEXT, encoding="utf-8")
        report_file.write_text(REPORT_TEXT, encoding="utf-8")

        with pytest.raises(SubmissionError) as no_report:
            rubrik.load_submission(rubric_file)
        with pytest.raises(RubricError) as no_rubric:
            read_rubric(report_file)
        assert "this is a rubric: a submission is expected" == no_report.value.text("en")
        assert "đây là một bộ tiêu chí: cần một phiếu báo cáo" == no_report.value.text("vi")
        assert "this is a submission: a rubric is expected" == no_rubric.value.text("en")
        assert "đây là một phiếu báo cáo: cần một bộ tiêu chí" == no_rubric.value.text("vi")


@pytest.mark.parametrize(
    ("raw", "vi", "en"),
    [
        pytest.param(
            {"slug": "nho"},
            ["2 lỗi:", "- thiếu khóa title", "- thiếu khóa node"],
            ["2 problems:", "- the key title is missing", "- the key node is missing"],
            id="missing keys",
        ),
        pytest.param(
            minimal(titel="Nhỏ"),
            ["khóa titel không có ở đây (có phải là: title?)"],
            ["there is no key titel here (did you mean: title?)"],
            id="unknown key",
        ),
        pytest.param(
            minimal(title=3),
            ["title: 3 không hợp lệ: cần một chuỗi ký tự"],
            ["title: 3 will not do: text is expected"],
            id="no text",
        ),
        pytest.param(
            minimal(title=None),
            ["title: None không hợp lệ: cần một chuỗi ký tự"],
            ["title: None will not do: text is expected"],
            id="null",
        ),
        pytest.param(
            minimal(effective_year="2023"),
            ["effective_year: '2023' không hợp lệ: cần một số nguyên"],
            ["effective_year: '2023' will not do: a whole number is expected"],
            id="no whole number",
        ),
        pytest.param(
            minimal(effective_year=True),
            ["effective_year: True không hợp lệ: cần một số nguyên"],
            ["effective_year: True will not do: a whole number is expected"],
            id="truth for a number",
        ),
        pytest.param(
            minimal(missing="ranges"),
            ["missing: 'ranges' không hợp lệ: cần một trong: zero, range (có phải là: range?)"],
            [
                (
                    "missing: 'ranges' will not do: one of these is expected: zero, range "
                    "(did you mean: range?)"
                )
            ],
            id="unknown word",
        ),
        pytest.param(
            minimal(node=3),
            ["node: 3 không hợp lệ: cần một danh sách"],
            ["node: 3 will not do: a list is expected"],
            id="no list",
        ),
        pytest.param(
            minimal(node=[3]),
            ["node[0]: 3 không hợp lệ: cần một bảng"],
            ["node[0]: 3 will not do: a table is expected"],
            id="no table",
        ),
        pytest.param(
            minimal(node=[{"name": "Một"}]),
            ["node[0]: mỗi dòng cần đúng một khóa group hoặc criterion"],
            ["node[0]: a row needs exactly one of the keys group and criterion"],
            id="row of no kind",
        ),
        pytest.param(
            minimal(node=[{"group": "1", "criterion": "1", "name": "Một"}]),
            ["group '1': mỗi dòng cần đúng một khóa group hoặc criterion"],
            ["group '1': a row needs exactly one of the keys group and criterion"],
            id="row of two kinds",
        ),
        pytest.param(
            minimal(input=[{"kind": "counts", "name": "a", "label": "A"}]),
            [
                (
                    "input 'a': 'counts' không hợp lệ: cần một trong: "
                    "count, amount, share, flag, choice, items, table (có phải là: count, amount?)"
                )
            ],
            [
                (
                    "input 'a': 'counts' will not do: one of these is expected: count, amount, "
                    "share, flag, choice, items, table (did you mean: count, amount?)"
                )
            ],
            id="unknown kind of input",
        ),
        pytest.param(
            minimal(input=["a"]),
            ["input[0]: 'a' không hợp lệ: cần một số liệu"],
            ["input[0]: 'a' will not do: an input is expected"],
            id="input that is none",
        ),
        pytest.param(
            with_row(capped="no"),
            ["criterion '1' › capped: 'no' không hợp lệ: cần true hoặc false"],
            ["criterion '1' › capped: 'no' will not do: true or false is expected"],
            id="no truth",
        ),
        pytest.param(
            with_row(max="1.000"),
            [
                (
                    "criterion '1' › max: '1.000' có hai cách đọc: "
                    "viết 1000 nếu là số nguyên, 1.0000 nếu là số thập phân"
                )
            ],
            [
                (
                    "criterion '1' › max: '1.000' has two readings: "
                    "write 1000 for the whole number, 1.0000 for the decimal one"
                )
            ],
            id="number of two readings",
        ),
        pytest.param(
            with_row({"kind": "proportionel"}, measure={"count": "a"}),
            [
                (
                    "criterion '1' › score: 'proportionel' không hợp lệ: cần một trong: "
                    "proportional, banded, boolean, min_max_normalized, stepped, sum, best_of, "
                    "worst_of, capped, clamped, gated, choice (có phải là: proportional?)"
                )
            ],
            [
                (
                    "criterion '1' › score: 'proportionel' will not do: one of these is expected: "
                    "proportional, banded, boolean, min_max_normalized, stepped, sum, best_of, "
                    "worst_of, capped, clamped, gated, choice (did you mean: proportional?)"
                )
            ],
            id="unknown scorer",
        ),
        pytest.param(
            with_row({"kind": "proportional", "rat": 1}, measure={"count": "a"}),
            ["criterion '1' › score: khóa rat không có ở đây (có phải là: rate?)"],
            ["criterion '1' › score: there is no key rat here (did you mean: rate?)"],
            id="unknown key of a scorer",
        ),
        pytest.param(
            with_row({"kind": "banded", "bands": [{"from": 1, "points": 1}, {"frm": 2}]}),
            [
                "criterion '1' › score › bands[1]: khóa frm không có ở đây (có phải là: from?)",
            ],
            [
                "criterion '1' › score › bands[1]: there is no key frm here (did you mean: from?)",
            ],
            id="unknown key of a band",
        ),
        pytest.param(
            with_row({"kind": "banded", "bands": [{"from": 1, "above": 2, "points": 1}]}),
            [
                (
                    "criterion '1' › score › bands[0]: mỗi đầu khoảng chỉ được ghi một lần: "
                    "from hoặc above, to hoặc below, hoặc chỉ at"
                )
            ],
            [
                (
                    "criterion '1' › score › bands[0]: each end is written once: "
                    "from or above, to or below, or at alone"
                )
            ],
            id="band of two lower ends",
        ),
        pytest.param(
            with_row(2, measure={"counts": "a"}),
            [
                (
                    "criterion '1' › measure: không nhận ra giá trị đo trong: counts; "
                    "cần một trong: item, count, amount, share, ratio, growth, weighted, items, "
                    "flag, choice (có phải là: count, amount?)"
                )
            ],
            [
                (
                    "criterion '1' › measure: no measure in: counts; one of these is expected: "
                    "item, count, amount, share, ratio, growth, weighted, items, flag, choice "
                    "(did you mean: count, amount?)"
                )
            ],
            id="unknown measure",
        ),
        pytest.param(
            minimal(input=[{"knd": "flag", "name": "plan", "label": "Kế hoạch"}]),
            [
                "2 lỗi:",
                (
                    "- input 'plan': thiếu khóa kind (cần một trong: "
                    "count, amount, share, flag, choice, items, table)"
                ),
                "- input 'plan': khóa knd không có ở đây (có phải là: kind?)",
            ],
            [
                "2 problems:",
                (
                    "- input 'plan': the key kind is missing (one of these is expected: "
                    "count, amount, share, flag, choice, items, table)"
                ),
                "- input 'plan': there is no key knd here (did you mean: kind?)",
            ],
            id="misspelt kind",
        ),
        pytest.param(
            with_row({"bands": [{"from": 1}]}),
            [
                (
                    "criterion '1' › score: thiếu khóa kind (cần một trong: "
                    "proportional, banded, boolean, min_max_normalized, stepped, sum, best_of, "
                    "worst_of, capped, clamped, gated, choice)"
                )
            ],
            [
                (
                    "criterion '1' › score: the key kind is missing (one of these is expected: "
                    "proportional, banded, boolean, min_max_normalized, stepped, sum, best_of, "
                    "worst_of, capped, clamped, gated, choice)"
                )
            ],
            id="no kind",
        ),
        pytest.param(
            minimal(node={"criterion": "1"}),
            [
                (
                    "node: {'criterion': '1'} không hợp lệ: cần một danh sách "
                    "(trong TOML, mỗi mục bắt đầu bằng một dòng [[…]])"
                )
            ],
            [
                (
                    "node: {'criterion': '1'} will not do: a list is expected "
                    "(in TOML, write [[…]] once for each)"
                )
            ],
            id="one table in the place of several",
        ),
        pytest.param(
            with_row(2, measure="a"),
            ["criterion '1' › measure: 'a' không hợp lệ: cần một giá trị đo"],
            ["criterion '1' › measure: 'a' will not do: a measure is expected"],
            id="measure that is none",
        ),
        pytest.param(
            with_row(2, measure={"ratio": 3, "of": "a"}),
            [
                (
                    "criterion '1' › measure › ratio: 3 không hợp lệ: "
                    "cần tên một số liệu hoặc bảng trọng số"
                )
            ],
            [
                (
                    "criterion '1' › measure › ratio: 3 will not do: "
                    "the name of an input or a table of weights is expected"
                )
            ],
            id="terms that are none",
        ),
        pytest.param(
            with_row(2, measure={"weighted": {}}),
            ["criterion '1' › measure › weighted: không có số liệu nào để cộng"],
            ["criterion '1' › measure › weighted: there is no input to add up"],
            id="no terms",
        ),
        pytest.param(
            minimal(constraints=["a <"]),
            ["constraints[0]: 'a <' không phải ràng buộc; ví dụ: a + 2 * b <= c"],
            ["constraints[0]: 'a <' is no constraint; they are written like a + 2 * b <= c"],
            id="constraint that is none",
        ),
        pytest.param(
            with_row([1]),
            ["criterion '1' › score: cần một số, không phải giá trị kiểu list"],
            ["criterion '1' › score: a number is expected, not a value of type list"],
            id="rule that is none",
        ),
        pytest.param(
            with_row({"kind": "boolean", "yes": "full"}, measure={"flag": "f"}),
            [
                (
                    "criterion '1' › score › yes: 'full' không phải là số; "
                    "số được viết như 3, 2,5, 48/28 hoặc 99,59%"
                )
            ],
            [
                (
                    "criterion '1' › score › yes: 'full' is no number; "
                    "numbers are written like 3, 2.5, 48/28 or 99.59%"
                )
            ],
            id="points that are none",
        ),
        pytest.param(
            with_row({"kind": "min_max_normalized", "constant": "ful"}),
            [
                (
                    "criterion '1' › score › constant: 'ful' không hợp lệ: "
                    "cần một trong: full, zero, undefined (có phải là: full?)"
                )
            ],
            [
                (
                    "criterion '1' › score › constant: 'ful' will not do: "
                    "one of these is expected: full, zero, undefined (did you mean: full?)"
                )
            ],
            id="unknown choice of words",
        ),
        pytest.param(
            minimal(shapes=3),
            ["shapes: 3 không hợp lệ: cần một bảng"],
            ["shapes: 3 will not do: a table is expected"],
            id="shapes that are none",
        ),
        pytest.param(
            {"rubric": "nho", "adjudication": [{"code": "1", "decision": "accpt", "reason": "x"}]},
            [
                (
                    "adjudication '1' › decision: 'accpt' không hợp lệ: cần một trong: "
                    "accept, replace, reject, annul, not_applicable (có phải là: accept?)"
                )
            ],
            [
                (
                    "adjudication '1' › decision: 'accpt' will not do: one of these is expected: "
                    "accept, replace, reject, annul, not_applicable (did you mean: accept?)"
                )
            ],
            id="unknown decision",
        ),
        pytest.param(
            {
                "rubric": "nho",
                "adjudication": [{"code": "1", "decision": "accept", "reason": "x", "points": 1}],
            },
            [
                (
                    "adjudication '1': quyết định replace cần points; "
                    "các quyết định khác không có points"
                )
            ],
            ["adjudication '1': a decision to replace needs points; the others have none"],
            id="points without a replacement",
        ),
        pytest.param(
            {"rubric": "nho", "claims": {"3": {"1": 5, "2": 6}}},
            ['claims: mã có dấu chấm phải đặt trong ngoặc kép: "3.1", "3.2"'],
            ['claims: a code with a point in it stands in quotes: "3.1", "3.2"'],
            id="codes without quotes",
        ),
        pytest.param(
            {"rubric": "nho", "inputs": {"a": None, "b": {"x": 1}}, "claims": {"1": None}},
            [
                "3 lỗi:",
                (
                    "- inputs › a: chưa có giá trị: cần một số "
                    "(hãy bỏ hẳn số liệu này nếu chưa báo cáo)"
                ),
                "- inputs › b: cần một số, không phải giá trị kiểu dict",
                "- claims › 1: chưa có giá trị: cần một số",
            ],
            [
                "3 problems:",
                (
                    "- inputs › a: no value: a number is expected "
                    "(leave it out if it was not reported)"
                ),
                "- inputs › b: a number is expected, not a value of type dict",
                "- claims › 1: no value: a number is expected",
            ],
            id="answers that are none",
        ),
        pytest.param(
            {"rubric": "nho", "inputs": [1]},
            ["inputs: [1] không hợp lệ: cần một bảng"],
            ["inputs: [1] will not do: a table is expected"],
            id="list for a table",
        ),
    ],
)
def test_what_is_wrong_in_a_file_is_said_where_it_stands(
    raw: dict[str, Any], vi: list[str], en: list[str]
) -> None:
    """Every problem has its path, what was found and what was expected, in both languages."""
    assert (vi, en) == refused(raw)


def test_everything_wrong_is_said_at_once() -> None:
    """Problems from every corner of a file come together."""
    raw = with_row({"kind": "boolean", "yse": 1}, mesure={"flag": "f"})
    raw["input"][0]["kind"] = "coun"
    raw |= {"title": 3, "isuer": "UBND"}
    _, en = refused(raw)

    assert "5 problems:" == en[0]
    assert {
        "- title: 3 will not do: text is expected",
        "- there is no key isuer here (did you mean: issuer?)",
        "- criterion '1' › score: there is no key yse here (did you mean: yes?)",
        "- criterion '1': there is no key mesure here (did you mean: measure, source?)",
        (
            "- input 'a': 'coun' will not do: one of these is expected: "
            "count, amount, share, flag, choice, items, table (did you mean: count, amount?)"
        ),
    } == set(en[1:])


def test_thousands_of_unknown_keys_are_not_all_listed() -> None:
    """A hostile file is refused in two hundred lines, whatever its length."""
    _, en = refused(minimal(**{f"titl{number}": 1 for number in range(40_000)}))

    assert "201 problems:" == en[0]
    assert "- and more" == en[-1]


@pytest.mark.parametrize("key", ["x" * 1_000_000, "a\nb", "\x1b[31m"], ids=["long", "two", "red"])
def test_a_strange_key_is_said_on_one_short_line(key: str) -> None:
    """A name from outside is neither shown at any length nor sent to the terminal as it is."""
    vi, en = refused(minimal(**{key: 1}))

    assert [1, 1] == [len(vi), len(en)]
    assert len(en[0]) < 300
    assert "\x1b" not in en[0]


class TestShapes:
    """Rules that are written once, and named where they are used."""

    def test_stand_for_what_they_hold(self) -> None:
        """A name is the rule it names, wherever a rule may stand."""
        yes = {"kind": "boolean", "measure": {"flag": "f"}}
        gate = {"measure": {"flag": "f"}, "is": True}
        written: dict[str, Any] = {
            "kind": "gated",
            "when": gate,
            "then": {"kind": "sum", "parts": [yes, {"kind": "capped", "part": yes}]},
            "otherwise": {"kind": "choice", "measure": {"flag": "f"}, "options": {}},
        }
        named = json.loads(json.dumps(written))
        named["then"]["parts"] = ["yes-or-no", {"kind": "capped", "part": "yes-or-no"}]
        del written["otherwise"], named["otherwise"]
        raw = with_row(named) | {"shapes": {"yes-or-no": yes}}

        assert rubrik.loads(json.dumps(with_row(written))) == rubrik.loads(json.dumps(raw))

    def test_may_name_each_other(self) -> None:
        """A shape can be made of another."""
        shapes = {
            "yes": {"kind": "boolean", "measure": {"flag": "f"}},
            "twice": {"kind": "sum", "parts": ["yes", "yes"]},
        }
        yes = shapes["yes"]
        expected = with_row({"kind": "sum", "parts": [yes, yes]})

        assert rubrik.loads(json.dumps(expected)) == rubrik.loads(
            json.dumps(with_row("twice") | {"shapes": shapes})
        )

    def test_stand_in_readings_too(self) -> None:
        """An option can put a shape in the place of a rule."""
        found = rubric()
        (o2,) = (each for each in found.readings[0].options if each.id == "o2")

        assert rubrik.Proportional() == o2.replaces[-1].value

    @pytest.mark.parametrize(
        "shapes",
        [
            {"a": {"kind": "capped", "part": "a"}},
            {"a": {"kind": "sum", "parts": ["b"]}, "b": {"kind": "sum", "parts": ["a"]}},
            {"a": "a"},
        ],
        ids=["itself", "each other", "name"],
    )
    def test_cannot_go_round_in_circles(self, shapes: dict[str, Any]) -> None:
        """A shape that is made of itself is refused, not followed for ever."""
        with pytest.raises(RubrikError):
            rubrik.loads(json.dumps(with_row("a") | {"shapes": shapes}))

    def test_cannot_grow_without_end(self) -> None:
        """Thirty shapes of two parts each would be a thousand million parts."""
        shapes: dict[str, Any] = {
            f"s{number}": {"kind": "sum", "parts": [f"s{number + 1}"] * 2} for number in range(17)
        }
        shapes["s17"] = {"kind": "boolean", "measure": {"flag": "f"}}

        with pytest.raises(RubrikError):
            rubrik.loads(json.dumps(with_row("s0") | {"shapes": shapes}))

    @pytest.mark.parametrize("name", ["yes-or-on", "", "\n"])
    def test_that_are_misspelt_are_no_points_either(self, name: str) -> None:
        """Text in the place of a rule is a number of points, or the name of a shape."""
        shapes = {"yes-or-no": {"kind": "boolean", "measure": {"flag": "f"}}}
        vi, en = refused(with_row(name) | {"shapes": shapes})

        assert [
            f"criterion '1' › score: {name!r} is neither a number of points nor the name of a shape"
        ] == en
        assert [
            (
                f"criterion '1' › score: {name!r} không phải là số điểm, "
                "cũng không phải cách cho điểm nào của [shapes]"
            )
        ] == vi


READING: dict[str, Any] = {
    "id": "r",
    "nodes": ["1"],
    "printed": "p",
    "question": "q",
    "question_en": "q",
    "default": "a",
    "reason": "r",
    "reason_en": "r",
    "options": {"a": {}, "b": {"1": {"max": 8}}},
}


def with_reading(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any plain data
    """A rubric's file of one row and one reading of it."""
    return with_row({"kind": "sum", "parts": [1, 2]}) | {"reading": [{**READING, **more}]}


def unlike_the_good_one(rows: Any) -> str:  # noqa: ANN401 - any plain data
    """What is wrong with the readings of a test, for its name."""
    row = rows[0] if isinstance(rows, list) else rows
    if not isinstance(row, dict):
        return json.dumps(rows)
    return json.dumps({key: each for key, each in row.items() if each != READING.get(key)})


class TestReadings:
    """Options name fields of rows, and are read as those fields are."""

    def test_replace_a_field(self) -> None:
        """A maximum is a number, a rule is a rule, a part of a rule is a part."""
        options = {
            "a": {"effect": "none", "why": "như in"},
            "b": {"1": {"max": "2,5", "score": {"kind": "sum", "parts": [4]}}},
            "c": {"*": {"score.parts.1": 3, "capped": False}},
        }
        found = rubrik.loads(json.dumps(with_reading(options=options, labels={"b": "2,5 điểm"})))
        assert isinstance(found, rubrik.Rubric)
        (reading,) = found.readings
        report = rubrik.Submission(rubric="nho")
        points = [score(found, report, readings={"r": each.id}).points for each in reading.options]

        assert [3, rubrik.rational("2,5"), 4] == points
        assert ["như in", "", ""] == [each.no_effect for each in reading.options]
        assert ["", "2,5 điểm", ""] == [each.label for each in reading.options]
        assert not found.under({"r": "c"}).nodes["1"].capped

    @pytest.mark.parametrize(
        ("more", "vi", "en"),
        [
            (
                {"options": {"a": {}, "b": {"1": {"mix": 8}}}},
                "reading 'r' › option 'b' › 1 › mix: không có trường mix (có phải là: max?)",
                "reading 'r' › option 'b' › 1 › mix: there is no field mix (did you mean: max?)",
            ),
            (
                {"options": {"a": {}, "b": {"1": {"max": "x"}}}},
                (
                    "reading 'r' › option 'b' › 1 › max: 'x' không phải là số; "
                    "số được viết như 3, 2,5, 48/28 hoặc 99,59%"
                ),
                (
                    "reading 'r' › option 'b' › 1 › max: 'x' is no number; "
                    "numbers are written like 3, 2.5, 48/28 or 99.59%"
                ),
            ),
            (
                {"options": {"a": {}, "b": {"2": {"max": 8}}}},
                "reading 'r' › option 'b': không có tiêu chí 2",
                "reading 'r' › option 'b': there is no criterion 2",
            ),
            (
                {"options": {"a": {}, "b": {"1": {"score.parts.7": 8}}}},
                "reading 'r' › option 'b' › 1 › score.parts.7: không có trường 7",
                "reading 'r' › option 'b' › 1 › score.parts.7: there is no field 7",
            ),
            (
                {"options": {"a": {}, "b": {"1": {"score.parts.0": {"kind": "boolean"}}}}},
                (
                    "reading 'r' › option 'b' › criterion '1' › score › parts[0]: Boolean cần "
                    "một giá trị đo là câu trả lời (flag, choice, item)"
                ),
                (
                    "reading 'r' › option 'b' › criterion '1' › score › parts[0]: Boolean needs "
                    "a measure that is an answer (flag, choice, item)"
                ),
            ),
            (
                {"default": "c"},
                "reading 'r' › default: không có phương án c",
                "reading 'r' › default: there is no option c",
            ),
            (
                {"nodes": ["2"]},
                "reading 'r' › nodes: không có tiêu chí 2",
                "reading 'r' › nodes: there is no criterion 2",
            ),
            (
                {"questions": "q"},
                (
                    "reading 'r': khóa questions không có ở đây "
                    "(có phải là: question, question_en, options?)"
                ),
                (
                    "reading 'r': there is no key questions here "
                    "(did you mean: question, question_en, options?)"
                ),
            ),
            (
                {"options": {}},
                "reading 'r' › default: không có phương án a",
                "reading 'r' › default: there is no option a",
            ),
        ],
    )
    def test_that_cannot_be_are_refused(self, more: dict[str, Any], vi: str, en: str) -> None:
        """Fields, rows, options and values that are not there, with the path to each."""
        assert ([vi], [en]) == refused(with_reading(**more))

    @pytest.mark.parametrize(
        "readings",
        [
            3,
            {"id": "r"},
            [3],
            ["r"],
            [None],
            [{}],
            [{**READING, "options": ["a", "b"]}],
            [{**READING, "options": "a"}],
            [{**READING, "options": None}],
            [{**READING, "options": {"a": 3}}],
            [{**READING, "options": {"a": None}}],
            [{**READING, "options": {"a": []}}],
            [{**READING, "options": {"a": {"1": 3}}}],
            [{**READING, "options": {"a": {"1": ["max"]}}}],
            [{**READING, "options": {"a": {"1": {"score.parts.²": 1}}}}],
            [{**READING, "options": {"a": {"1": {"": 1}}}}],
            [{**READING, "options": {"a": {"1": {"score..": 1}}}}],
            [{**READING, "options": {"a": {"*": {"max": 1}}}, "nodes": 3}],
            [{**READING, "options": {"a": {"*": {"max": 1}}}, "nodes": None}],
            [{**READING, "options": {"a": {"*": {"max": 1}}}, "nodes": [[]]}],
            [{**READING, "options": {"a": {"effect": 3}}}],
            [{**READING, "options": {"a": {"effect": "some"}}}],
            [{**READING, "options": {"a": {"effect": "none", "why": 3}}}],
            [{**READING, "labels": 3}],
            [{**READING, "labels": ["a"]}],
            [{**READING, "labels": {"a": 3}}],
            [{**READING, "labels": {"z": "no such option"}}],
            [{**READING, "default": 3}],
            [{**READING, "id": None}],
            [{**READING, "options": {"a": {"1": {"criterion": "2"}}}}],
            [{**READING, "options": {"a": {"1": {"parent": "9"}}}}],
            [{**READING, "options": {"a": {"1": {"score": 1, "score.parts.0": 2}}}}],
            [{**READING, "options": {"a": {"1": {"max": 1}, "*": {"max": 2}}}}],
        ],
        ids=unlike_the_good_one,
    )
    def test_of_no_shape_at_all_are_refused(self, readings: object) -> None:
        """Whatever stands where a reading is expected, it is refused in words."""
        with pytest.raises(RubricError) as caught:
            rubrik.loads(json.dumps(with_row(1) | {"reading": readings}))
        assert caught.value.problems[0].path


class TestContent:
    """What is in the tables must make sense together."""

    @pytest.mark.parametrize(
        "raw",
        [
            minimal(input=[{"kind": "count", "name": "a", "label": "A", "max": -5}]),
            minimal(input=[{"kind": "choice", "name": "a", "label": "A", "options": {}}]),
            minimal(
                node=[
                    {"criterion": "1.1", "name": "Trước", "score": 1},
                    {"group": "1", "name": "Sau"},
                ]
            ),
            with_row(1, max=-5),
        ],
        ids=["count up to -5", "choice of nothing", "group after its rows", "negative maximum"],
    )
    def test_that_cannot_be_scored_is_refused(self, raw: dict[str, Any]) -> None:
        """A file that loads can be scored; what cannot be, does not load."""
        with pytest.raises(RubricError):
            rubrik.loads(json.dumps(raw))

    def test_that_nests_rows_without_end_can_be_asked_for_its_bounds(self) -> None:
        """Three thousand groups, each in the other, are refused or are no trouble."""
        rows: list[dict[str, Any]] = [{"group": "g0", "name": "n"}]
        rows += [
            {"group": f"g{index + 1}", "name": "n", "parent": f"g{index}"} for index in range(3000)
        ]
        try:
            found = rubrik.loads(json.dumps(minimal(node=rows)))
        except RubricError:
            return
        assert isinstance(found, rubrik.Rubric)
        assert found.under().bounds("g0").within is None
