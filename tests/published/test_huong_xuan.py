"""The report 612/BC-UBND of UBND xã Hương Xuân (Thừa Thiên Huế), 5/10/2020: answers, no points.

The table was transcribed from the publication, without the library.
"""

from collections import Counter
from pathlib import Path

import pytest

import rubrik
from rubrik import Criterion, Submission
from rubrik.measures import Flag

# What the report states for each row: achieved, not achieved, or neither ("").
ANSWERS = {
    "I.1.1": "",  # 171 % (48/28)
    "I.1.2": "",  # 100 % of the computers
    "I.1.3": "",
    "I.1.4": "Đạt",
    "I.1.5": "Đạt",
    "I.1.6": "Đạt",
    "I.1.7": "Đạt",
    "I.1.8": "Có",
    "I.1.9": "Có",
    "I.2.1": "Đạt",
    "I.2.2": "Đạt",
    "I.2.3": "Chưa đạt",
    "II.1": "Đạt",
    "II.2": "Đạt",
    "II.3": "Chưa đạt",
    "III.1.1": "",
    "III.1.2": "Đạt",
    "III.1.3": "",
    "III.2.1": "Đạt",
    "III.3.1": "Đạt",
    "III.3.2": "",
    "III.3.3": "",
    "III.4.1": "",
    "IV.1": "",
    "IV.2": "",  # "Đăng ký 100%" of level 4, which II.3 calls "Chưa đạt"
    "IV.3": "",
    "IV.4": "",  # "12" where a share is asked for
    "IV.5": "",
    "IV.6": "",  # "đạt 99,59%" says how much, not that it is enough
    "IV.7": "",
    "V.1": "",
}


@pytest.fixture(scope="module")
def report() -> Submission:
    """The report as the project's example has it."""
    return rubrik.load_submission(Path(__file__).parents[2] / "examples" / "huong-xuan-2020.toml")


def test_every_row_has_the_answer_that_the_report_states(report: Submission) -> None:
    """Each row of the print, in its order, reads one answer, and what is not stated is missing."""
    rows = [node for node in rubrik.load(report.rubric).nodes if isinstance(node, Criterion)]
    found = {
        row.code: report.inputs.get(row.measure.flag, "")
        for row in rows
        if isinstance(row.measure, Flag)
    }

    assert list(ANSWERS.items()) == list(found.items())


def test_the_answers_are_counted() -> None:
    """13 of 31 rows are achieved, 2 are not, and for 16 the report does not say."""
    assert {"": 16, "Đạt": 11, "Có": 2, "Chưa đạt": 2} == Counter(ANSWERS.values())


def test_no_row_has_a_maximum_or_a_rule(report: Submission) -> None:
    """A checklist without points has none invented for it."""
    nodes = rubrik.load(report.rubric).nodes

    assert [] == [node.code for node in nodes if node.max is not None or node.score is not None]


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("I.1.1", "171% (48/28)."),
        ("II.3", "Chưa đạt."),
        ("IV.2", "Đăng ký 100% TTHC đạt DVC TT mức độ 4."),
        ("IV.4", "12."),
        ("IV.6", "743/746 đạt 99,59%."),
        ("IV.7", "12."),
    ],
)
def test_what_is_odd_in_the_report_is_kept(code: str, printed: str, report: Submission) -> None:
    """Rounded, bare and contradictory answers stand as evidence, as printed."""
    assert printed == report.evidence[code]


def test_counts_stand_beside_the_shares_that_were_printed_for_them(report: Submission) -> None:
    """48/28 is not exactly 171 %, nor 743/746 exactly 99,59 %: both are kept, none is mended."""
    names = ("may_tinh", "cbcc", "ty_le_may_tinh", "ho_so_dung_han", "ho_so_thu_ly")

    assert [48, 28, "171%", 743, 746] == [report.inputs[name] for name in names]
    assert "99,59%" == report.inputs["ty_le_dung_han"]
    assert [] == sorted(report.inputs.keys() & {"ho_so_truc_tuyen", "ty_le_ho_so_truc_tuyen"})
