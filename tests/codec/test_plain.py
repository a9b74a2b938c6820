import json

import pytest

import rubrik
from codec.small import REPORT_TEXT, as_json, report, rubric
from rubrik import Rubric, Submission


@pytest.mark.parametrize("slug", rubrik.slugs())
def test_a_rubric_that_ships_comes_back_as_it_was(slug: str) -> None:
    """Nothing of a printed rubric is lost on its way through JSON."""
    given = rubrik.load(slug)
    back = rubrik.loads(rubrik.dumps(given))

    assert given == back
    assert isinstance(back, Rubric)
    assert given.content_hash == back.content_hash


@pytest.mark.parametrize("given", [rubric(), report()], ids=["rubric", "report"])
def test_what_is_dumped_is_loaded_again(given: Rubric | Submission) -> None:
    """Every kind of row, rule, measure and input survives, and so does every key of a report."""
    assert given == rubrik.loads(rubrik.dumps(given))


def test_what_is_dumped_is_what_a_person_would_write() -> None:
    """Fields at their defaults are left out, numbers are whole or exact text, names are names."""
    raw = json.loads(rubrik.dumps(rubric()))
    row = raw["node"][1]

    assert "constraints document effective_year input node reading slug title" == " ".join(
        sorted(raw)
    )
    assert {
        "criterion": "1.1",
        "name": "R",
        "max": "10",
        "measure": {"ratio": "a", "of": "b", "stated": "s", "when_empty": "0"},
        "score": {"kind": "proportional"},
        "examples": [
            {"inputs": {"a": 1, "b": 2}, "points": "5"},
            {"inputs": {}, "status": "missing"},
        ],
    } == row
    assert {
        "kind": "proportional",
        "rate": "1",
        "measure": {"weighted": {"a": "1", "b": "-1/2"}},
    } == raw["node"][5]["score"]["otherwise"]["part"]


def test_a_report_is_dumped_whole() -> None:
    """A report reads in JSON as it was written in TOML."""
    assert {
        **json.loads(as_json(REPORT_TEXT)),
        "inputs": {**json.loads(as_json(REPORT_TEXT))["inputs"], "m": "5/2"},
        "claims": {"1.1": "15/2"},
        "adjudication": [
            {
                "code": "1.2",
                "decision": "replace",
                "points": "2",
                "reason": "biên bản 3",
                "reference": "số 3",
            }
        ],
    } == json.loads(rubrik.dumps(report()))


def test_readings_keep_their_words() -> None:
    """Options stand by their ids, with what they replace, or why they change nothing."""
    (reading,) = json.loads(rubrik.dumps(rubric()))["reading"]

    assert {
        "o1": {},
        "o2": {
            "1.1": {"max": "8", "measure.when_empty": "1", "score": {"kind": "proportional"}},
        },
        "o3": {"1.3": {"score.floor": "1", "score.parts.1.options.x": "1"}},
        "o4": {"effect": "none", "why": "w"},
    } == reading["options"]
    assert {"o1": "L1"} == reading["labels"]


def test_a_number_of_any_size_can_be_dumped() -> None:
    """Whole numbers that Python will not write at once are written all the same, or refused."""
    try:
        given = Submission(rubric="nho", inputs={"a": 10**5000})
    except rubrik.RubrikError:
        return
    assert given == rubrik.loads(rubrik.dumps(given))


def test_text_is_written_as_it_is_read() -> None:
    """Vietnamese stays Vietnamese in the file, and indented for people."""
    text = rubrik.dumps(Submission(rubric="nho", unit="UBND xã"))

    assert '{\n  "rubric": "nho",\n  "unit": "UBND xã"\n}' == text
