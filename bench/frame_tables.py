"""Tables of invented units, made with a seed: at random, exactly on a threshold, just below one.

All that rules read by default is answered: counts in 64 bits, shares and amounts as floats, flags
as booleans, choices as text. No part is larger than its whole, and no whole is empty.
"""

from collections.abc import Iterator, Mapping
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

__all__ = ["COMPARED", "RUBRIC", "just_below", "on_threshold", "provinces", "random"]

Column = np.ndarray[Any, Any]

RUBRIC: Final = rubrik.load("an-giang/cap-huyen-2018")
"""The largest rubric that ships."""

COMPARED: Final = rubrik.load("thanh-hoa/cap-xa-2023")
"""The rubric that compares units, in five rows."""


def random(rows: int, seed: int, rubric: Rubric = RUBRIC) -> pl.DataFrame:
    """Units of all qualities: each is good at its own share of what is asked."""
    numbers = np.random.default_rng(seed)
    return _Making(rubric.under(), numbers, 1 - 0.5 * numbers.random(rows) ** 2).table()


@frozen
class _Making:
    """A table in the making; ``quality`` is how good each unit is."""

    read: Interpretation
    numbers: np.random.Generator
    quality: Column
    made: dict[str, Column] = field(factory=dict)

    def table(self) -> pl.DataFrame:
        """The table, with its columns in the order of the rubric."""
        asked = dict(self._asked())
        for whole in dict.fromkeys(name for ratio in self._ratios for name in ratio.of.names):
            self.made[whole] = self.numbers.integers(3, 400, len(self.quality))
        self._keep_constraints()
        for ratio in self._ratios:
            self._put_parts(ratio)
        for name, declared in asked.items():
            if name not in self.made:
                self.made |= self._answers(name, declared)
        self._keep_constraints()
        return pl.DataFrame(self.made)

    @property
    def _ratios(self) -> list[Ratio]:
        return [each for each in self._measures() if isinstance(each, Ratio)]

    def _measures(self) -> Iterator[Any]:
        rules = (code for code in self.read.ruled if code not in self.read.checked)
        nodes = (self.read.nodes[code] for code in rules)
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
        parts = [name for name in ratio.ratio.names if name not in self.made]
        for name in parts:
            found = self.numbers.binomial(self.made[whole], self._chances())
            self.made[name] = found // len(ratio.ratio.names)

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
        chance, rows = self.numbers.random(len(self.quality)), len(self.quality)
        is_good = chance < self.quality
        match declared:
            case CountInput():
                most = 12 if declared.max is None else declared.max
                return {name: np.where(is_good, most, self.numbers.integers(0, most + 1, rows))}
            case AmountInput():
                return {name: np.round(chance * 1000, 2)}
            case ShareInput():
                return {name: np.round(self._chances(), 4)}
            case FlagInput():
                return {name: is_good}
            case ChoiceInput():
                options = np.array(list(declared.options), object)
                others = self.numbers.integers(0, len(options), rows)
                return {name: options[np.where(is_good, 0, others)]}
            case ItemsInput():
                return {f"{name}:{item}": self.numbers.random(rows) < 0.8 for item in declared.options}
            case TableInput():
                raise AssertionError(declared)  # rules read its aggregates
            case _:
                assert_never(declared)


def provinces(rows: int, seed: int, number: int) -> pl.Series:
    """The province of each unit, one of so many."""
    found = np.random.default_rng(seed).integers(0, number, rows)
    return pl.Series("tinh", found).cast(pl.String)


# Units on a threshold, and just below it.

_FLAGS: Final = ("man_hinh_lich", "camera", "chong_set", "kiosk", "tuong_lua", "mang_tslcd")
_OF_COMMUNES: Final = (
    *("xa_lan", "xa_internet", "xa_mot_cua_hien_dai", "xa_tuong_lua", "xa_phong_hop"),
    *("xa_man_hinh_tra_cuu", "xa_dau_doc_ma_vach", "xa_may_scan"),
)
_LIMITS: Final = (270, 240, 225, 210)
"""Where the levels of group A.I begin; it has 300 points."""


def on_threshold(rows: int, seed: int) -> pl.DataFrame:
    """Units that do everything, but for group A.I: there their points are exactly a threshold.

    Eight ratios of one whole add up to what is missing; in floats few of them are exact.
    """
    return pl.DataFrame(_on_threshold(rows, np.random.default_rng(seed)))


def just_below(rows: int, seed: int) -> pl.DataFrame:
    """The same units, but that two ratios that made ten points together miss them by a little.

    They miss ``1 / (p*q)`` of a point, for two large numbers that have no divisor in common.
    """
    numbers = np.random.default_rng(seed)
    made = _on_threshold(rows, numbers, more=10)
    sizes = 10 ** numbers.uniform(2, 8.5, rows)
    found = [_nearly_one(int(size)) for size in sizes]
    names = ("dvsn_internet", "dvsn", "bdvh_internet", "bdvh")
    made |= {name: np.array(each) for name, each in zip(names, zip(*found, strict=True), strict=True)}
    made["bdvh_dai_ly"] = made["bdvh"]
    return pl.DataFrame(made)


def _on_threshold(rows: int, numbers: np.random.Generator, more: int = 0) -> dict[str, Column]:
    """``more`` points are left open: 20 are reached by two ratios that are given up by the caller."""
    made = _best(rows)
    whole = 2 * numbers.integers(25, 200, rows)
    made |= dict.fromkeys(_communes(), whole)
    limit = numbers.choice(_LIMITS, rows)
    lacking = 300 - limit - more
    flags = numbers.integers(np.maximum(0, -(-(lacking - 75) // 10)), np.minimum(lacking // 10, len(_FLAGS)) + 1)
    for place, name in enumerate(_FLAGS):
        made[name] = flags <= place
    halves = (80 - (lacking - 10 * flags)) // 5  # what the ratios make, in halves of one
    parts = _shared(halves * whole // 2, whole, numbers)
    return made | dict(zip(_OF_COMMUNES, parts, strict=True))
