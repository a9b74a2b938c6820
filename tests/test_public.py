"""Everything public is documented, and everything documented is public."""

import re
from importlib import import_module
from inspect import getmembers, isclass, isfunction
from pathlib import Path

import pytest

import api_pages
import rubrik
from rubrik import errors
from rubrik.catalog import GROUP

DOCS = Path(__file__).parents[1] / "docs"
API = DOCS / "reference" / "api"
PAGES = dict(api_pages.pages())
NAMES = [(room, name) for room in api_pages.ROOMS for name in api_pages.names(room)]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_api_names_what_is_public(name: str) -> None:
    """What is committed is what the script writes; when a public name comes or goes, run it."""
    assert PAGES[name] == (API / name).read_text(encoding="utf-8")


def test_every_public_room_has_a_page_and_nothing_else_has() -> None:
    """One page for each room, and the index."""
    assert sorted(PAGES) == sorted(path.name for path in API.glob("*.md"))


def test_the_pages_are_written(tmp_path: Path) -> None:
    """The script writes them into the folder it is given."""
    api_pages.main(tmp_path / "new")

    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new").iterdir()}
    assert PAGES == written


@pytest.mark.parametrize(("room", "name"), NAMES)
def test_a_public_name_is_described(room: str, name: str) -> None:
    """A class, a function, a type or a constant says what it is, and so does all it offers."""
    found = getattr(import_module(f"rubrik.{room}"), name)
    said = api_pages.said_of(room, name)
    offered = getmembers(found, lambda each: isfunction(each) or isinstance(each, property))
    silent = [of for of, each in offered if not of.startswith("_") and not each.__doc__]

    assert said
    assert not said.startswith(f"{name}("), "attrs or Enum wrote it"
    assert [] == (silent if isclass(found) else [])


ERRORS = [name for name in errors.__all__ if isclass(getattr(errors, name))]


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_has_an_example_on_the_page_about_errors(name: str) -> None:
    """The page has a section for each of them, with an example that runs."""
    page = (DOCS / "reference" / "errors.md").read_text(encoding="utf-8")
    _, _, below = page.partition(f"\n## {name}\n")
    section = below.partition("\n## ")[0]

    assert "```python\n>>>" in section


def test_every_name_at_the_root_comes_from_a_public_room() -> None:
    """Where a name at the root is described, it is public."""
    described = {name for room in api_pages.ROOMS for name in api_pages.at_the_root(room)}

    assert {"__version__", *described} == set(rubrik.__all__)


def test_the_page_of_python_names_has_every_room_and_no_other() -> None:
    """The list of rooms on the page for people is the list of rooms that are public."""
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    _, _, rooms = page.partition("## Rooms\n")
    rows = [row.split("|")[1] for row in rooms.splitlines() if row.startswith("| `")]
    named = [room for row in rows for room in re.findall(r"`rubrik\.(\w+)`", row)]

    assert list(api_pages.ROOMS) == sorted(named)


# An explanation may look behind what is public.
FOR_USE = [
    page
    for page in sorted(DOCS.rglob("*.md"))
    if not {"explanation", "_build"} & set(page.relative_to(DOCS).parts)
]


@pytest.mark.parametrize("page", FOR_USE, ids=lambda page: page.stem)
def test_a_name_that_a_page_writes_out_is_public(page: Path) -> None:
    """What a page calls by its full name, such as a class of a room, is there and is public."""
    prose = re.sub(
        r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    written = re.findall(r"`rubrik\.([\w.]+)(?:\(.*?\))?`", prose)
    public = {f"{room}.{name}" for room, name in NAMES} | {*api_pages.ROOMS, *rubrik.__all__}

    assert [] == sorted({*written} - public - {GROUP.removeprefix("rubrik.")})
