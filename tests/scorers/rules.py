"""Rules over a few inputs, and what tests ask of their forms."""

from fractions import Fraction

from rubrik.measures import Choice as Chosen
from rubrik.measures import (
    ChoiceInput,
    Constraint,
    Count,
    CountInput,
    Declared,
    Facts,
    Flag,
    FlagInput,
    ItemsInput,
    Ratio,
    Share,
    ShareInput,
    Value,
    links,
)
from rubrik.scorers import (
    Band,
    Banded,
    Boolean,
    Choice,
    Form,
    MinMaxNormalized,
    Proportional,
    Scorer,
    Setting,
)

__all__ = [
    "DECLARED",
    "FLAG",
    "HALF",
    "HERE",
    "HOLED",
    "NORMALIZED",
    "OF_RATIO",
    "OPTION",
    "OTHER",
    "RATIO",
    "SHARE",
    "TEN",
    "bounds",
    "form",
    "points",
    "span",
]

TEN = Fraction(10)
HALF = Fraction(1, 2)
DECLARED = Declared.of(
    [
        *(CountInput(name=name, label=name) for name in "abc"),
        CountInput(name="m", label="m", max=12),
        ShareInput(name="s", label="s"),
        ShareInput(name="t", label="t"),
        FlagInput(name="f", label="f"),
        FlagInput(name="g", label="g"),
        ChoiceInput(name="o", label="o", options={"p": "P", "q": "Q"}),
        ChoiceInput(name="n", label="n", options={"x": "X", "y": "Y", "z": "Z"}),
        ItemsInput(name="i", label="i", options={"p": "P", "q": "Q"}),
    ]
)
HERE = Setting(declared=DECLARED, maximum=TEN, path=("criterion '1'", "score"))
RATIO = Ratio(ratio="a", of="b")
SHARE = Proportional(measure=Share("s"))
OTHER = Proportional(measure=Share("t"), rate=4)
OF_RATIO = Proportional(measure=RATIO)
FLAG = Boolean(measure=Flag("f"))
OPTION = Choice({"p": "max", "q": 4}, measure=Chosen("o"))
HOLED = Banded(
    bands=[Band(above="80%", points=2), Band(from_="50%", below="80%", points=1)],
    measure=Share("s"),
)
NORMALIZED = MinMaxNormalized(constant="zero", measure=Count("a"))


def form(rule: Scorer) -> Form:
    """What a rule comes down to under a maximum of 10."""
    return rule.form(HERE)


def span(rule: Form | Scorer, **known: Value) -> tuple[str, list[str]]:
    """What is known of the points, and what keeps them open."""
    made = rule if isinstance(rule, Form) else form(rule)
    found = made.span(Facts(known, DECLARED))
    why = [absence.missing or str(absence.undefined) for absence in found.absent]
    return str(found.within), why


def points(rule: Form | Scorer, **known: Value) -> Fraction | None:
    """The points for known facts."""
    pair = (rule if isinstance(rule, Form) else form(rule)).pair(known)
    return None if pair is None else Fraction(*pair)


def bounds(rule: Form | Scorer, *constraints: str) -> tuple[str, bool]:
    """The points before any data, and whether they are labelled outer."""
    made = rule if isinstance(rule, Form) else form(rule)
    found = made.bounds(links(map(Constraint, constraints)))
    return str(found.within), found.outer
