"""Conditions that decide nothing: they hold for every value, or for none."""

from collections.abc import Iterator

from rubrik.auditing.findings import Finding, Kind
from rubrik.auditing.places import Place
from rubrik.auditing.subject import Subject
from rubrik.measures import Choice, Declared, Flag, Item
from rubrik.reasons import inside
from rubrik.rubric import Node
from rubrik.scorers import Condition, Gated
from rubrik.wording import Arg, Message, message

__all__ = ["condition_always", "condition_never"]


def __dir__() -> list[str]:
    return __all__


def condition_always(subject: Subject) -> Iterator[Finding]:
    """Conditions that hold for every value that leads to them."""
    for node, place, when in _conditions(subject):
        if place.reach.left(when.measure, when.test) is None:
            yield _found(subject, Kind.CONDITION_ALWAYS, node, place, when)


def condition_never(subject: Subject) -> Iterator[Finding]:
    """Conditions that hold for no value that leads to them."""
    for node, place, when in _conditions(subject):
        if place.reach.held(when.measure, when.test) is None:
            yield _found(subject, Kind.CONDITION_NEVER, node, place, when)


def _conditions(subject: Subject) -> Iterator[tuple[Node, Place, Condition]]:
    for node, place in subject.each_place():
        if isinstance(place.scorer, Gated):
            yield node, place, place.scorer.when


def _found(subject: Subject, kind: Kind, node: Node, place: Place, when: Condition) -> Finding:
    said = message(f"finding-{kind.value}", condition=_words(when, subject.read.declared))
    asked = subject.asking(node.code, place.path)
    return subject.question(kind, node, said, asked)


def _words(when: Condition, declared: Declared) -> Message:
    """A condition as it is read: the label of what is asked, and the values that it takes."""
    names = dict.fromkeys(name for name, _ in when.measure.reads)
    labels = tuple(declared.inputs[name].label for name in names)
    return message("finding-when", labels=labels, test=_test(when, declared))


def _test(when: Condition, declared: Declared) -> Arg:
    match when.measure:
        case Flag(name) | Choice(name):
            word = declared.answers[name].word(when.is_)  # type: ignore[arg-type]
            return message("measured-answer", answer=word)
        case Item(items, item):
            key = "measured-ticked" if when.is_ else "measured-not-ticked"
            return message(key, item=declared.lists[items].word(item))
        case _:
            return inside(when.interval, when.measure)
