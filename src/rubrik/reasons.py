"""Why a rule gives the points it gives, in words: what was read, which band, how many points.

A reason is a :class:`~rubrik.wording.Message`, so it reads in either language.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from typing import assert_never

from rubrik.absence import Absence
from rubrik.figures import exact_text
from rubrik.intervals import Interval
from rubrik.measures import (
    Amount,
    Answer,
    Choice,
    Count,
    Facts,
    Flag,
    Growth,
    Item,
    Items,
    Measure,
    Number,
    Ratio,
    Share,
    Terms,
    Weighted,
)
from rubrik.scorers import Clamp, Constant, Curve, Fold, Form, Lookup, Switch
from rubrik.wording import Message, message

__all__ = ["absences", "between", "explain", "inside", "measured", "percent", "scored"]


def __dir__() -> list[str]:
    return __all__


def explain(form: Form, facts: Facts) -> Message:
    """How a rule comes to its points; what is open in it is said where it stands."""
    match form:
        case Constant(points):
            return message("why-constant", points=scored(points))
        case Curve():
            return _curve(form, facts)
        case Lookup():
            return _lookup(form, facts)
        case Fold(operation, parts):
            each = reduce(_and_then, [explain(part, facts) for part in parts])
            return message(f"why-{operation}", parts=each, **_outcome(form, facts))
        case Clamp(part):
            return _clamp(form, part, facts)
        case Switch():
            return _switch(form, facts)
        case _:
            assert_never(form)


def _and_then(first: Message, then: Message) -> Message:
    return message("and-then", first=first, then=then)


def _outcome(form: Form, facts: Facts) -> dict[str, Message]:
    pair = form.pair(facts.known)
    if pair is not None:
        return {"points": scored(Fraction(*pair))}
    return {"points": between(form.span(facts).within)}


def scored(points: Fraction) -> Message:
    """A number of points in words: the decimal where it is exact, else the fraction as well."""
    return message("points", points=_figure(points))


_DECIMALS = 100


def _figure(value: Fraction) -> Fraction | Message:
    if _DECIMALS % value.denominator == 0:
        return value
    return message("approximately", exact=exact_text(value), value=value)


def percent(share: Fraction) -> Message:
    """A share in percent, in words."""
    return message("percent", value=100 * share)


def between(within: Interval) -> Message:
    """An interval of points in words."""
    if within.low is None or within.high is None:
        return message("points-unbounded")
    if within.is_point:
        return scored(within.low)
    return message("points-between", low=within.low, high=within.high)


def _curve(form: Curve, facts: Facts) -> Message:
    value = form.measure.pair(facts.known)
    index = None if value is None else form.pieces.find(*value)
    points = _outcome(form, facts)
    if index is None or form.pair(facts.known) is None:
        return _open(form, facts)
    words = measured(form.measure, facts)
    if len(form.pieces.pieces) == 1:
        return message("why-value", value=words, **points)
    band = inside(form.pieces.pieces[index].over, form.measure)
    return message("why-band", value=words, band=band, **points)


def _open(form: Curve | Lookup, facts: Facts) -> Message:
    span = form.span(facts)
    why = absences(span.absent, facts)
    return message("why-open", why=why, points=between(span.within))


def absences(absent: Iterable[Absence], facts: Facts) -> tuple[Message, ...]:
    """What keeps points open, in words, each thing once."""
    return tuple(_absence(each, facts) for each in dict.fromkeys(absent))


def _absence(absence: Absence, facts: Facts) -> Message:
    if absence.undefined is not None:
        return message(f"undefined-{absence.undefined.value}")
    name = absence.missing or ""
    return message("input-missing", label=facts.declared.inputs[name].label)


def _lookup(form: Lookup, facts: Facts) -> Message:
    if form.pair(facts.known) is None:
        return _open(form, facts)
    return message("why-value", value=measured(form.measure, facts), **_outcome(form, facts))


def _clamp(form: Clamp, part: Form, facts: Facts) -> Message:
    inner, outer = part.pair(facts.known), form.pair(facts.known)
    if inner is None or outer is None or Fraction(*inner) == Fraction(*outer):
        return explain(part, facts)
    cut = "why-cut" if Fraction(*inner) > Fraction(*outer) else "why-raised"
    return message(cut, part=explain(part, facts), points=scored(Fraction(*outer)))


def _switch(form: Switch, facts: Facts) -> Message:
    index = form.taken(facts.known)
    if index is None:
        span = form.span(facts)
        return message("why-open", why=absences(span.absent, facts), points=between(span.within))
    return message(
        "why-branch", value=measured(form.measure, facts), then=explain(form.branches[index], facts)
    )


def measured(measure: Measure, facts: Facts) -> Message:
    """A known measured value in words: what was read, and what it comes to."""
    match measure:
        case Ratio():
            return _ratio(measure, facts)
        case Growth():
            return _growth(measure, facts)
        case Count(name) | Amount(name):
            declared = facts.declared.numbers[name]
            value = _figure(_number(measure, facts))
            if not declared.unit:
                return message("measured-bare", value=value)
            return message("measured-number", value=value, unit=declared.unit)
        case Share():
            return message("measured-stated", value=percent(_number(measure, facts)))
        case Weighted(terms):
            value = _figure(_number(measure, facts))
            return message("measured-sum", sum=_terms(terms, facts), value=value)
        case Items(name):
            ticked = facts.known[name]
            listed = facts.declared.lists[name]
            items = tuple(listed.word(item) for item in listed.options if item in ticked)  # type: ignore[operator]
            if not items:
                return message("measured-no-items")
            return message("measured-items", count=len(items), items=items)
        case Flag() | Choice() | Item():
            return _answer(measure, facts)
        case _:
            assert_never(measure)


def _number(measure: Number, facts: Facts) -> Fraction:
    pair = measure.pair(facts.known)
    return Fraction(0) if pair is None else Fraction(*pair)


def _ratio(measure: Ratio, facts: Facts) -> Message:
    value = percent(_number(measure, facts))
    if measure.ratio.total(facts.known) is None or measure.of.total(facts.known) is None:
        return message("measured-stated", value=value)
    part, whole = _terms(measure.ratio, facts), _terms(measure.of, facts)
    if not measure.of.total(facts.known):
        return message("measured-empty", part=part, whole=whole, value=value)
    return message("measured-ratio", part=part, whole=whole, value=value)


def _growth(measure: Growth, facts: Facts) -> Message:
    now, before = facts.known.get(measure.growth), facts.known.get(measure.since)
    if now is None or before is None:
        return message("measured-stated", value=percent(_number(measure, facts)))
    rate = percent(_number(measure, facts))
    return message("measured-growth", now=Fraction(now), before=Fraction(before), value=rate)  # type: ignore[arg-type]


def _terms(terms: Terms, facts: Facts) -> str:
    parts = [
        f"{facts.known[name]}" if weight == 1 else f"{weight} × {facts.known[name]}"
        for name, weight in terms.weights
    ]
    return parts[0] if len(parts) == 1 else f"({' + '.join(parts)})"


def _answer(measure: Answer, facts: Facts) -> Message:
    if isinstance(measure, Item):
        word = facts.declared.lists[measure.items].word(measure.item)
        key = "measured-ticked" if measure.answer(facts.known) else "measured-not-ticked"
        return message(key, item=word)
    name = measure.flag if isinstance(measure, Flag) else measure.choice
    answer = facts.known[name]
    return message("measured-answer", answer=facts.declared.answers[name].word(answer))  # type: ignore[arg-type]


def inside(interval: Interval, measure: Measure) -> Message:
    """A band in words, in percent where the value is a share."""
    shown = percent if isinstance(measure, Ratio | Share | Growth) else _figure
    if interval.is_point and interval.low is not None:
        return message("band-at", end=shown(interval.low))
    low = "band-above" if interval.low_open else "band-from"
    high = "band-below" if interval.high_open else "band-to"
    ends = ((low, interval.low), (high, interval.high))
    said = tuple(message(sign, end=shown(end)) for sign, end in ends if end is not None)
    return message("band-ends", ends=said) if said else message("band-any")
