"""The examples in the documentation, in README.md and in docstrings run as they are shown.

In Markdown, ``python`` blocks run in order, ``>>>`` with the output that is shown; a ``toml`` block
is ``text`` to the blocks below it; the commands of a ``console`` block end well, and print what is
shown; one that is shown to be refused, by a first line with ``rubrik: ``, ends with 1 or 2.
All run in a folder of their own with what is beside docs/, unless a page goes elsewhere.
A line ``…`` there stands for any number of lines, ``…`` at the end of one for the rest of it.
"""

import doctest
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import rubrik
from rubrik import frames
from rubrik.codec.documents import DOCUMENTS
from rubrik.codec.schema import definitions
from rubrik.measures import Input, Measure
from rubrik.scorers import Scorer
from rubrik.submission import Decision
from rubrik.wording import CATALOGUE

ROOT = Path(__file__).parents[1]
BUILT = ROOT / "docs" / "_build"  # the site, for those who build it there
PAGES = [
    *(each for each in sorted((ROOT / "docs").rglob("*.md")) if not each.is_relative_to(BUILT)),
    ROOT / "README.md",
    ROOT / "README.vi.md",
]
MODULES = ["rubrik", *(each.name for each in pkgutil.walk_packages(rubrik.__path__, "rubrik."))]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def keep_text(example: Example) -> None:
    """Make a TOML block known as ``text``, once it is seen to be TOML."""
    tomllib.loads(example.parsed)
    example.namespace["text"] = example.parsed


def run_commands(example: Example) -> str | None:
    """Run the commands of a console block; what is wrong, or ``None``."""
    for shown in example.parsed.split("$ ")[1:]:
        command, _, output = shown.partition("\n")
        printed, status = run(command)
        ends = REFUSED if is_refusal(output) and "||" not in command else (0,)
        if status not in ends or not fits(output, printed):
            return f"$ {command} (ends with {status})\nshown:\n{output}\nprinted:\n{printed}"
    return None


REFUSED = (1, 2)


def is_refusal(output: str) -> bool:
    """Whether what is shown is a refusal, and neither a result nor a warning above one."""
    return re.match(r"rubrik: (?!warning: |lưu ý: )", output) is not None


def run(command: str) -> tuple[str, int]:
    """What a command of the console prints, on both of its streams, and how it ends."""
    scripts = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
    }
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.returncode


def fits(shown: str, printed: str) -> bool:
    """Whether what was printed is what is shown, but for how many blanks stand in a row.

    ``…`` alone on a line stands for any lines, at the end of a line for the rest of it.
    """
    parts = re.split(r"^…$", trimmed(shown), flags=re.MULTILINE)
    patterns = ["\n".join(map(line_pattern, part.strip("\n").split("\n"))) for part in parts]
    return re.fullmatch(r"(?s:.*)".join(patterns), trimmed(printed)) is not None


def line_pattern(line: str) -> str:
    """What matches a line that is shown."""
    return f"{re.escape(line[:-1])}.*" if line.endswith("…") else re.escape(line)


def trimmed(printed: str) -> str:
    """The same lines with single blanks between words, and without empty lines around them."""
    return "\n".join(" ".join(line.split()) for line in printed.splitlines()).strip("\n")


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser("toml", keep_text),
        CodeBlockParser("console", run_commands),
    ]
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_examples_of_a_page_run_as_shown(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example of every page of the documentation runs and shows what is printed there."""
    for each in ROOT.iterdir():
        (tmp_path / each.name).symlink_to(each)
    monkeypatch.chdir(tmp_path)
    for example in SYBIL.parse(page).examples():
        example.evaluate()


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_the_examples_of_a_module_run_as_shown(name: str) -> None:
    """Every example in the docstrings of the installed package gives what is shown there."""
    assert 0 == doctest.testmod(import_module(name), optionflags=FLAGS).failed


def test_every_link_between_pages_leads_somewhere() -> None:
    """A link to a file, from any page, names a file or folder that is there."""
    broken = [
        (str(page.relative_to(ROOT)), target)
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose_of(page))
        if not (page.parent / target).exists() and (page.parent / target).parts[-1] not in ABSENT
    ]

    assert [] == broken


def prose_of(page: Path) -> str:
    """A page without its code, in which brackets follow one another as well."""
    return re.sub(r"^```.*?^```$|``.*?``|`.*?`", "", page.read_text(encoding="utf-8"), flags=PROSE)


PROSE = re.MULTILINE | re.DOTALL
ABSENT = {"CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "README.md", "README.vi.md", "bench"}
"""What a page may name although it does not travel with the tests of the wheel."""


def toml_of(page: str) -> str:
    """The TOML blocks of a page, one after another."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return "\n".join(re.findall(r"^```toml\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL))


def test_the_blocks_about_rubric_files_are_one_rubric_whose_examples_hold() -> None:
    """The page about rubric files is itself a rubric, and its worked examples come out as said."""
    rubric = rubrik.loads(toml_of("docs/reference/rubric-file.md"))
    assert isinstance(rubric, rubrik.Rubric)
    rows = [node for node in rubric.nodes if isinstance(node, rubrik.Criterion)]
    cases = [(row.code, example) for row in rows for example in row.examples]
    said = [(code, example.status, example.points) for code, example in cases]

    lines = []
    for code, example in cases:
        report = rubrik.Submission(rubric=rubric.slug, inputs=example.inputs)
        cohort = {} if example.cohort is None else {code: example.cohort}
        sheet = rubrik.score(rubric, report, readings=example.readings, cohort=cohort)
        lines.append(sheet.line(code))

    assert said == [(line.code, line.status, line.points) for line in lines]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("rubric-file", rubrik.Rubric),
        ("submission-file", rubrik.Submission),
        ("adjudications-file", rubrik.Adjudications),
    ],
)
def test_the_file_that_a_page_shows_fits_its_schema(
    page: str, kind: type[rubrik.Rubric | rubrik.Submission | rubrik.Adjudications]
) -> None:
    """An editor that checks the files of the reference pages by the schema finds nothing wrong."""
    checker = Draft202012Validator(rubrik.json_schema(kind))
    raw = tomllib.loads(toml_of(f"docs/reference/{page}.md"))

    assert [] == [error.message for error in checker.iter_errors(raw)]


def keys_of(schema: object, definitions: dict[str, object], seen: set[str]) -> set[str]:
    """The keys that a JSON Schema lets a file use; ``seen`` are the definitions gone into."""
    if isinstance(schema, list):
        return {key for each in schema for key in keys_of(each, definitions, seen)}
    if not isinstance(schema, dict):
        return set()
    found = set(schema.get("properties", {}))
    name = str(schema.get("$ref", "")).removeprefix("#/$defs/")
    if name and name not in seen:
        seen.add(name)
        found |= keys_of(definitions[name], definitions, seen)
    inner = (each for key, each in schema.items() if key != "$defs")
    return found.union(*(keys_of(each, definitions, seen) for each in inner))


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("rubric-file", rubrik.Rubric),
        ("submission-file", rubrik.Submission),
        ("adjudications-file", rubrik.Adjudications),
    ],
)
def test_every_key_of_a_file_is_explained(
    page: str, kind: type[rubrik.Rubric | rubrik.Submission | rubrik.Adjudications]
) -> None:
    """Every key that a file may use stands in code letters on the page about that file."""
    text = (ROOT / f"docs/reference/{page}.md").read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)

    schema = rubrik.json_schema(kind)

    keys = keys_of(schema, schema["$defs"], set())

    assert [] == [key for key in sorted(keys) if f"`{key}`" not in prose]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_key_of_a_document_is_explained(name: str) -> None:
    """Every key of JSON output stands in code letters on its page; those of files on theirs."""
    text = (ROOT / "docs/reference/json-output.md").read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)

    schema = rubrik.json_schema(name)

    keys = keys_of(schema, schema["$defs"], set(definitions()))

    assert [] == [key for key in sorted(keys) if f"`{key}`" not in prose]


WORDS = [
    *(("Statuses", each.value, each.wording.text("vi")) for each in rubrik.Status),
    *(("Verdicts", each.value, each.wording.text("vi")) for each in rubrik.Verdict),
    *(("Policies", each.value, CATALOGUE[f"policy-{each.value}"].vi) for each in rubrik.Policy),
    *(("Decisions of a verifier", each.value, "thẩm định ") for each in Decision),
]


@pytest.mark.parametrize(("section", "word", "vietnamese"), WORDS)
def test_the_glossary_has_every_word_of_a_sheet(section: str, word: str, vietnamese: str) -> None:
    """Every status, verdict, policy and decision is in the glossary, as Vietnamese texts say it."""
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    _, _, after = text.partition(f"## {section}\n")
    rows = after.split("\n#")[0].splitlines()

    assert 1 == len([row for row in rows if row.startswith(f"| `{word}` | {vietnamese}")])


@pytest.mark.parametrize("kinds", [Input, Measure, Scorer], ids=["inputs", "measures", "scorers"])
def test_the_glossary_has_every_kind(kinds: object) -> None:
    """Every kind of input, measure and scorer is in the glossary, under the word of the files."""
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    names = [re.sub(r"(?<!^)([A-Z])", r"_\1", each.__name__).lower() for each in get_args(kinds)]
    words = [name.removesuffix("_input") for name in names]

    assert [] == [word for word in words if f"`{word}`" not in text]


def test_the_page_of_python_names_has_every_name() -> None:
    """Every public name at the root of the package is on the page about them."""
    text = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")

    assert [] == [name for name in rubrik.__all__ if f"`{name}`" not in text]


def test_the_page_of_python_names_has_every_name_about_tables() -> None:
    """Every public name of the room for tables is in the section about them."""
    text = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    _, _, after = text.partition("## Tables\n")
    section = after.split("\n## ")[0]

    assert [] == [name for name in frames.__all__ if f"`{name}`" not in section]
