"""A scored cohort: its units, what they were compared by, and the league tables they make."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from rubrik.absence import Policy
from rubrik.cohort.leagues import League, Rules, league_of
from rubrik.cohort.members import Broken, Member
from rubrik.cohort.names import same_name
from rubrik.cohort.ranking import ties_named
from rubrik.cohort.records import CohortRecord
from rubrik.errors import NotFoundError, meant
from rubrik.rubric import Interpretation, Rubric
from rubrik.scoresheet import Scoresheet
from rubrik.showing import Shown
from rubrik.wording import message, quoted

__all__ = ["Cohort"]


def __dir__() -> list[str]:
    return __all__


@frozen(kw_only=True, eq=False, repr=False)
class Cohort(Shown):
    """Many units under one rubric: those that were scored, and those that could not be.

    ``record`` holds the bounds that they were compared by, which were ``given`` or else are those
    of the units themselves; ``missing`` is the policy applied.
    """

    rubric: Rubric
    interpretation: Interpretation
    missing: Policy
    record: CohortRecord
    members: tuple[Member, ...]
    broken: tuple[Broken, ...]
    given: bool = False

    @property
    def sheets(self) -> tuple[Scoresheet, ...]:
        """The sheets of all units that were scored, in the order of their submissions."""
        return tuple(each.sheet for each in self.members)

    def league(
        self,
        node: str = "",
        *,
        within: str = "",
        ties: str | None = None,
        unranked: Mapping[str, str] | None = None,
    ) -> League:
        """The units in order of their exact points for a row, or for the whole.

        Args:
            node: the code of the row; empty for the whole.
            within: the name of a label: units are ranked among those of the same.
            ties: how equals are ranked, ``"competition"``, ``"dense"`` or ``"fractional"``, where
                not as the rubric says.
            unranked: units that shall not be ranked, by name, with the reason.

        Raises:
            NotFoundError: there is no such row, label or unit.
            RubrikError: there is no such way to rank equals.
        """
        known = ties_named(self.interpretation.ranking.ties if ties is None else ties)
        self._check(node, within, unranked or {})
        rules = Rules(node=node, within=within, ties=known, unranked=unranked or {})
        return league_of(self.members, rules)

    def _check(self, node: str, within: str, unranked: Iterable[str]) -> None:
        nodes = self.interpretation.nodes
        if node and node not in nodes:
            raise NotFoundError(message("unknown-node", name=quoted(node)), meant(node, nodes))
        labels = {name for sheet in self.sheets for name in sheet.submission.labels}
        if within and self.members and within not in labels:
            said = message("unknown-label", name=quoted(within))
            raise NotFoundError(said, meant(within, sorted(labels)))
        units = [each.unit for each in self.members]
        units += [each.unit for each in self.broken if each.unit]
        known = {same_name(unit) for unit in units}
        for unit in unranked:
            if same_name(unit) not in known:
                said = message("unknown-unit", name=quoted(unit))
                raise NotFoundError(said, meant(unit, units))

    def __repr__(self) -> str:
        units = f"{len(self.members)} units under {self.rubric.slug!r}"
        return f"<Cohort of {units}, {len(self.broken)} broken>"
