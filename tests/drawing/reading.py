"""Pages read back as browsers read them: whether they are whole, their elements and their text."""

import re
from html.parser import HTMLParser

from attrs import define, field

__all__ = ["Page", "read"]

_VOID = {"br"}


@define
class Page:
    """What is on a page.

    ``elements`` are its tags with their attributes in order, ``texts`` what is read between them,
    ``faults`` what is not closed, or closed twice.
    """

    elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(factory=list)
    texts: list[str] = field(factory=list)
    faults: list[str] = field(factory=list)
    deepest: int = 0
    style: str = ""

    @property
    def text(self) -> str:
        """Everything that is read."""
        return "".join(self.texts)

    @property
    def attributes(self) -> set[str]:
        """The attributes that any of its elements has."""
        return {name for _, found in self.elements for name, _ in found}

    def tags(self, tag: str) -> int:
        """How many elements of one tag there are."""
        return sum(name == tag for name, _ in self.elements)

    @property
    def classes(self) -> set[str]:
        """Every class that any of its elements has."""
        stated = (dict(found).get("class") or "" for _, found in self.elements)
        return {name for each in stated for name in each.split()}

    def count(self, tag: str, class_: str) -> int:
        """How many elements of one tag have a class."""
        stated = (dict(found).get("class") or "" for name, found in self.elements if name == tag)
        return sum(class_ in each.split() for each in stated)


class _Reader(HTMLParser):
    """Keeps what is open, to see that it is closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; it is open until its end."""
        self.page.elements.append((tag, tuple(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
            self.page.deepest = max(self.page.deepest, self.open.count("details"))

    def handle_endtag(self, tag: str) -> None:
        """Note an end that is not that of the innermost element."""
        if not self.open or self.open.pop() != tag:
            self.page.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Note what is read, and apart from it the style."""
        if "style" in self.open:
            self.page.style += data
        else:
            self.page.texts.append(data)


_APART = re.compile(r"<span>([$\\])</span>")
"""What takes the marks of formulas apart; foreign text has no brackets to write it."""


def read(html: str) -> Page:
    """A page as a browser reads it, but for the elements around single marks of formulas."""
    reader = _Reader()
    reader.feed(_APART.sub(r"\1", html))
    reader.close()
    reader.page.faults += reader.open
    return reader.page
