import pickle
from fractions import Fraction
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

import pytest

from rubrik import wording
from rubrik.wording import CATALOGUE, Message, message, quoted


def fields(template: str) -> set[str | None]:
    """The names of the fields of a template; a plain text has none."""
    return {name for _, name, _, _ in Formatter().parse(template)} - {None}


PARTS = [name for _, name, _ in walk_packages(wording.__path__, f"{wording.__name__}.")]


@pytest.mark.parametrize("name", [wording.__name__, *PARTS])
def test_dir_is_all(name: str) -> None:
    """The module shows its public names and no others."""
    module = import_module(name)

    assert sorted(module.__all__) == dir(module)


@pytest.mark.parametrize("key", CATALOGUE)
class TestCatalogue:
    """Whatever is said can be said in both languages."""

    def test_has_both_languages(self, key: str) -> None:
        """No template is empty or has blanks around it."""
        for template in CATALOGUE[key]:
            assert template
            assert template == template.strip()

    def test_has_the_same_fields_in_both(self, key: str) -> None:
        """What the Vietnamese sentence tells, the English one tells as well."""
        text = CATALOGUE[key]

        assert fields(text.vi) == fields(text.en)

    def test_has_plain_fields(self, key: str) -> None:
        """A field is a name alone: no attribute, no index, no conversion, no format."""
        for template in CATALOGUE[key]:
            for _, name, spec, conversion in Formatter().parse(template):
                assert name is None or name.isidentifier()
                assert not spec
                assert conversion is None


def test_catalogue_cannot_be_changed() -> None:
    """Nobody replaces a sentence at run time."""
    with pytest.raises(TypeError):
        CATALOGUE["problems"] = CATALOGUE["line"]  # type: ignore[index]


class TestMessage:
    """A message is a value: a key, and what fills its fields."""

    def test_speaks_both_languages(self) -> None:
        """The sentence is filled in, in the language asked for."""
        said = message("number-is-flag")

        assert "true và false không phải là số: cần một số" == said.text("vi")
        assert "true and false are no numbers: a number is expected" == said.text("en")
        assert said.text("en") == str(said)

    def test_shows_numbers_in_the_language(self) -> None:
        """A fraction has a decimal comma in Vietnamese and a decimal point in English."""
        said = message("line", number=Fraction(5, 2))

        assert "dòng 2,5" == said.text("vi")
        assert "line 2.5" == said.text("en")

    def test_says_nested_messages_in_the_language(self) -> None:
        """A message within a message, or in a tuple, is said in the same language."""
        place = ("a.toml", message("line", number=3), 4)
        said = message("at-place", place=place, problem=message("number-absent"))

        assert "a.toml, dòng 3, 4: chưa có giá trị: cần một số" == said.text("vi")
        assert "a.toml, line 3, 4: no value: a number is expected" == said.text("en")

    def test_keeps_numbers_apart(self) -> None:
        """Numbers of one sentence that differ do not look equal, however deep they stand."""
        place = (message("line", number=Fraction("49.998")),)
        said = message("at-place", place=place, problem=message("column", number=50))

        assert "line 49.998: column 50" == said.text("en")

    def test_does_not_read_braces_of_others(self) -> None:
        """Text from outside is said as it is, also where it looks like a field."""
        assert "did you mean: {names}?" == message("did-you-mean", names="{names}").text("en")

    def test_needs_a_known_key(self) -> None:
        """An unknown key is found where the message is made, not where it is said."""
        with pytest.raises(KeyError, match="'no-such-message'"):
            message("no-such-message")

    @pytest.mark.parametrize("args", [{}, {"number": 1, "other": 2}, {"other": 1}])
    def test_needs_its_fields(self, args: dict[str, int]) -> None:
        """A field too few or too many is found where the message is made."""
        wrong = r"^message 'line' needs \['number'\], not \[.*\]$"

        with pytest.raises(TypeError, match=wrong):
            message("line", **args)

    def test_is_equal_by_content(self) -> None:
        """The order in which fields are given does not matter; messages can be set members."""
        one = message("with-hint", problem="a", hint="b")
        other = message("with-hint", hint="b", problem="a")

        assert one == other
        assert {one} == {other}
        assert one != message("with-hint", hint="a", problem="b")

    def test_can_be_pickled(self) -> None:
        """A message survives pickling, with what is nested in it."""
        said = message("did-you-mean", names=("a", message("line", number=Fraction(1, 3))))

        assert said == pickle.loads(pickle.dumps(said))  # noqa: S301 - written a moment ago

    def test_has_a_repr_that_reads_as_the_thing(self) -> None:
        """The key and the fields can be seen."""
        assert "Message(key='line', args=(('number', 3),))" == repr(
            Message("line", (("number", 3),))
        )


class TestQuoted:
    """Foreign text in a message is short, on one line and recognisable."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("tỷ lệ", "'tỷ lệ'"),
            ("a\nb\x1b", r"'a\nb\x1b'"),
            ("\ud800", r"'\ud800'"),
            ("x" * 60, f"'{'x' * 60}'"),
            ("x" * 61, f"'{'x' * 60}…'"),
        ],
    )
    def test_is_made_fit(self, text: str, expected: str) -> None:
        """What cannot be printed is escaped, and what is long is cut."""
        assert expected == quoted(text)

    def test_can_be_shorter(self) -> None:
        """The longest length can be chosen."""
        assert "'ab…'" == quoted("abc", 2)
