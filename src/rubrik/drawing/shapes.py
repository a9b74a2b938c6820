"""The shapes that everything is drawn in: a page, facts, tables, what is folded."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from rubrik.drawing.markup import Html, element, joined
from rubrik.saying.words import Words

__all__ = [
    "MOST_ROWS",
    "NUMBER",
    "PROSE",
    "TEXT",
    "bounded",
    "colored",
    "facts",
    "folded",
    "heading",
    "lines",
    "page",
    "table",
]


def __dir__() -> list[str]:
    return __all__


MOST_ROWS = 1000
"""How many rows are drawn of one thing: a page of more would stop the browser."""

TEXT, PROSE, NUMBER = "", "prose", "number"
"""What stands in a column: words, sentences, or numbers, each digit of them below its like."""


def page(say: Words, *parts: str) -> Html:
    """A whole, with its style: nothing outside of it is needed, or touched.

    By its other classes notebooks know that there are no formulas in it.
    """
    start = Html(f'<div class="rubrik tex2jax_ignore mathjax_ignore" lang="{say.lang}">')
    return joined(start, _style(), joined(*parts, between="\n"), Html("</div>"))


@cache
def _style() -> Html:
    """The style, without its comment: it stands in every page."""
    rules = files("rubrik.drawing").joinpath("style.css").read_text(encoding="utf-8")
    return element("style", Html(f"\n{rules.partition('*/')[2].strip()}\n"))


def heading(text: str) -> Html:
    """A title over a part."""
    return element("p", text, class_="heading")


def facts(pairs: Iterable[tuple[str, str]]) -> Html:
    """Names and values, a line for each."""
    rows = [element("tr", element("th", name), element("td", value)) for name, value in pairs]
    body = element("tbody", joined(*rows, between="\n"))
    return _scrolled(element("table", body, class_="facts")) if rows else Html()


def table(
    columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[str]], count: int, say: Words
) -> Html:
    """A table of columns, each with its name and what stands in it; ``count`` is all its rows."""
    heads = [_cell("th", name, kind) for name, kind in columns]
    kinds = [kind for _, kind in columns]
    drawn = [
        element("tr", *(_cell("td", *each) for each in zip(row, kinds, strict=True)))
        for row in islice(rows, MOST_ROWS)
    ]
    head, body = element("thead", element("tr", *heads)), element("tbody", *_apart(drawn))
    return joined(_scrolled(element("table", head, body)), *bounded(count, say))


def _apart(rows: Sequence[Html]) -> Iterator[Html]:
    for row in rows:
        yield Html("\n")
        yield row


def _cell(tag: str, content: str, kind: str) -> Html:
    return element(tag, content, class_=kind)


def _scrolled(drawn: Html) -> Html:
    """What is wider than the page is moved inside of it, and does not move the page."""
    return element("div", drawn, class_="scroll")


def bounded(count: int, say: Words) -> Iterator[Html]:
    """How many rows are left out, if any are."""
    if count > MOST_ROWS:
        yield element("p", say("rows-not-drawn", count=count - MOST_ROWS), class_="dim")


def folded(title: str, *parts: str, weight: str = "strong") -> Html:
    """What is looked at only by who wants to."""
    inside = element("div", *parts, class_="inside")
    return element("details", element("summary", title, class_=weight), inside, class_="fold")


def lines(texts: Iterable[str]) -> Html:
    """Texts under each other."""
    return joined(*texts, between="<br>")


def colored(text: str, color: str) -> Html:
    """Text in one of the colours that have a meaning."""
    return element("span", text, class_=color) if color else joined(text)
