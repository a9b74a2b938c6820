"""Every screen of help is in the language of the run, its frames included."""

import re

import pytest

from cli.running import Rubrik
from rubrik.cli import commandline
from technical import TECHNICAL
from test_sentences import has_marks, is_vietnamese, words_of

PROGRAM = commandline.command("vi")

COMMANDS = ["", *sorted(PROGRAM.commands)]
"""All commands, and the program itself."""

NAMES = {each.name for made in PROGRAM.commands.values() for each in made.params}
"""Names of arguments: some versions of typer show them beside what we call them."""


@pytest.fixture(autouse=True)
def wide(rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it unsets it
    """Screens so wide that no word is broken."""
    monkeypatch.setenv("COLUMNS", "200")


def screen(rubrik: Rubrik, command: str, lang: str) -> str:
    """The help of a command, without the names of commands and options."""
    result = rubrik(*([command] if command else []), "--help", "--lang", lang)
    assert (0, "") == (result.status, result.err)
    commands = sorted(filter(None, COMMANDS), key=len, reverse=True)
    names = [r"--[\w-]+", *(rf"\b{each}\b" for each in commands)]
    return re.sub("|".join(names), " ", result.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_vietnamese_has_no_english(rubrik: Rubrik, command: str) -> None:
    """Headings, what is to be put in, defaults and marks of what is required are Vietnamese."""
    words = [each for each in words_of(screen(rubrik, command, "vi")) if len(each) > 1]

    assert "cách" in words
    assert set() == {each for each in words if not is_vietnamese(each)} - TECHNICAL - NAMES


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_english_has_no_vietnamese(rubrik: Rubrik, command: str) -> None:
    """No letter of Vietnamese is on an English screen."""
    text = screen(rubrik, command, "en")

    assert "Usage:" in text
    assert not has_marks(text)
