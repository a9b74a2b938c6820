"""The Vietnamese pages say what the program says, in files that are there to be tried."""

import re
from pathlib import Path
from unicodedata import is_normalized

import pytest

import rubrik
from rubrik import Status, Verdict
from rubrik.submission import Decision
from rubrik.wording import CATALOGUE

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "vi"
PAGES = [*sorted(FOLDER.glob("*.md")), ROOT / "README.vi.md"]


def page(name: str) -> str:
    """The text of a page."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda each: each.name)
def test_pages_are_composed_in_one_way(path: Path) -> None:
    """Letters with marks are single code points, so that words can be searched."""
    assert is_normalized("NFC", path.read_text(encoding="utf-8"))


def test_every_page_is_in_the_index() -> None:
    """The index leads to every page beside it, and the README to the same pages."""
    listed = re.findall(r"\]\(([\w-]+\.md)\)", page("index"))
    at_root = re.findall(r"\]\(docs/vi/([\w-]+\.md)\)", (ROOT / "README.vi.md").read_text("utf-8"))

    assert [each.name for each in PAGES[:-1] if each.name != "index.md"] == sorted(listed)
    assert set(listed) == set(at_root)


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("bat-dau-nhanh", "xa-bia-ngan-2023.toml"),
        ("tu-viet-bo-tieu-chi", "bo-tieu-chi-bia.toml"),
        ("tu-viet-bo-tieu-chi", "phieu-bia.toml"),
    ],
)
def test_a_file_that_a_page_shows_whole_is_among_the_examples(name: str, example: str) -> None:
    """Who copies the file from the page has the same as who takes it from the examples."""
    text = (ROOT / "examples" / example).read_text(encoding="utf-8")

    assert f"```toml\n{text}```\n" in page(name)


def test_the_rubric_of_the_page_has_nothing_to_find() -> None:
    """The rubric that the page about rubrics builds is clean: no error, no warning, no note."""
    assert () == rubrik.audit(rubrik.load(ROOT / "examples" / "bo-tieu-chi-bia.toml"))


def test_the_recipe_of_a_printed_limit_has_nothing_to_find() -> None:
    """A row that counts up to a limit, written as the page says, is clean where it has one."""
    recipe = re.search(r"\| mỗi cái 2 điểm, tối đa 5 điểm \|.*\| `(.*?)`, với `max = 5` \|", PAGE)
    assert recipe is not None
    rubric = rubrik.loads(COUNTED.replace("RECIPE", recipe[1]))
    assert isinstance(rubric, rubrik.Rubric)

    assert () == rubrik.audit(rubric)


PAGE = page("tu-viet-bo-tieu-chi")
COUNTED = """
slug = "vi-du/to-hop-bia"
title = "Một hàng bịa"
input = [{ name = "a", kind = "count", label = "Số tổ hợp tác bịa" }]

[[node]]
criterion = "1"
name = "Mỗi cái 2 điểm, tối đa 5 điểm"
max = 5
printed = "Mỗi cái 2 điểm, tối đa 5 điểm"
measure = { count = "a" }
score = RECIPE
examples = [{ inputs = { a = 2 }, points = 4 }, { inputs = { a = 3 }, points = 5 }]
"""


def test_both_glossaries_have_the_same_words() -> None:
    """Every English word of the one stands in the other, in the same order, as the second."""
    english = [cells[0] for cells in rows_of((ROOT / "docs/glossary.md").read_text("utf-8"))]
    vietnamese = [cells[1] for cells in rows_of(page("thuat-ngu"))]

    assert "rubric" == english[0]
    assert english == vietnamese


def rows_of(text: str) -> list[list[str]]:
    """The cells of all rows of the tables on a page, without their heads."""
    rows = re.findall(r"^\| (.*) \|$", text, flags=re.MULTILINE)
    cells = [row.split(" | ") for row in rows]
    return [each for each in cells if "English" not in each and "Tiếng Anh" not in each]


@pytest.mark.parametrize("word", [*Status, *Verdict], ids=str)
def test_every_word_of_a_sheet_is_explained(word: Status | Verdict) -> None:
    """Each status and each verdict stands at the head of a row that says what it means."""
    assert f"\n| {word.wording.text('vi')} |" in page("cham-diem-mot-phieu")


@pytest.mark.parametrize("decision", Decision, ids=str)
def test_every_decision_is_explained(decision: Decision) -> None:
    """Each decision of a verifier stands in the table about them, as a file writes it."""
    assert f'| `"{decision}"` (' in page("tham-dinh")


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        (
            "cham-diem-mot-phieu",
            ["file-not-found", "toml-value", "code-not-quoted", "file-exists", "no-claim"],
        ),
        ("tham-dinh", ["accept-without-claim", "group-adjudicated", "toml-value"]),
    ],
)
def test_messages_are_quoted_as_they_are(name: str, keys: list[str]) -> None:
    """What the pages list as messages is what the program says."""
    said = [CATALOGUE[key].vi.partition(": {")[0] for key in keys]

    assert [] == [each for each in said if each not in page(name)]
