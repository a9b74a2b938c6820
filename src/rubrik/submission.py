"""What one unit reports for one period: inputs, claims, evidence, and a verifier's decisions."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from attrs import field, frozen

from rubrik import exact
from rubrik.errors import NumberError, Problem, SubmissionError, member, required
from rubrik.measures import Reported, reported
from rubrik.wording import message

__all__ = ["Adjudication", "Adjudications", "Decision", "Submission"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


def _inputs(values: Mapping[str, object]) -> Mapping[str, Reported]:
    return _each(values, reported, "inputs")


def _points(values: Mapping[str, object]) -> Mapping[str, Fraction]:
    return _each(values, exact.rational, "claims")


def _each(values: Mapping[str, object], read: Callable[[object], T], table: str) -> Mapping[str, T]:
    found: dict[str, T] = {}
    problems: list[Problem] = []
    given: Mapping[Any, object] = required(values, Mapping)
    for name, value in given.items():
        if not isinstance(name, str):
            said = message("names-are-text", found=type(name).__name__)
            problems.append(Problem((table, str(name)), said))
            continue
        try:
            found[name] = read(value)
        except NumberError as error:
            problems.append(Problem((table, name), error.message, error.hint))
    if problems:
        raise SubmissionError(tuple(problems))
    return found


class Decision(StrEnum):
    """What a verifier decides about one criterion."""

    ACCEPT = "accept"
    REPLACE = "replace"
    REJECT = "reject"
    ANNUL = "annul"
    NOT_APPLICABLE = "not_applicable"


def _decision(value: object) -> Decision:
    return member(Decision, value)


def _optional(value: object) -> Fraction | None:
    return None if value is None else exact.rational(value)


@frozen(kw_only=True)
class Adjudication:
    """A verifier's decision on one criterion, with the reason for it.

    ``accept`` lets the claimed points stand, ``replace`` puts ``points`` in their place, ``reject``
    takes the evidence as not given, ``annul`` does so too and says that it was false, which a scale
    can take for a veto, ``not_applicable`` takes the criterion out.
    """

    code: str
    decision: Decision = field(converter=_decision)
    reason: str
    points: Fraction | None = field(default=None, converter=_optional)
    reference: str = ""

    def __attrs_post_init__(self) -> None:
        if (self.points is not None) != (self.decision is Decision.REPLACE):
            raise SubmissionError((Problem((), message("points-only-with-replace")),))


def _decisions(values: Iterable[Adjudication]) -> tuple[Adjudication, ...]:
    return tuple(values)


@frozen(kw_only=True, repr=False)
class Adjudications:
    """A verifying office's decisions on one report, apart from the report itself.

    ``rubric``, ``unit`` and ``period`` are those of the report; ``rubric_hash`` pins the exact
    content of the rubric that was decided by.
    """

    rubric: str
    unit: str
    period: str
    adjudications: tuple[Adjudication, ...] = field(default=(), converter=_decisions)
    rubric_hash: str = ""

    def __repr__(self) -> str:
        count = len(self.adjudications)
        return f"<{count} adjudications on {self.unit!r} for {self.period!r} under {self.rubric!r}>"


def _codes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(kw_only=True, repr=False)
class Submission:
    """One unit's report under one rubric: facts, the points it claims, the evidence it gives.

    ``inputs`` are kept as reported, numbers that are not whole as exact text; they are read against
    the rubric when scored. ``derived`` says of inputs that were not printed how they follow from
    printed figures by arithmetic alone. ``labels`` say what the unit is one of, such as its
    district, so that units can be ranked among their like. ``rubric_hash`` pins the exact content
    of the rubric.
    """

    rubric: str
    unit: str = ""
    period: str = ""
    inputs: Mapping[str, Reported] = field(factory=dict, converter=_inputs)
    derived: Mapping[str, str] = field(factory=dict)
    claims: Mapping[str, Fraction] = field(factory=dict, converter=_points)
    evidence: Mapping[str, str] = field(factory=dict)
    adjudications: tuple[Adjudication, ...] = field(default=(), converter=_decisions)
    not_applicable: tuple[str, ...] = field(default=(), converter=_codes)
    labels: Mapping[str, str] = field(factory=dict)
    rubric_hash: str = ""

    def __repr__(self) -> str:
        return f"<Submission of {self.unit!r} for {self.period!r} under {self.rubric!r}>"
