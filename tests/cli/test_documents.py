"""What ``--json`` prints fits the schema of its name."""

import pytest
from jsonschema import Draft202012Validator

import rubrik as library
from cli.running import DECISIONS, EXAMPLES, REPORT, SLUG, TABLE, Rubrik

CHECKLIST = str(EXAMPLES / "huong-xuan-2020.toml")

COMMANDS = [
    ("list", ["list"]),
    ("show", ["show", SLUG]),
    ("show", ["show", SLUG, "--code", "3.11"]),
    ("audit", ["audit", SLUG]),
    ("template", ["template", SLUG]),
    ("scoresheet", ["score", REPORT]),
    ("scoresheet", ["score", CHECKLIST]),
    ("comparison", ["compare", REPORT, REPORT]),
    ("verification", ["verify", REPORT, DECISIONS]),
    ("ranking", ["rank", SLUG, TABLE]),
]


def wrong(rubrik: Rubrik, name: str, arguments: list[str]) -> list[str]:
    """What does not fit in what a command prints."""
    found = rubrik(*arguments, "--json").json
    checker = Draft202012Validator(library.json_schema(name))
    return [f"{each.json_path}: {each.message}" for each in checker.iter_errors(found)]


@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=str)
def test_what_a_command_prints_fits_its_schema(
    rubrik: Rubrik, name: str, arguments: list[str]
) -> None:
    """Every key that is printed is declared, and every key that is declared is printed."""
    assert [] == wrong(rubrik, name, arguments)


def test_what_came_of_a_table_fits_its_schema(rubrik: Rubrik) -> None:
    """Where to stands in it, too, and what was refused."""
    to = str(rubrik.folder / "cham.csv")
    arguments = ["score-table", TABLE, "--rubric", SLUG, "-o", to]

    assert [] == wrong(rubrik, "score-table", arguments)


def test_a_checklist_is_counted(rubrik: Rubrik) -> None:
    """How many rows are achieved, are not, and do not say; a rubric with points has no counts."""
    counted = rubrik("score", CHECKLIST, "--json").json["checklist"]

    assert {"achieved": 13, "failed": 2, "unanswered": 16} == counted
    assert None is rubrik("score", REPORT, "--json").json["checklist"]
