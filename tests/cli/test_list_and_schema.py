import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import rubrik as library
from cli.running import DECISIONS, REPORT, SLUG, Rubrik
from rubrik.cli.commands import SchemaKind
from rubrik.codec import load_submission
from rubrik.codec.documents import DOCUMENTS
from rubrik.codec.outputs import FILES


class TestList:
    """``rubrik list``: the rubrics that ship."""

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", "Mã bộ tiêu chí Tên Tối đa Tiêu chí Số liệu Cách hiểu"),
            ("en", "Slug Title Max Criteria Inputs Readings"),
        ],
    )
    def test_the_columns(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """Slug, title, maximum, and how much there is in it."""
        result = rubrik("list", "--lang", lang)

        assert (0, "") == (result.status, result.err)
        assert expected in result.flat

    def test_a_rubric(self, rubrik: Rubrik) -> None:
        """The Thanh Hóa rubric: 1000 points in 56 criteria."""
        out = rubrik("list").out
        row = next(line for line in out.splitlines() if line.startswith(f" {SLUG} "))

        assert [SLUG, "1000", "56", "114", "76"] == [row.split()[0], *row.split()[-4:]]

    def test_the_json(self, rubrik: Rubrik) -> None:
        """One object for each rubric, under the format and the version of the library."""
        result = rubrik("list", "--json").json
        found = result["rubrics"]

        assert ["format", "version", "rubrics"] == list(result)
        assert (1, library.__version__) == (result["format"], result["version"])
        assert [*library.slugs()] == [each["slug"] for each in found]
        assert {
            "slug": SLUG,
            "origin": f"rubrik {library.__version__}",
            "title": "Bộ chỉ số chuyển đổi số cấp xã, tỉnh Thanh Hóa, năm 2023",
            "hash": library.load(SLUG).content_hash,
            "max": "1000",
            "effective_year": 2023,
            "criteria": 56,
            "inputs": 114,
            "readings": 76,
        } == next(each for each in found if each["slug"] == SLUG)


class TestSchema:
    """``rubrik schema``: what editors check files against."""

    def test_a_submission_fits_its_schema(self, rubrik: Rubrik) -> None:
        """What `dumps` writes of a report is valid by the printed schema."""
        schema = rubrik("schema", "submission", "--json").json
        report = library.dumps(load_submission(REPORT))

        assert [] == list(Draft202012Validator(schema).iter_errors(json.loads(report)))

    def test_the_schema_of_a_rubric(self, rubrik: Rubrik) -> None:
        """The other kind of file."""
        result = rubrik("schema", "rubric", "--lang", "en")

        assert (0, "Rubric") == (result.status, result.json["title"])

    def test_the_schema_of_a_cohort(self, rubrik: Rubrik) -> None:
        """What `rubrik rank` saves has one too."""
        result = rubrik("schema", "cohort", "--lang", "en")

        assert (0, "CohortRecord") == (result.status, result.json["title"])

    def test_the_schema_of_adjudications(self, rubrik: Rubrik) -> None:
        """The decisions of a verifying office."""
        schema = rubrik("schema", "adjudications").json
        decided = tomllib.loads(Path(DECISIONS).read_text(encoding="utf-8"))

        assert [] == list(Draft202012Validator(schema).iter_errors(decided))

    @pytest.mark.parametrize("name", DOCUMENTS)
    def test_the_schema_of_what_is_put_out(self, rubrik: Rubrik, name: str) -> None:
        """Every document has one, under the name that Python knows it by."""
        assert library.json_schema(name) == rubrik("schema", name).json

    def test_has_the_kinds_that_the_library_has(self) -> None:
        """Four of files, and nine of what is put out, in one order."""
        assert [*FILES, *DOCUMENTS] == [each.value for each in SchemaKind]

    @pytest.mark.parametrize("arguments", [[], ["sheet"]])
    @pytest.mark.parametrize(
        ("lang", "expected", "see"),
        [
            ("en", "KIND: one of these is expected: ", "see"),
            ("vi", "LOẠI: cần một trong: ", "xem"),
        ],
    )
    def test_another_kind_or_none_is_refused(
        self, rubrik: Rubrik, arguments: list[str], lang: str, expected: str, see: str
    ) -> None:
        """What there is to choose from is told."""
        result = rubrik("schema", *arguments, "--lang", lang)

        assert (2, "") == (result.status, result.out)
        assert (
            f"rubrik: {expected}rubric, submission, adjudications, cohort, scoresheet, comparison, "
            "verification, ranking, audit, list, show, template, score-table "
            f"({see} rubrik schema --help)\n"
        ) == result.err

    def test_the_help_breaks_no_word(self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a screen of eighty columns every kind can be read."""
        monkeypatch.setenv("COLUMNS", "80")
        result = rubrik("schema", "--help", "--lang", "en")

        text = " ".join(result.out.replace("│", " ").split())
        assert (
            "KIND A kind of file: rubric, submission, adjudications, cohort; or of what --json "
            "prints: scoresheet, comparison, verification, ranking, audit, list, show, template, "
            "score-table. [required]"
        ) in text
