"""The example notebooks run from where a reader may start them, and show what they speak of."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def executed(name: str, cwd: Path) -> nbformat.NotebookNode:
    """A notebook with the outputs of one run in a fresh kernel; a cell that fails raises."""
    notebook = nbformat.read(FOLDER / name, as_version=4)  # type: ignore[no-untyped-call] # theirs
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(cwd)}}
    )
    return client.execute()


def shown(notebook: nbformat.NotebookNode, cell: str, kind: str = "text/plain") -> str:
    """What a cell shows, as one kind of thing; what it prints is plain text."""
    (found,) = (each for each in notebook.cells if each.id == cell)
    return "".join(_texts(found.outputs, kind))


def _texts(outputs: list[Any], kind: str) -> Iterator[str]:
    for output in outputs:
        if output.output_type == "stream":
            assert output.name == "stdout", output.text
            yield output.text
        else:
            yield output.data.get(kind, "")


def words(html: str) -> str:
    """The text of a page, without its style and its tags."""
    return re.sub(r"<style>.*?</style>|<[^>]+>", "", html, flags=re.DOTALL)


@pytest.fixture(scope="module")
def explained() -> nbformat.NotebookNode:
    """The notebook about one report, run where the site is built."""
    return executed("score-and-explain-a-report.ipynb", FOLDER)


@pytest.fixture(scope="module")
def ranked() -> nbformat.NotebookNode:
    """The notebook about a province, run from the top folder."""
    return executed("rank-a-province.ipynb", ROOT)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("load", "Bộ chỉ số chuyển đổi số cấp xã, tỉnh Thanh Hóa, năm 2023"),
        ("score", "522.32–759.32 (the claim is above all that can still be reached)"),
        ("why", "10/19 ≈ 52.63% → 200/19 ≈ 10.53 points"),
        ("open", "was not reported → 0 to 10 points"),
        ("answer", "Rows that changed: 3"),
        ("reading", "read otherwise: mot-phan-nam-6-6"),
        ("verify", "547.32–744.32"),
    ],
)
def test_a_report_is_explained_in_pages(
    explained: nbformat.NotebookNode, cell: str, text: str
) -> None:
    """Each value is shown as a page, with the figures that the text around speaks of."""
    html = shown(explained, cell, "text/html")

    assert html.startswith('<div class="rubrik tex2jax_ignore mathjax_ignore" lang="en">')
    assert text in words(html)


def test_a_report_is_explained_in_text(explained: nbformat.NotebookNode) -> None:
    """What is printed is a block of lines, in the language that was chosen."""
    assert "Claimed: 775" in shown(explained, "print").splitlines()
    assert "(Fraction(200, 19), Fraction(180, 19))" == shown(explained, "exact")
    assert 11 == len(shown(explained, "claims").splitlines())
    assert "Đối chiếu: tự chấm cao hơn" in shown(explained, "vietnamese").splitlines()


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ("table", "text/plain", "(20, "),
        ("problems", "text/plain", "()"),
        ("scored", "text/html", "Huyện bịa 11"),
        ("levels", "text/html", "Mức III"),
        ("open", "text/html", "Huyện bịa 07"),
        ("units", "text/html", "Units: 20 · ranked 20"),
        ("rating", "text/html", "A.III: 55 points, asked for ≥ 56 (70%): not met, short by 1"),
        ("close", "text/html", "Huyện bịa 20"),
        ("plot", "text/html", "1.00 to Mức IV (A.III)"),
        ("where", "text/plain", "short by 2.5"),
        ("published", "text/plain", "True"),
    ],
)
def test_a_province_is_ranked(
    ranked: nbformat.NotebookNode, cell: str, kind: str, text: str
) -> None:
    """The table is scored and ranked, and what is said of single districts is so."""
    found = shown(ranked, cell, kind)

    assert text in (words(found) if kind == "text/html" else found)


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_notebooks_are_kept_without_outputs(file: Path) -> None:
    """What cells show is made when they run; in the repository they have their source alone."""
    raw = json.loads(file.read_text(encoding="utf-8"))
    nbformat.validate(raw)
    code = [cell for cell in raw["cells"] if cell["cell_type"] == "code"]

    assert (4, 5) == (raw["nbformat"], raw["nbformat_minor"])
    assert [] == [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"]]
    assert all(cell["metadata"] == {} for cell in raw["cells"])
    assert len(raw["cells"]) == len({cell["id"] for cell in raw["cells"]})


def test_there_are_notebooks() -> None:
    """The folder is where it is looked for."""
    assert ["rank-a-province", "score-and-explain-a-report"] == [file.stem for file in NOTEBOOKS]
