"""What is written as JSON reads back as it was."""

from hypothesis import given
from hypothesis import strategies as st

import rubrik
from generated import rubric_of, rubrics, rules, submissions
from rubrik import Rubric, Submission
from rubrik.rubric import check
from rubrik.scorers import Rule


@given(rubric=rubrics())
def test_a_rubric_reads_back_as_it_was(rubric: Rubric) -> None:
    """A rubric survives being written and read, and keeps its hash."""
    again = rubrik.loads(rubrik.dumps(check(rubric)))

    assert rubric == again
    assert isinstance(again, Rubric)
    assert rubric.content_hash == again.content_hash


@given(rule=rules(max_leaves=6))
def test_a_rule_of_any_depth_reads_back_as_it_was(rule: Rule) -> None:
    """A rule tree survives inside a rubric, however its scorers are nested."""
    rubric = rubric_of(rule)

    assert rubric == rubrik.loads(rubrik.dumps(rubric))


@given(submission=submissions())
def test_a_submission_reads_back_as_it_was(submission: Submission) -> None:
    """A submission survives being written and read, exact numbers included."""
    assert submission == rubrik.loads(rubrik.dumps(submission))


@given(value=st.one_of(rubrics(), submissions()))
def test_what_is_written_again_is_the_same_text(value: Rubric | Submission) -> None:
    """Writing, reading and writing gives the same text: there is one way to say a thing."""
    text = rubrik.dumps(value)

    assert text == rubrik.dumps(rubrik.loads(text))
