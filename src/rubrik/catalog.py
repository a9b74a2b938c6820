"""The rubrics that ship with the library, by slug."""

from functools import cache
from pathlib import Path

from rubrik.codec import read_rubric
from rubrik.errors import NotFoundError, meant
from rubrik.rubric import Rubric
from rubrik.wording import message, quoted

__all__ = ["load", "slugs"]


def __dir__() -> list[str]:
    return __all__


_FOLDER = Path(__file__).with_name("rubrics")
_SUFFIXES = (".toml", ".json")


def slugs() -> tuple[str, ...]:
    """The slugs of all rubrics that ship, sorted."""
    found = (path.relative_to(_FOLDER).with_suffix("") for path in _FOLDER.rglob("*.toml"))
    return tuple(sorted(path.as_posix() for path in found))


def load(name: str | Path) -> Rubric:
    """A rubric by slug, or from a TOML or JSON file by path.

    Raises:
        NotFoundError: no rubric of that slug ships; the nearest slugs are named.
        FileFormatError: the file cannot be read at all.
        RubricError: with every problem found in the file.
    """
    if isinstance(name, str) and name in slugs():
        return _shipped(name)
    path = Path(name)
    if path.suffix.lower() in _SUFFIXES or _exists(path):
        return read_rubric(path)
    hint = meant(str(name), slugs())
    raise NotFoundError(message("unknown-slug", name=quoted(str(name))), hint)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


@cache
def _shipped(slug: str) -> Rubric:
    return read_rubric(_FOLDER / f"{slug}.toml")
