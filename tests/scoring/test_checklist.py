from fractions import Fraction

import rubrik
from rubrik import Criterion, Scoresheet, Status
from rubrik.codec import sheet_view
from rubrik.measures import Flag, FlagInput, Item, ItemsInput, Share, ShareInput
from rubrik.scoresheet import Checklist
from scoring.rows import fixed, group, rubric_of, sheet_of

INPUTS = (
    FlagInput(name="trang", label="Trang thông tin", yes="Đạt", no="Chưa đạt"),
    FlagInput(name="thu", label="Thư điện tử", yes="Đạt", no="Chưa đạt"),
    ItemsInput(name="mang", label="Mạng", options={"lan": "LAN", "wan": "WAN"}),
    ShareInput(name="ty_le", label="Tỷ lệ hồ sơ"),
)
ROWS = (
    group("I"),
    Criterion(code="I.1", name="Trang", measure=Flag("trang"), may_be_not_applicable=True),
    Criterion(code="I.2", name="Thư", measure=Flag("thu")),
    Criterion(code="I.3", name="LAN", measure=Item("mang", "lan")),
    Criterion(code="I.4", name="Hồ sơ", measure=Share("ty_le")),
    Criterion(code="I.5", name="Khác"),
)
RUBRIC = rubric_of(*ROWS, inputs=INPUTS)


def checked(**report: object) -> Scoresheet:
    """The sheet of a report under the checklist."""
    return sheet_of(RUBRIC, inputs=report)


def test_a_checklist_has_no_points() -> None:
    """Nobody printed points, so no row has any, no group, and the whole has none."""
    sheet = checked(trang="Đạt", thu="Chưa đạt", mang=["lan"], ty_le="50%")

    assert [None] * 6 == [line.points for line in sheet.lines]
    assert not any(line.bears_points for line in sheet.lines)
    assert (None, None) == (sheet.points, sheet.max)
    assert not sheet.bears_points


def test_what_is_achieved_is_counted() -> None:
    """Achieved, not achieved, and not stated are three counts; a share is neither of the first."""
    sheet = checked(trang="Đạt", thu="Chưa đạt", mang=["lan"])

    assert [None, True, False, True, None, None] == [line.achieved for line in sheet.lines]
    assert Checklist(achieved=2, failed=1, unanswered=2) == sheet.checklist


def test_what_does_not_apply_is_not_counted() -> None:
    """A row that is taken out is neither achieved nor missed."""
    sheet = sheet_of(RUBRIC, inputs={"trang": "Đạt"}, not_applicable=("I.1",))

    assert Checklist(achieved=0, failed=0, unanswered=4) == sheet.checklist


def test_what_is_not_stated_is_missing() -> None:
    """A row is as open as its fact, and a group as its rows; none of it moves any points."""
    sheet = checked(trang="Đạt")

    assert [
        Status.MISSING,
        Status.SCORED,
        Status.MISSING,
        Status.MISSING,
        Status.MISSING,
        Status.SCORED,
    ] == [line.status for line in sheet.lines]
    assert ("thu", "mang", "ty_le") == sheet.open_inputs


def test_a_row_says_what_was_reported() -> None:
    """The reason of a row is the answer itself, or what is not there."""
    sheet = checked(trang="Đạt", mang=[])

    assert [
        "5 mục, không tính điểm",
        "“Đạt”",
        "chưa báo cáo “Thư điện tử”",
        "không có “LAN”",
        "chưa báo cáo “Tỷ lệ hồ sơ”",
        "không có số liệu nào để xem",
    ] == [line.reason.text("vi") for line in sheet.lines]
    assert [
        "5 rows, without points",
        "“Đạt”",
        "“Thư điện tử” was not reported",
        "“LAN” is not ticked",
        "“Tỷ lệ hồ sơ” was not reported",
        "no fact is asked for",
    ] == [line.reason.text("en") for line in sheet.lines]


def test_a_claim_on_it_is_not_judged() -> None:
    """Points that were claimed where there are none are kept, and compared with nothing."""
    sheet = sheet_of(RUBRIC, claims={"I.1": 5})

    assert (Fraction(5), None) == (sheet.line("I.1").claimed, sheet.line("I.1").verdict)


def test_it_may_stand_among_rows_with_points() -> None:
    """A row that is only checked adds nothing to the others, and keeps nothing open."""
    sheet = sheet_of(rubric_of(*ROWS, fixed("II", 4), inputs=INPUTS))

    assert (Fraction(4), Status.SCORED) == (sheet.points, sheet.line("II").status)
    assert Checklist(achieved=0, failed=0, unanswered=5) == sheet.checklist


def test_a_rubric_with_points_is_no_checklist() -> None:
    """Where every row has a rule or a maximum nothing is merely checked."""
    assert sheet_of(rubric_of(fixed("1", 4))).checklist is None


def test_the_view_holds_the_counts() -> None:
    """JSON has the counts, and no ends of points that are not there."""
    view = sheet_view(checked(trang="Đạt", thu="Chưa đạt"))

    assert {"achieved": 1, "failed": 1, "unanswered": 3} == view["checklist"]
    assert (None, None, None) == tuple(view["points"][key] for key in ("exact", "low", "high"))
    assert [None, True, False, None, None, None] == [line["achieved"] for line in view["lines"]]
    assert [None] * 6 == [line["low"] for line in view["lines"]]
    assert rubrik.dumps(RUBRIC)
