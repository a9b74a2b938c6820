"""What is fuzzed, and what must hold: a refusal in both languages, or something that can be used.

Seeds are the small rubric and report of the tests, the scales of a rubric that ships, and the
examples. Each target takes its data from draws and raises what it should not.
"""

import json
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import Any, Final

import rubrik
from codec.small import REPORT_TEXT, RUBRIC_TEXT, as_json
from fuzz_draws import KEYS, WORDS, Draws, corrupted, edited, hostile, number, number_text, toml
from rubrik import CohortRecord, Rubric, RubrikError, Submission, exact
from rubrik.figures import shown
from rubrik.submission import Adjudications

__all__ = ["TARGETS", "Target"]

Data = Any  # plain data: what TOML or JSON can hold
Target = Callable[[Draws], bool]
"""Tries one case, and says whether the data was let in."""

_SHIPPED = resources.files(rubrik) / "rubrics" / "an-giang" / "cap-xa-2018.toml"
_REACH = 10**400

RUBRIC: Final[Data] = json.loads(as_json(RUBRIC_TEXT))
REPORT: Final[Data] = json.loads(as_json(REPORT_TEXT))
KNOWN: Final = frozenset(REPORT["inputs"])
SCALES: Final[Data] = {
    "scale": tomllib.loads(_SHIPPED.read_text(encoding="utf-8"), parse_float=str)["scale"][:2]
}
OWN_SCALE: Final[Data] = {
    "scale": [
        {
            "id": "s",
            "name": "S",
            "below": "none",
            "levels": [
                {"name": "I", "conditions": [{"node": "1", "share": "90%"}, {"points": 8}]},
                {
                    "name": "II",
                    "conditions": [{"any": [{"node": "1.2", "points": 2}, {"share": "1/2"}]}],
                },
            ],
        }
    ]
}
COHORT: Final[Data] = {
    "rubric": "nho",
    "rubric_hash": "sha256:0",
    "period": "2023",
    "bounds": {"2.1": [1, "5/2"]},
    "measured": {"2.1": 3},
    "units": ["A", "B", "C"],
}
DECISIONS: Final[Data] = {
    "rubric": "nho",
    "unit": "UBND xã",
    "period": "2023",
    "adjudication": REPORT["adjudication"],
}


def _read_rubric(data: Data) -> Rubric:
    found = rubrik.loads(json.dumps(data))
    assert isinstance(found, Rubric)  # noqa: S101 - it is a seed
    return found


def _fragment(codes: tuple[str, ...], **more: Data) -> Data:
    """The small rubric with few of its rows, so that it is quickly read."""
    nodes = [each for each in RUBRIC["node"] if each.get("criterion", each.get("group")) in codes]
    said = json.dumps(nodes) + "a b"
    names = [each for each in RUBRIC["input"] if f'"{each["name"]}' in said or each["name"] in "ab"]
    kept = {key: RUBRIC[key] for key in ("slug", "title", "document", "shapes", "constraints")}
    return {**kept, "input": names, "node": nodes, **more}


FRAGMENTS: Final[tuple[Data, ...]] = (
    _fragment(("1", "1.1")),
    _fragment(("1", "1.2"), scale=OWN_SCALE["scale"]),
    _fragment(("1", "1.3")),
    _fragment(("2", "2.1")),
    _fragment(("3",), ranking={"ties": "competition"}),
    _fragment(("1", "1.1", "1.3"), reading=RUBRIC["reading"]),
)
SMALL: Final = (_read_rubric(RUBRIC), *(_read_rubric(each) for each in FRAGMENTS[:5]))


READS: Final[tuple[Callable[[object], Fraction | int], ...]] = (
    *(exact.rational, exact.rational, exact.amount, exact.count),
)


def numbers(draws: Draws) -> bool:
    """A number is read exactly, within reach, or refused; what is read can be written."""
    value = Fraction(draws.below(9), 10**1200) if draws.once_in(64) else number(draws)
    try:
        found = Fraction(draws.pick(READS)(value))
    except rubrik.NumberError as error:
        speaks(error)
        return False
    if isinstance(value, str):
        _hold(max(abs(found.numerator), found.denominator) < _REACH, "a number out of reach")
    _hold(shown(found, "vi") != "", "no text")
    if max(abs(found.numerator), found.denominator) < _REACH:
        _hold(exact.rational(exact.text(found)) == found, "another number when read again")
    return True


def toml_texts(draws: Draws) -> bool:
    """A text of TOML is refused, or holds a rubric or a report that can be used."""
    text = toml(edited(draws, draws.pick((*FRAGMENTS, REPORT, COHORT)), 2))
    if draws.once_in(4):
        text = corrupted(draws, text)
    return _loaded(draws, text)


def json_texts(draws: Draws) -> bool:
    """A text of JSON is refused, or holds a rubric, a report or a cohort that can be used."""
    text = as_json_text(edited(draws, draws.pick((*FRAGMENTS, REPORT, COHORT)), 2))
    if draws.once_in(4):
        text = corrupted(draws, text)
    return _loaded(draws, text)


def _loaded(draws: Draws, text: str) -> bool:
    try:
        found = rubrik.loads(text)
    except RubrikError as error:
        speaks(error)
        return False
    _reread(found)
    match found:
        case Rubric():
            _scored(draws, found, Submission(rubric=found.slug, inputs={"a": 1, "b": 2}))
        case Submission():
            _scored(draws, SMALL[0], found)
        case CohortRecord():
            _bounded(found)
    return True


def _reread(found: Rubric | Submission | CohortRecord) -> None:
    text = rubrik.dumps(found)
    if not any("\ud800" <= each <= "\udfff" for each in text):  # no file can hold half a character
        _hold(rubrik.loads(text) == found, "something else when read again")


def _bounded(found: CohortRecord) -> None:
    try:
        found.bounds_for(SMALL[0])
    except RubrikError as error:
        speaks(error)


def files(draws: Draws) -> bool:
    """A file of decisions, of scales, of a report or of a cohort is refused or read."""
    seeds: tuple[tuple[Data, Callable[[Path], object]], ...] = (
        (DECISIONS, rubrik.load_adjudications),
        (OWN_SCALE, rubrik.load_scales),
        (SCALES, rubrik.load_scales),
        (REPORT, rubrik.load_submission),
        (COHORT, rubrik.load_cohort),
    )
    data, load = draws.pick(seeds)
    data = edited(draws, data)
    suffix, text = draws.pick(((".json", as_json_text), (".toml", toml)))
    path = _written(corrupted(draws, text(data), 1), suffix)
    try:
        found = load(path)
    except RubrikError as error:
        speaks(error)
        return False
    if isinstance(found, Adjudications):
        _verified(found)
    if isinstance(found, tuple) and found:
        _rated(SMALL[0], Submission(rubric="nho", inputs=REPORT["inputs"]), found)
    return True


def _verified(found: Adjudications) -> None:
    report = Submission(rubric="nho", unit="UBND xã", period="2023", inputs=REPORT["inputs"])
    try:
        rubrik.score(SMALL[0], rubrik.verified(report, found))
    except RubrikError as error:
        speaks(error)


def submissions(draws: Draws) -> bool:
    """Values of any type under a rubric that ships or a small one are refused or scored."""
    rubric = draws.pick(SMALL)
    inputs = {each: REPORT["inputs"][each] for each in rubric.declared.inputs if each in KNOWN}
    for _ in range(draws.below(4)):
        inputs[draws.pick(tuple(rubric.declared.inputs))] = _plausible(draws)
    for _ in range(draws.below(3)):
        inputs[draws.pick((*inputs, "x", "a.b"))] = _answer(draws)
    codes = [node.code for node in rubric.nodes]
    given: dict[str, Any] = {"unit": draws.pick(WORDS), "inputs": inputs}
    if draws.once_in(4):
        given["claims"] = {draws.pick((*codes, "x")): number(draws)}
    if draws.once_in(4):
        given["not_applicable"] = [draws.pick((*codes, "", "x"))]
    if draws.once_in(4):
        given["labels"] = {draws.pick(KEYS): draws.pick(WORDS)}
    try:
        report = Submission(rubric=rubric.slug, **given)
    except RubrikError as error:
        speaks(error)
        return False
    _reread(report)
    _evaluated(rubric, inputs)
    return _scored(draws, rubric, report)


def _plausible(draws: Draws) -> object:
    """An answer that some input takes: most are let in."""
    match draws.below(6):
        case 0 | 1 | 2:
            return draws.below(12)
        case 3:
            return Fraction(draws.below(100), 100)
        case 4:
            return draws.pick(
                ("x", "y", True, False, "Có", "50%", "2,5", "1/3", 0.25, 1e-9, 10**30)
            )
        case _:
            return draws.pick(
                (["p"], ["p", "q"], [], [[1, 2]], [[0, 0], [1, 1]], [[3, 4], ["1/2", 2]])
            )


def _answer(draws: Draws) -> object:
    match draws.below(4):
        case 0:
            return number(draws)
        case 1:
            return hostile(draws)
        case 2:
            return draws.some(lambda each: each.some(number, 3), 3)
        case _:
            return draws.some(lambda each: each.pick((*WORDS, 1, None)), 3)


def _evaluated(rubric: Rubric, inputs: Mapping[str, object]) -> None:
    try:
        found = rubrik.evaluate(rubric, inputs)
    except RubrikError as error:
        speaks(error)
    else:
        _hold(len(found.points) == len(rubric.nodes), "rows without points")


def _scored(draws: Draws, rubric: Rubric, report: Submission) -> bool:
    try:
        sheet = rubrik.score(rubric, report, missing=draws.pick((None, "zero", "range")))
    except RubrikError as error:
        speaks(error)
        return False
    if draws.once_in(8):
        _hold(json.loads(rubrik.dumps(sheet, lang=draws.pick(("vi", "en")))) != {}, "nothing")
    if rubric.scales:
        _rated(rubric, report, rubric.scales)
    return True


def _rated(rubric: Rubric, report: Submission, scales: tuple[rubrik.Scale, ...]) -> None:
    try:
        sheet = rubrik.score(rubric, report)
        for scale in scales:
            _hold(repr(rubrik.classify(sheet, scale)) != "", "no words")
    except RubrikError as error:
        speaks(error)


def tables(draws: Draws) -> bool:
    """A table is refused, or each of its rows is broken in words or scored."""
    rubric = draws.pick(SMALL)
    names = ["unit", "period", "claim:1.1", "label:huyen", *rubric.declared.inputs]
    columns = [draws.pick((*names, *KEYS)) for _ in range(draws.below(5))]
    columns.insert(draws.below(len(columns) + 1), "unit")
    rows = [[_cell(draws) for _ in columns] for _ in range(1 + draws.below(3))]
    suffix = draws.pick((".csv", ".jsonl"))
    text = _csv(draws, columns, rows) if suffix == ".csv" else _lines(draws, columns, rows)
    try:
        found = rubrik.load_table(_written(corrupted(draws, text), suffix), rubric)
    except RubrikError as error:
        speaks(error)
        return False
    for broken in found.broken:
        speaks(broken.error)
    for report in found.submissions.values():
        _scored(draws, rubric, report)
    return True


def _cell(draws: Draws) -> Data:
    match draws.below(4):
        case 0:
            return number_text(draws)
        case 1:
            return hostile(draws)
        case 2:
            return draws.pick(("[[1, 2], [3]]", "p; q", "[1", '["p"]', "", " x ", "Có", "50%"))
        case _:
            return draws.below(20)


def _csv(draws: Draws, columns: list[str], rows: list[list[Data]]) -> str:
    mark = draws.pick((",", ";", "\t"))
    lines = [columns, *([_quoted(str_of(each)) for each in row] for row in rows)]
    return "\n".join(mark.join(line) for line in lines)


def _quoted(text: str) -> str:
    if any(each in text for each in ',;\t"\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text


def str_of(value: Data) -> str:
    """A cell's text; whole numbers too long for Python to write are cut short."""
    return hex(value) if isinstance(value, int) else str(value)


def _lines(draws: Draws, columns: list[str], rows: list[list[Data]]) -> str:
    del draws
    return "\n".join(as_json_text(dict(zip(columns, row, strict=True))) for row in rows)


def as_json_text(data: Data) -> str:
    """Plain data as JSON; decimals stand as numbers where JSON can hold them."""
    return json.dumps(data, default=lambda value: float(value) if value else str(value))


def _written(text: str, suffix: str) -> Path:
    path = Path(_FOLDER.name, f"case{suffix}")
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


_FOLDER: Final = tempfile.TemporaryDirectory(prefix="rubrik-fuzz-")


def speaks(error: RubrikError) -> None:
    """A refusal has words in both languages, and can be shown."""
    _hold(bool(error.text("vi")) and bool(error.text("en")) and bool(str(error)), "no words")
    for each in error.problems:
        _hold(bool(each.text("vi")) and bool(each.text("en")), "no words")


class BrokenPromiseError(Exception):
    """Something that must hold does not."""


def _hold(promise: bool, otherwise: str) -> None:  # noqa: FBT001 - it reads as a sentence
    if not promise:
        raise BrokenPromiseError(otherwise)


TARGETS: Final[Mapping[str, Target]] = {
    "numbers": numbers,
    "toml": toml_texts,
    "json": json_texts,
    "files": files,
    "submissions": submissions,
    "tables": tables,
}
