"""How many points: a fixed number, or a share of the criterion's maximum as so many rows print."""

from fractions import Fraction
from typing import Final

from attrs import frozen

from rubrik import exact
from rubrik.errors import NumberError
from rubrik.wording import message

__all__ = ["FULL", "NOTHING", "Amount", "amount", "optional_amount"]


def __dir__() -> list[str]:
    return __all__


@frozen(repr=False)
class Amount:
    """Points, or (``of_max``) a share of the maximum of the criterion it is used in."""

    value: Fraction
    of_max: bool = False

    def at(self, maximum: Fraction | None) -> Fraction:
        """The points under a maximum; ``NumberError`` where a share has no maximum to be of."""
        if not self.of_max:
            return self.value
        if maximum is None:
            raise NumberError(message("no-maximum", amount=str(self)))
        return self.value * maximum

    def __str__(self) -> str:
        if not self.of_max:
            return exact.text(self.value)
        sign = {1: "max", -1: "-max"}
        return sign.get(self.value, f"{exact.text(self.value)} max")  # type: ignore[call-overload,no-any-return]

    __repr__ = __str__


FULL: Final = Amount(Fraction(1), of_max=True)
"""The whole maximum."""

NOTHING: Final = Amount(Fraction(0))
"""No points."""


def amount(value: object) -> Amount:
    """An amount from a number, or from text such as ``"2"``, ``"1/2 max"``, ``"max"``.

    Raises:
        NumberError: the text is neither a number nor a number followed by ``max``.
    """
    if isinstance(value, Amount):
        return value
    if isinstance(value, str) and value.rstrip().endswith("max"):
        factor = value.rstrip().removesuffix("max").strip()
        sign = {"": Fraction(1), "-": Fraction(-1)}
        return Amount(sign[factor] if factor in sign else exact.rational(factor), of_max=True)
    return Amount(exact.rational(value))


def optional_amount(value: object) -> Amount | None:
    """The same, with ``None`` for no amount."""
    return None if value is None else amount(value)
