"""Text of others, made fit to be shown."""

__all__ = ["one_line", "visible"]


def __dir__() -> list[str]:
    return __all__


def visible(text: str) -> str:
    """Text whose control codes are written out; line breaks are left."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() or each == "\n" else _code(each) for each in text)


def _code(character: str) -> str:
    return ascii(character)[1:-1]


def one_line(text: str) -> str:
    """Printed text without its line breaks, and with control codes made visible."""
    return visible(" ".join(text.split()))
