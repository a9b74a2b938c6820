"""What was not reported, found and worded no more often than it takes."""

from collections import Counter

import pytest

import rubrik
from rubrik.measures import Input
from rubrik.saying import sheets
from rubrik.saying.inputs import described
from rubrik.saying.words import Words
from rubrik.scoresheet import Line

COUNT = 1_100


@pytest.fixture(scope="module")
def unanswered() -> rubrik.Scoresheet:
    """A sheet on which every row needs an input of its own, and none was reported."""
    text = ['slug = "nhieu"', 'title = "Nhiều"']
    for each in range(COUNT):
        text.append(f'[[input]]\nname = "i{each}"\nlabel = "Số {each}"\nkind = "count"')
        text.append(f'[[node]]\ncriterion = "{each}"\nname = "Hàng {each}"\nmax = 1')
        text.append(
            f'measure = {{ count = "i{each}" }}\nscore = {{ kind = "proportional", rate = 1 }}'
        )
    rubric = rubrik.loads("\n".join(text))
    assert isinstance(rubric, rubrik.Rubric)
    return rubrik.score(rubric, rubrik.Submission(rubric="nhieu"))


def test_no_row_is_searched_again_for_each_input(
    unanswered: rubrik.Scoresheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row is asked twice what it lacks, however many inputs are missing."""
    asked: Counter[str] = Counter()
    absent = Line.absent

    def counted(line: Line) -> object:
        asked[line.code] += 1
        return absent.__get__(line)

    monkeypatch.setattr(Line, "absent", property(counted))
    found = list(sheets.missing(unanswered, Words("en")))

    assert COUNT == len(found)
    assert ("1099: 0–1 points",) == found[-1].needed_by
    assert {2} == set(asked.values())


def test_what_is_not_drawn_is_not_worded(
    unanswered: rubrik.Scoresheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more than a thousand missing inputs the first thousand are put into words."""
    worded: list[str] = []

    def noted(declared: Input, say: Words) -> str:
        said = described(declared, say)
        worded.append(said)
        return said

    monkeypatch.setattr(sheets, "described", noted)
    html = unanswered.html("en")

    assert "Inputs not reported: 1100" in html
    assert [f"Số {each}" for each in range(1_000)] == worded
