"""Values as a browser shows them: wherever a notebook puts them, and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

import rubrik

REPORT = """
rubric = "thanh-hoa/cap-xa-2023"
inputs = { cbcc = 19, cbcc_may_tinh = 18 }
claims = { "3.1" = 5 }
"""

AROUND = {
    "block": "<div>{}</div>",
    "flex": "<div style='display: flex'>{}</div>",
    "flex column": "<div style='display: flex; flex-flow: column; align-items: start'>{}</div>",
    "table": "<table style='width: 100%; table-layout: fixed'><tr><td>{}</td></tr></table>",
    "loose table": "<table><tr><td>{}</td></tr></table>",
    "inline-block": "<div style='display: inline-block'>{}</div>",
    "float": "<div style='float: left'>{}</div>",
    "itself in a flex row": "<div style='display: flex'>{}<p>beside</p></div>",
}
"""Boxes that applications and notebooks put what is shown in."""


@pytest.fixture(scope="module")
def sheet() -> str:
    """A sheet as a piece of a page."""
    report = rubrik.loads(REPORT)
    assert isinstance(report, rubrik.Submission)
    return rubrik.score(rubrik.load("thanh-hoa/cap-xa-2023"), report).html("en")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page on a desktop."""
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("around", AROUND.values(), ids=list(AROUND))
def test_a_sheet_is_as_wide_as_there_is_room(page: Page, sheet: str, around: str) -> None:
    """It does not shrink to nothing in a box that is as wide as what is in it."""
    page.set_content(around.format(sheet))
    width = page.locator(".rubrik").evaluate("e => e.getBoundingClientRect().width")

    assert 900 <= width <= 1200


@pytest.mark.parametrize("around", AROUND.values(), ids=list(AROUND))
def test_a_sheet_fits_a_phone(page: Page, sheet: str, around: str) -> None:
    """It is not wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.set_content(around.format(sheet))
    right = page.locator(".rubrik").evaluate("e => e.getBoundingClientRect().right")

    assert 250 <= right <= 390


def test_reasons_are_printed(page: Page, sheet: str) -> None:
    """What is folded on the screen is open on paper, and stays folded on the screen."""
    page.set_content(sheet)
    reason = page.get_by_text("18/19 ≈ 94.74% → 90/19 ≈ 4.74 points", exact=True)

    assert not reason.is_visible()
    page.emulate_media(media="print")
    assert reason.is_visible()
    assert 10 <= reason.evaluate("e => e.getBoundingClientRect().height")
