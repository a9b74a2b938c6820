"""Build sdist and wheel twice, under different circumstances, and check what would be published.

Both builds must be the same byte for byte: once from the tree by way of the sdist, once straight
from a copy of the tree with other times, modes, umask and place. What is in them, what they say of
themselves and how the README would be shown is checked as well. What is built is left in FOLDER.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Literal

from build import ProjectBuilder
from build.env import DefaultIsolatedEnv
from pyproject_hooks import quiet_subprocess_runner

from dist_contents import (
    differing,
    expected_in_sdist,
    expected_in_wheel,
    of_sdist,
    of_wheel,
    placed,
    said_wrongly,
    umask,
    unlike,
)

ROOT = Path(__file__).resolve().parents[1]
METADATA = r"PKG-INFO|[^/]+\.dist-info/METADATA"
LEFT_BEHIND = ("__pycache__", ".git", ".venv", ".nox", ".*_cache", ".hypothesis", "dist", "*.pyc")


def main(arguments: list[str] | None = None) -> int:
    """Build into a folder, print what is wrong, and say by the status whether anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the sdist and the wheel are put")
    folder: Path = parser.parse_args(arguments).folder
    with tempfile.TemporaryDirectory() as scratch:
        problems = list(found(ROOT, folder, Path(scratch)))
    for each in problems:
        print(each)
    if not problems:
        print("sdist and wheel: reproducible, whole, nothing else in them")
    return 1 if problems else 0


def found(tree: Path, folder: Path, scratch: Path) -> Iterator[str]:
    """What is wrong with what is built of a tree, one line for each problem."""
    with DefaultIsolatedEnv() as env:
        env.install(ProjectBuilder(tree).build_system_requires)
        sdist = built(env, tree, "sdist", folder)
        wheel = built(env, unpacked(sdist, scratch), "wheel", folder)
        copy = aged_copy(tree, scratch / "another place")
        with umask(0o077):
            again = [built(env, copy, kind, scratch / "dist") for kind in ("sdist", "wheel")]
    for first, second in zip((sdist, wheel), again, strict=True):
        yield from differing(first, second)
    config = tomllib.loads((tree / "pyproject.toml").read_text(encoding="utf-8"))
    names = tracked(tree)
    included = config["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]
    for archive, files, expected in (
        ("wheel", of_wheel(wheel), expected_in_wheel(names, wheel)),
        ("sdist", of_sdist(sdist), expected_in_sdist(names, included)),
    ):
        yield from unlike(archive, (name for name, _ in files), expected)
        yield from placed(archive, files, (tree, scratch))
        said = next(text for name, text in files if re.fullmatch(METADATA, name))
        yield from said_wrongly(archive, message_from_bytes(said), config, version_of(tree))
    yield from objected(sdist, wheel)


def built(env: DefaultIsolatedEnv, tree: Path, kind: Literal["sdist", "wheel"], to: Path) -> Path:
    """The sdist or the wheel of a tree, made with what its ``pyproject.toml`` asks for alone."""
    builder = ProjectBuilder.from_isolated_env(env, tree, quiet_subprocess_runner)
    return Path(builder.build(kind, to))


def unpacked(sdist: Path, scratch: Path) -> Path:
    """The tree that an sdist holds."""
    with tarfile.open(sdist) as packed:
        packed.extractall(scratch / "unpacked", filter="data")
    (tree,) = (scratch / "unpacked").iterdir()
    return tree


def aged_copy(tree: Path, place: Path) -> Path:
    """A copy in another place, each file of another time and readable to nobody else."""
    shutil.copytree(tree, place, ignore=shutil.ignore_patterns(*LEFT_BEHIND))
    for each in place.rglob("*"):
        os.utime(each, (10**9, 10**9))
        each.chmod(each.stat().st_mode & 0o700)
    return place


def tracked(tree: Path) -> set[str]:
    """The files that belong to the tree: those that git knows."""
    command = ["git", "-C", str(tree), "ls-files", "-z"]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return {name for name in listed.split("\0") if name and (tree / name).exists()}


def version_of(tree: Path) -> str:
    """The version, from the one place where it stands."""
    text = (tree / "src/rubrik/_version.py").read_text(encoding="utf-8")
    (version,) = re.findall(r'^__version__ = "(.+)"$', text, flags=re.MULTILINE)
    return str(version)


def objected(sdist: Path, wheel: Path) -> Iterator[str]:
    """What twine and check-wheel-contents object to; the former also draws the README."""
    commands = (
        [sys.executable, "-m", "twine", "check", "--strict", str(sdist), str(wheel)],
        [sys.executable, "-m", "check_wheel_contents", str(wheel)],
    )
    for command in commands:
        run = subprocess.run(command, capture_output=True, check=False, text=True)
        if run.returncode:
            yield run.stdout + run.stderr


if __name__ == "__main__":
    sys.exit(main())
