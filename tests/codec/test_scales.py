"""Files of scales of the caller's own."""

import json
from pathlib import Path
from typing import Any

import pytest

import rubrik
from classifier.small import level, points, share
from rubrik import AllOf, FileFormatError, Reaches, RubricError, Scale

OWN = """
[[scale]]
id = "chung"
name = "Xếp loại chung"
below = "Không đạt"
levels = [
  { name = "Tốt", conditions = [
    { scale = "san-sang", level = "Tốt" },
    { node = "B", points = "7,5" },
  ] },
]

[[scale]]
id = "san-sang"
name = "Sẵn sàng"
nodes = ["A"]
levels = [ { name = "Tốt", from = "80%" }, { name = "Khá", from = "65%", below = "80%" } ]
"""


@pytest.fixture
def load(tmp_path: Path) -> Any:  # noqa: ANN401 - a function
    """Writes a file and reads its scales."""

    def load(text: str, name: str = "own.toml") -> tuple[Scale, ...]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return rubrik.load_scales(path)

    return load


def test_they_are_read_with_the_levels_of_each_other(load: Any) -> None:  # noqa: ANN401
    """In the order of the file; what one asks of a level of another is put in."""
    first, second = load(OWN)
    at_least_80 = share("80%", "A", base="max")

    assert ("chung", "Xếp loại chung", "Không đạt") == (first.id, first.name, first.below)
    assert (AllOf(all=(at_least_80,)), points("7,5", "B")) == first.levels[0].conditions
    assert ("A",) == second.nodes
    assert ["Tốt", "Khá"] == [each.name for each in second.levels]


def test_they_may_be_json(load: Any) -> None:  # noqa: ANN401
    """A file whose name ends in .json is JSON."""
    raw = {"scale": [{"id": "s", "name": "S", "levels": [{"name": "I", "from": 2.5}]}]}

    assert (Scale(id="s", name="S", levels=(level("I", points("2.5")),)),) == load(
        json.dumps(raw), "own.json"
    )


def test_they_may_name_levels_of_a_rubric(load: Any) -> None:  # noqa: ANN401
    """Which rubric that is is known when they are applied."""
    wanted = '{ scale = "hang-muc", level = "Tốt" }'
    text = (
        f'[[scale]]\nid = "s"\nname = "S"\nlevels = [ {{ name = "I", conditions = [{wanted}] }} ]'
    )

    assert (Reaches(scale="hang-muc", level="Tốt"),) == load(text)[0].levels[0].conditions


def test_a_file_may_hold_none(load: Any) -> None:  # noqa: ANN401
    """An empty file holds no scales."""
    assert () == load("")


REFUSED = {
    "another table": (
        '[[scales]]\nid = "s"\n[ranking]\nties = "dense"',
        "2 lỗi:\n- khóa scales không có ở đây (có phải là: scale?)\n- khóa ranking không có ở đây",
        (
            "2 problems:\n- there is no key scales here (did you mean: scale?)\n"
            "- there is no key ranking here"
        ),
    ),
    "no list": (
        '[scale]\nid = "s"',
        "scale: {'id': 's'} không hợp lệ: cần một danh sách",
        "scale: {'id': 's'} will not do: a list is expected",
    ),
    "no table": (
        "scale = [5]",
        "scale[0]: 5 không hợp lệ: cần một bảng",
        "scale[0]: 5 will not do: a table is expected",
    ),
    "everything at once": (
        (
            '[[scale]]\nid = "s"\nname = "S"\nlevel = []\n'
            '[[scale]]\nid = "t"\nname = "T"\nlevels = []\n'
            '[[scale]]\nid = "t"\nname = "T"\nlevels = [ { name = "I", conditions = [] } ]'
        ),
        (
            "5 lỗi:\n"
            "- scale 's': thiếu khóa levels\n"
            "- scale 's': khóa level không có ở đây (có phải là: levels?)\n"
            "- scale 't': có hai lần\n"
            "- scale 't' › levels: thang không có mức nào\n"
            "- scale 't' › level 'I': mức này không có điều kiện nào: mọi đơn vị đều đạt"
        ),
        (
            "5 problems:\n"
            "- scale 's': the key levels is missing\n"
            "- scale 's': there is no key level here (did you mean: levels?)\n"
            "- scale 't': stands twice\n"
            "- scale 't' › levels: the scale has no levels\n"
            "- scale 't' › level 'I': the level has no conditions: every unit reaches it"
        ),
    ),
    "itself": (
        (
            '[[scale]]\nid = "s"\nname = "S"\n'
            'levels = [ { name = "I", conditions = [ { scale = "s", level = "I" } ] } ]'
        ),
        "scale 's' › level 'I' › conditions[0]: thang s được xây từ chính nó",
        "scale 's' › level 'I' › conditions[0]: the scale s is made of itself",
    ),
}


@pytest.mark.parametrize("given", REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_said_at_once(load: Any, given: tuple[str, str, str]) -> None:  # noqa: ANN401
    """All of it, each with its place, in both languages."""
    text, vietnamese, english = given
    with pytest.raises(RubricError) as caught:
        load(text)

    assert (vietnamese, english) == (caught.value.text("vi"), caught.value.text("en"))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """As every other file is."""
    with pytest.raises(FileFormatError) as caught:
        rubrik.load_scales(tmp_path / "x.toml")

    assert f"{tmp_path / 'x.toml'}: there is no such file" == str(caught.value)


def _nested(depth: int) -> str:
    """A condition inside of so many others."""
    wanted = "{ points = 1 }"
    for _ in range(depth):
        wanted = f"{{ any = [ {wanted} ] }}"
    return (
        f'[[scale]]\nid = "s"\nname = "S"\nlevels = [ {{ name = "I", conditions = [ {wanted} ] }} ]'
    )


def _chained(length: int, times: int) -> str:
    """Scales of which each asks for the one before, so many times over."""
    scales = ['[[scale]]\nid = "0"\nname = "S"\nlevels = [ { name = "I", from = 1 } ]']
    for index in range(1, length):
        wanted = ", ".join([f'{{ scale = "{index - 1}", level = "I" }}'] * times)
        scales.append(
            f'[[scale]]\nid = "{index}"\nname = "S"\n'
            f'levels = [ {{ name = "I", conditions = [ {wanted} ] }} ]'
        )
    return "\n".join(scales)


def _flat(count: int) -> str:
    wanted = ", ".join(["{ points = 1 }"] * count)
    return (
        f'[[scale]]\nid = "s"\nname = "S"\nlevels = [ {{ name = "I", conditions = [ {wanted} ] }} ]'
    )


HOSTILE = {
    "nested deeper than files may be": _nested(40),
    "more tables than files may hold": _flat(60_000),
    "doubling from scale to scale": _chained(60, 2),
    "a chain of thousands": _chained(3000, 1),
    "two scales of twenty thousand conditions that ask for each other": _chained(2, 30_000),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_good_order(load: Any, text: str) -> None:  # noqa: ANN401
    """Whatever a file holds, what comes out is scales or a refusal."""
    with pytest.raises((FileFormatError, RubricError)):
        load(text)


def test_as_many_conditions_as_files_may_hold_are_read(load: Any) -> None:  # noqa: ANN401
    """A scale of tens of thousands of conditions is read, and decided for a unit."""
    (found,) = load(_flat(40_000))

    assert "I" == rubrik.classify({"": 1}, found).level
    assert 40_000 == len(found.levels[0].conditions)
