"""Rules and measures as they show themselves, in the language of the run."""

import re
from functools import cache

from rubrik.saying.words import Words
from rubrik.wording.notation import NOTATION

__all__ = ["noted"]


def __dir__() -> list[str]:
    return __all__


def noted(value: object, say: Words) -> str:
    """How a rule or a measure shows itself; names of inputs and options stay as they are."""
    shown = repr(value)
    if say.lang == "en":
        return shown
    bare = _ATTRIBUTE.sub("", shown).replace("'", "")
    return _words().sub(lambda found: _said(found[0], say), bare)


_ATTRIBUTE = re.compile(r"\b\w+=(?=['\w])")


def _said(word: str, say: Words) -> str:
    bracket = "(" if word.endswith("(") else ""
    return f"{say(_KEYS[word])}{bracket}"


_KEYS = {text.en: key for key, text in NOTATION.items()}


@cache
def _words() -> re.Pattern[str]:
    """Any of the words, the longest first, where it stands alone and is no option's name."""
    longest = sorted(map(re.escape, _KEYS), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?:(?<=\()|(?![\w(-]| →))")
