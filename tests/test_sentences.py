"""Everything that a person reads stands in the catalogue, in two languages, each in its own words.

What the code says is found in its syntax trees, not in what some run of it happens to print.
"""

import ast
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from string import Formatter
from typing import Final
from unicodedata import is_normalized, normalize

import pytest

import rubrik
from rubrik import Policy, Status, Verdict
from rubrik.absence import Undefined
from rubrik.auditing.findings import Kind, Severity
from rubrik.cli import commandline
from rubrik.cli.ranking import TieRule
from rubrik.cli.refusals import RefusedError
from rubrik.cohort import PlaceStatus
from rubrik.comparison import Aspect
from rubrik.errors import RubrikError
from rubrik.figures import Lang
from rubrik.saying.words import Words
from rubrik.submission import Decision
from rubrik.wording import CATALOGUE, Arg, Equals, Exact, message
from rubrik.wording.notation import NOTATION
from rubrik.wording.outside import OUTSIDE
from technical import NAMES, TYPED

ROOT: Final = Path(rubrik.__file__).parent
FILES: Final = {
    str(file.relative_to(ROOT)): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted(ROOT.rglob("*.py"))
    if "wording" not in file.relative_to(ROOT).parts
}
"""The code of the library without the templates themselves, by where it stands."""

BUILT: Final[dict[str, tuple[str, ...]]] = {
    "status-{}": tuple(Status),
    "undefined-{}": tuple(Undefined),
    "verdict-{}": tuple(each.replace(" ", "-") for each in Verdict),
    "why-{}": ("sum", "best", "worst"),
    "policy-{}": tuple(Policy),
    "type-{}": (
        *("text", "whole-number", "truth", "list", "table"),
        *("terms", "scorer", "input", "measure", "condition"),
    ),
    "severity-{}": tuple(Severity),
    "finding-{}": (Kind.CONDITION_ALWAYS, Kind.CONDITION_NEVER),
    "finding-{}-exceed": ("can", "may"),
    "finding-{}-exceed-any": ("can", "may"),
    "finding-{}-fall": ("can", "may"),
    "finding-{}-fall-any": ("can", "may"),
    "aspect-{}": tuple(Aspect),
    "decision-{}": tuple(Decision),
    "decided-{}": tuple(Decision),
    "column-{}": (
        *("claimed", "computed", "verified", "max", "against-claim"),
        *("row", "group", "rank", "best", "worst", "unit", "period", "points", "low", "high"),
        *("level", "status", "note", "file", "possible"),
    ),
    "finding-levels-{}": ("between", "nameless"),
    "place-{}": tuple(PlaceStatus),
    "ties-{}": tuple(TieRule),
    "no-{}-key": ("measure", "condition"),
    "{}-binary": ("file", "table"),
    "{}-not-utf8": ("file", "table"),
    "{}-is-directory": ("file", "table"),
}
"""Keys that are put together where they are used, with all that can stand in them."""


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Every call in the code: the file, the last part of the name that is called, the call."""
    for file, tree in FILES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                name = getattr(called, "attr", getattr(called, "id", ""))
                yield file, name, node


def written(node: ast.AST) -> str | None:
    """A literal text, with ``{}`` where it is filled in; ``None`` for all else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(written(each) or "{}" for each in node.values)
    return None


def asked() -> Iterator[tuple[str, str]]:
    """Every literal key with which a sentence is asked for, and the file."""
    for file, name, call in calls():
        if name in {"message", "say"} and call.args:
            yield from ((file, key) for key in [written(call.args[0])] if key is not None)
    for file, tree in FILES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.JoinedStr):
                named = [each.id for each in node.targets if isinstance(each, ast.Name)]
                yield from ((file, str(written(node.value))) for _ in named if named == ["key"])


class TestKeys:
    """Everything that can be said has its words, and no words are left over."""

    def test_are_there_where_a_key_is_put_together(self) -> None:
        """Every status, verdict, policy and undefined case, every way to fold, every kind."""
        built = {key.replace("{}", each) for key, ends in BUILT.items() for each in ends}

        assert set() == built - set(CATALOGUE)

    def test_are_put_together_in_known_ways(self) -> None:
        """A key that is put together is one of those listed here, or one of help."""
        found = {key for _, key in asked() if "{}" in key and not key.startswith("help-")}

        assert set(BUILT) == found

    def test_are_there_for_every_key_in_the_code(self) -> None:
        """A sentence that is asked for by a plain key has its words."""
        plain = {(file, key) for file, key in asked() if "{}" not in key}

        assert set() == {each for each in plain if each[1] not in CATALOGUE}

    def test_are_all_used(self) -> None:
        """A sentence that nobody says is not kept."""
        literals = {
            node.value
            for tree in FILES.values()
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        built = {key.replace("{}", each) for key, ends in BUILT.items() for each in ends}
        others = (
            {key for key in CATALOGUE if not key.startswith("help-")} - set(OUTSIDE) - set(NOTATION)
        )

        assert set() == others - literals - built

    def test_of_help_are_all_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every command and every option has its help, and there is no help for others."""
        said: set[str] = set()

        class Heard(Words):
            def __call__(self, key: str, /, **args: Arg) -> str:
                said.add(key)
                return super().__call__(key, **args)

        monkeypatch.setattr(commandline, "Words", Heard)
        made = commandline.command("vi")
        for name, each in made.commands.items():
            context = each.make_context(name, [], resilient_parsing=True)
            each.get_help_option(context)
            each.get_usage(context)
        commandline.command("en")

        assert {key for key in CATALOGUE if key.startswith("help-")} == said


SENTENCE: Final = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
"""Two words with a blank between them: what only people read."""

FOR_PROGRAMMERS: Final = {
    ("__init__.py", "module 'rubrik' has no attribute {}"),
    ("cli/score_table/cells.py", "(?:{})"),
    ("figures.py", "a number of decimals is at least 0, not {}"),
    ("languages.py", "lang is 'vi' or 'en', not {}"),
    ("frames/joining.py", "SELECT * FROM rubrik_few_rows"),
    ("intervals.py", "empty interval: {}"),
    ("cli/outputs.py", r"\(os error (\d+)\)"),
    (
        "codec/files.py",
        r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$",
    ),
    ("codec/files.py", r"Cannot declare \(.*'(\w+)',?\) twice"),
    ("scoresheet/outcomes.py", "not verifiable"),
    ("measures/inputs.py", "chưa có"),
    ("measures/inputs.py", "chưa đạt"),
    ("measures/inputs.py", "không đạt"),
}
"""Texts of two words that no user reads: mistakes of programmers, patterns, words of files."""


def _unread(tree: ast.Module) -> Iterator[ast.AST]:
    """What no user reads: docstrings, and how values look to a programmer."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in {"__repr__", "__str__"}:
            yield from ast.walk(node)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def unmarked(text: str) -> str:
    """A text without the tags of a page."""
    return re.sub(r"<[^>]*>", " ", text)


def _texts(tree: ast.Module) -> Iterator[str]:
    unread = set(map(id, _unread(tree)))
    parts = {
        id(each)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for each in node.values
    }
    for node in ast.walk(tree):
        text = None if id(node) in unread | parts else written(node)
        if text is not None:
            yield text


class TestCode:
    """The code composes and draws; it has no sentences of its own."""

    @pytest.mark.parametrize("file", [each for each in FILES if "compiled/" not in each])
    def test_has_no_sentences(self, file: str) -> None:
        """No literal of two words stands outside of the catalogue, but for what no user reads."""
        found = {(file, text) for text in _texts(FILES[file]) if SENTENCE.search(unmarked(text))}

        assert set() == found - FOR_PROGRAMMERS

    def test_draws_no_literal_words(self) -> None:
        """What is drawn or printed, and every heading, comes from the catalogue or from data."""
        drawing = {
            *("Text", "plain", "heading", "add_row", "add_column", "print", "echo"),
            *("_say", "_complain", "writerow", "Rule", "Panel", "Answer"),
        }
        titled = {
            *("title", "header", "caption", "footer", "label", "help", "short_help", "epilog"),
            *("prompt", "rich_help_panel", "description"),
        }
        found = [
            (file, name, text)
            for file, name, call in calls()
            for text in [
                *(written(each) for each in call.args[:1] if name in drawing),
                *(written(each.value) for each in call.keywords if each.arg in titled),
            ]
            if text and re.search(r"[^\W\d_]{2}", text.replace("{}", "")) and text not in CATALOGUE
        ]

        assert {"rubrik {}"} == {text for _, _, text in found}

    def test_raises_messages_alone(self) -> None:
        """An error that users see is built from messages, never from a literal text."""
        kinds = {RubrikError.__name__, RefusedError.__name__}
        kinds |= {each.__name__ for each in _heirs(RubrikError)}
        found = [
            (file, name, text)
            for file, name, call in calls()
            if name in kinds
            for text in map(written, [*call.args, *(each.value for each in call.keywords)])
            if text
        ]

        assert [("cli/score_table/writing.py", "RefusedError", "{}:{}")] == found

    def test_asks_for_values_by_words_that_are_translated(self) -> None:
        """What is to be put in has a name in both languages, or is a word or letter."""
        found = {
            text
            for _, _, call in calls()
            for each in call.keywords
            if each.arg == "metavar" and (text := written(each.value))
        }
        left = {each for each in found if f"help-of-{each}" not in CATALOGUE}

        assert {each for each in found if len(each) == 1 or each.islower()} == left


def _heirs(kind: type[Exception]) -> Iterator[type[Exception]]:
    for each in kind.__subclasses__():
        yield each
        yield from _heirs(each)


SYLLABLE: Final = re.compile(
    r"(b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr?|v|x)?"
    r"(a|e|i|o|u|y|ai|ao|au|ay|eo|ia|iu|oa|oai|oay|oe|oi|ua|ui|uy|uya|uyu)"
    r"(m|ng?|nh)?"
)
"""A syllable of Vietnamese without marks: one that ends in c, ch, p or t always has one."""

OTHERS: Final = frozenset({"me", "no", "on", "them", "then"})
"""English words that are spelled like syllables and that Vietnamese sentences do not use."""


def words_of(template: str) -> list[str]:
    """The words of a template, without its fields."""
    return re.findall(r"[^\W\d]+", re.sub(r"\{\w*\}", " ", template).casefold())


def is_vietnamese(word: str) -> bool:
    """Whether a word has marks of Vietnamese, or is one of its syllables that need none."""
    plain = normalize("NFD", word)
    has_marks = "đ" in word or any("\u0300" <= each <= "\u036f" for each in plain)
    return has_marks or (SYLLABLE.fullmatch(word) is not None and word not in OTHERS)


def has_marks(text: str) -> bool:
    """Whether a letter of a text is one that English has not."""
    return any(each.isalpha() and not each.isascii() for each in text)


QUOTED_IN_ENGLISH: Final = {"template-labels": "Huyện", "template-inputs": "Có"}
"""Data that English texts quote."""

CODES: Final = {"help-code": "6.1"}
"""Codes of rows that stand in texts: they keep their points."""

AMOUNT: Final = Fraction(24681, 20)
FORMS: Final[list[Arg]] = [
    *(AMOUNT, Exact(AMOUNT), Equals(AMOUNT)),
    (message("line", number=AMOUNT), message("with-hint", problem=Exact(AMOUNT), hint="x")),
]


def without(key: str, text: str, quoted: dict[str, str]) -> str:
    """A text without what it quotes."""
    return text.replace(quoted.get(key, "\0"), "")


class TestTemplates:
    """Each language in its own words and with its own decimal mark."""

    def test_are_composed_in_one_way(self) -> None:
        """Letters with marks are single code points (NFC), so that texts can be searched."""
        assert [] == [key for key, text in CATALOGUE.items() if not is_normalized("NFC", text.vi)]

    def test_have_no_english_in_vietnamese(self) -> None:
        """A Vietnamese text has Vietnamese words, and technical ones that are listed for it."""
        foreign = {
            key: {each for each in words_of(text.vi) if len(each) > 1 and not is_vietnamese(each)}
            for key, text in CATALOGUE.items()
        }
        left = {key: words - NAMES for key, words in foreign.items() if words - NAMES}

        assert {key: set(words.split()) for key, words in TYPED.items()} == left
        assert set() == NAMES - set().union(*foreign.values())

    def test_have_no_vietnamese_in_english(self) -> None:
        """An English text has no letter of Vietnamese but in the data that it quotes."""
        left = {key: without(key, text.en, QUOTED_IN_ENGLISH) for key, text in CATALOGUE.items()}

        assert [] == [key for key, text in left.items() if has_marks(text)]

    def test_write_numbers_as_the_language_does(self) -> None:
        """A number that stands in a template has a decimal comma in Vietnamese, else a point."""
        vi = {key: without(key, text.vi, CODES) for key, text in CATALOGUE.items()}

        assert [] == [key for key, text in vi.items() if re.search(r"\d\.\d", text)]
        assert [] == [key for key, text in CATALOGUE.items() if re.search(r"\d,\d", text.en)]

    @pytest.mark.parametrize(
        ("lang", "right", "wrong"), [("vi", "1234,05", "1234.05"), ("en", "1234.05", "1234,05")]
    )
    @pytest.mark.parametrize("form", FORMS)
    def test_fill_numbers_in_as_the_language_does(
        self, form: Arg, lang: Lang, right: str, wrong: str
    ) -> None:
        """Whatever number fills a field, alone, exact, with its sign or nested, has its mark."""
        names = {key: fields_of(text.vi) for key, text in CATALOGUE.items()}
        said = {
            key: message(key, **dict.fromkeys(each, form)).text(lang)
            for key, each in names.items()
            if each
        }

        assert len(said) > 200
        assert [] == [key for key, text in said.items() if wrong in text or right not in text]


def fields_of(template: str) -> list[str]:
    """The fields of a template."""
    return [name for _, name, _, _ in Formatter().parse(template) if name]
