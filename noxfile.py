"""The version matrix: the tests against the installed wheel, on every Python and set of packages.

``nox`` runs all of it, ``nox --list`` names the cells, ``nox -s 'tests-3.13(oldest)'`` runs one.
Pythons come from the classifiers of ``pyproject.toml``, the oldest allowed packages from its
bounds. What stands behind ``--`` goes to pytest, the tests to run among them.
"""

import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "uv"
nox.options.error_on_missing_interpreters = True

PROJECT = "pyproject.toml"
PYTHONS = nox.project.python_versions(nox.project.load_toml(PROJECT))

FRAMES = ("tests/frames", "tests/property/test_frames.py", "tests/property/test_frame_cohorts.py")
SCORE_TABLE = tuple(sorted(map(str, Path("tests/cli").glob("test_score_table*.py"))))

# What can be tried where an extra is installed alone, and needs it. All the rest is the core's,
# but for the walks over everything, which want everything installed.
TESTS_OF = {
    "cli": ("tests/cli", "tests/codec/test_cohorts.py"),
    "frames": ("tests/frames/test_pandas.py", "tests/property/test_rounding.py"),
    "table": ("tests/frames/test_pandas.py", "tests/property/test_rounding.py"),
    "cli,table": SCORE_TABLE,
}
WALKS = ("tests/test_docs.py", "tests/test_public_api.py", "tests/typed")
WALKS_IN_PART = (
    "tests/test_root.py::test_a_module_shows_its_public_names",
    "tests/cli/test_program.py::test_dir_is_all",
    "tests/cli/test_documents.py::test_what_came_of_a_table_fits_its_schema",
)
BARE_TOOLS = ("hypothesis", "jsonschema", "numpy", "pandas", "pytest", "pytest-xdist", "sybil")
"""What the tests of the core are written with: no dataframe library that `rubrik` could find."""

versions = nox.parametrize("versions", [nox.param(each, id=each) for each in ("oldest", "newest")])


@nox.session(python=PYTHONS)
@versions
def tests(session: nox.Session, versions: str) -> None:
    """Run the whole suite, with every extra."""
    install(session, versions, "test")
    session.chdir(tree_without_src(session))
    run_pytest(session, *session.posargs)


@nox.session(python=PYTHONS)
@versions
def bare(session: nox.Session, versions: str) -> None:
    """Run the tests of the core without any extra; the command says which one it lacks."""
    install(session, versions, "", *BARE_TOOLS)
    session.chdir(tree_without_src(session))
    session.run("rubrik", "list", success_codes=[2])
    beyond = {each for files in TESTS_OF.values() for each in files}
    ignored = (f"--ignore={each}" for each in sorted({*beyond, *FRAMES, *WALKS}))
    run_pytest(session, *ignored, *deselected(), *session.posargs)


@nox.session(python=PYTHONS)
@versions
@nox.parametrize("extra", [nox.param(each, id=each.replace(",", "-")) for each in TESTS_OF])
def extra(session: nox.Session, versions: str, extra: str) -> None:
    """Run what one extra, and no other, makes possible."""
    install(session, versions, extra, *BARE_TOOLS)
    if extra == "cli":
        session.run("rubrik", "list", silent=True)
        session.run("rubrik", "score-table", "t.csv", "--rubric=r", success_codes=[2])
        # Tests of other commands borrow from those of tables, which write some with it.
        session.install("polars", f"--constraint={bounds(session)}")
    session.chdir(tree_without_src(session))
    ignored = () if "table" in extra else (f"--ignore={each}" for each in SCORE_TABLE)
    run_pytest(session, *ignored, *deselected(), *TESTS_OF[extra], *session.posargs)


def deselected() -> list[str]:
    """Leave the walks out of which something cannot be read."""
    return [f"--deselect={each}" for each in WALKS_IN_PART]


@nox.session(python=PYTHONS)
def types(session: nox.Session) -> None:
    """Check as a caller with strict types would, who has nothing but the wheel."""
    install(session, "newest", "frames", "mypy", "pandas-stubs", "polars", "pytest")
    session.chdir(tree_without_src(session) / "tests" / "typed")
    session.run("mypy", "--strict", "--config-file=", ".")


def install(session: nox.Session, versions: str, extras: str, *tools: str) -> None:
    """Build the wheel and install it, with the oldest packages that the bounds allow or newest."""
    folder = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    session.run_install("uv", "build", "--quiet", "--wheel", f"--out-dir={folder}")
    (wheel,) = folder.glob("*.whl")
    resolution = "lowest-direct" if versions == "oldest" else "highest"
    session.run_install(
        *("uv", "pip", "compile", "--quiet", "--extra=test", f"--resolution={resolution}"),
        *(f"--python-version={session.python}", f"--output-file={bounds(session)}", PROJECT),
        silent=True,
    )
    wanted = f"{wheel}[{extras}]" if extras else str(wheel)
    session.install(wanted, *tools, f"--constraint={bounds(session)}")


def bounds(session: nox.Session) -> Path:
    """Name the file of the exact packages that a cell takes."""
    return Path(session.create_tmp()).resolve() / "bounds.txt"


def tree_without_src(session: nox.Session) -> Path:
    """Copy what the tests read, so that only the wheel can be what is tested."""
    tree = Path(session.create_tmp()).resolve() / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir()
    for folder in (".ci", "docs", "examples", "tests", "tools"):
        shutil.copytree(folder, tree / folder)
    for file in ("README.md", "README.vi.md", PROJECT):
        shutil.copy(file, tree)
    return tree


def run_pytest(session: nox.Session, *arguments: str) -> None:
    """Run pytest on two processes, trying laws quickly: they are tried hard in the tree."""
    session.run(
        *("python", "-m", "pytest", "--quiet", "--numprocesses=2", "-p", "no:cacheprovider"),
        *arguments,
        env={"HYPOTHESIS_PROFILE": "smoke", "PYTHONHASHSEED": "0"},
    )
