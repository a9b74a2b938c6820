from importlib import import_module
from inspect import Parameter, Signature, signature

import attrs
import pytest

MODULES = ("classifier", "measures", "scales", "scorers", "scoring")

BUILT_FROM = {
    "classifier.ConditionResult": "(*, threshold, node, within, limit, holds)",
    "classifier.LevelResult": "(level, holds, conditions)",
    "classifier.Rating": "(*, scale, node, applies, levels, vetoes, possible, depends_on, step)",
    "classifier.Room": "(code, points)",
    "classifier.Step": "(level, unmet)",
    "classifier.Unmet": "(condition, rooms, is_choice=False)",
    "classifier.VetoResult": "(veto, holds)",
    "measures.Amount": "(amount)",
    "measures.AmountInput": (
        "(*, name, label, definition='', form='', source=None, unscored=False, unit)"
    ),
    "measures.Choice": "(choice)",
    "measures.ChoiceInput": (
        "(*, name, label, definition='', form='', source=None, unscored=False, options)"
    ),
    "measures.Constraint": "(text)",
    "measures.Count": "(count)",
    "measures.CountInput": (
        "(*, name, label, definition='', form='', source=None, unscored=False, unit='', max=None)"
    ),
    "measures.Declared": "(inputs, numbers, answers, lists, tables=NOTHING)",
    "measures.Domain": "(span, integer=False)",
    "measures.Facts": "(known, declared, narrowed=NOTHING, undefined=frozenset())",
    "measures.Flag": "(flag)",
    "measures.FlagInput": (
        "(*, name, label, definition='', form='', source=None, unscored=False, yes='Có', "
        "no='Không')"
    ),
    "measures.Growth": "(*, growth, since, stated=None, when_empty=None)",
    "measures.Item": "(items, item)",
    "measures.Items": "(items)",
    "measures.ItemsInput": (
        "(*, name, label, definition='', form='', source=None, unscored=False, options)"
    ),
    "measures.Possible": "(values, absent=())",
    "measures.Ratio": "(*, ratio, of, stated=None, above_one=False, when_empty=None)",
    "measures.Share": "(share)",
    "measures.ShareInput": (
        "(*, name, label, definition='', form='', source=None, unscored=False, "
        "above_one=False, below_zero=False)"
    ),
    "measures.SourcePlace": "(*, file, line, name='', printed='', note='')",
    "measures.TableInput": (
        "(*, name, label, definition='', form='', source=None, unscored=False, part, "
        "whole, rows='', sum='', mean='', empty_row=None)"
    ),
    "measures.Terms": "(weights)",
    "measures.Weighted": "(weighted)",
    "scales.AllOf": "(*, all)",
    "scales.AnyOf": "(*, any)",
    "scales.AtLeast": "(*, at_least, of)",
    "scales.Level": "(*, name, label='', conditions, points=None, printed='', source=None)",
    "scales.Ranking": "(*, ties='competition', nodes=(), cohort='', printed='', source=None)",
    "scales.Reaches": "(*, scale, level)",
    "scales.Scale": (
        "(*, id, name, name_en='', levels, below='', nodes=(), bases=NOTHING, vetoes=(), "
        "decides=True, printed='', source=None)"
    ),
    "scales.Threshold": (
        "(*, node='', op='>=', points=None, share=None, base=None, printed='', source=None)"
    ),
    "scales.Veto": (
        "(*, reason, reason_en='', annulled=(), conditions=(), result='', printed='', source=None)"
    ),
    "scorers.Amount": "(value, of_max=False)",
    "scorers.Band": (
        "(*, from_=None, above=None, to=None, below=None, at=None, points=None, score=None)"
    ),
    "scorers.Banded": "(*, bands, measure=None)",
    "scorers.BestOf": "(parts, *, measure=None)",
    "scorers.Boolean": "(*, yes=max, no=0, measure=None)",
    "scorers.Bounds": "(within, outer=False)",
    "scorers.Capped": "(part, *, at=max, measure=None)",
    "scorers.Case": "(test, then)",
    "scorers.Choice": "(options, *, measure=None)",
    "scorers.Clamp": "(part, low=None, high=None)",
    "scorers.Clamped": "(part, *, low=None, high=None, measure=None)",
    "scorers.CohortBounds": "(low, high)",
    "scorers.Condition": (
        "(*, from_=None, above=None, to=None, below=None, at=None, measure, is_=None)"
    ),
    "scorers.Constant": "(points)",
    "scorers.Curve": "(measure, pieces)",
    "scorers.Edges": "(*, from_=None, above=None, to=None, below=None, at=None)",
    "scorers.Fold": "(operation, parts)",
    "scorers.Gated": "(*, when, then, otherwise=0, measure=None)",
    "scorers.Jump": "(at, below, here, above)",
    "scorers.Line": "(slope, constant)",
    "scorers.Lookup": "(measure, table)",
    "scorers.MinMaxNormalized": (
        "(*, constant, low='cohort', high='cohort', lower_is_better=False, clamp=True, "
        "full=max, measure=None)"
    ),
    "scorers.Piece": (
        "(over, line, band=None, undefined=<Undefined.NO_COHORT: 'no-cohort'>, printed=None)"
    ),
    "scorers.Pieces": "(domain, pieces)",
    "scorers.Proportional": "(*, rate=max, start=0, full_from=None, measure=None)",
    "scorers.Setting": "(*, declared, maximum=None, measure=None, cohort=None, path=())",
    "scorers.Span": "(within, absent=())",
    "scorers.Stepped": "(*, step, rounding, full=max, measure=None)",
    "scorers.Sum": "(parts, *, measure=None, floor=None)",
    "scorers.Switch": "(measure, values, cases, otherwise)",
    "scorers.WorstOf": "(parts, *, measure=None)",
    "scoring.Context": "(*, rubric, read, missing, cohort)",
}

LEFT_OUT: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "classifier.Rating": (("_depends_on", "_step"), (), ()),
    "measures.ChoiceInput": ((), (), ("options",)),
    "measures.Constraint": ((), ("sums",), ()),
    "measures.ItemsInput": ((), (), ("options",)),
    "measures.Terms": ((), ("names", "only", "_factors"), ()),
    "scales.Scale": (("_by_name",), ("_by_name",), ("bases",)),
    "scales.Threshold": (("fixed",), ("fixed",), ()),
    "scorers.Choice": ((), (), ("options",)),
    "scorers.Curve": (("said",), ("said",), ()),
    "scorers.Lookup": (("said",), ("said",), ("table",)),
    "scorers.Pieces": (("_rows",), ("_rows",), ()),
}
"""Fields that are not shown, not compared, and compared but not hashed, where there are any."""

VALUES = {
    f"{module}.{name}": each
    for module in MODULES
    for name, each in vars(import_module(f"rubrik.{module}")).items()
    if isinstance(each, type)
    and attrs.has(each)
    and name in import_module(f"rubrik.{module}").__all__
}
IDENTICAL_ONLY = {"classifier.Rating", "scoring.Context"}


def test_every_public_value_is_in_the_table() -> None:
    """No value is left out, and none is in the table that is not there any more."""
    assert sorted(BUILT_FROM) == sorted(VALUES)


@pytest.mark.parametrize("name", BUILT_FROM)
def test_a_value_is_built_from_what_its_place_in_the_table_says(name: str) -> None:
    """Names, order and defaults of the arguments are what callers and files rely on."""
    found = signature(VALUES[name])
    bare = [each.replace(annotation=Parameter.empty) for each in found.parameters.values()]

    assert BUILT_FROM[name] == str(Signature(bare))


@pytest.mark.parametrize("name", BUILT_FROM)
def test_a_value_shows_and_compares_its_fields(name: str) -> None:
    """What is worked out from other fields is neither shown nor compared; mappings have no hash."""
    fields = attrs.fields(VALUES[name])
    found = (
        tuple(each.name for each in fields if not each.repr),
        tuple(each.name for each in fields if not each.eq),
        tuple(each.name for each in fields if each.hash is False),
    )

    assert LEFT_OUT.get(name, ((), (), ())) == found


@pytest.mark.parametrize("name", BUILT_FROM)
def test_a_value_is_frozen_and_slotted(name: str) -> None:
    """Nobody changes a value or adds to it; all are compared by content, but for two."""
    value = VALUES[name]

    assert "__slots__" in vars(value)
    assert "__setattr__" in vars(value)
    assert (name not in IDENTICAL_ONLY) is ("__eq__" in vars(value))
