"""Each rubric beside a second transcription of its print, made without looking at the first."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

import rubrik
from altering import altered_nodes, altered_rows
from comparing import Difference, codes_differ, differences, row_differs
from rubrik import Rubric
from rubrik.rubric import Criterion, Group
from rubrik.scorers import Banded, Boolean
from transcribed import TranscribedRow, transcribed

FOLDER = Path(__file__).parent / "transcription"

SHIPPED = pytest.mark.parametrize("slug", rubrik.slugs())

NOT_MISSED = {
    # "Không đầy đủ 0 Không 0": two printed cases, and two options, that are worth the same.
    "an-giang/cap-xa-2018 B.I.18": [2, 3],
    # Formulas that say in words what is added or divided, without a figure.
    "an-giang/so-nganh-2018 I.4": [2],
    "an-giang/so-nganh-2018 II.4.2": [3],
    "an-giang/so-nganh-2018 IV.2": [1, 3],
    "an-giang/so-nganh-2018 IV.3": [1, 3],
    "an-giang/so-nganh-2018 V.8": [3],
    # "9 điểm (Triển khai mỗi hệ thống …: 1 điểm; …)": a total, above what it is the total of.
    "an-giang/so-nganh-2018 I.6": [2, 6],
    # "Chưa triển khai: 0 điểm", printed once behind the parts of a sum.
    "thanh-hoa/cap-xa-2023 6.1": [5],
    "thanh-hoa/cap-xa-2023 6.5": [3],
    "thanh-hoa/cap-xa-2023 6.6": [4],
}
"""The printed cases, counted from 1, that a transcription could leave out unseen."""


def said(found: list[Difference]) -> list[str]:
    """Differences in words."""
    return [str(each) for each in found]


def pairs(slug: str) -> Iterator[tuple[Criterion | Group, TranscribedRow]]:
    """The rows of a rubric, each beside its second transcription."""
    rows = {row.code: row for row in transcribed(slug)}
    for node in rubrik.load(slug).nodes:
        yield node, rows[node.code]


def test_every_rubric_was_transcribed_twice_and_nothing_else_was() -> None:
    """One table for each rubric that ships."""
    tables = [path.relative_to(FOLDER).with_suffix("") for path in FOLDER.rglob("*.csv")]

    assert sorted(rubrik.slugs()) == sorted(table.as_posix() for table in tables)


@SHIPPED
def test_both_transcriptions_have_the_same_rows_in_the_same_order(slug: str) -> None:
    """Every printed row is a node, under the same code, in printed order."""
    assert [] == said(list(codes_differ(rubrik.load(slug), transcribed(slug))))


@SHIPPED
def test_both_transcriptions_say_the_same(slug: str) -> None:
    """The line of every row, its maximum, and every case of its rule with the points it gives."""
    assert [] == said(differences(rubrik.load(slug), transcribed(slug)))


@SHIPPED
def test_no_number_of_a_rubric_changes_unseen(slug: str) -> None:
    """Wherever a line, a maximum, an edge or points are another in the rubric, it is reported."""
    declared = rubrik.load(slug).declared
    unseen = [
        (node.code, other.max, other.score)
        for node, row in pairs(slug)
        for other in altered_nodes(node)
        if not list(row_differs(other, row, declared))
    ]

    assert [] == unseen


@SHIPPED
def test_no_cell_of_a_transcription_changes_unseen(slug: str) -> None:
    """Wherever a cell is another in the second transcription, it is reported."""
    declared = rubrik.load(slug).declared
    unseen = [
        other
        for node, row in pairs(slug)
        for other in altered_rows(row)
        if not list(row_differs(node, other, declared))
    ]

    assert [] == unseen


def test_hardly_a_case_is_left_out_unseen() -> None:
    """A case that the transcription lacks is reported, but for a few that other cases imply."""
    unseen = {f"{slug} {row.code}": cases for slug, row, cases in _unseen_without() if cases}

    assert NOT_MISSED == unseen


def _unseen_without() -> Iterator[tuple[str, TranscribedRow, list[int]]]:
    """Each row of each rubric, and those of its cases that it could lack."""
    for slug in rubrik.slugs():
        declared = rubrik.load(slug).declared
        for node, row in pairs(slug):
            others = [
                attrs.evolve(row, cases=(*row.cases[:index], *row.cases[index + 1 :]))
                for index in range(len(row.cases))
            ]
            found = [not list(row_differs(node, other, declared)) for other in others]
            yield slug, row, [index for index, unseen in enumerate(found, start=1) if unseen]


def changed(code: str, **fields: object) -> Rubric:
    """The rubric of Thanh Hóa with fields of one of its rows changed."""
    rubric = rubrik.load("thanh-hoa/cap-xa-2023")
    nodes = (
        attrs.evolve(node, **fields) if node.code == code else node  # type: ignore[arg-type]
        for node in rubric.nodes
    )
    return attrs.evolve(rubric, nodes=tuple(nodes))


def reported(rubric: Rubric) -> list[str]:
    """What the comparison says of a changed rubric of Thanh Hóa."""
    return said(differences(rubric, transcribed("thanh-hoa/cap-xa-2023")))


def test_another_maximum_is_reported() -> None:
    """The comparison shows both maxima; what is printed as a share of it is still the same."""
    assert ["1.6 max: transcribed 20, in the rubric 25"] == reported(
        changed("1.6", max=Fraction(25))
    )


def test_another_line_is_reported() -> None:
    """The comparison shows both lines."""
    node = rubrik.load("thanh-hoa/cap-xa-2023").under().nodes["3"]
    assert node.source is not None

    moved = attrs.evolve(node.source, line=165, name="166")
    assert ["3 line: transcribed 165, in the rubric 166"] == reported(changed("3", source=moved))


def test_another_edge_is_reported() -> None:
    """The comparison shows both bands, the rubric's as the numbers that it holds."""
    node = rubrik.load("thanh-hoa/cap-xa-2023").under().nodes["1.5"]
    assert isinstance(node.score, Banded)

    first, second, third = node.score.bands
    bands = (attrs.evolve(first, from_=5), second, third)
    assert ["1.5 case 1: transcribed >=4 → max, in the rubric [5, ∞) → max"] == reported(
        changed("1.5", score=attrs.evolve(node.score, bands=bands))
    )


def test_other_points_are_reported() -> None:
    """The comparison shows what either gives for a case."""
    assert ["1.6 case 2: transcribed Chưa tổ chức → 0, in the rubric Chưa tổ chức → 1"] == reported(
        changed("1.6", score=Boolean(no=1))
    )


def test_a_row_left_out_is_reported() -> None:
    """The comparison shows the first place where the codes differ."""
    rubric = rubrik.load("thanh-hoa/cap-xa-2023")
    others = tuple(node for node in rubric.nodes if node.code != "7.5")

    assert ["7.6 code: transcribed 7.5, in the rubric 7.6"] == reported(
        attrs.evolve(rubric, nodes=others)
    )
