"""Primitives that turn measured values into points, and the pieces and forms they come down to."""

from rubrik.scorers.amounts import NOTHING, Amount, amount
from rubrik.scorers.bands import Band, Banded, Edges
from rubrik.scorers.curves import CurveScorer
from rubrik.scorers.forms import (
    Bounds,
    Case,
    Clamp,
    Constant,
    Curve,
    Fold,
    Form,
    Lookup,
    Span,
    Switch,
    add_pairs,
)
from rubrik.scorers.leaves import Boolean, MinMaxNormalized, Proportional, Stepped
from rubrik.scorers.pieces import Jump, Line, Piece, Pieces
from rubrik.scorers.setting import CohortBounds, Setting, collected, together
from rubrik.scorers.simplifying import simplified
from rubrik.scorers.ties import Links
from rubrik.scorers.trees import (
    BestOf,
    Capped,
    Choice,
    Clamped,
    Condition,
    Gated,
    Rule,
    Scorer,
    Sum,
    WorstOf,
    measures_of,
)

__all__ = [
    "NOTHING",
    "Amount",
    "Band",
    "Banded",
    "BestOf",
    "Boolean",
    "Bounds",
    "Capped",
    "Case",
    "Choice",
    "Clamp",
    "Clamped",
    "CohortBounds",
    "Condition",
    "Constant",
    "Curve",
    "CurveScorer",
    "Edges",
    "Fold",
    "Form",
    "Gated",
    "Jump",
    "Line",
    "Links",
    "Lookup",
    "MinMaxNormalized",
    "Piece",
    "Pieces",
    "Proportional",
    "Rule",
    "Scorer",
    "Setting",
    "Span",
    "Stepped",
    "Sum",
    "Switch",
    "WorstOf",
    "add_pairs",
    "amount",
    "collected",
    "measures_of",
    "simplified",
    "together",
]


def __dir__() -> list[str]:
    return __all__
