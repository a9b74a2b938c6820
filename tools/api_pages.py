"""Writes the pages of the API, one for each public room of the library, and their index.

Usage: python tools/api_pages.py [FOLDER], by default docs/reference/api. A page names what is
public in its room; when the site is built, Sphinx describes it there from the docstrings.
"""

import sys
from ast import AnnAssign, Assign, Constant, Expr, Name, parse, stmt
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib import import_module
from inspect import cleandoc, getdoc, isclass, isfunction
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules

import rubrik

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "api"
ROOMS = (
    *("absence", "auditing", "catalog", "classifier", "codec", "cohort", "comparison", "errors"),
    *("evaluation", "exact", "figures", "frames", "intervals", "measures", "reasons", "rubric"),
    *("scales", "scorers", "scoresheet", "scoring", "submission", "wording"),
)
"""The rooms that are public; whatever else there is, the library alone uses."""


def names(room: str) -> list[str]:
    """What is public in a room."""
    found: list[str] = import_module(f"rubrik.{room}").__all__
    return found


def summary(room: str) -> str:
    """The first line of what a room says of itself."""
    said = import_module(f"rubrik.{room}").__doc__ or ""
    return said.partition("\n")[0]


def said_of(room: str, name: str) -> str:
    """The docstring of a public name; of a constant or a type, the text that stands below it."""
    found = getattr(import_module(f"rubrik.{room}"), name)
    if isclass(found) or isfunction(found):
        return getdoc(found) or ""
    return constants(room).get(name, "")


@cache
def constants(room: str) -> dict[str, str]:
    """The texts below the assignments of a room, and of the modules in it."""
    module = import_module(f"rubrik.{room}")
    inner = (each.name for each in iter_modules(getattr(module, "__path__", ())))
    modules = [module, *(import_module(f"rubrik.{room}.{each}") for each in inner)]
    trees = [parse(Path(str(each.__file__)).read_text(encoding="utf-8")) for each in modules]
    return {
        target.id: cleandoc(text)
        for tree in trees
        for above, below in pairwise(tree.body)
        for target, text in _documented(above, below)
    }


def _documented(above: stmt, below: stmt) -> Iterator[tuple[Name, str]]:
    """The name that is assigned, if a text stands below."""
    match above, below:
        case (
            Assign(targets=[Name() as target]) | AnnAssign(target=Name() as target),
            Expr(value=Constant(value=str(text))),
        ):
            yield target, text
        case _:
            pass


def at_the_root(room: str) -> list[str]:
    """Which names of a room stand at the root of the package as well."""
    module = import_module(f"rubrik.{room}")
    return [
        name
        for name in names(room)
        if name in rubrik.__all__ and getattr(rubrik, name) is getattr(module, name)
    ]


def page(room: str) -> str:
    """The page of one room: what it says of itself, and a directive for each name."""
    directives = "\n".join(directive(room, name) for name in names(room))
    return f"""# rubrik.{room}

```{{eval-rst}}
.. automodule:: rubrik.{room}
   :no-inherited-members:

{directives}
```
"""


def directive(room: str, name: str) -> str:
    """What asks Sphinx to describe a name."""
    found = getattr(import_module(f"rubrik.{room}"), name)
    if isclass(found):
        kind = "exception" if issubclass(found, Exception) else "class"
        values = "\n   :undoc-members:" if issubclass(found, Enum) else ""
        return f".. auto{kind}:: {name}\n   :members:{values}"
    return f".. auto{'function' if isfunction(found) else 'data'}:: {name}"


def index() -> str:
    """The page that leads to all the others."""
    return "\n".join(
        [
            "# API by module",
            "",
            "These pages are made from the docstrings: everything that is public, room by room.",
            "[The Python names](../python.md) is the shorter way in, and has examples.",
            "",
            "Most programs need what stands at the root, and write `rubrik.score`.",
            "What only a room has is for those who build tools on top.",
            "",
            "| Room | What is in it | At the root |",
            "|---|---|---|",
            *map(_row, ROOMS),
            "",
            "```{toctree}",
            ":hidden:",
            "",
            *ROOMS,
            "```",
            "",
        ]
    )


def _row(room: str) -> str:
    return f"| [`rubrik.{room}`]({room}.md) | {summary(room)} | {listed(at_the_root(room))} |"


def listed(found: list[str]) -> str:
    """Names, in code letters."""
    return ", ".join(f"`{name}`" for name in found)


def pages() -> Iterator[tuple[str, str]]:
    """The name and the text of every page."""
    yield "index.md", index()
    yield from ((f"{room}.md", page(room)) for room in ROOMS)


def main(folder: Path = FOLDER) -> None:
    """Write the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
