"""Numbers that are drawn have the mark of the language; those for machines have a point."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

import rubrik as library
from cli.running import DECISIONS, EXAMPLES, REPORT, SLUG, TABLE, Rubrik

OTHER: Final = str(EXAMPLES / "huong-xuan-2020.toml")
DISTRICT: Final = str(EXAMPLES / "cap-huyen-dong-nai-mau-2022.toml")
COMMUNE: Final = str(EXAMPLES / "cap-xa-mau-2018.toml")

DRAWN: Final = [
    ("list",),
    ("show", SLUG),
    ("show", SLUG, "--code", "4.5"),
    ("show", "an-giang/cap-xa-2018"),
    ("show", "dong-nai/cap-huyen-2022", "--code", "5"),
    ("score", REPORT, "--readings"),
    ("score", DISTRICT, "--missing", "zero"),
    ("score", COMMUNE),
    ("audit", SLUG),
    ("audit", "dong-nai/cap-huyen-2022"),
    ("rank", SLUG, TABLE, "--ties", "fractional"),
    ("rank", SLUG, TABLE, "--within", "huyen", "--node", "3"),
    ("verify", REPORT, DECISIONS),
    ("compare", REPORT, OTHER, "--all"),
    ("template", SLUG),
]

MARKED: Final = {"vi": re.compile(r"\d+(?:\.\d+)+"), "en": re.compile(r"\d+(?:,\d+)+")}
"""Numbers with the mark of the other language."""


def published() -> str:
    """All that the rubrics and reports print; figures that count are fractions in there."""
    rubrics = [library.dumps(library.load(slug)) for slug in library.slugs()]
    reports = [
        library.dumps(library.load_submission(each)) for each in EXAMPLES.glob("*-20??.toml")
    ]
    others = [Path(each).read_text(encoding="utf-8") for each in (DECISIONS, TABLE)]
    return "\n".join((*rubrics, *reports, *others, library.__version__))


@pytest.fixture(scope="module")
def quoted() -> dict[str, set[str]]:
    """Numbers with the other language's mark that may be quoted: codes, printed words."""
    text = published()
    return {lang: set(pattern.findall(text)) for lang, pattern in MARKED.items()}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "arguments", DRAWN, ids=lambda each: " ".join(Path(word).name for word in each)
)
def test_what_is_drawn_has_the_mark_of_the_language(
    rubrik: Rubrik, quoted: dict[str, set[str]], arguments: tuple[str, ...], lang: str
) -> None:
    """No figure has the mark of the other language, but for what the print itself says."""
    result = rubrik(*arguments, "--lang", lang)
    text = f"{result.out}{result.err}".replace(str(EXAMPLES), "")

    assert 0 == result.status
    assert set() == set(MARKED[lang].findall(text)) - quoted[lang]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("suffix", [".csv", ".md"])
def test_a_league_table_in_a_file_has_the_mark_of_the_language(
    rubrik: Rubrik, quoted: dict[str, set[str]], suffix: str, lang: str
) -> None:
    """A spreadsheet that speaks Vietnamese reads commas, and cells between semicolons."""
    path = rubrik.folder / f"league{suffix}"
    rubrik("rank", SLUG, TABLE, "-o", str(path), "--lang", lang)
    text = path.read_text(encoding="utf-8").replace(TABLE, "").replace("\\", "")
    right = {"vi": "677,06", "en": "677.06"}[lang]

    assert right in text
    split = text if suffix == ".md" or lang == "vi" else text.replace(",", " ")
    assert set() == set(MARKED[lang].findall(split)) - quoted[lang]


def figures(view: Any) -> Iterator[object]:  # noqa: ANN401 - any JSON
    """The numbers in JSON, and the texts that are exact numbers, in their order."""
    if isinstance(view, dict):
        for each in view.values():
            yield from figures(each)
    elif isinstance(view, list):
        for each in view:
            yield from figures(each)
    elif not isinstance(view, str) or re.fullmatch(r"-?[\d.,]+(/\d+)?", view):
        yield view


@pytest.mark.parametrize(
    "arguments",
    [("score", REPORT), ("rank", SLUG, TABLE), ("verify", REPORT, DECISIONS)],
    ids=["score", "rank", "verify"],
)
def test_numbers_for_machines_do_not_depend_on_the_language(
    rubrik: Rubrik, arguments: tuple[str, ...]
) -> None:
    """JSON has the same figures in both languages, and none with a comma."""
    vi = list(figures(rubrik(*arguments, "--json").json))
    en = list(figures(rubrik(*arguments, "--json", "--lang", "en").json))

    assert vi == en
    assert {float} & set(map(type, vi))
    assert [] == [each for each in vi if isinstance(each, str) and "," in each]
