import ast
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import rubrik

BARE = {"rubrik.__main__", "rubrik._version"}
"""Modules that have nothing to show: the one runs, the other holds a number."""

MODULES = [name for _, name, _ in walk_packages(rubrik.__path__, "rubrik.") if name not in BARE]

LOADED = """
import json, sys

before = set(sys.modules)
{script}
loaded = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(json.dumps(sorted(loaded - sys.stdlib_module_names)))
"""

USE_EVERYTHING = """
import pathlib, tempfile
import rubrik

for name in rubrik.__all__:
    getattr(rubrik, name)
found = rubrik.load("thanh-hoa/cap-xa-2023")
report = rubrik.Submission(rubric=found.slug, inputs={"cbcc": 19, "cbcc_may_tinh": "18"})
with tempfile.TemporaryDirectory() as folder:
    file = pathlib.Path(folder, "report.json")
    file.write_text(rubrik.dumps(report), encoding="utf-8")
    report = rubrik.load_submission(file)
rubrik.loads(rubrik.dumps(found))
rubrik.dumps(rubrik.score(found, report), lang="en")
cohort = rubrik.score_all(found, [rubrik.Submission(rubric=found.slug, unit="A")])
str(cohort.league()), found.html("en")
rubrik.loads(rubrik.dumps(cohort.record))
rubrik.json_schema(rubrik.Rubric)
rubrik.json_schema(rubrik.Submission)
rubrik.rational("2,5")
"""


def loaded_by(script: str) -> list[str]:
    """The packages, those of Python itself apart, that a fresh interpreter loads for a script."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED.format(script=script)],
        capture_output=True,
        check=True,
        text=True,
    )
    found: list[str] = json.loads(run.stdout)
    return found


def test_importing_the_library_loads_no_other() -> None:
    """The import alone costs nothing: what is at the root is imported when it is asked for."""
    assert ["rubrik"] == loaded_by("import rubrik")


def test_importing_the_library_loads_no_numbers_and_no_formats() -> None:
    """Of Python itself, too, only what the import needs is loaded."""
    names = "{'decimal', 'fractions', 'json', 'tomllib'}"
    script = f"import sys, rubrik; print({names} & {{*sys.modules}})"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)

    assert "set()\n" == run.stdout


def test_using_everything_loads_only_what_the_core_needs() -> None:
    """No public name, used, loads a dataframe, plotting, spreadsheet or command-line library."""
    found = loaded_by(USE_EVERYTHING)

    assert {"attr", "attrs", "cattr", "cattrs", "rubrik", "typing_extensions"} >= set(found)
    assert {"attrs", "cattrs", "rubrik"} <= set(found)


class TestPublicNames:
    """What stands at the root, once for readers, once for type checkers, once for the import."""

    def test_are_sorted(self) -> None:
        """The list is in order, and no name is in it twice."""
        assert sorted(set(rubrik.__all__)) == rubrik.__all__

    def test_are_those_that_type_checkers_see(self) -> None:
        """What is imported for type checkers is what is public, from the module it is made in."""
        tree = ast.parse(Path(rubrik.__file__).read_text(encoding="utf-8"))
        checked = next(each for each in tree.body if isinstance(each, ast.If))
        seen = {
            str(each.module).removeprefix("rubrik."): tuple(name.name for name in each.names)
            for each in checked.body
            if isinstance(each, ast.ImportFrom)
        }
        names = [name for names in seen.values() for name in names]

        assert rubrik._HOMES == seen  # noqa: SLF001 - the other list of the same names
        assert sorted([*names, "__version__"]) == rubrik.__all__

    @pytest.mark.parametrize("name", rubrik.__all__)
    def test_can_be_had(self, name: str) -> None:
        """Every public name is there, by itself and with a star."""
        assert getattr(rubrik, name) is getattr(rubrik, name)

    def test_are_all_that_is_shown(self) -> None:
        """Who looks around sees the public names and no others."""
        assert rubrik.__all__ == dir(rubrik)

    def test_are_no_names_of_modules(self) -> None:
        """A function at the root never hides a module."""
        modules = {name for _, name, _ in walk_packages(rubrik.__path__)}

        assert set() == modules & set(rubrik.__all__)

    def test_are_all_there_is(self) -> None:
        """A name that is not public is refused as by any module."""
        with pytest.raises(AttributeError, match=r"^module 'rubrik' has no attribute 'lode'$"):
            _ = rubrik.lode  # type: ignore[attr-defined]  # a type checker refuses it, too


@pytest.mark.parametrize("name", MODULES)
def test_a_module_shows_its_public_names(name: str) -> None:
    """Every module has all of its public names, and shows no others."""
    module = import_module(name)

    assert sorted(set(module.__all__)) == dir(module)
    assert all(hasattr(module, each) for each in module.__all__)
