"""The rubrics at hand: those that ship with the library, and those that other packages plug in.

A package plugs its rubrics in with an entry point of the group ``rubrik.rubrics`` that names a
package of its own: every ``.toml`` file in there is a rubric, and its path below that package is
its slug.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import MappingProxyType

from attrs import frozen

from rubrik._version import __version__
from rubrik.codec import read_rubric
from rubrik.errors import NotFoundError, Problem, RubricError, RubrikError, asked_back, meant
from rubrik.rubric import Rubric
from rubrik.wording import message, named, quoted

__all__ = ["GROUP", "load", "origin", "slugs"]


def __dir__() -> list[str]:
    return __all__


GROUP = "rubrik.rubrics"
"""The group of entry points that plug rubrics in."""

_FOLDER = Path(__file__).with_name("rubrics")
_SUFFIXES = (".toml", ".json")


@frozen
class _Entry:
    """Where a rubric is, and which distribution brought it there."""

    path: Path
    origin: str


def slugs() -> tuple[str, ...]:
    """The slugs of all rubrics at hand, sorted.

    Raises:
        RubrikError: two packages bring a rubric of the same slug, or one cannot be found at all.
    """
    return tuple(_entries())


def origin(slug: str) -> str:
    """The name and the version of the distribution that a rubric comes with.

    Raises:
        NotFoundError: no rubric of that slug is at hand.
    """
    found = _entries().get(slug)
    if found is None:
        raise _not_found(slug)
    return found.origin


def load(name: str | Path) -> Rubric:
    """A rubric by slug, or from a TOML or JSON file by path.

    Raises:
        NotFoundError: no rubric of that slug is at hand; the nearest slugs are named.
        FileFormatError: the file cannot be read at all.
        RubricError: with every problem found in the file.
        RubrikError: the rubrics at hand cannot be told apart or found, see `slugs`.
    """
    if isinstance(name, str) and name in _entries():
        return _at_hand(name)
    path = Path(name)
    if path.suffix.lower() in _SUFFIXES or _exists(path):
        return read_rubric(path)
    raise _not_found(str(name), [f"{name}{suffix}" for suffix in _SUFFIXES])


def _not_found(name: str, files: Iterable[str] = ()) -> NotFoundError:
    """No such slug; one of the files may have been meant, if it is there, or another slug."""
    there = asked_back(each for each in files if _exists(Path(each)))
    hint = there or meant(name, _entries(), 1)
    return NotFoundError(message("unknown-slug", name=quoted(name)), hint)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


@cache
def _at_hand(slug: str) -> Rubric:
    found = read_rubric(_entries()[slug].path)
    if found.slug != slug:
        said = message("slug-elsewhere", slug=quoted(found.slug), path=slug)
        raise RubricError([Problem(("slug",), said)])
    return found


@cache
def _entries() -> Mapping[str, _Entry]:
    """Every rubric by slug, in order; looked up once in a process."""
    found: dict[str, _Entry] = {}
    for folder, where in _folders():
        for path in sorted(folder.rglob("*.toml")):
            slug = path.relative_to(folder).with_suffix("").as_posix()
            if slug in found:
                said = message("slug-twice", slug=slug, first=found[slug].origin, second=where)
                raise RubrikError(said)
            found[slug] = _Entry(path, where)
    return MappingProxyType(dict(sorted(found.items())))


def _folders() -> Iterator[tuple[Path, str]]:
    yield _FOLDER, f"rubrik {__version__}"
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.value, point.name)):
        yield _folder(point), _origin(point)


def _origin(point: EntryPoint) -> str:
    dist = point.dist
    return named(point.value) if dist is None else f"{dist.name} {dist.version}"


def _folder(point: EntryPoint) -> Path:
    try:
        (folder,) = import_module(point.value).__path__
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        said = message("plug-in-broken", origin=_origin(point), name=point.value, why=quoted(why))
        raise RubrikError(said) from error
    return Path(folder)
