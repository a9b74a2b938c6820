"""How many units other engines put on the wrong side of a threshold, for ``docs/why-rubrik.md``.

Three sets of units, made here, each scored by the formula that one would write in the engine:
exactly on a threshold, short of it by 10⁻⁷ to 10⁻⁵ points, and by 10⁻¹⁵ to 10⁻¹¹.
LibreOffice is asked if ``soffice`` is there. Run with ``.venv/bin/python bench/thresholds.py``.
"""

import csv
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import gcd
from pathlib import Path

import numpy as np
import polars as pl
import zen
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

import rubrik
from rubrik import frames

Ratio = tuple[int, int]
Unit = tuple[Ratio, ...]
"""The ratios of a unit, ten points each: it passes with ten points."""


def on_it() -> Iterator[Unit]:
    """Three parts of up to 50 people, all together: ten points exactly."""
    for whole in range(3, 51):
        for first in range(1, whole):
            for second in range(first, whole):
                third = whole - first - second
                if third >= second:
                    yield (first, whole), (second, whole), (third, whole)


def short_of_it(least: int, most: int) -> Iterator[Unit]:
    """500 pairs of ratios that add up to 1 less the smallest amount that their wholes allow."""
    chance = random.Random(1)  # noqa: S311 - the same units in every run, no secret
    made = 0
    while made < 500:  # noqa: PLR2004 - as many as the docstring says
        one, other = chance.randrange(least, most), chance.randrange(least, most)
        if gcd(one, other) != 1:
            continue
        part = -pow(other, -1, one) % one
        made += 1
        yield (part, one), ((one * other - 1 - part * other) // one, other)


def exactly(units: Sequence[Unit]) -> list[bool]:
    """Who passes, in fractions."""
    return [sum(Fraction(10 * a, b) for a, b in unit) >= 10 for unit in units]  # noqa: PLR2004


def in_floats(units: Sequence[Unit]) -> list[bool]:
    """Who passes in the binary floats of Python, or of any data frame."""
    return [sum(10 * (a / b) for a, b in unit) >= 10 for unit in units]  # noqa: PLR2004


def in_rubrik(units: Sequence[Unit]) -> list[bool]:
    """Who passes here, as a table with certified levels."""
    ratios = range(len(units[0]))
    names = [f"{side}{place}" for place in ratios for side in "ab"]
    inputs = [{"name": name, "kind": "count", "label": name} for name in names]
    rows = [
        {
            "criterion": str(place + 1),
            "name": "-",
            "max": 10,
            "measure": {"ratio": f"a{place}", "of": f"b{place}"},
            "score": {"kind": "proportional"},
        }
        for place in ratios
    ]
    scale = {"id": "s", "name": "-", "below": "no", "levels": [{"name": "yes", "from": 10}]}
    head = {"slug": "example/thresholds", "title": "-"}
    rubric = rubrik.loads(json.dumps({**head, "input": inputs, "node": rows, "scale": [scale]}))
    flat = [[number for ratio in unit for number in ratio] for unit in units]
    scored = frames.score(rubric, pl.DataFrame(flat, schema=names, orient="row"))
    return [level == "yes" for level in scored["level_s"]]


def in_zen(units: Sequence[Unit]) -> list[bool]:
    """Who passes in zen-engine, which computes in decimals of 28 digits."""
    sums = ["+".join(f"10 * ({a} / {b})" for a, b in unit) for unit in units]
    return [zen.evaluate_expression(f"{each} >= 10", {}) for each in sums]


def in_openfisca(units: Sequence[Unit]) -> list[bool]:
    """Who passes in OpenFisca-Core, which keeps floats of 32 bits."""
    entity = build_entity(key="unit", plural="units", label="Unit", is_person=True)
    system = TaxBenefitSystem([entity])
    fields = {"entity": entity, "definition_period": DateUnit.YEAR, "label": "-"}
    facts = {
        f"{side}{place}": [unit[place][index] for unit in units]
        for place in range(len(units[0]))
        for index, side in enumerate("ab")
    }
    for name in facts:
        system.add_variable(type(name, (Variable,), {"value_type": int, **fields}))

    def formula(unit: Callable[..., np.ndarray], period: object) -> np.ndarray:
        places = range(len(units[0]))
        return sum(10 * (unit(f"a{each}", period) / unit(f"b{each}", period)) for each in places)

    total = {"value_type": float, "formula": formula, **fields}
    system.add_variable(type("total", (Variable,), total))
    simulation = SimulationBuilder().build_default_simulation(system, count=len(units))
    for name, values in facts.items():
        simulation.set_input(name, "2026", np.array(values))
    return list(simulation.calculate("total", "2026") >= 10)  # noqa: PLR2004


def in_libreoffice(units: Sequence[Unit]) -> list[bool]:
    """Who passes in LibreOffice Calc, one formula for each unit."""
    kind = "Text - txt - csv (StarCalc):44,34,76,1"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "units.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            for unit in units:
                added = "+".join(f"10*({a}/{b})" for a, b in unit)
                csv.writer(file).writerow([f"=IF({added}>=10,1,0)"])
        command = ["soffice", "--headless", "--convert-to", f"csv:{kind}", "--outdir"]
        command += [f"{folder}/out", f"--infilter={kind},,0,false,true,false,false,false,0", path]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - LibreOffice itself
        return [line == "1" for line in Path(folder, "out/units.csv").read_text().split()]


def main() -> int:
    """Print a line for each engine: how many of each set are put on the wrong side."""
    sets = [list(on_it()), list(short_of_it(1000, 10_000)), list(short_of_it(10**6, 10**8))]
    engines = [in_rubrik, in_floats, in_zen, in_openfisca]
    engines += [in_libreoffice] if shutil.which("soffice") else []
    sys.stdout.write(f"units: {[len(units) for units in sets]}\n")
    for engine in engines:
        wrong = [
            sum(bool(a != b) for a, b in zip(exactly(units), engine(units), strict=True))
            for units in sets
        ]
        sys.stdout.write(f"{engine.__name__}: {wrong}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
