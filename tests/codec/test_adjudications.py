"""A verifying office's decisions in a file of their own."""

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import rubrik
from rubrik import Adjudication, Adjudications, FileFormatError, SubmissionError

TEXT = """
rubric = "nho"
unit = "UBND xã"
period = "2023"
rubric_hash = "sha256:00"

[[adjudication]]
code = "1.1"
decision = "accept"
reason = "đúng"

[[adjudication]]
code = "1.2"
decision = "replace"
points = "2,5"
reason = "đếm lại"
reference = "biên bản 3"
"""

FOUND = Adjudications(
    rubric="nho",
    unit="UBND xã",
    period="2023",
    rubric_hash="sha256:00",
    adjudications=(
        Adjudication(code="1.1", decision="accept", reason="đúng"),
        Adjudication(
            code="1.2", decision="replace", points="5/2", reason="đếm lại", reference="biên bản 3"
        ),
    ),
)


def loaded(folder: Path, text: str, name: str = "tham-dinh.toml") -> Adjudications:
    """What is in a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return rubrik.load_adjudications(path)


def refusal(folder: Path, text: str) -> SubmissionError:
    """Why a file is refused."""
    with pytest.raises(SubmissionError) as caught:
        loaded(folder, text)
    return caught.value


class TestFiles:
    """TOML or JSON, as files of the other kinds."""

    def test_are_read(self, tmp_path: Path) -> None:
        """Rubric, unit, period, pinned content, and every decision."""
        assert FOUND == loaded(tmp_path, TEXT)

    def test_are_read_from_json(self, tmp_path: Path) -> None:
        """The same keys in JSON."""
        assert FOUND == loaded(tmp_path, json.dumps(tomllib.loads(TEXT)), "tham-dinh.json")

    def test_may_hold_no_decision(self, tmp_path: Path) -> None:
        """An office that has looked and decided nothing yet."""
        head = TEXT.partition("[[")[0]

        assert () == loaded(tmp_path, head).adjudications

    def test_that_are_not_there_are_refused(self, tmp_path: Path) -> None:
        """With the name of the file."""
        with pytest.raises(FileFormatError, match="there is no such file"):
            rubrik.load_adjudications(tmp_path / "khong-co.toml")


class TestRefused:
    """What is no file of adjudications, with all that is wrong."""

    def test_with_every_problem(self, tmp_path: Path) -> None:
        """Keys, words and points, each with its path."""
        text = (
            'rubric = "nho"\nunits = "UBND xã"\nperiod = 2023\n'
            '[[adjudication]]\ncode = "1.1"\ndecision = "acept"\nreason = "x"\n'
            '[[adjudication]]\ncode = "1.2"\ndecision = "reject"\npoints = 1\nreason = "x"\n'
            '[[adjudication]]\ndecision = "reject"\nreason = "x"\n'
        )

        assert [
            "6 problems:",
            "- the key unit is missing",
            "- period: 2023 will not do: text is expected",
            (
                "- adjudication '1.1' › decision: 'acept' will not do: one of these is expected: "
                "accept, replace, reject, annul, not_applicable (did you mean: accept?)"
            ),
            "- adjudication '1.2': a decision to replace needs points; the others have none",
            "- adjudication[2]: the key code is missing",
            "- there is no key units here (did you mean: unit?)",
        ] == refusal(tmp_path, text).text("en").splitlines()

    def test_as_a_report(self, tmp_path: Path) -> None:
        """What the unit's own keys are is said of each, beside all else that is wrong."""
        text = TEXT.replace('period = "2023"\n', "") + '[inputs]\na = 1\n[claims]\n"1.1" = 1\n'
        said = refusal(tmp_path, text)

        assert [
            "3 problems:",
            "- inputs belongs to the report of the unit: this file holds adjudications alone",
            "- claims belongs to the report of the unit: this file holds adjudications alone",
            "- the key period is missing",
        ] == said.text("en").splitlines()
        assert (
            "- inputs thuộc về phiếu báo cáo của đơn vị: tệp này chỉ ghi quyết định thẩm định"
            == said.text("vi").splitlines()[1]
        )

    def test_as_a_report_that_has_all_else(self, tmp_path: Path) -> None:
        """What could be read as decisions is refused for what stands beside them."""
        assert (
            "evidence belongs to the report of the unit: this file holds adjudications alone"
        ) == refusal(tmp_path, f"{TEXT}[evidence]\n").text("en")

    def test_as_a_rubric(self, tmp_path: Path) -> None:
        """A rubric decides nothing about a unit."""
        said = refusal(tmp_path, 'slug = "x"\n')

        assert "this is a rubric: a file of adjudications is expected" == said.text("en")
        assert "đây là một bộ tiêu chí: cần một tệp quyết định thẩm định" == said.text("vi")


class TestSchema:
    """What editors check and complete such a file against."""

    SCHEMA = rubrik.json_schema(Adjudications)
    CHECKER = Draft202012Validator(SCHEMA)

    def test_is_one(self) -> None:
        """It is a schema, and says what it is of."""
        Draft202012Validator.check_schema(self.SCHEMA)

        assert "Adjudications" == self.SCHEMA["title"]
        assert ["rubric", "unit", "period"] == self.SCHEMA["required"]

    def test_lets_files_through(self) -> None:
        """What loads also fits."""
        assert [] == list(self.CHECKER.iter_errors(tomllib.loads(TEXT)))

    @pytest.mark.parametrize(
        "more",
        [
            'claims = { "1" = 1 }\n',
            '[[adjudication]]\ncode = "1"\ndecision = "accpt"\nreason = "x"\n',
            '[[adjudication]]\ncode = "1"\ndecision = "accept"\n',
        ],
    )
    def test_underlines_the_rest(self, more: str) -> None:
        """A key of the unit's report, an unknown word, a decision without a reason."""
        head = TEXT.partition("[[")[0]

        assert not self.CHECKER.is_valid(tomllib.loads(head + more))
