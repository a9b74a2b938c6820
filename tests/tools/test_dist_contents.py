import tarfile
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from email.message import Message
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import rubrik
from dist_contents import (
    differing,
    expected_in_sdist,
    expected_in_wheel,
    of_sdist,
    of_wheel,
    placed,
    requirements,
    said_wrongly,
    umask,
    unlike,
)

CONFIG: dict[str, Any] = {
    "project": {
        "name": "rubrik",
        "description": "Scores.",
        "dependencies": ["attrs >= 24.2", "cattrs<26,>=24"],
        "requires-python": ">=3.11",
        "license": "MIT",
        "classifiers": ["Typing :: Typed"],
        "optional-dependencies": {
            "frames": ["narwhals"],
            "cli": ["Typer; python_version < '3.13'", "rubrik[frames]"],
        },
    }
}


REQUIRED = (
    "cattrs>=24,<26",
    "attrs>=24.2",
    "typer; (python_version < '3.13') and extra == 'cli'",
    "narwhals; extra == 'cli'",
    "narwhals; extra == 'frames'",
)


def metadata(text: str = "", required: Iterable[str] = REQUIRED, **changed: str) -> Message:
    """What a wheel of the project above says of itself."""
    said = Message()
    stated = {
        "Name": "rubrik",
        "Version": "1.2",
        "Summary": "Scores.",
        "Requires-Python": ">=3.11",
        "License-Expression": "MIT",
        "Classifier": "Typing :: Typed",
    } | {key.replace("_", "-"): value for key, value in changed.items()}
    for key, value in stated.items():
        said[key] = value
    for extra in ("cli", "frames"):
        said["Provides-Extra"] = extra
    for each in required:
        said["Requires-Dist"] = each
    said.set_payload(text)
    return said


def test_the_version_stands_in_one_place() -> None:
    """What is installed has the version of the module that holds it."""
    assert rubrik.__version__ == version("rubrik")


class TestWhatIsInside:
    """Nothing is missing, and nothing else is in an archive."""

    def test_of_a_wheel_is_the_package(self) -> None:
        """Code, data and py.typed, without tests; and five files that describe it."""
        names = ["src/rubrik/__init__.py", "src/rubrik/rubrics/a.toml", "tests/test_a.py"]
        expected = expected_in_wheel(names, Path("rubrik-1.2-py3-none-any.whl"))

        assert {
            "rubrik/__init__.py",
            "rubrik/rubrics/a.toml",
            "rubrik-1.2.dist-info/METADATA",
            "rubrik-1.2.dist-info/RECORD",
            "rubrik-1.2.dist-info/WHEEL",
            "rubrik-1.2.dist-info/entry_points.txt",
            "rubrik-1.2.dist-info/licenses/LICENSE",
        } == expected

    def test_of_an_sdist_is_what_the_project_names(self) -> None:
        """Whole folders and single files; other files of the tree stay out."""
        names = ["src/a.py", "tests/test_a.py", "notes.txt", "README.md"]

        assert {
            "LICENSE",
            "PKG-INFO",
            "README.md",
            "pyproject.toml",
            ".gitignore",
            "src/a.py",
            "tests/test_a.py",
        } == expected_in_sdist(names, ["src", "tests", "README.md"])

    @pytest.mark.parametrize(
        ("names", "expected"),
        [
            (["a", "b"], []),
            (["a"], ["wheel: lacks b"]),
            (["a", "b", "c"], ["wheel: has c"]),
            (["a", "b", "b"], ["wheel: has a file twice"]),
        ],
    )
    def test_is_compared(self, names: list[str], expected: list[str]) -> None:
        """One line for each file too many, too few, or twice."""
        assert expected == list(unlike("wheel", names, {"a", "b"}))

    def test_is_read_from_either(self, tmp_path: Path) -> None:
        """Names and bytes of the files; in an sdist below its one folder."""
        folder = tmp_path / "rubrik-1.2"
        folder.mkdir()
        (folder / "a.py").write_bytes(b"x = 1")
        with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as sdist:
            sdist.add(folder, folder.name)
        with ZipFile(tmp_path / "a.whl", "w") as wheel:
            wheel.write(folder / "a.py", "a.py")

        assert [("a.py", b"x = 1")] == of_sdist(tmp_path / "a.tar.gz")
        assert [("a.py", b"x = 1")] == of_wheel(tmp_path / "a.whl")

    def test_names_no_folder_of_the_machine(self) -> None:
        """A path of the place where it was built is found in any file."""
        texts = [("a.py", b"x = 1"), ("b.py", b"y = '/home/me/tree/b.py'")]

        for archive in ("wheel", "sdist"):
            found = list(placed(archive, texts, [Path("/home/me/tree")]))
            assert [f"{archive}: b.py names a folder"] == found


class TestBuilds:
    """Two builds are one."""

    def test_put_the_modes_of_new_files_back(self, tmp_path: Path) -> None:
        """What is made meanwhile lacks the modes; afterwards, even by an error, nothing does."""
        with umask(0o022):
            with suppress(KeyError), umask(0o077):
                (tmp_path / "within").touch()
                raise KeyError
            (tmp_path / "after").touch()

        modes = [(tmp_path / each).stat().st_mode & 0o777 for each in ("within", "after")]
        assert [0o600, 0o644] == modes

    @pytest.mark.parametrize(
        ("name", "content", "expected"),
        [
            ("a.whl", b"same", []),
            ("a.whl", b"other", ["a.whl: two builds differ"]),
            ("b.whl", b"same", ["a.whl: two builds differ"]),
        ],
    )
    def test_are_compared_by_name_and_byte(
        self, tmp_path: Path, name: str, content: bytes, expected: list[str]
    ) -> None:
        """A difference in either is told."""
        first, second = tmp_path / "a.whl", tmp_path / "again" / name
        second.parent.mkdir()
        first.write_bytes(b"same")
        second.write_bytes(content)

        assert expected == list(differing(first, second))


class TestMetadata:
    """What an archive says of itself is what the project says."""

    def test_holds(self) -> None:
        """Nothing is told where all is as it should be, links to other hosts included."""
        said = metadata("[site](https://semver.org) and words")

        assert [] == list(said_wrongly("wheel", said, CONFIG, "1.2"))

    @pytest.mark.parametrize(
        ("key", "value", "expected"),
        [
            ("Version", "1.3", "wheel: metadata: Version is ['1.3'], not ['1.2']"),
            ("Summary", "Sums.", "wheel: metadata: Summary is ['Sums.'], not ['Scores.']"),
            (
                "Requires_Python",
                ">=3.12",
                "wheel: metadata: Requires-Python is ['>=3.12'], not ['>=3.11']",
            ),
            ("Name", "rubric", "wheel: metadata: Name is ['rubric'], not ['rubrik']"),
            (
                "Project_URL",
                "x, https://example.org",
                "wheel: metadata: Project-URL is ['x, https://example.org'], not []",
            ),
        ],
    )
    def test_is_compared(self, key: str, value: str, expected: str) -> None:
        """Also a place of the project's own, of which there is none."""
        assert [expected] == list(said_wrongly("wheel", metadata(**{key: value}), CONFIG, "1.2"))

    @pytest.mark.parametrize(
        ("required", "expected"),
        [
            (REQUIRED[1:], ["lacks cattrs<26,>=24"]),
            ((*REQUIRED, "numpy"), ["has numpy"]),
            (
                ("attrs>=23", *(each for each in REQUIRED if each != "attrs>=24.2")),
                ["has attrs>=23", "lacks attrs>=24.2"],
            ),
            (REQUIRED[:-1], ['lacks narwhals; extra == "frames"']),
            (
                (*REQUIRED[:2], "typer; extra == 'cli'", *REQUIRED[3:]),
                [
                    'has typer; extra == "cli"',
                    'lacks typer; python_version < "3.13" and extra == "cli"',
                ],
            ),
        ],
    )
    def test_requires_what_the_project_does(
        self, required: Iterable[str], expected: list[str]
    ) -> None:
        """A package too many, too few, with another bound or under another condition is told."""
        said = metadata(required=required)

        assert [f"wheel: metadata: Requires-Dist: {each}" for each in expected] == list(
            said_wrongly("wheel", said, CONFIG, "1.2")
        )

    def test_of_this_project_can_be_compared(self) -> None:
        """Each extra of the project's own is taken apart, in whatever depth."""
        path = Path(__file__).parents[2] / "pyproject.toml"
        found = requirements(tomllib.loads(path.read_text(encoding="utf-8"))["project"])

        assert {"attrs>=24.2", 'narwhals>=2.27.1; extra == "dev"'} <= found
        assert [] == [each for each in found if each.startswith("rubrik")]

    def test_has_no_link_into_the_tree(self) -> None:
        """Such a link would lead nowhere where the README is shown."""
        found = list(said_wrongly("wheel", metadata("see [this](docs/a.md)"), CONFIG, "1.2"))

        assert ["wheel: README: leads nowhere outside of the tree: ](docs/a.md)"] == found
