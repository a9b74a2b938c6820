"""What is and should be in an sdist and a wheel, and what they should say of themselves.

All checks yield one line for each problem.
"""

import os
import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALWAYS = {"LICENSE", "PKG-INFO", "README.md", "pyproject.toml", ".gitignore"}
DIST_INFO = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
LINK = re.compile(r"\]\((?!https?://)[^)]*\)")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """New files lack these modes, until it is left."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def of_wheel(wheel: Path) -> list[tuple[str, bytes]]:
    """The files in a wheel."""
    with ZipFile(wheel) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def of_sdist(sdist: Path) -> list[tuple[str, bytes]]:
    """The files in an sdist, as they are named below its one folder."""
    with tarfile.open(sdist) as packed:
        files = [(each.name, packed.extractfile(each)) for each in packed.getmembers()]
        return [(name.partition("/")[2], file.read()) for name, file in files if file is not None]


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


def said_wrongly(
    archive: str, said: Message, config: Mapping[str, Any], version: str
) -> Iterator[str]:
    """Where the metadata says anything else than the project does, or names a place of its own."""
    project = config["project"]
    wanted: dict[str, list[str]] = {
        "Name": [project["name"]],
        "Version": [version],
        "Summary": [project["description"]],
        "Requires-Python": [project["requires-python"]],
        "License-Expression": [project["license"]],
        "Classifier": project["classifiers"],
        "Provides-Extra": sorted(project["optional-dependencies"]),
        "Project-URL": [],
    }
    for key, each in wanted.items():
        stated = said.get_all(key, [])
        stated = sorted(stated) if key == "Provides-Extra" else stated
        if each != stated:
            yield f"{archive}: metadata: {key} is {stated}, not {each}"
    required = {str(_plain(Requirement(each))) for each in said.get_all("Requires-Dist", [])}
    yield from unlike(f"{archive}: metadata: Requires-Dist", required, requirements(project))
    text = str(said.get_payload())
    yield from (
        f"{archive}: README: leads nowhere outside of the tree: {each}"
        for each in LINK.findall(text)
    )


def requirements(project: Mapping[str, Any]) -> set[str]:
    """What the metadata should require: an extra of the project's own stands for what is in it."""
    extras = project["optional-dependencies"]
    found = {str(_plain(Requirement(each))) for each in project["dependencies"]}
    for extra in extras:
        for each in _of_extra(project["name"], extras, extra):
            condition = f'extra == "{canonicalize_name(extra)}"'
            both = f"({each.marker}) and {condition}" if each.marker else condition
            each.marker = Marker(both)
            found.add(str(each))
    return found


def _of_extra(own: str, extras: Mapping[str, list[str]], extra: str) -> Iterator[Requirement]:
    for each in map(Requirement, extras[extra]):
        if canonicalize_name(each.name) == canonicalize_name(own):
            for inner in sorted(each.extras):
                yield from _of_extra(own, extras, inner)
        else:
            yield _plain(each)


def _plain(requirement: Requirement) -> Requirement:
    """A requirement with its name in the one way to write it."""
    requirement.name = canonicalize_name(requirement.name)
    return requirement


def placed(
    archive: str, texts: Iterable[tuple[str, bytes]], places: Iterable[Path]
) -> Iterator[str]:
    """Where a file names a folder of the machine that it was built on."""
    marks = [str(place).encode() for place in places]
    yield from (f"{archive}: {name} names a folder" for name, text in texts if any_in(marks, text))


def any_in(marks: Iterable[bytes], text: bytes) -> bool:
    """Whether one of some marks stands in a text."""
    return any(mark in text for mark in marks)
