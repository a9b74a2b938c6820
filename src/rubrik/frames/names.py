"""What the columns that are put out are called: predictable, and safe in every engine."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from rubrik.rubric import Interpretation
from rubrik.scales import Scale

if TYPE_CHECKING:
    from rubrik.frames.table import Plan

__all__ = ["Names"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Names:
    """The names of columns: a word and the code, what is no letter or digit as ``_``.

    ``points_A_I_1``, ``low_total``, ``level_san_sang``, ``level_hang_muc_I``; ``rubrik_status``.
    Names that differ in small and capital letters alone are alike: some engines do not tell them.
    """

    codes: Mapping[str, str]
    rated: tuple[tuple[Scale, str], ...]
    state: str = "rubrik_status"

    @classmethod
    def of(cls, read: Interpretation) -> "Names":
        """The names for a rubric; codes that would come out alike are numbered."""
        plain = {code: _plain(code) for code in read.nodes}
        counted = Counter(name.casefold() for name in plain.values())
        seen: Counter[str] = Counter()
        codes = {"": "total"}
        for code, name in plain.items():
            alike = name.casefold()
            seen[alike] += 1
            codes[code] = f"{name}_{seen[alike]}" if counted[alike] > 1 else name
        rated = tuple((scale, node) for scale in read.scales.values() for node in scale.subjects)
        return cls(codes, rated)

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

    def level(self, scale: Scale, node: str) -> str:
        """The level of a scale, for a row where it is applied to several."""
        end = f"_{self.codes[node]}" if node else ""
        return f"level_{_plain(scale.id)}{end}"

    def all(self, plan: "Plan") -> Iterator[str]:
        """The names of everything that a plan puts out, in order."""
        for code in plan.codes:
            yield self.points(code)
            if "bounds" in plan.outputs:
                yield self.low(code)
                yield self.high(code)
            if "statuses" in plan.outputs:
                yield self.status(code)
        if "levels" in plan.outputs:
            yield from (self.level(scale, node) for scale, node in self.rated)
        yield self.state


def _plain(code: str) -> str:
    return re.sub(r"\W+", "_", code).strip("_") or "x"
