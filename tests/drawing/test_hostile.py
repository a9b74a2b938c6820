from fractions import Fraction
from html import escape
from typing import Final
from unicodedata import category

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import rubrik
from drawing.reading import Page, read
from generated import rubrics
from rubrik.drawing.markup import Html, element, joined
from rubrik.rubric import Criterion, Group, Node, Rubric
from rubrik.saying.foreign import visible
from rubrik.scorers import Amount
from strategies import Report, reports

HOSTILE: Final = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</details></div></style>",
    "&lt;b&gt; & &amp;",
    "đơn vị" * 500,
    "x" * 10_000,
    "\u202egnirts\u202c \u200f\x00\x1b[31m",
    "{name} %s {{}} \\",
    "$x$ \\(y\\) \\[z\\] \\begin{a}b\\end{a}",
    "UBND\xa0xã\r\n\tMẫu\u2028\u200d",
)
"""What somebody may have written where a name was asked for."""

_WORDS = st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=20)


def renamed(node: Node, word: str) -> Node:
    """A row whose every text is the word."""
    return evolve(node, name=word, printed=word, note=word)


def rewritten(rubric: Rubric, word: str) -> Rubric:
    """A rubric whose every text is the word."""
    readings = tuple(
        evolve(each, question=word, question_en=word, reason=word, reason_en=word, printed=word)
        for each in rubric.readings
    )
    return evolve(
        rubric,
        title=word,
        issuer=word,
        nodes=tuple(renamed(node, word) for node in rubric.nodes),
        inputs=tuple(evolve(each, label=word) for each in rubric.inputs),
        readings=readings,
    )


@given(rubrics(), _WORDS)
def test_words_in_a_rubric_make_no_markup(rubric: Rubric, word: str) -> None:
    """Whatever a rubric calls its rows, the page has the same elements, and the words are read."""
    tame, hostile = (
        read(rewritten(rubric, "x").html("vi")),
        read(rewritten(rubric, word).html("vi")),
    )

    assert [] == hostile.faults
    assert tame.elements == hostile.elements
    assert visible(word).strip() in hostile.text


def told(rubric: Rubric, inputs: Report, word: str) -> rubrik.Submission:
    """A report whose every text is the word."""
    return rubrik.Submission(
        rubric=rubric.slug,
        unit=word,
        period=word,
        inputs=inputs,
        claims={"1.1": 3},
        evidence={"1.1": word},
        derived=dict.fromkeys(inputs, word),
        labels={"huyen": word},
    )


@given(st.data(), rubrics(), _WORDS)
def test_words_in_a_report_make_no_markup(data: st.DataObject, rubric: Rubric, word: str) -> None:
    """Whatever a unit calls itself and says for evidence, the page has the same elements."""
    inputs = data.draw(reports(rubric.under()))

    def drawn(said: str) -> Page:
        return read(rubrik.score(rubric, told(rubric, inputs, said)).html("en"))

    tame, hostile = drawn("x"), drawn(word)

    assert [] == hostile.faults
    assert tame.elements == hostile.elements
    assert visible(word).strip() in hostile.text


def pages_of(word: str) -> dict[str, Page]:
    """Every page on which a unit, a verifier or a table may have written a word."""
    rubric = crowd(2)
    report = told(rubric, {}, word)
    false = rubrik.Adjudication(code="1.1", decision="reject", reason=word, reference=word)
    verification = rubrik.verify(rubric, report, [false])
    cohort = rubrik.score_all(
        rubric, {word: report, "b": evolve(report, unit="b", claims={"z": 1})}
    )
    shown = {
        "verification": verification,
        "comparison": verification.comparison,
        "line": verification.verified.line("1.1"),
        "cohort": cohort,
        "league": cohort.league(within="huyen", unranked={word: word}),
    }
    return {name: read(value.html("en")) for name, value in shown.items()}


@pytest.mark.parametrize("word", HOSTILE)
def test_words_of_verifiers_and_tables_make_no_markup(word: str) -> None:
    """Reasons, references, labels, names of files and units are text on every page."""
    tame, hostile = pages_of("x"), pages_of(word)

    assert {name: page.elements for name, page in tame.items()} == {
        name: page.elements for name, page in hostile.items()
    }
    assert all(visible(word).strip() in page.text for page in hostile.values())


@given(rubrics(), _WORDS)
def test_words_break_no_line_of_text(rubric: Rubric, word: str) -> None:
    """Printed, a rubric has as many lines whatever its words are, and no control codes in them."""
    tame, hostile = rewritten(rubric, "x").text("vi"), rewritten(rubric, word).text("vi")
    lines = hostile.split("\n")

    assert len(tame.split("\n")) == len(lines)
    assert set() == {each for line in lines for each in line if is_code(each)}


def is_code(character: str) -> bool:
    """Whether it is a control code or its like, or breaks a line; what joins letters is none."""
    joins = character in "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
    return not joins and category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@pytest.mark.parametrize("word", [*HOSTILE, "\ud800"])
def test_words_are_read_as_they_were_written(word: str) -> None:
    """Text comes out of a page as it went in; control codes, and marks that turn it, are seen."""
    page = read(element("p", word, data_label=word))

    assert visible(word) == page.text
    assert [("p", (("data-label", visible(word)),))] == page.elements


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("UBND\xa0xã", "UBND xã"),
        ("a\tb\u3000c\u2009d", "a b c d"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        (
            "\u0915\u094d\u200d\u0937 \u0646\u200c\u0645",
            "\u0915\u094d\u200d\u0937 \u0646\u200c\u0645",
        ),
        ("Xa\u0303 Ma\u0302\u0303u", "Xa\u0303 Ma\u0302\u0303u"),
        ("\x00\x1b[31m\x7f\x85", "\\x00\\x1b[31m\\x7f\\x85"),
        ("\u202egnirts\u202c \u200f\ufeff\u2066", "\\u202egnirts\\u202c \\u200f\\ufeff\\u2066"),
        ("\ud800 \ue000", "\\ud800 \\ue000"),
    ],
)
def test_blanks_are_blanks_and_codes_are_written_out(written: str, read_as: str) -> None:
    """What a reader takes for a blank or a new line is one; what nobody sees is spelled."""
    assert read_as == visible(written)
    assert read_as == read(element("p", written)).text


def test_a_name_reads_alike_on_a_page_and_in_print() -> None:
    """A name out of a word processor, with blanks that do not break, is read as it looks."""
    rubric = crowd(2)
    sheet = rubrik.score(rubric, told(rubric, {}, "UBND\xa0xã\tMẫu\r\n"))

    assert "UBND xã Mẫu · UBND xã Mẫu" == str(sheet).partition("\n")[0]
    assert '<p class="rk-name">UBND xã Mẫu\n · UBND xã Mẫu\n</p>' in sheet.html()


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        ("từ $5 đến $7", "từ <span>$</span>5 đến <span>$</span>7"),
        (r"\(a\) \[b\]", r"<span>\</span>(a\) <span>\</span>[b\]"),
        (r"\begin{c}", r"<span>\</span>begin{c}"),
        (r"C:\Tệp\<b>", r"C:\Tệp\&lt;b&gt;"),
    ],
)
def test_no_text_begins_a_formula(written: str, markup: str) -> None:
    """What a notebook would set as a formula is taken apart in text; attributes are none."""
    assert markup == joined(written)
    assert f'<p data-label="{escape(written)}">{markup}</p>' == element(
        "p", written, data_label=written
    )


def test_markup_is_not_escaped_twice() -> None:
    """What is markup already stays as it is; what is not becomes it."""
    assert "<b>&amp;</b>&lt;i&gt;" == joined(element("b", "&"), "<i>")
    assert Html("<br>") == joined(Html("<br>"))


def crowd(count: int) -> Rubric:
    """A rubric of one group with many rows."""
    rows = (
        Criterion(code=f"1.{each}", name=f"r{each}", max=1, score=Amount(Fraction(1)))
        for each in range(count)
    )
    return Rubric(slug="dong", title="Đông", nodes=(Group(code="1", name="Nhóm"), *rows))


def test_many_rows_are_not_all_drawn() -> None:
    """Of ten thousand rows the first thousand are drawn, and the page says how many are not."""
    page = read(crowd(9_999).html("en"))

    assert [] == page.faults
    assert 1_000 == page.count("details", "rk-row")
    assert "9000 more rows are not drawn here" in page.text


def test_deep_rows_are_drawn_flat() -> None:
    """Groups within groups within groups do not nest without end, and none of them is lost."""
    codes = [".".join(["1"] * depth) for depth in range(1, 101)]
    nodes = tuple(Group(code=code, name=f"sâu {len(code)}") for code in codes)
    page = read(Rubric(slug="sau", title="Sâu", nodes=nodes).html("en"))

    assert [] == page.faults
    assert 34 >= page.deepest
    assert all(f"sâu {len(code)}" in page.text for code in codes)


def test_few_rows_are_open_and_many_are_not() -> None:
    """Groups are open as far down as forty rows are seen."""
    few, many = read(crowd(39).html("en")), read(crowd(40).html("en"))

    assert 1 == sum(("open", None) in found for _, found in few.elements)
    assert 0 == sum(("open", None) in found for _, found in many.elements)


def test_a_rubric_without_rows_is_drawn() -> None:
    """There is nothing to fold, and nothing goes wrong."""
    page = read(Rubric(slug="khong", title="Không có gì", nodes=()).html("en"))

    assert [] == page.faults
    assert 0 == page.tags("details")
