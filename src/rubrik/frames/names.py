"""What the columns that are put out are called: predictable, and safe in every engine."""

import re
from collections import Counter
from collections.abc import Hashable, Mapping
from itertools import count
from typing import Final, TypeVar

from attrs import frozen

from rubrik.rubric import Interpretation

__all__ = ["STATE", "Names"]


def __dir__() -> list[str]:
    return __all__


STATE: Final = "rubrik_status"
"""The column that says what became of a row of the frame."""

Key = TypeVar("Key", bound=Hashable)


@frozen
class Names:
    """The names of columns: a word and the code, what is no letter or digit as ``_``.

    ``points_A_I_1``, ``low_total``, ``level_san_sang``, ``level_hang_muc_I``; ``rubrik_status``.
    Names that differ in small and capital letters alone are alike: some engines do not tell them.
    """

    codes: Mapping[str, str]
    levels: Mapping[tuple[str, str], str]
    state: str = STATE

    @classmethod
    def of(cls, read: Interpretation) -> "Names":
        """The names for a rubric; those that would come out alike are numbered."""
        rated = [(scale.id, node) for scale in read.scales.values() for node in scale.subjects]
        codes = {"": "total", **_distinct({code: _plain(code) for code in read.nodes}, "total")}
        ends = {"": "", **{code: f"_{codes[code]}" for code in read.nodes}}
        levels = {(scale, node): _plain(scale) + ends[node] for scale, node in rated}
        return cls(codes, _distinct(levels))

    def points(self, code: str) -> str:
        """The points of a row."""
        return f"points_{self.codes[code]}"

    def low(self, code: str) -> str:
        """The least that they can be."""
        return f"low_{self.codes[code]}"

    def high(self, code: str) -> str:
        """The most that they can be."""
        return f"high_{self.codes[code]}"

    def status(self, code: str) -> str:
        """What became of a row."""
        return f"status_{self.codes[code]}"

    def rank(self, code: str) -> str:
        """The place by the points of a row."""
        return f"rank_{self.codes[code]}"

    def level(self, scale: str, node: str) -> str:
        """The level of a scale, for a row where it is applied to several."""
        return f"level_{self.levels[scale, node]}"


def _plain(code: str) -> str:
    return re.sub(r"\W+", "_", code).strip("_") or "x"


def _distinct(names: Mapping[Key, str], *taken: str) -> dict[Key, str]:
    """The names, each as it is where no other is like it, and with a number where one is."""
    counted = Counter(map(str.casefold, (*names.values(), *taken)))
    used = {name for name, times in counted.items() if times == 1} | set(taken)
    found: dict[Key, str] = {}
    for key, name in names.items():
        if counted[name.casefold()] == 1:
            found[key] = name
            continue
        numbered = (f"{name}_{number}" for number in count(1))
        found[key] = next(each for each in numbered if each.casefold() not in used)
        used.add(found[key].casefold())
    return found
