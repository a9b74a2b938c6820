"""Readings: the stated ways to read a printed rule that does not decide by itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from attrs import evolve, field, frozen

from rubrik.errors import Problem, ReadingError, bounded, meant
from rubrik.rubric.nodes import Node
from rubrik.scales import Ranking, Scale
from rubrik.wording import Message, message, named

__all__ = [
    "REPLACEABLE",
    "REPLACEABLE_OF_RANKING",
    "REPLACEABLE_OF_SCALE",
    "Reading",
    "ReadingOption",
    "Replacement",
    "chosen",
    "defaults_of",
    "owner_of",
    "replaced",
    "replaced_ranking",
    "replaced_scales",
    "rows_under",
    "unknown_owner",
]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")

REPLACEABLE: Final = (
    "max",
    "measure",
    "score",
    "capped",
    "counts",
    "rescaled",
    "nothing_applicable",
    "may_be_not_applicable",
)
"""What an option can replace of a row, or lead into: never its place, its words or its source."""


REPLACEABLE_OF_SCALE: Final = ("levels", "bases", "nodes", "vetoes", "below", "decides")
"""What an option can replace of a scale, or lead into."""

REPLACEABLE_OF_RANKING: Final = ("ties", "nodes")
"""What an option can replace of the way units are ranked."""

_RANKING = "ranking"
_SCALE = "scale:"


def owner_of(scale: Scale) -> str:
    """What a replacement calls a scale, as no row is called."""
    return f"{_SCALE}{scale.id}"


def unknown_owner(name: str, owners: Iterable[str]) -> tuple[Message, Message | None]:
    """What is said of a row or scale that an option names and there is not."""
    is_scale = name.startswith(_SCALE)
    said = message("unknown-scale", name=named(name.removeprefix(_SCALE)))
    return said if is_scale else message("unknown-node", name=named(name)), meant(name, owners)


@frozen
class Replacement:
    """One field of one row, scale or ranking, with the value that an option puts there.

    ``node`` is the code of a row, ``scale:`` and the id of a scale, or ``ranking``. ``field`` is an
    attribute's name, or a dotted path into it such as ``score.parts.0.rate``.
    """

    node: str
    field: str
    value: Any


@frozen(kw_only=True)
class ReadingOption:
    """One way to read the print: what it replaces, or why it changes no points (``no_effect``)."""

    id: str
    label: str = ""
    replaces: tuple[Replacement, ...] = ()
    no_effect: str = ""


@frozen(kw_only=True)
class Reading:
    """A question the print leaves open, with its answers, the default and the reason for it.

    ``question`` and ``reason`` are Vietnamese, with English beside them.
    """

    id: str
    nodes: tuple[str, ...]
    printed: str
    question: str
    question_en: str
    options: tuple[ReadingOption, ...]
    default: str
    reason: str
    reason_en: str
    _by_id: Mapping[str, ReadingOption] = field(init=False, eq=False, repr=False)

    @_by_id.default
    def _index(self) -> Mapping[str, ReadingOption]:
        return {option.id: option for option in self.options}

    def option(self, name: str) -> ReadingOption:
        """The option called ``name``."""
        return self._by_id[name]


def chosen(readings: Iterable[Reading], choices: Mapping[str, str]) -> dict[str, str]:
    """The option in force for every reading: the caller's, or the default.

    Raises:
        ReadingError: a reading or an option does not exist; all such are listed.
    """
    known = {reading.id: reading for reading in readings}
    problems = bounded(_unknown_choices(known, choices))
    if problems:
        raise ReadingError(problems)
    return {name: choices.get(name, reading.default) for name, reading in known.items()}


def _unknown_choices(known: Mapping[str, Reading], choices: Mapping[str, str]) -> Iterator[Problem]:
    for name, option in choices.items():
        if name not in known:
            yield _unknown("unknown-reading", name, known)
            continue
        options = [each.id for each in known[name].options]
        if option not in options:
            yield _unknown("unknown-reading-option", option, options, name)


def _unknown(key: str, name: str, known: Iterable[str], *path: str) -> Problem:
    hint = meant(name, known)
    return Problem(
        tuple(f"reading '{step}'" for step in path), message(key, name=named(name)), hint
    )


Defaults = Mapping[str, Sequence[tuple[str, Replacement]]]
"""What default options put in, with the reading they belong to, by row."""


def defaults_of(readings: Iterable[Reading]) -> Defaults:
    """What the default options of some readings put in."""
    found: dict[str, list[tuple[str, Replacement]]] = {}
    for reading in readings:
        for each in reading.option(reading.default).replaces if _has_default(reading) else ():
            found.setdefault(each.node, []).append((reading.id, each))
    return found


def _has_default(reading: Reading) -> bool:
    return reading.default in [option.id for option in reading.options]


def rows_under(
    option: ReadingOption, reading: Reading, nodes: Mapping[str, Node], defaults: Defaults
) -> Iterator[Node]:
    """The rows that a reading is about, as an option and the defaults of other readings have them.

    An option that replaces nothing leaves them as they are printed.
    """
    touched = (each.node for any_of in reading.options for each in any_of.replaces)
    for code in dict.fromkeys(code for code in touched if code in nodes):
        others = [each for owner, each in defaults.get(code, ()) if owner != reading.id]
        own = [each for each in option.replaces if each.node == code]
        yield from replaced([nodes[code]], [*others, *own])


def replaced(nodes: Sequence[Node], replacements: Iterable[Replacement]) -> tuple[Node, ...]:
    """The nodes with the replacements of rows put in."""
    found = {node.code: node for node in nodes}
    return tuple(_replaced(found, replacements).values())


def replaced_scales(
    scales: Sequence[Scale], replacements: Iterable[Replacement]
) -> tuple[Scale, ...]:
    """The scales with the replacements of scales put in."""
    found = {owner_of(scale): scale for scale in scales}
    return tuple(_replaced(found, replacements).values())


def replaced_ranking(ranking: Ranking, replacements: Iterable[Replacement]) -> Ranking:
    """The ranking with the replacements of it put in."""
    return _replaced({_RANKING: ranking}, replacements)[_RANKING]


def _replaced(owners: Mapping[str, T], replacements: Iterable[Replacement]) -> Mapping[str, T]:
    found = dict(owners)
    for each in replacements:
        if each.node in found:
            found[each.node] = _put(found[each.node], each.field.split("."), each.value)
    return found


def _put(owner: Any, steps: Sequence[str], value: Any) -> Any:  # noqa: ANN401 - any part of a rule
    if not steps:
        return value
    step, *rest = steps
    if isinstance(owner, tuple):
        index = int(step)
        return (*owner[:index], _put(owner[index], rest, value), *owner[index + 1 :])
    if isinstance(owner, Mapping):
        return {**owner, step: _put(owner[step], rest, value)}
    name = step if hasattr(owner, step) else f"{step}_"
    return evolve(owner, **{name: _put(getattr(owner, name), rest, value)})
