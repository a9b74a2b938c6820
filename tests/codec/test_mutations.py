"""Small files with something replaced, left out or renamed: refused in words, or scored."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rubrik
from codec.small import REPORT_TEXT, RUBRIC_TEXT, as_json, report, rubric
from rubrik import CohortRecord, Rubric, RubrikError, Submission, score
from rubrik.codec import rubric_view

RUBRIC_RAW: Final[dict[str, Any]] = json.loads(as_json(RUBRIC_TEXT))
REPORT_RAW: Final[dict[str, Any]] = json.loads(as_json(REPORT_TEXT))

RUBRIC = rubric()
REPORT = report()
NOTHING = Submission(rubric="nho")

PLAIN: Final[st.SearchStrategy[Any]] = st.sampled_from(
    [
        *(None, True, False, 0, 1, -1, 3, 2.5, -0.5, 10**30),
        *("", "x", "a", "l", "1", "1.1", "1/2", "50%", "max", "-max", "cohort", "zero", "²", "\n"),
        *([], {}, [1], ["a"], [[]], [{}], {"a": 1}, {"a": -1}, {"": 0}),
        *({"kind": "sum"}, {"kind": "sum", "parts": [1]}, {"kind": "proportional"}),
        *({"flag": "f"}, {"count": "a"}, {"ratio": "a", "of": "b"}, {"items": "l", "item": "p"}),
    ]
)
"""What may stand where it does not belong: every kind of plain data, and things that look right."""

NAMES: Final = st.sampled_from(
    ["x", "", "kind", "score", "max", "parent", "at", "from", "group", "criterion", "name", "parts"]
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any plain data
    """Every table or list in the data with each of its keys or indexes."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


@st.composite
def mutated(draw: st.DrawFn, raw: dict[str, Any]) -> dict[str, Any]:
    """The data with up to three things wrong."""
    found = deepcopy(raw)
    for _ in range(draw(st.integers(1, 3))):
        spots = list(places(found))
        if not spots:
            break
        owner, key = spots[draw(st.integers(0, len(spots) - 1))]
        match draw(st.sampled_from(["replace", "copy", "rename", "drop"])):
            case "replace":
                owner[key] = deepcopy(draw(PLAIN))
            case "copy":
                other, at = spots[draw(st.integers(0, len(spots) - 1))]
                owner[key] = deepcopy(other[at])
            case "rename" if isinstance(owner, dict):
                owner[draw(NAMES)] = owner.pop(key)
            case _:
                del owner[key]
    return found


def speaks(error: RubrikError) -> None:
    """See that a refusal has its words."""
    assert error.text("vi")
    assert error.text("en")


def loaded(raw: dict[str, Any]) -> Rubric | Submission | CohortRecord | None:
    """What the data holds; ``None`` where it is refused, in both languages."""
    try:
        return rubrik.loads(json.dumps(raw))
    except RubrikError as error:
        speaks(error)
        return None


def scored(found: Rubric, given: Submission, readings: dict[str, str] | None = None) -> None:
    """Score, and read all of the sheet; refusals are an answer too."""
    try:
        sheet = score(found, given, readings=readings)
    except RubrikError as error:
        speaks(error)
        return
    assert json.loads(rubrik.dumps(sheet))
    for code in sheet.interpretation.nodes:
        sheet.interpretation.bounds(code)


@given(mutated(RUBRIC_RAW))
def test_a_rubric_with_something_wrong_is_refused_or_works(raw: dict[str, Any]) -> None:
    """Nothing but an error of the library comes out of loading; what loads can be used."""
    found = loaded(raw)
    if not isinstance(found, Rubric):
        return

    assert found == rubrik.loads(rubrik.dumps(found))
    assert found.content_hash.startswith("sha256:")
    assert json.dumps(rubric_view(found))
    scored(found, REPORT)
    scored(found, NOTHING)


@given(mutated(RUBRIC_RAW))
def test_every_option_of_a_rubric_that_loads_can_be_scored(raw: dict[str, Any]) -> None:
    """A reading that was let in can be chosen, whatever was put in its options."""
    found = loaded(raw)
    if not isinstance(found, Rubric):
        return

    for reading in found.readings:
        for option in reading.options:
            scored(found, NOTHING, {reading.id: option.id})


@given(mutated(REPORT_RAW))
def test_a_report_with_something_wrong_is_refused_or_scored(raw: dict[str, Any]) -> None:
    """Nothing but an error of the library comes out of loading a report, or of scoring it."""
    found = loaded(raw)
    if not isinstance(found, Submission):
        return

    assert found == rubrik.loads(rubrik.dumps(found))
    scored(RUBRIC, found)


@given(st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3), max_leaves=4))
def test_whatever_is_reported_is_refused_or_scored(value: object) -> None:
    """Any plain data in the place of an answer, for every input of the rubric."""
    for name in RUBRIC.declared.inputs:
        found = loaded({"rubric": "nho", "inputs": {name: value}})
        if isinstance(found, Submission):
            scored(RUBRIC, found)


@pytest.mark.parametrize("text", ["null", "3", "[]", '""', "true"])
def test_json_of_no_table_is_refused(text: str) -> None:
    """A text that is JSON and no table is refused, whatever it is taken for."""
    with pytest.raises(RubrikError):
        rubrik.loads(text)
