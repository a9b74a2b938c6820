"""A tree of rows: groups fold, and each row opens to what is behind it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from rubrik.drawing.markup import PREFIX, Html, element, joined
from rubrik.drawing.shapes import MOST_ROWS, bounded, folded
from rubrik.rubric import Group, Interpretation, Node
from rubrik.saying.words import Words

__all__ = ["Figure", "tree"]


def __dir__() -> list[str]:
    return __all__


_MOST_SEEN = 40
"""How many rows are seen at first: groups are open as far down as that allows."""

_DEEPEST = 32
"""How deep rows are drawn in each other: browsers have no use for more."""


@frozen
class Figure:
    """What stands in a column on the right: short numbers, wide ones or words."""

    label: str
    text: str
    kind: str = ""

    def head(self) -> Html:
        """The name of its column."""
        return element("span", self.label, class_=f"figure {self.kind}")

    def cell(self) -> Html:
        """Itself, with the name of its column for where there is no room for columns."""
        label = {"data_label": self.label}
        return element("span", self.text, class_=f"figure {self.kind}", **label)


def tree(
    read: Interpretation,
    name: str,
    figures: Callable[[str], Sequence[Figure]],
    behind: Callable[[str], Html],
    say: Words,
) -> Html:
    """All rows as they are read; ``figures`` and ``behind`` are asked by code.

    The figures of all rows have the same columns, under the names that the first row gives them.
    """
    codes = list(read.nodes)
    if not codes:
        return Html()
    heads = element("span", name, class_="label")
    heads = element("div", heads, *(each.head() for each in figures(codes[0])), class_="heads")
    drawing = _Drawing(read, figures, behind, _open_above(read.depths), say("row-behind"))
    left_out = bounded(len(codes), say)
    return element("div", heads, *drawing.parts(), *left_out, class_="tree")


def _open_above(depths: Mapping[str, int]) -> int:
    """The depth above which groups are open, so that not too many rows are seen."""
    counts: dict[int, int] = {}
    for depth in depths.values():
        counts[depth] = counts.get(depth, 0) + 1
    seen = 0
    for depth in sorted(counts):
        seen += counts[depth]
        if seen > _MOST_SEEN:
            return depth - 1
    return len(counts)


@frozen
class _Drawing:
    """The rows of one tree, without recursion: a file may nest them as deep as it likes."""

    read: Interpretation
    figures: Callable[[str], Sequence[Figure]]
    behind: Callable[[str], Html]
    open_above: int
    about: str

    def parts(self) -> Iterator[Html]:
        """Opening and closing tags, one row after another, until there are too many."""
        waiting = [(node, 0) for node in reversed(self.read.children.get(None, ()))]
        inside = drawn = 0
        while waiting and drawn < MOST_ROWS:
            node, depth = waiting.pop()
            for _ in range(inside - depth):
                yield _CLOSED
            inside, drawn = depth, drawn + 1
            below = self.read.children.get(node.code, ())
            is_nested = bool(below) and depth < _DEEPEST
            yield self._opened(node, depth, is_nested=is_nested)
            inside += is_nested
            waiting += [(each, inside) for each in reversed(below)]
        for _ in range(inside):
            yield _CLOSED

    def _opened(self, node: Node, depth: int, *, is_nested: bool) -> Html:
        """A row; one with rows below is left open for them."""
        kind = f"{PREFIX}row {PREFIX}group" if isinstance(node, Group) else f"{PREFIX}row"
        state = " open" if is_nested and depth < self.open_above else ""
        summary = element("summary", self._name(node), *self._cells(node.code))
        start = Html(f'\n<details class="{kind}"{state}>{summary}')
        more = self.behind(node.code)
        if not is_nested:
            return joined(start, element("div", more, class_="more"), Html("</details>"))
        about = (
            element("div", folded(self.about, more, weight="dim"), class_="more") if more else more
        )
        return joined(start, Html(f'<div class="{PREFIX}parts">'), about)

    def _name(self, node: Node) -> Html:
        code = element("span", node.code, class_="code")
        return element("span", code, " ", node.name, class_="label")

    def _cells(self, code: str) -> Iterator[Html]:
        for each in self.figures(code):
            yield Html(" ")
            yield each.cell()


_CLOSED = Html("</div></details>")
