"""Text of others, made fit to be shown."""

from unicodedata import category

__all__ = ["one_line", "visible"]


def __dir__() -> list[str]:
    return __all__


def visible(text: str) -> str:
    r"""Text with blanks and line breaks of any kind as such, and all else unseen written out.

    What joins letters, as in some scripts, is left: it is seen in the letters.

    Examples:
        >>> visible("UBND\xa0xã\r\nMẫu\x1b")
        'UBND xã\nMẫu\\x1b'
    """
    if text.isprintable():
        return text
    return "".join([_SEEN.get(each) or _seen(each) for each in text.replace("\r\n", "\n")])


_SEEN = {
    "\n": "\n",
    "\r": "\n",
    "\N{LINE SEPARATOR}": "\n",
    "\N{PARAGRAPH SEPARATOR}": "\n",
    "\t": " ",
    "\N{ZERO WIDTH JOINER}": "\N{ZERO WIDTH JOINER}",
    "\N{ZERO WIDTH NON-JOINER}": "\N{ZERO WIDTH NON-JOINER}",
}


def _seen(character: str) -> str:
    kind = category(character)
    if kind == "Zs":
        return " "
    return ascii(character)[1:-1] if kind in _UNSEEN else character


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
"""Control codes, marks of direction and their like, halves of letters, letters of nobody."""


def one_line(text: str) -> str:
    """Printed text without its line breaks, and with control codes made visible."""
    return visible(" ".join(text.split()))
