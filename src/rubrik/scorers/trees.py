"""Scorers that combine others: sums, caps, best and worst of, gates, choices of rules."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, partial
from typing import Any, ClassVar

import attrs
from attrs import evolve, field, frozen

from rubrik.errors import NumberError, RubrikError, meant
from rubrik.intervals import EVERYTHING, Interval
from rubrik.measures import Measure, Number, Option
from rubrik.scorers.amounts import FULL, NOTHING, Amount, amount, optional_amount
from rubrik.scorers.bands import Banded, Edges
from rubrik.scorers.curves import CurveScorer
from rubrik.scorers.forms import Case, Clamp, Constant, Fold, Form, Lookup, Switch, Values
from rubrik.scorers.leaves import Boolean, MinMaxNormalized, Proportional, Stepped
from rubrik.scorers.setting import Setting, collected, together
from rubrik.wording import message

__all__ = [
    "BestOf",
    "Capped",
    "Choice",
    "Clamped",
    "Condition",
    "Gated",
    "Rule",
    "Scorer",
    "Sum",
    "WorstOf",
    "measures_of",
]


def __dir__() -> list[str]:
    return __all__


def _rule(value: object) -> "Rule":
    return value if isinstance(value, _SCORERS) else amount(value)  # type: ignore[return-value]


def _rules(values: object) -> "tuple[Rule, ...]":
    return tuple(_rule(value) for value in values)  # type: ignore[attr-defined]


def _points(given: Amount, setting: Setting) -> Fraction:
    try:
        return given.at(setting.maximum)
    except NumberError as error:
        raise setting.refusal(error.message) from None


def _limit(given: Amount | None, setting: Setting) -> Fraction | None:
    return None if given is None else _points(given, setting)


def _form(rule: "Rule", setting: Setting) -> Form:
    if isinstance(rule, Amount):
        return Constant(_points(rule, setting))
    return rule.form(setting)


@frozen(repr=False)
class _Combined:
    """Several rules made into one."""

    parts: "tuple[Rule, ...]" = field(converter=_rules)
    measure: Measure | None = field(default=None, kw_only=True)

    operation: ClassVar[str]

    def __attrs_post_init__(self) -> None:
        if not self.parts:
            raise RubrikError(message("no-parts", scorer=type(self).__name__))

    def form(self, setting: Setting) -> Form:
        """The fold it is where it stands."""
        here = setting.under(self.measure)
        made = [
            partial(_form, part, here.under(None, f"parts[{index}]"))
            for index, part in enumerate(self.parts)
        ]
        return Fold(self.operation, tuple(collected(made)))

    def __str__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(str, self.parts))})"

    __repr__ = __str__


@frozen(repr=False)
class Sum(_Combined):
    """The sum of its parts, some of which may be negative; not below ``floor`` if there is one."""

    floor: Amount | None = field(default=None, converter=optional_amount, kw_only=True)

    operation = "sum"

    def form(self, setting: Setting) -> Form:
        """The sum, and its floor, where it stands."""
        added, floor = together(
            partial(_Combined.form, self, setting), partial(_limit, self.floor, setting)
        )
        return added if floor is None else Clamp(added, low=floor)


@frozen(repr=False)
class BestOf(_Combined):
    """The best of its parts."""

    operation = "best"


@frozen(repr=False)
class WorstOf(_Combined):
    """The worst of its parts."""

    operation = "worst"


@frozen(repr=False)
class Capped:
    """A rule whose points are cut at ``at``."""

    part: "Rule" = field(converter=_rule)
    at: Amount = field(default=FULL, converter=amount, kw_only=True)
    measure: Measure | None = field(default=None, kw_only=True)

    def form(self, setting: Setting) -> Form:
        """The cap where it stands."""
        here = setting.under(self.measure)
        part, limit = together(
            partial(_form, self.part, here.under(None, "part")), partial(_points, self.at, here)
        )
        return Clamp(part, high=limit)

    def __str__(self) -> str:
        return f"Capped({self.part}, at {self.at})"

    __repr__ = __str__


@frozen(repr=False)
class Clamped:
    """A rule whose points are raised to ``low`` and cut at ``high``, either of them optional."""

    part: "Rule" = field(converter=_rule)
    low: Amount | None = field(default=None, converter=optional_amount, kw_only=True)
    high: Amount | None = field(default=None, converter=optional_amount, kw_only=True)
    measure: Measure | None = field(default=None, kw_only=True)

    def form(self, setting: Setting) -> Form:
        """The two limits where it stands."""
        here = setting.under(self.measure)
        part, (low, high) = together(
            partial(_form, self.part, here.under(None, "part")), partial(self._limits, here)
        )
        return Clamp(part, low, high)

    def _limits(self, here: Setting) -> tuple[Fraction | None, Fraction | None]:
        low, high = together(partial(_limit, self.low, here), partial(_limit, self.high, here))
        if low is not None and high is not None and low > high:
            raise here.refusal(message("limits-upside-down", low=low, high=high))
        return low, high

    def __str__(self) -> str:
        return f"Clamped({self.part}, {self.low} to {self.high})"

    __repr__ = __str__


@frozen(kw_only=True, repr=False)
class Condition(Edges):
    """A test of one measured value: inside the ends of a number, or equal to an answer ``is_``."""

    measure: Measure
    is_: Option | None = None

    def __attrs_post_init__(self) -> None:
        Edges.__attrs_post_init__(self)
        has_ends = self.interval != EVERYTHING
        has_answer = self.is_ is not None
        needs_ends = isinstance(self.measure, Number)
        if (has_ends, has_answer) != (needs_ends, not needs_ends):
            raise RubrikError(message("condition-mixed"))

    @property
    def test(self) -> Interval | tuple[Option, ...]:
        """The values for which it holds."""
        return self.interval if self.is_ is None else (self.is_,)

    def __str__(self) -> str:
        test = Edges.__str__(self) if self.is_ is None else f"is {self.is_!r}"
        return f"{self.measure} {test}"

    __repr__ = __str__


@frozen(kw_only=True, repr=False)
class Gated:
    """One rule where a condition holds, another (by default no points) where it does not."""

    when: Condition
    then: "Rule" = field(converter=_rule)
    otherwise: "Rule" = field(default=NOTHING, converter=_rule)
    measure: Measure | None = None

    def form(self, setting: Setting) -> Form:
        """The switch it is where it stands."""
        here = setting.under(self.measure)
        sides = (("then", self.then), ("otherwise", self.otherwise))
        made = [partial(_form, rule, here.under(None, step)) for step, rule in sides]
        values, (then, otherwise) = together(
            partial(self._values, here.under(None, "when")), partial(collected, made)
        )
        return Switch(self.when.measure, values, (Case(self.when.test, then),), otherwise)

    def _values(self, here: Setting) -> Values:
        """What the gate's measured value can be, among it the option asked for."""
        gate = self.when.measure
        if isinstance(gate, Number):
            return gate.domain(here.declared)
        answers = gate.answers(here.declared)
        if self.when.is_ not in answers:
            name = str(self.when.is_)
            hint = meant(name, [str(answer) for answer in answers])
            raise here.refusal(message("unknown-option", name=name), hint)
        return answers

    def __str__(self) -> str:
        return f"Gated({self.then} if {self.when}, else {self.otherwise})"

    __repr__ = __str__


def _options(values: Mapping[str, object]) -> "Mapping[str, Rule]":
    return {name: _rule(value) for name, value in values.items()}


@frozen(repr=False)
class Choice:
    """Points, or a rule, for each printed option of a choice."""

    options: "Mapping[str, Rule]" = field(converter=_options, hash=False)
    measure: Measure | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.options:
            raise RubrikError(message("no-parts", scorer="Choice"))

    def form(self, setting: Setting) -> Form:
        """The table, or the switch between rules, where it stands."""
        here = setting.under(self.measure)
        measure = here.answer("Choice")
        answers = measure.answers(here.declared)
        self._check(answers, here)
        rules = [
            partial(_form, rule, here.under(None, f"options.{name}"))
            for name, rule in self.options.items()
        ]
        forms = dict(zip(self.options, collected(rules), strict=True))
        table: dict[Option, Fraction] = {
            name: form.points for name, form in forms.items() if isinstance(form, Constant)
        }
        if len(table) == len(forms):
            return Lookup(measure, table)
        cases = [Case((name,), forms[str(name)]) for name in answers]
        return Switch(measure, answers, tuple(cases[:-1]), cases[-1].then)

    def _check(self, answers: tuple[Option, ...], here: Setting) -> None:
        wrong = [name for name in self.options if name not in answers]
        unscored = [str(name) for name in answers if name not in self.options]
        makers = [partial(_refuse, here, "unknown-option", name, answers) for name in wrong]
        makers += [partial(_refuse, here, "option-without-points", name, ()) for name in unscored]
        collected(makers)

    def __str__(self) -> str:
        return f"Choice({', '.join(f'{name} → {rule}' for name, rule in self.options.items())})"

    __repr__ = __str__


def _refuse(here: Setting, key: str, option: str, answers: tuple[Option, ...]) -> None:
    hint = meant(option, [str(answer) for answer in answers])
    raise evolve(here, path=(*here.path, "options")).refusal(message(key, name=option), hint)


_SCORERS = (CurveScorer, Boolean, _Combined, Capped, Clamped, Gated, Choice)

Scorer = (
    Proportional | Banded | Boolean | MinMaxNormalized | Stepped
    | Sum | BestOf | WorstOf | Capped | Clamped | Gated | Choice
)  # fmt: skip
"""Every kind of scorer: the closed union that codecs and readers of rules match on."""

Rule = Scorer | Amount
"""A scorer, or fixed points."""


def measures_of(rule: object, *path: str) -> Iterator[tuple[tuple[str, ...], Measure]]:
    """Every measure that a rule tree carries, with the path to it."""
    match rule:
        case None | Amount() | Fraction() | str() | bool():
            return
        case tuple():
            for index, each in enumerate(rule):
                yield from measures_of(each, *path[:-1], f"{path[-1]}[{index}]")
        case Mapping():
            for name, each in rule.items():
                yield from measures_of(each, *path, str(name))
        case _ if isinstance(rule, Measure):
            yield path, rule
        case _:
            for name in _field_names(type(rule)):  # type: ignore[arg-type]
                yield from measures_of(getattr(rule, name), *path, name)


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind) if field.init)
