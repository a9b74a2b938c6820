from email.message import Message
from importlib.metadata import version
from pathlib import Path

import pytest

import rubrik
from dist_contents import (
    differing,
    expected_in_sdist,
    expected_in_wheel,
    placed,
    said_wrongly,
    unlike,
)

CONFIG: dict[str, object] = {
    "project": {
        "name": "rubrik",
        "requires-python": ">=3.11",
        "license": "MIT",
        "classifiers": ["Typing :: Typed"],
        "optional-dependencies": {"frames": ["narwhals"], "cli": ["typer"]},
    }
}


def metadata(text: str = "", **changed: str) -> Message:
    """What a wheel of the project above says of itself."""
    said = Message()
    stated = {
        "Name": "rubrik",
        "Version": "1.2",
        "Requires-Python": ">=3.11",
        "License-Expression": "MIT",
        "Classifier": "Typing :: Typed",
    } | {key.replace("_", "-"): value for key, value in changed.items()}
    for key, value in stated.items():
        said[key] = value
    for extra in ("cli", "frames"):
        said["Provides-Extra"] = extra
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

    def test_names_no_folder_of_the_machine(self) -> None:
        """A path of the place where it was built is found in any file."""
        texts = [("a.py", b"x = 1"), ("b.py", b"y = '/home/me/tree/b.py'")]

        assert ["wheel: b.py names a folder"] == list(placed(texts, [Path("/home/me/tree")]))


class TestBuilds:
    """Two builds are one."""

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

        assert [] == list(said_wrongly(said, CONFIG, "1.2"))

    @pytest.mark.parametrize(
        ("key", "value", "expected"),
        [
            ("Version", "1.3", "metadata: Version is ['1.3'], not ['1.2']"),
            ("Name", "rubric", "metadata: Name is ['rubric'], not ['rubrik']"),
            (
                "Project_URL",
                "x, https://example.org",
                "metadata: Project-URL is ['x, https://example.org'], not []",
            ),
        ],
    )
    def test_is_compared(self, key: str, value: str, expected: str) -> None:
        """Also a place of the project's own, of which there is none."""
        assert [expected] == list(said_wrongly(metadata(**{key: value}), CONFIG, "1.2"))

    def test_has_no_link_into_the_tree(self) -> None:
        """Such a link would lead nowhere where the README is shown."""
        found = list(said_wrongly(metadata("see [this](docs/a.md)"), CONFIG, "1.2"))

        assert ["README: leads nowhere outside of the tree: ](docs/a.md)"] == found
