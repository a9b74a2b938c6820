"""An argument of a wrong kind is refused where it comes in, and not where it first fails."""

from collections.abc import Callable
from typing import Any

import pytest

import rubrik

RUBRIC: Any = rubrik.load("thanh-hoa/cap-xa-2023")
REPORT: Any = rubrik.Submission(rubric=RUBRIC.slug)
SHEET: Any = rubrik.score(RUBRIC, REPORT)
FACTS: Any = {"cbcc": 19}
NONE: Any = None
LIST: Any = ["a"]
NO_RUBRIC = "a value of type Rubric is expected, not one of type {} (it is what these give: "
NO_RUBRIC += "rubrik.load, rubrik.loads)"
NO_REPORT = "a value of type Submission is expected, not one of type {} (it is what these give: "
NO_REPORT += "rubrik.Submission, rubrik.load_submission)"
NO_SHEET = "a value of type Scoresheet is expected, not one of type {} (it is what these give: "
NO_SHEET += "rubrik.score)"
NO_MAPPING = "a value of type Mapping is expected, not one of type {}"


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: rubrik.score(REPORT, RUBRIC), NO_RUBRIC.format("Submission")),
        (lambda: rubrik.score(RUBRIC, FACTS), NO_REPORT.format("dict")),
        (
            lambda: rubrik.score(RUBRIC, REPORT, readings=FACTS.keys()),
            NO_MAPPING.format("dict_keys"),
        ),
        (lambda: rubrik.score_all(RUBRIC, [FACTS]), NO_REPORT.format("dict")),
        (lambda: rubrik.score_all(RUBRIC, {"a": FACTS}), NO_REPORT.format("dict")),
        (lambda: rubrik.evaluate(RUBRIC, REPORT), NO_MAPPING.format("Submission")),
        (lambda: rubrik.verify(RUBRIC, FACTS), NO_REPORT.format("dict")),
        (lambda: rubrik.verified(FACTS, ()), NO_REPORT.format("dict")),
        (lambda: rubrik.audit(FACTS), NO_RUBRIC.format("dict")),
        (lambda: rubrik.ratings(RUBRIC), NO_SHEET.format("Rubric")),
        (lambda: rubrik.compare(SHEET, REPORT), NO_SHEET.format("Submission")),
        (lambda: rubrik.Submission(rubric="x", inputs=NONE), NO_MAPPING.format("NoneType")),
        (lambda: rubrik.Submission(rubric="x", claims=LIST), NO_MAPPING.format("list")),
    ],
)
def test_a_wrong_kind_is_named_with_the_right_one(
    call: Callable[[], object], expected: str
) -> None:
    """What is expected, what was found, and what gives the right kind."""
    with pytest.raises(TypeError) as raised:
        call()

    assert expected == str(raised.value)
