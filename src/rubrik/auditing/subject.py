"""What is audited: a rubric as printed and as read by default, and what its readings ask."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from rubrik.auditing.applied import Applied, applied
from rubrik.auditing.feasibility import Space
from rubrik.auditing.findings import Finding, Kind, Said, Severity
from rubrik.auditing.places import Place, places
from rubrik.auditing.sums import Budget
from rubrik.intervals import EVERYTHING
from rubrik.rubric import Criterion, Interpretation, Node, Rubric
from rubrik.rubric.interpretation import interpret
from rubrik.scales import Scale
from rubrik.wording import Message, message

__all__ = ["Subject"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Subject:
    """A rubric under audit."""

    rubric: Rubric

    @cached_property
    def read(self) -> Interpretation:
        """As read by the default of every reading."""
        return self.rubric.under()

    @cached_property
    def base(self) -> Interpretation:
        """As printed, with no reading in force; its rules need not stand."""
        rubric = self.rubric
        return interpret(rubric.nodes, (), rubric.declared, rubric.constraints, {})

    @cached_property
    def ruled(self) -> tuple[Node, ...]:
        """The rows that a rule is run for, as read, in printed order; not those of a checklist."""
        ruled = self.read.scored - self.read.checked
        return tuple(node for node in self.rows if node.code in ruled)

    @cached_property
    def rows(self) -> tuple[Node, ...]:
        """All rows, as read, in printed order."""
        return tuple(self.read.nodes.values())

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria among them."""
        return tuple(node for node in self.rows if isinstance(node, Criterion))

    @cached_property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """Every scorer in every rule, by the code of its row."""
        declared = self.read.declared
        return {node.code: tuple(places(node, declared)) for node in self.ruled}

    @cached_property
    def budget(self) -> Budget:
        """What is left to prove something about levels."""
        return Budget()

    @cached_property
    def applied(self) -> tuple[Applied, ...]:
        """Every scale for every row that it is for, by default."""
        return applied(self.read, self.space)

    @cached_property
    def space(self) -> Space:
        """The points that rows can have by default."""
        bounds = {code: self.read.bounds(code).within or EVERYTHING for code in self.read.nodes}
        return Space(self.read, bounds, self.budget)

    @cached_property
    def stated_scales(self) -> Mapping[str, Scale]:
        """The scales as read, with the levels of other scales by their names, by id."""
        return {scale.id: scale for scale in self.read.stated_scales}

    @cached_property
    def _replaced(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The fields that readings replace, with the id of the reading, by row."""
        found: dict[str, dict[tuple[str, str], None]] = {}
        for reading in self.rubric.readings:
            for option in reading.options:
                for each in option.replaces:
                    found.setdefault(each.node, {})[each.field, reading.id] = None
        return {code: tuple(fields) for code, fields in found.items()}

    def asking(self, code: str, *fields: str) -> tuple[str, ...]:
        """The readings that ask about one of these fields of a row, or a part or whole of it."""
        found = (
            reading
            for replaced, reading in self._replaced.get(code, ())
            if any(_bears_on(replaced, field) for field in fields)
        )
        return tuple(dict.fromkeys(found))

    def question(
        self, kind: Kind, node: Node, said: Message, asked: Iterable[str], printed: str = ""
    ) -> Finding:
        """A finding about a row: a warning, or a note where readings have asked the question."""
        words = printed or node.printed or node.name
        return self.finding(kind, node.code, Said(said, asked, words))

    def finding(
        self, kind: Kind, code: str, said: Said, severity: Severity = Severity.WARNING
    ) -> Finding:
        """A finding as grave as it is, or a note where readings have asked the question."""
        if not said.asked:
            return Finding(code, kind, severity, said.message, said.printed)
        asked = message("finding-asked", finding=said.message, readings=said.asked)
        return Finding(code, kind, Severity.NOTE, asked, said.printed)

    def each_place(self) -> Iterator[tuple[Node, Place]]:
        """Every scorer in every rule, with its row."""
        for node in self.ruled:
            for place in self.places[node.code]:
                yield node, place


def _bears_on(replaced: str, field: str) -> bool:
    """Whether one is the other or a part of it; what 0/0 counts as bears on nothing else."""
    is_part = _is_part(replaced, field) and (
        field.endswith(_EMPTY) or not replaced.endswith(_EMPTY)
    )
    return is_part or _is_part(field, replaced)


_EMPTY = ".when_empty"


def _is_part(field: str, whole: str) -> bool:
    return f"{field}.".startswith(f"{whole}.")
