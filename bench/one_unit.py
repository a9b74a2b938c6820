"""One district under the rubric of An Giang: exact points and levels against floats by hand.

The reports differ in their figures, so that nothing remembered from one serves for the next.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import cycle
from math import isclose
from pathlib import Path
from typing import Any, Final

import attrs
import by_hand_an_giang
import numpy as np
import peers

import rubrik
from rubrik.compiled import compiled
from rubrik.figures import decimal_text
from rubrik.measures import CountInput, Facts, ShareInput
from rubrik.scoresheet import Scoresheet
from rubrik.scoring import Context

__all__ = [
    "AIMS",
    "CASES",
    "PEERS",
    "REPORTS",
    "SLUG",
    "ZERO",
    "Case",
    "Report",
    "assert_same_elsewhere",
    "assert_same_points",
    "in_turn",
    "warmed",
]

ZERO: Final = Fraction(0)
SLUG: Final = "an-giang/cap-huyen-2018"
_EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "cap-huyen-mau-2018.toml"

_RUBRIC = rubrik.load(SLUG)
_CONTEXT = Context.of(_RUBRIC)
_READ = _CONTEXT.read
_CODE = compiled(_READ)


@attrs.frozen
class Report:
    """One complete report, its facts as the library has read them, and the same as floats."""

    submission: rubrik.Submission
    facts: Facts
    floats: Mapping[str, Any]

    @property
    def total(self) -> Fraction | None:
        """What it comes to, exactly."""
        return sheet(self).points


def _reports(number: int) -> Iterator[Report]:
    complete = rubrik.load_submission(_EXAMPLE)
    chance = random.Random(number)  # noqa: S311 - a seed, so that every run measures the same
    for _ in range(number):
        submission = attrs.evolve(complete, inputs=_varied(complete.inputs, chance))
        facts = _CONTEXT.facts(submission)
        floats = {
            name: float(value) if isinstance(value, Fraction) else value
            for name, value in facts.known.items()
        }
        yield Report(submission, facts, floats)


def _varied(inputs: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """A larger district with odd figures: what is counted is not stated as a share as well."""
    stated = {ratio.stated for ratio in _READ.ratios}
    wholes = {name for ratio in _READ.ratios for name in ratio.of.names}
    parts = {name for ratio in _READ.ratios for name in ratio.ratio.names}
    factor = chance.randint(3, 40)
    found: dict[str, Any] = {}
    for name, value in inputs.items():
        match _READ.declared.inputs[name]:
            case ShareInput() if name in stated:
                continue
            case ShareInput():
                found[name] = f"{chance.randint(1, 9999) / 100}%".replace(".", ",")
            case CountInput() if name in wholes - parts:
                found[name] = value * factor + chance.randint(0, factor)
            case CountInput() if name in wholes:
                found[name] = value * factor
            case CountInput() if name in parts:
                found[name] = value * factor - chance.randint(0, min(value, 1) * (factor - 1))
            case _:
                found[name] = value
    return found


REPORTS: Final = tuple(_reports(20))


def hand(report: Report) -> object:
    """By hand in floats, from facts already read: all points and levels."""
    points = by_hand_an_giang.points(report.floats)
    return points, by_hand_an_giang.levels(points)


def code(report: Report) -> object:
    """The rubric as code, from the same facts: all points as pairs of integers, and all levels."""
    ran = _CODE.run(report.facts.known)
    return ran, ran.levels


def reduced(report: Report) -> object:
    """The same, and every point as a `Fraction`."""
    ran = _CODE.run(report.facts.known)
    return [ran.points(each) for each in _CODE.codes], ran.levels


def evaluated(report: Report) -> object:
    """`evaluate`: the inputs read and validated as well."""
    return rubrik.evaluate(_RUBRIC, report.submission.inputs)


def sheet(report: Report) -> Scoresheet:
    """The sheet, from the same facts, nothing of it read."""
    return _CONTEXT.sheet(report.submission, report.facts)


def scored(report: Report) -> Scoresheet:
    """`score`: the inputs read and validated as well, nothing of the sheet read."""
    return rubrik.score(_RUBRIC, report.submission)


def reasons(report: Report) -> object:
    """`score`, and points, verdict and reason of every row, the reason not yet put in words."""
    return [(line.points, line.verdict, line.reason) for line in scored(report).lines]


def words(report: Report) -> object:
    """`score`, and points, verdict and reason of every row, the reason in both languages."""
    return [
        (line.points, line.verdict, reason.text("vi"), reason.text("en"))
        for line in scored(report).lines
        for reason in (line.reason,)
    ]


def figures(report: Report) -> object:
    """No sentence: only the points of every row, rounded and written in both languages."""
    return [
        (decimal_text(line.points or ZERO, lang="vi"), decimal_text(line.points or ZERO, lang="en"))
        for line in scored(report).lines
    ]


Case = Callable[[Report], object]

CASES: Final[Mapping[str, Case]] = {
    "by hand, in floats: points and levels": hand,
    "exact: points and levels, from the same facts": code,
    "exact, and every point reduced to a `Fraction`": reduced,
    "`evaluate` (also reads and validates the inputs)": evaluated,
    "the sheet, from the same facts, nothing of it read": sheet,
    "`score` (also reads and validates the inputs), nothing of it read": scored,
    "`score`, every line and every reason, as a message": reasons,
    "`score`, and nothing but the points of every row, written in both languages": figures,
    "`score`, every line and both reasons, as text": words,
}

# The same district in other engines, which get what the rules read as plain numbers.

_READ_NAMES = peers.inputs(_READ)
_ZEN = peers.zen_engine(_READ)
_OPENFISCA = peers.openfisca(_READ)
_PLAIN = {id(each): {name: each.floats[name] for name in _READ_NAMES} for each in REPORTS}
_ARRAYS = {
    key: {name: np.array([value]) for name, value in plain.items()} for key, plain in _PLAIN.items()
}


def zen_engine(report: Report) -> Any:  # noqa: ANN401 - what it gives
    """zen-engine: one decision of expressions and tables, made before."""
    return _ZEN(_PLAIN[id(report)])


def openfisca(report: Report) -> Any:  # noqa: ANN401 - likewise
    """OpenFisca-Core: one simulation, of variables made before."""
    return _OPENFISCA(_ARRAYS[id(report)])


PEERS: Final[Mapping[str, Case]] = {
    "rubrik: exact points and levels, from facts already read": code,
    "rubrik: `evaluate`": evaluated,
    "zen-engine, one decision model": zen_engine,
    "OpenFisca-Core, one simulation": openfisca,
}

AIMS: Final = {
    "exact: points and levels, from the same facts": "≤ 2×",
    "the sheet, from the same facts, nothing of it read": "≤ 6×",
    "`score` (also reads and validates the inputs), nothing of it read": "≤ 6×",
    "`score`, every line and both reasons, as text": "≤ 25×",
    **dict.fromkeys(list(PEERS)[2:], "≥ 10×"),
}


def in_turn(case: Case) -> Callable[[], object]:
    """One report at each call, so that one that is disturbed does not spoil the others."""
    reports = cycle(REPORTS)
    return lambda: case(next(reports))


def warmed() -> None:
    """As many sheets as it takes until the code is used for them."""
    for report in 5 * REPORTS:
        scored(report)


def assert_same_points() -> None:
    """Both sides give the same points for all rows, within what floats can do, and the same levels.

    Raises:
        AssertionError: they differ, and nothing that is measured would mean anything.
    """
    for report in REPORTS:
        points = by_hand_an_giang.points(report.floats)
        exact, sheet_ = rubrik.evaluate(_RUBRIC, report.submission.inputs), scored(report)

        assert points.keys() == {*exact.points, ""}
        for line in sheet_.lines:
            assert line.points == exact.points[line.code]
            assert isclose(points[line.code], line.points or 0, rel_tol=1e-12), line.code
        assert isclose(points[""], exact.total or 0, rel_tol=1e-12)
        assert by_hand_an_giang.levels(points) == exact.levels
    assert len(REPORTS) == len({report.total for report in REPORTS})


def assert_same_elsewhere() -> None:
    """The other engines give the same points, within what their numbers can do, and levels.

    Raises:
        AssertionError: they differ.
    """
    for report in REPORTS:
        exact = rubrik.evaluate(_RUBRIC, report.submission.inputs)
        found, floats = zen_engine(report)["result"], openfisca(report)

        for code_, points in {**exact.points, None: exact.total}.items():
            name = peers.name_of(code_)
            assert isclose(found[name], points or 0, rel_tol=1e-12), code_
            assert isclose(floats[name][0], points or 0, rel_tol=1e-5), code_  # 32 bits
        for index, ((scale, _), level) in enumerate(exact.levels.items()):
            names = [each.name for each in _READ.scales[scale].levels]
            place = names.index(level) if level in names else len(names)
            assert (found[f"level_{index}"], floats[f"level_{index}"][0]) == (level, place)
