"""Facts that are not independent: the same ones, and those tied by declared constraints."""

from collections.abc import Mapping

__all__ = ["Links", "tied"]


def __dir__() -> list[str]:
    return __all__


Links = Mapping[str, str]
"""Inputs tied by declared constraints: each name with a common representative."""


def tied(first: frozenset[str], second: frozenset[str], links: Links) -> bool:
    """Whether two sets of facts share one, or hold two that a constraint ties."""
    return any(_same(a, b) or _linked(a, b, links) for a in first for b in second)


def _same(a: str, b: str) -> bool:
    """Whether two atoms are the same input, or a list and one of its items."""
    return a == b or a.startswith(f"{b}:") or b.startswith(f"{a}:")


def _linked(a: str, b: str, links: Links) -> bool:
    return a in links and links[a] == links.get(b)
