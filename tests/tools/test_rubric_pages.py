from pathlib import Path

import pytest

import rubric_pages
import rubrik

FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "rubrics"
PAGES = rubric_pages.pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_page_of_a_rubric_says_what_its_file_says(name: str) -> None:
    """What is committed is what the script writes; after a change of a rubric, run it again."""
    assert PAGES[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_every_rubric_has_a_page_and_nothing_else_has() -> None:
    """One page for each rubric that ships."""
    assert sorted(PAGES) == sorted(path.name for path in FOLDER.glob("*.md"))
    assert len(PAGES) == len(rubrik.slugs())


def test_every_row_input_and_reading_is_on_the_page() -> None:
    """Nothing of a rubric is left out."""
    rubric = rubrik.load("thanh-hoa/cap-xa-2023")
    lines = rubric_pages.page(rubric).splitlines()

    assert [] == [node.code for node in rubric.nodes if not starts(lines, f"| {node.code} |")]
    assert [] == [each.name for each in rubric.inputs if not starts(lines, f"| `{each.name}` |")]
    assert [] == [each.id for each in rubric.readings if f"### {each.id}" not in lines]


def test_every_level_and_finding_is_on_the_page() -> None:
    """Each scale has its table of levels, and each finding of the audit its row."""
    rubric = rubrik.load("an-giang/cap-xa-2018")
    page = rubric_pages.page(rubric)
    lines = page.splitlines()
    levels = [level for scale in rubric.scales for level in scale.levels]
    findings = page.partition("## Findings")[2].splitlines()

    assert [] == [each.id for each in rubric.scales if f"### {each.id}" not in lines]
    assert len(levels) == len([line for line in lines if line.startswith("| Mức I")])
    assert len(rubrik.audit(rubric)) == len([line for line in findings if line[:2] == "| "]) - 2


def test_the_pages_are_written(tmp_path: Path) -> None:
    """The script writes them into the folder it is given."""
    rubric_pages.main(tmp_path / "new")

    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new").iterdir()}
    assert PAGES == written


def test_what_markdown_would_take_for_its_own_is_escaped() -> None:
    """Stars, bars and brackets of the print are shown as they are."""
    assert r"a \* b \| \[c\] \<d\>" == rubric_pages._cell("a * b | [c] <d>")  # noqa: SLF001


def starts(lines: list[str], beginning: str) -> bool:
    """Whether a line begins like this."""
    return any(line.startswith(beginning) for line in lines)
