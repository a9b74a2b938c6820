"""Markup: elements and text, where all text is escaped that is not markup already."""

import re
from html import escape
from typing import Final

from rubrik.saying.foreign import visible

__all__ = ["PREFIX", "Html", "element", "joined"]


def __dir__() -> list[str]:
    return __all__


class Html(str):
    """Text that is markup already: it is put into other markup as it is."""

    __slots__ = ()


def joined(*parts: str, between: str = "") -> Html:
    """Parts one after another; those that are no markup are escaped, control codes written out.

    What a notebook would take for a formula is taken apart: in an element of its own a mark of one
    begins none.
    """
    return Html(between.join([each if isinstance(each, Html) else _read(each) for each in parts]))


def _read(text: str) -> str:
    return _FORMULA.sub(r"<span>\g<0></span>", _escaped(text))


_FORMULA: Final = re.compile(r"\$|\\(?=[(\[]|begin\{)")


def _escaped(text: str) -> str:
    return escape(visible(text), quote=True)


PREFIX: Final = "rk-"
"""What classes begin with: notebooks have rules for names such as ``title`` of their own."""


def element(tag: str, *parts: str, class_: str = "", **attributes: str) -> Html:
    """An element around its parts; ``data_label`` becomes ``data-label``.

    Examples:
        >>> print(element("td", "5 < 6", class_="number"))
        <td class="rk-number">5 &lt; 6</td>
    """
    named = [(name.replace("_", "-"), value) for name, value in attributes.items()]
    if class_:
        named.insert(0, ("class", " ".join([f"{PREFIX}{each}" for each in class_.split()])))
    stated = "".join([f' {name}="{_escaped(value)}"' for name, value in named])
    return Html(f"<{tag}{stated}>{joined(*parts)}</{tag}>")
