"""Inputs, and the values read from them."""

from rubrik.measures.constraints import Constraint, links, narrowed
from rubrik.measures.domains import Domain, Option
from rubrik.measures.facts import Declared, Facts
from rubrik.measures.inputs import (
    OUT_OF_DOMAIN,
    AmountInput,
    ChoiceInput,
    CountInput,
    FlagInput,
    Input,
    ItemsInput,
    NumberInput,
    Reported,
    ShareInput,
    SourcePlace,
    TableInput,
    Value,
    reported,
)
from rubrik.measures.measures import (
    Amount,
    Answer,
    Choice,
    Count,
    Flag,
    Item,
    Items,
    Measure,
    Number,
    Share,
    Weighted,
)
from rubrik.measures.quotients import Growth, Ratio
from rubrik.measures.reach import reaches_all
from rubrik.measures.terms import Terms, terms
from rubrik.measures.values import Known, Pair, Possible

__all__ = [
    "OUT_OF_DOMAIN",
    "Amount",
    "AmountInput",
    "Answer",
    "Choice",
    "ChoiceInput",
    "Constraint",
    "Count",
    "CountInput",
    "Declared",
    "Domain",
    "Facts",
    "Flag",
    "FlagInput",
    "Growth",
    "Input",
    "Item",
    "Items",
    "ItemsInput",
    "Known",
    "Measure",
    "Number",
    "NumberInput",
    "Option",
    "Pair",
    "Possible",
    "Ratio",
    "Reported",
    "Share",
    "ShareInput",
    "SourcePlace",
    "TableInput",
    "Terms",
    "Value",
    "Weighted",
    "links",
    "narrowed",
    "reaches_all",
    "reported",
    "terms",
]


def __dir__() -> list[str]:
    return __all__
