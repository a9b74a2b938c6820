"""Rules that depend on a measured value, as expressions: one branch of several."""

from collections.abc import Sequence
from operator import and_, or_

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from rubrik.frames.answers import Answered, answered
from rubrik.frames.expressions import Keep, any_of, combined, greatest, least
from rubrik.frames.facts import Facts
from rubrik.frames.numbers import Measured, measured, narrowed
from rubrik.frames.points import Points
from rubrik.frames.rounding import any_one_of
from rubrik.intervals import Interval, hull
from rubrik.measures import Choice, Domain, Flag, Item
from rubrik.scorers import Case, Switch

__all__ = ["switched"]


def __dir__() -> list[str]:
    return __all__


@frozen
class _Choice:
    """Which branch a value leads to: a test for each but the last, in columns.

    Where it is not ``known`` the tests mean nothing; ``missing`` is where something not reported is
    the reason.
    """

    known: nw.Expr
    missing: nw.Expr
    tests: Sequence[nw.Expr]

    def of(self, values: Sequence[nw.Expr], otherwise: nw.Expr) -> nw.Expr:
        """The value of the branch that is taken, or another where that is not known."""
        *firsts, found = values
        for test, value in zip(reversed(self.tests), reversed(firsts), strict=True):
            found = nw.when(test).then(value).otherwise(found)
        return nw.when(self.known).then(found).otherwise(otherwise)

    def where(self, tests: Sequence[nw.Expr | None], otherwise: nw.Expr | None) -> nw.Expr | None:
        """Whether a test holds for the branch that is taken, or another where that is not known."""
        if otherwise is None and all(test is None for test in tests):
            return None
        never = nw.lit(value=False)
        found = [never if test is None else test for test in tests]
        return self.of(found, never if otherwise is None else otherwise)


def switched(form: Switch, branches: Sequence[Points], facts: Facts, keep: Keep) -> Points:
    """The points of the branch that is taken; of any that may be, where that is not known."""
    measure, found = form.measure, _undecided(form, branches)
    try:
        if isinstance(measure, Flag | Choice | Item):
            choice = _by_answer(form, answered(measure, facts), keep)
        else:
            gaps = narrowed(measure, facts)
            found = evolve(found, unsure=any_of([found.unsure, gaps]))
            choice = _by_number(form, measured(measure, facts), keep)
    except OverflowError:
        return evolve(found, unsure=nw.lit(value=True))
    if choice is None:
        return evolve(found, missing=nw.lit(value=True))
    return _decided(choice, branches, found)


def _undecided(form: Switch, branches: Sequence[Points]) -> Points:
    """While it is not known which case holds: from the least to the most of any that can."""
    values = form.values.span if isinstance(form.values, Domain) else form.values
    reached = form.open_to(values)
    found = [each for each, of in zip(branches, form.branches, strict=True) if of in reached]
    return Points(
        low=least([each.low for each in found]),
        high=greatest([each.high for each in found]),
        open=nw.lit(value=True),
        missing=any_of(each.missing for each in found),
        unsure=any_of(each.unsure for each in found),
        error=any_one_of([each.error for each in branches]),
        within=hull(each.within for each in branches),
    )


def _decided(choice: _Choice, branches: Sequence[Points], undecided: Points) -> Points:
    """The points of the branch that is taken, and what is not decided where that is not known."""
    missing = any_of([choice.missing, undecided.missing])
    return evolve(
        undecided,
        low=choice.of([each.low for each in branches], undecided.low),
        high=choice.of([each.high for each in branches], undecided.high),
        open=choice.where([each.open for each in branches], nw.lit(value=True)),
        missing=choice.where([each.missing for each in branches], missing),
        unsure=choice.where([each.unsure for each in branches], undecided.unsure),
    )


def _by_number(form: Switch, value: Measured | None, keep: Keep) -> _Choice | None:
    if value is None:
        return None
    tests = [keep(_inside(value, case.test)) for case in form.cases]
    return _Choice(keep(value.known), keep(value.missing()), tests)


def _inside(value: Measured, test: object) -> nw.Expr:
    """Whether a number lies in an interval."""
    assert isinstance(test, Interval)  # noqa: S101 - what numbers are tested by
    sides = []
    if test.low is not None:
        sides.append(value.above(test.low) if test.low_open else value.at_least(test.low))
    if test.high is not None:
        sides.append(~(value.at_least(test.high) if test.high_open else value.above(test.high)))
    return combined(and_, sides) if sides else value.known


def _by_answer(form: Switch, answer: Answered | None, keep: Keep) -> _Choice | None:
    if answer is None:
        return None
    tests = [keep(_one_of(answer, case)) for case in form.cases]
    return _Choice(keep(answer.known), keep(~answer.known), tests)


def _one_of(answer: Answered, case: Case) -> nw.Expr:
    """Whether an answer is one of some options."""
    assert isinstance(case.test, tuple)  # noqa: S101 - what answers are tested by
    return combined(or_, [answer.is_(option) for option in case.test])
