"""Tables of invented units, made with a seed: at random, exactly on a threshold, just below one.

All that rules read by default is answered: counts in 64 bits, shares and amounts as floats, flags
as booleans, choices as text. No part is larger than its whole, and no whole is empty. A table of
many rows is made a few at a time, so that one of ten million fits into a file.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, assert_never

import numpy as np
import polars as pl
from attrs import field, frozen

import rubrik
from rubrik.measures import (
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    Input,
    ItemsInput,
    Ratio,
    ShareInput,
    TableInput,
)
from rubrik.rubric import Interpretation, Rubric, measured_by

__all__ = [
    "COMPARED",
    "RUBRIC",
    "just_below",
    "on_threshold",
    "provinces",
    "random",
    "some_on_threshold",
    "written",
]

Column = np.ndarray[Any, Any]

RUBRIC: Final = rubrik.load("an-giang/cap-huyen-2018")
"""The largest rubric that ships."""

COMPARED: Final = rubrik.load("thanh-hoa/cap-xa-2023")
"""The rubric that compares units, in five rows."""


LARGE: Final = (100, 100_000)
"""Between these are the wholes of ratios, where points are to lie anywhere."""

SMALL: Final = (9, 20)
"""As many as a district has communes: there points at random are on a threshold now and then."""


def random(
    rows: int, seed: int, rubric: Rubric = RUBRIC, wholes: tuple[int, int] = LARGE
) -> pl.DataFrame:
    """Units of all qualities: each is good at its own share of what is asked."""
    numbers = np.random.default_rng(seed)
    quality = 0.95 - 0.5 * numbers.random(rows) ** 2
    return pl.DataFrame(_Making(rubric.under(), numbers, quality, wholes).columns())


def provinces(rows: int, seed: int, number: int) -> pl.Series:
    """The province of each unit, one of so many."""
    found = np.random.default_rng(seed).integers(0, number, rows)
    return pl.Series("tinh", found).cast(pl.String)


def written(path: Path, rows: int, seed: int) -> Path:
    """Units at random in a Parquet file."""
    runs = [min(_AT_ONCE, rows - start) for start in range(0, rows, _AT_ONCE)]
    parts = [path.with_suffix(f".{place}") for place in range(len(runs))]
    for place, (part, run) in enumerate(zip(parts, runs, strict=True)):
        random(run, seed + place).write_parquet(part)
    pl.scan_parquet(parts).sink_parquet(path)
    for part in parts:
        part.unlink()
    return path


_AT_ONCE: Final = 500_000


@frozen
class _Making:
    """Columns in the making.

    ``quality`` is how good each unit is: from 1.1 on it does all that is asked. The wholes of
    ratios lie between two numbers.
    """

    read: Interpretation
    numbers: np.random.Generator
    quality: Column
    wholes: tuple[int, int]
    made: dict[str, Column] = field(factory=dict)

    def columns(self) -> dict[str, Column]:
        """All columns."""
        asked = dict(self._asked())
        for whole in dict.fromkeys(name for ratio in self._ratios for name in ratio.of.names):
            self.made[whole] = self.numbers.integers(*self.wholes, len(self.quality))
        self._keep_constraints()
        for ratio in self._ratios:
            self._put_parts(ratio)
        for name, declared in asked.items():
            if name not in self.made:
                self.made.update(self._answers(name, declared))
        self._keep_constraints()
        return self.made

    @property
    def _ratios(self) -> list[Ratio]:
        return [each for each in self._measures() if isinstance(each, Ratio)]

    def _measures(self) -> Iterator[Any]:
        codes = self.read.ruled - self.read.checked
        nodes = (node for code, node in self.read.nodes.items() if code in codes)
        yield from (measure for node in nodes for _, measure in measured_by(node))

    def _asked(self) -> Iterator[tuple[str, Input]]:
        """The inputs that rules read, but for shares that counts speak for."""
        inputs = self.read.declared.inputs
        for measure in self._measures():
            stated = measure.stated if isinstance(measure, Ratio) else None
            yield from ((name, inputs[name]) for name, _ in measure.reads if name != stated)

    def _put_parts(self, ratio: Ratio) -> None:
        """Parts of a whole, together no more than it."""
        (whole,) = ratio.of.names
        first, *others = ratio.ratio.names
        if first in self.made:
            return
        self.made[first] = self.numbers.binomial(self.made[whole], self._chances())
        for name in others:
            self.made[name] = self.made[first] // len(ratio.ratio.names)
        self.made[first] -= sum(self.made[name] for name in others)

    def _keep_constraints(self) -> None:
        """Cut what is to be no more than something else."""
        for each in self.read.constraints:
            less, *more = each.names
            if len(more) == 1 and {less, *more} <= self.made.keys():
                self.made[less] = np.minimum(self.made[less], self.made[more[0]])

    def _chances(self) -> Column:
        """How good each unit is at one thing."""
        return np.clip(self.quality + 0.1 * (self.numbers.random(len(self.quality)) - 0.5), 0, 1)

    def _answers(self, name: str, declared: Input) -> dict[str, Column]:
        rows = len(self.quality)
        is_good = self.numbers.random(rows) < self.quality
        match declared:
            case CountInput():
                most = 12 if declared.max is None else declared.max
                return {name: np.where(is_good, most, self.numbers.integers(0, most + 1, rows))}
            case AmountInput():
                return {name: np.round(1000 * self._chances(), 2)}
            case ShareInput():
                return {name: np.round(self._chances(), 4)}
            case FlagInput():
                return {name: is_good}
            case ChoiceInput():
                options = np.array(list(declared.options), object)
                others = self.numbers.integers(0, len(options), rows)
                return {name: options[np.where(is_good, 0, others)]}
            case ItemsInput():
                return {
                    f"{name}:{item}": self.numbers.random(rows) < self.quality
                    for item in declared.options
                }
            case TableInput():
                raise AssertionError(declared)  # rules read its aggregates
            case _:
                assert_never(declared)


# Units on a threshold, and just below it.

_FLAGS: Final = ("man_hinh_lich", "camera", "chong_set", "kiosk", "tuong_lua", "mang_tslcd")
_OF_COMMUNES: Final = (
    *("xa_lan", "xa_internet", "xa_mot_cua_hien_dai", "xa_tuong_lua", "xa_phong_hop"),
    *("xa_man_hinh_tra_cuu", "xa_dau_doc_ma_vach", "xa_may_scan"),
)
_LIMITS: Final = (270, 240, 225, 210)
"""Where the levels of group A.I begin; it has 300 points, 10 for each of its rows."""


def on_threshold(rows: int, seed: int) -> pl.DataFrame:
    """Units that do everything, but for group A.I: there their points are exactly a threshold.

    Eight ratios of one whole add up to what is missing; in floats few of them are exact.
    """
    return pl.DataFrame(_on_threshold(rows, np.random.default_rng(seed)))


def just_below(rows: int, seed: int) -> pl.DataFrame:
    """The same units, but that two ratios that made ten points together miss them by a little.

    They miss ``1 / (p*q)`` of ten points, for two numbers of up to nine digits that have no divisor
    in common.
    """
    numbers = np.random.default_rng(seed)
    made = _on_threshold(rows, numbers, more=10)
    found = [_nearly_one(int(size)) for size in 10 ** numbers.uniform(2, 8.5, rows)]
    names = ("dvsn_internet", "dvsn", "bdvh_internet", "bdvh")
    for name, values in zip(names, zip(*found, strict=True), strict=True):
        made[name] = np.array(values)
    made["bdvh_dai_ly"] = made["bdvh"]
    return pl.DataFrame(made)


def some_on_threshold(rows: int, seed: int) -> pl.DataFrame:
    """Units at random, but each tenth exactly on a threshold."""
    table, few = random(rows, seed), on_threshold(rows // 10, seed)
    others = table.filter(pl.int_range(pl.len()) % 10 != 0)
    return pl.concat([few.select(table.columns), others]).sample(
        fraction=1, shuffle=True, seed=seed
    )


def _on_threshold(rows: int, numbers: np.random.Generator, more: int = 0) -> dict[str, Column]:
    """``more`` points are left to two other ratios, which reach ten of their twenty points."""
    made = _Making(RUBRIC.under(), numbers, np.full(rows, 2.0), SMALL).columns()
    whole = 2 * numbers.integers(25, 200, rows)
    made |= {name: whole for name in _communes() if name in made}
    lacking = 300 - more - numbers.choice(_LIMITS, rows)
    least, most = np.maximum(0, -(-(lacking - 75) // 10)), np.minimum(lacking // 10, len(_FLAGS))
    absent = numbers.integers(least, most + 1)
    for place, name in enumerate(_FLAGS):
        made[name] = absent <= place
    halves = (80 - (lacking - 10 * absent)) // 5  # what the ratios make, in halves of one
    parts = _shared(halves * whole // 2, whole, numbers)
    return made | dict(zip(_OF_COMMUNES, parts, strict=True))


def _communes() -> set[str]:
    """The number of communes, and all that are parts of it."""
    of = [ratio for ratio in RUBRIC.under().ratios if ratio.of.names == ("ubnd_xa",)]
    return {"ubnd_xa", *(name for ratio in of for name in ratio.ratio.names)}


def _shared(total: Column, whole: Column, numbers: np.random.Generator) -> Sequence[Column]:
    """Parts, one for each ratio, that add up to a total; none is above the whole."""
    parts = []
    for left in reversed(range(len(_OF_COMMUNES))):
        least, most = np.maximum(0, total - left * whole), np.minimum(total, whole)
        parts.append(numbers.integers(least, most + 1))
        total = total - parts[-1]
    return parts


def _nearly_one(size: int) -> tuple[int, int, int, int]:
    """Two fractions ``a/p`` and ``b/q`` that add up to ``1 - 1/(p*q)``; ``p`` is of that size."""
    p, q = size, size + 1  # neighbours have no divisor in common
    b = -pow(p, -1, q) % q
    return (p * q - 1 - b * p) // q, p, b, q
