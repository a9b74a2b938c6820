import re
from importlib.resources import files
from pathlib import Path

import pytest

import rubrik
from drawing.reading import read
from drawing.values import NAMES, SMALL, small, value
from rubrik import drawing
from rubrik.figures import Lang
from rubrik.showing import Shown

GOLDEN = Path(__file__).parent / "golden"

LANGUAGES: tuple[Lang, ...] = ("vi", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_whole_and_needs_nothing_else(name: str, lang: Lang) -> None:
    """Every element is closed in order; nothing is run, and nothing is fetched."""
    page = read(value(name).html(lang))

    assert [] == page.faults
    classes = "rubrik tex2jax_ignore mathjax_ignore"
    assert ("div", (("class", classes), ("lang", lang))) == page.elements[0]
    assert {"div", "style", "p"} <= {tag for tag, _ in page.elements}
    assert 0 == page.tags("script")
    assert 1 == page.tags("style")
    assert {"class", "data-label", "lang", "open"} >= page.attributes
    assert all(each.startswith("rk-") for each in page.classes - set(classes.split()))
    assert None is re.search(r"http|url\(|@import|expression", page.style)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_text_is_a_few_short_paragraphs(name: str, lang: Lang) -> None:
    """What is printed is read at a glance, and has no markup in it."""
    lines = value(name).text(lang).splitlines()

    assert 1 <= len(lines) <= 60
    assert all(line.strip() for line in lines)
    assert not any("<" in line and "</" in line for line in lines)


def test_reprs_are_one_line_that_reads_as_the_thing() -> None:
    """What stands in a list can be told apart; these have no other test of it."""
    found = value("finding")

    assert "<Finding on '6': note, sum-differs>" == repr(found)
    assert "<Interpretation of 66 nodes, 76 readings>" == repr(value("interpretation"))
    assert "<Line '6.7': [200/19, 200/19], scored>" == repr(value("line"))


def test_every_value_that_can_be_shown_is_drawn() -> None:
    """No class says that it can be shown, and is then not drawn."""
    known = set(drawing._WAYS)  # noqa: SLF001 - the list of this room

    assert known == set(Shown.__subclasses__())
    assert known == {type(value(name)) for name in NAMES}


def test_no_rule_of_the_style_reaches_the_rest_of_a_notebook() -> None:
    """Every selector begins with the class that stands around a page."""
    css = files(drawing).joinpath("style.css").read_text(encoding="utf-8").partition("*/")[2]
    selectors = re.findall(r"([^{}]+)\{", re.sub(r"@(?:container|media)[^{]*\{", "", css))
    parts = [part.strip() for each in selectors for part in each.split(",\n")]

    assert parts
    assert [] == [part for part in parts if not re.match(r"\.rubrik\.rubrik( |$)", part)]


def test_a_notebook_is_given_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Jupyter and marimo ask for is the page, in Vietnamese where nothing else is said."""
    monkeypatch.delenv("RUBRIK_LANG", raising=False)
    sheet = small(tong=30, phan=15)

    assert sheet.html("vi") == sheet._repr_html_()
    assert sheet.html("vi") == sheet.html()
    assert sheet.text("vi") == str(sheet)


def test_the_environment_names_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on the command line, `RUBRIK_LANG` says which language is spoken."""
    monkeypatch.setenv("RUBRIK_LANG", "en_US.UTF-8")
    sheet = small(tong=30, phan=15)

    assert sheet.html("en") == sheet._repr_html_()
    assert sheet.text("en") == str(sheet)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_small_sheet_is_drawn_as_it_was(lang: Lang) -> None:
    """The page of a sheet with a claim, an open row, a level and a reading, to the letter."""
    html = small({"1.1": 30, "1.2": 20}, tong=30).html(lang)
    without_style = re.sub(r"<style>.*?</style>", "<style></style>", html, flags=re.DOTALL)
    without_version = without_style.replace(f"rubrik {rubrik.__version__}", "rubrik x.y.z")
    expected = (GOLDEN / f"sheet.{lang}.html").read_text(encoding="utf-8")

    assert expected == f"{without_version}\n"


def test_a_sheet_is_written_as_a_block() -> None:
    """Whose it is, what it comes to, its level and what is open."""
    lines = [
        "Xã mẫu · 2023",
        "Bộ tiêu chí nhỏ",
        "Claimed: 50",
        "Computed: 30–80",
        "Maximum: 100",
        "Verdicts: under-claimed 1 · not verifiable 1",
        "Statuses: scored 1 · missing 1",
        "Missing inputs: keep the range of what they could still be worth",
        "level: open, still possible: Đạt, Không đạt",
        "open: 1.1",
    ]

    assert lines == small({"1.1": 30, "1.2": 20}, tong=30).text("en").splitlines()


def test_a_figure_never_looks_like_a_threshold_that_it_misses() -> None:
    """Points just below a level and a claim have digits enough to be told from both."""
    sheet = small({"1.1": 50, "1.2": 0}, tong=100000, phan=99999)
    line = sheet.line("1.1")

    assert "49,9995" in read(line.html("vi")).text
    assert "Computed: 49.9995" in line.text("en").splitlines()


def test_a_row_opens_to_what_is_behind_it() -> None:
    """Reason, print, source, inputs and readings stand in the row; another option is marked."""
    rubric = rubrik.loads(SMALL)
    assert isinstance(rubric, rubrik.Rubric)
    report = rubrik.Submission(rubric="nho", inputs={"tong": 30, "phan": 15})
    line = rubrik.score(rubric, report, readings={"cach": "gap-doi"}).line("1.1")
    text = read(line.html("en")).text

    for part in (
        "15/30 = 50%",
        "Điểm = Tỷ lệ*Điểm tối đa.",
        "van-ban:7",
        "Phần (phan): 15",
        "How is it read? → gap-doi (not the default)",
    ):
        assert part in text


def test_a_sheet_of_another_rubric_says_so() -> None:
    """What a reader must know of the report stands above the figures."""
    rubric = rubrik.loads(SMALL)
    assert isinstance(rubric, rubrik.Rubric)
    sheet = rubrik.score(rubric, rubrik.Submission(rubric="khac"))
    said = "the submission names the rubric 'khac' but is scored by nho"

    assert said in sheet.text("en").splitlines()
    assert said in read(sheet.html("en")).text


def test_a_value_of_a_class_of_somebody_else_is_drawn_as_its_kind() -> None:
    """A class that adds to one of ours is shown as that is."""

    class Named(rubrik.Rubric):
        """A rubric of an application."""

    ours, theirs = (kind(slug="nho", title="Nhỏ", nodes=()) for kind in (rubrik.Rubric, Named))

    assert ours.html("en") == theirs.html("en").replace(
        theirs.content_hash[:19], ours.content_hash[:19]
    )
    assert ours.text("en") == theirs.text("en")


def test_conditions_on_one_row_are_left_to_the_way_up() -> None:
    """They have a table where several rows are asked about, as in a terminal."""
    group, one = value("unclaimed group"), small(tong=30, phan=15)
    assert isinstance(group, rubrik.Line)

    assert "<td>Level reached</td>" in group.sheet.html("en")
    assert "<td>Level reached</td>" not in one.html("en")
    assert "<td>Level reached</td>" in rubrik.ratings(one)[0].html("en")
