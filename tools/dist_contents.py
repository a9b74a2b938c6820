"""What should be in an sdist and a wheel, and what they should say of themselves.

All checks yield one line for each problem.
"""

import re
from collections.abc import Iterable, Iterator
from email.message import Message
from pathlib import Path

ALWAYS = {"LICENSE", "PKG-INFO", "README.md", "pyproject.toml", ".gitignore"}
DIST_INFO = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
LINK = re.compile(r"\]\((?!https?://)[^)]*\)")


def differing(first: Path, second: Path) -> Iterator[str]:
    """Whether two builds are one."""
    if (first.name, first.read_bytes()) != (second.name, second.read_bytes()):
        yield f"{first.name}: two builds differ"


def expected_in_wheel(names: Iterable[str], wheel: Path) -> set[str]:
    """The package with its data and py.typed, and what describes it."""
    info = "-".join(wheel.name.split("-")[:2]) + ".dist-info"
    package = {name.removeprefix("src/") for name in names if name.startswith("src/rubrik/")}
    return package | {f"{info}/{each}" for each in DIST_INFO}


def expected_in_sdist(names: Iterable[str], included: Iterable[str]) -> set[str]:
    """All files of the folders that ``pyproject.toml`` names, and what is in every sdist."""
    tops = set(included)
    return ALWAYS | {name for name in names if name.partition("/")[0] in tops}


def unlike(archive: str, names: Iterable[str], expected: set[str]) -> Iterator[str]:
    """What should not be in an archive, what should, and what is in it twice."""
    listed = sorted(names)
    yield from (f"{archive}: has {each}" for each in sorted(set(listed) - expected))
    yield from (f"{archive}: lacks {each}" for each in sorted(expected - set(listed)))
    if len(listed) != len(set(listed)):
        yield f"{archive}: has a file twice"


def said_wrongly(said: Message, config: dict[str, object], version: str) -> Iterator[str]:
    """Where the metadata says anything else than the project does, or names a place of its own."""
    project = config["project"]
    assert isinstance(project, dict)  # noqa: S101 - what every such file has
    pairs: list[tuple[str, list[str], list[str]]] = [
        ("Name", [project["name"]], said.get_all("Name", [])),
        ("Version", [version], said.get_all("Version", [])),
        ("Requires-Python", [project["requires-python"]], said.get_all("Requires-Python", [])),
        ("License-Expression", [project["license"]], said.get_all("License-Expression", [])),
        ("Classifier", project["classifiers"], said.get_all("Classifier", [])),
        (
            "Provides-Extra",
            sorted(project["optional-dependencies"]),
            sorted(said.get_all("Provides-Extra", [])),
        ),
        ("Project-URL", [], said.get_all("Project-URL", [])),
    ]
    for key, wanted, stated in pairs:
        if wanted != stated:
            yield f"metadata: {key} is {stated}, not {wanted}"
    text = str(said.get_payload())
    yield from (f"README: leads nowhere outside of the tree: {each}" for each in LINK.findall(text))


def placed(texts: Iterable[tuple[str, bytes]], places: Iterable[Path]) -> Iterator[str]:
    """Where a file names a folder of the machine that it was built on."""
    marks = [str(place).encode() for place in places]
    yield from (f"wheel: {name} names a folder" for name, text in texts if any_in(marks, text))


def any_in(marks: Iterable[bytes], text: bytes) -> bool:
    """Whether one of some marks stands in a text."""
    return any(mark in text for mark in marks)
