"""Why a rule gives the points it gives, in words: what was read, which band, how many points.

A reason is a :class:`~rubrik.wording.Message`, so it reads in either language.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from typing import assert_never

from rubrik.absence import Absence
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
    Pair,
    Ratio,
    Share,
    Terms,
    Weighted,
)
from rubrik.scorers import Clamp, Constant, Curve, Fold, Form, Lookup, Switch
from rubrik.wording import Arg, Equals, Exact, Message, message

__all__ = [
    "absences",
    "between",
    "explain",
    "inside",
    "measured",
    "open_values",
    "percent",
    "scored",
]


def __dir__() -> list[str]:
    return __all__


def explain(form: Form, facts: Facts) -> Message:
    """How a rule comes to its points; what is open in it is said where it stands."""
    match form:
        case Constant(points):
            return message("why-constant", points=Exact(points))
        case Curve():
            return _curve(form, facts)
        case Lookup():
            return _lookup(form, facts)
        case Fold(operation, parts):
            each = reduce(_and_then, [_part(part, facts) for part in parts])
            return message(f"why-{operation}", parts=each, points=_outcome(form, facts))
        case Clamp(part):
            return _clamp(form, part, facts)
        case Switch():
            return _switch(form, facts)
        case _:
            assert_never(form)


def _part(form: Form, facts: Facts) -> Message:
    """The reason of a part; an answer among others needs its question."""
    said = explain(form, facts)
    if not isinstance(form, Lookup) or isinstance(form.measure, Item):
        return said
    if form.measure.answer(facts.known) is None:
        return said
    label = facts.declared.inputs[form.measure.input].label
    return message("why-labelled", label=label, then=said)


def _and_then(first: Message, then: Message) -> Message:
    return message("and-then", first=first, then=then)


def _outcome(form: Form, facts: Facts) -> Message:
    pair = form.pair(facts.known)
    return between(form.span(facts).within) if pair is None else scored(Fraction(*pair))


def scored(points: Fraction) -> Message:
    """A number of points in words: the decimal where it is exact, else the fraction as well."""
    return message("points", points=Exact(points))


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
    pair = None if value is None or index is None else form.pieces.pair_in(index, *value)
    if value is None:
        return _open(form, facts)
    if index is None or pair is None:
        return _open(form, facts, _measured(form.measure, facts, value))
    points = Exact(Fraction(*pair))
    printed = form.pieces.pieces[index].printed
    if printed is not None:
        words, band = _measured(form.measure, facts, value), _band(form, index, printed)
        return message("why-band", value=words, band=band, points=points)
    said = _divided(form.measure, facts, value) if isinstance(form.measure, Ratio) else None
    if said is not None:
        return message("why-ratio", points=points, **said)
    words = _measured(form.measure, facts, value)
    return message("why-value", value=words, points=points)


def _band(form: Curve, index: int, printed: Interval) -> Message:
    if index not in form.said:
        form.said[index] = inside(printed, form.measure)
    return form.said[index]


def _open(form: Curve | Lookup | Switch, facts: Facts, *read: Message) -> Message:
    """What was read, if anything, what is absent, and what the points can still be."""
    span = form.span(facts)
    if not span.absent:
        return between(span.within)
    why = (*read, *absences(span.absent, facts))
    return message("why-open", why=why, points=between(span.within))


def absences(absent: Iterable[Absence], facts: Facts) -> tuple[Message, ...]:
    """What keeps points open, in words, each thing once."""
    return tuple(_absence(each, facts) for each in dict.fromkeys(absent))


def open_values(absent: Iterable[Absence], facts: Facts) -> Message:
    """What keeps a value open, where no points depend on it."""
    return message("why-unanswered", why=absences(absent, facts))


def _absence(absence: Absence, facts: Facts) -> Message:
    if absence.undefined is not None:
        return message(f"undefined-{absence.undefined.value}")
    name = absence.missing or ""
    return message("input-missing", label=facts.declared.inputs[name].label)


def _lookup(form: Lookup, facts: Facts) -> Message:
    answer = form.measure.answer(facts.known)
    if answer is None:
        return _open(form, facts)
    if answer not in form.said:
        points, words = form.table[answer], _answer(form.measure, facts)
        said = message("why-value", value=words, points=Exact(points))
        form.said[answer] = said
    return form.said[answer]


def _clamp(form: Clamp, part: Form, facts: Facts) -> Message:
    inner, outer = part.pair(facts.known), form.pair(facts.known)
    if inner is None or outer is None:
        return _limited(form, part, facts)
    if Fraction(*inner) == Fraction(*outer):
        return explain(part, facts)
    cut = "why-cut" if Fraction(*inner) > Fraction(*outer) else "why-raised"
    return message(cut, part=explain(part, facts), points=scored(Fraction(*outer)))


def _limited(form: Clamp, part: Form, facts: Facts) -> Message:
    """The part, and the interval that the limits leave of its own where they leave less."""
    within, said = form.span(facts).within, explain(part, facts)
    if part.span(facts).within == within:
        return said
    return message("why-limited", part=said, points=between(within))


def _switch(form: Switch, facts: Facts) -> Message:
    index = form.taken(facts.known)
    if index is None:
        return _open(form, facts)
    then, value = _part(form.branches[index], facts), measured(form.measure, facts)
    if isinstance(form.measure, Flag | Choice):
        label = facts.declared.inputs[form.measure.input].label
        return message("why-answered", label=label, value=value, then=then)
    key = "why-ticked" if isinstance(form.measure, Item) else "why-branch"
    return message(key, value=value, then=then)


def measured(measure: Measure, facts: Facts) -> Message:
    """A known measured value in words: what was read, and what it comes to."""
    if isinstance(measure, Flag | Choice | Item):
        return _answer(measure, facts)
    return _measured(measure, facts, measure.pair(facts.known) or (0, 1))


def _measured(measure: Number, facts: Facts, pair: Pair) -> Message:
    value = Fraction(*pair)
    match measure:
        case Ratio():
            return _ratio(measure, facts, pair)
        case Growth():
            return _growth(measure, facts, value)
        case Count(name) | Amount(name):
            unit = facts.declared.numbers[name].unit
            if not unit:
                return message("measured-bare", value=Exact(value))
            return message("measured-number", value=Exact(value), unit=unit)
        case Share():
            return message("measured-stated", percent=100 * value)
        case Weighted(terms):
            added = _terms(terms, facts)
            return message("measured-sum", sum=added, value=Exact(value))
        case Items(name):
            return _items(name, facts)
        case _:
            assert_never(measure)


def _ratio(measure: Ratio, facts: Facts, pair: Pair) -> Message:
    counted = _counted(measure, facts, pair)
    if counted is None:
        return message("measured-stated", percent=_percentage(pair))
    if measure.of.total(facts.known):
        return message("measured-ratio", **counted)
    return message("measured-empty", **{**counted, "percent": _percentage(pair)})


def _divided(measure: Ratio, facts: Facts, pair: Pair) -> dict[str, Arg] | None:
    """What a quotient is made of, in words; ``None`` where there is none, or nothing in it."""
    return _counted(measure, facts, pair) if measure.of.total(facts.known) else None


def _counted(measure: Ratio, facts: Facts, pair: Pair) -> dict[str, Arg] | None:
    """Part, whole and percentage in words, or ``None`` where the ratio was stated."""
    known = facts.known
    if measure.ratio.total(known) is None or measure.of.total(known) is None:
        return None
    part, whole = _terms(measure.ratio, facts), _terms(measure.of, facts)
    return {"part": part, "whole": whole, "percent": Equals(_percentage(pair))}


def _percentage(pair: Pair) -> Fraction:
    return Fraction(100 * pair[0], pair[1])


def _growth(measure: Growth, facts: Facts, value: Fraction) -> Message:
    now, before = facts.known.get(measure.growth), facts.known.get(measure.since)
    if now is None or before is None:
        return message("measured-stated", percent=100 * value)
    shown = {"now": Fraction(now), "before": Fraction(before)}  # type: ignore[arg-type]
    if not before:
        return message("measured-growth-empty", **shown, percent=100 * value)
    return message("measured-growth", **shown, percent=Equals(100 * value))


def _terms(terms: Terms, facts: Facts) -> str:
    if terms.only is not None:
        return str(facts.known[terms.only])
    parts = [
        f"{facts.known[name]}" if weight == 1 else f"{weight} × {facts.known[name]}"
        for name, weight in terms.weights
    ]
    return f"({' + '.join(parts)})"


def _items(name: str, facts: Facts) -> Message:
    ticked, listed = facts.known[name], facts.declared.lists[name]
    items = tuple(listed.word(item) for item in listed.options if item in ticked)  # type: ignore[operator]
    if not items:
        return message("measured-no-items")
    return message("measured-items", count=len(items), items=items)


def _answer(measure: Answer, facts: Facts) -> Message:
    if not isinstance(measure, Item):
        return message("measured-answer", answer=_word(measure, facts))
    word = facts.declared.lists[measure.items].word(measure.item)
    key = "measured-ticked" if measure.answer(facts.known) else "measured-not-ticked"
    return message(key, item=word)


def _word(measure: Flag | Choice, facts: Facts) -> str:
    answer = facts.known[measure.input]
    return facts.declared.answers[measure.input].word(answer)  # type: ignore[arg-type]


def inside(interval: Interval, measure: Measure) -> Message:
    """A band in words, in percent where the value is a share."""
    shown = percent if isinstance(measure, Ratio | Share | Growth) else _plain
    if interval.is_point and interval.low is not None:
        return message("band-at", end=shown(interval.low))
    low = "band-above" if interval.low_open else "band-from"
    high = "band-below" if interval.high_open else "band-to"
    ends = ((low, interval.low), (high, interval.high))
    said = tuple(message(sign, end=shown(end)) for sign, end in ends if end is not None)
    return message("band-ends", ends=said) if said else message("band-any")


def _plain(value: Fraction) -> Message:
    return message("measured-bare", value=Exact(value))
