"""Answers of a report in the words of the print."""

from attrs import evolve

import rubrik
from drawing.reading import read
from rubrik.saying.comparisons import changes
from rubrik.saying.words import Words

FLAG = """
slug = "mot"
title = "Một"

[[input]]
name = "ke_hoach"
label = "Kế hoạch đã đăng"
kind = "flag"
yes = "Đã đăng"
no = "Chưa đăng"

[[node]]
criterion = "1"
name = "Kế hoạch"
max = 2
measure = { flag = "ke_hoach" }
score = { kind = "boolean" }
"""


def _sheet(*, answer: object) -> rubrik.Scoresheet:
    rubric = rubrik.loads(FLAG)
    assert isinstance(rubric, rubrik.Rubric)
    inputs = {} if answer is None else {"ke_hoach": answer}
    return rubrik.score(rubric, rubrik.Submission(rubric="mot", inputs=inputs))


def test_a_flag_is_read_in_the_words_of_the_print() -> None:
    """A page says what the rubric calls a yes and a no, however they were reported."""
    for answer, word in ((True, "Đã đăng"), (False, "Chưa đăng"), ("chưa", "Chưa đăng")):
        text = read(_sheet(answer=answer).html("en")).text

        assert f"Kế hoạch đã đăng (ke_hoach): {word}" in text


def test_a_change_of_a_flag_is_read_in_the_words_of_the_print() -> None:
    """What it was and what it is are the words of the rubric; nothing where it was not reported."""
    before, after = _sheet(answer=None), _sheet(answer=True)
    row = rubrik.compare(before, after).row("1")

    assert "“Kế hoạch đã đăng” (ke_hoach): – → Đã đăng" in list(changes(row, Words("en")))


def test_json_keeps_the_answer_of_a_machine() -> None:
    """Programs read true and false."""
    sheet = _sheet(answer=True)

    assert {"ke_hoach": "true"} == sheet.line("1").inputs
    assert evolve(sheet.submission) == sheet.submission
