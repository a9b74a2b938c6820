import json
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import attrs
import pytest
from attrs import evolve, frozen

import rubrik
from codec.small import RUBRIC_TEXT, as_json, rubric
from rubrik import Policy, Rubric
from rubrik.rubric.canonical import content_hash

RAW: dict[str, Any] = json.loads(as_json(RUBRIC_TEXT))


def hash_of(raw: object) -> str:
    """The content hash of the rubric in a file."""
    found = rubrik.loads(raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False))
    assert isinstance(found, Rubric)
    return found.content_hash


def turned(value: Any) -> Any:  # noqa: ANN401 - any plain data
    """The same tables with their keys in the opposite order."""
    if isinstance(value, dict):
        return {key: turned(each) for key, each in reversed(value.items())}
    return [turned(each) for each in value] if isinstance(value, list) else value


class TestWhatChangesNothing:
    """The hash is of what a rubric says, not of how its file is laid out."""

    def test_is_its_form(self) -> None:
        """A digest of 256 bits, and the name of how it was made."""
        assert hash_of(RAW).startswith("sha256:")
        assert 71 == len(hash_of(RAW))

    def test_comments_and_blank_lines(self) -> None:
        """Whatever is only for the reader of the file."""
        assert hash_of(RAW) == hash_of(f"# chú thích\n\n{RUBRIC_TEXT}\n# hết\n")

    def test_order_of_keys(self) -> None:
        """Keys of a table stand in no order."""
        assert hash_of(RAW) == hash_of(turned(RAW))

    def test_format(self) -> None:
        """TOML, JSON, and what is dumped."""
        assert hash_of(RAW) == hash_of(RUBRIC_TEXT) == hash_of(rubrik.dumps(rubric()))

    def test_ways_to_write_a_number(self) -> None:
        """2,50 and 5/2 are one number."""
        assert hash_of({**RAW, "node": [{**RAW["node"][0], "max": "2,50"}], "reading": []}) == (
            hash_of({**RAW, "node": [{**RAW["node"][0], "max": "5/2"}], "reading": []})
        )

    def test_defaults_that_are_written_out(self) -> None:
        """Who writes what would be so anyway says nothing new."""
        assert hash_of(RAW) == hash_of({**RAW, "missing": "range", "amends": [], "issuer": ""})

    def test_shapes(self) -> None:
        """A rule that is named and one that is written out are one rule."""
        written = json.loads(json.dumps(RAW))
        written["node"][1]["score"] = {"kind": "proportional"}
        del written["shapes"], written["reading"]
        named = {key: each for key, each in RAW.items() if key != "reading"}

        assert hash_of(named) == hash_of(written)

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_ways_to_write_a_letter(self, form: Any) -> None:  # noqa: ANN401 - one of two words
        """A letter and its marks are one text, however they are put together – in keys too."""
        text = (
            RUBRIC_TEXT.replace('"Nhỏ"', '"Bộ tiêu chí"')
            .replace('x = "X"', '"có" = "Đã có"')
            .replace('x = "max"', '"có" = "max"')
            .replace("options.x", "options.có")
        )

        assert hash_of(normalize("NFC", text)) == hash_of(normalize(form, text))

    def test_a_field_added_with_a_default(self) -> None:
        """A library that knows more fields gives old rubrics their old hashes."""

        @frozen
        class Row:
            name: str

        old = content_hash(Row("Một"))

        @frozen
        class NewRow:
            name: str
            weight: Fraction = Fraction(1)
            notes: tuple[str, ...] = attrs.field(factory=tuple)
            words: dict[str, str] = attrs.field(factory=dict)
            place: str | None = None

        NewRow.__name__ = "Row"

        assert old == content_hash(NewRow("Một"))
        assert old != content_hash(NewRow("Một", weight=Fraction(2)))


class TestWhatChangesIt:
    """Any meaning that changes, changes the hash."""

    @pytest.mark.parametrize(
        "changes",
        [
            {"slug": "khac"},
            {"title": "Khác"},
            {"missing": Policy.ZERO},
            {"rejected": Policy.RANGE},
            {"effective_year": None},
            {"issuer": "UBND"},
            {"constraints": ()},
            {"documents": ()},
            {"readings": ()},
            {"replaces": ("1",)},
            {"amends": ("1",)},
            {"inputs": rubric().inputs[:-1]},
            {"nodes": rubric().nodes[::-1]},
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_of_the_head(self, changes: dict[str, Any]) -> None:
        """Any field of the rubric."""
        assert rubric().content_hash != evolve(rubric(), **changes).content_hash

    @pytest.mark.parametrize(
        ("place", "value"),
        [
            (("node", 0, "capped"), False),
            (("node", 0, "max"), 31),
            (("node", 1, "name"), "R2"),
            (("node", 1, "printed"), "x"),
            (("node", 1, "measure"), {"ratio": "b", "of": "a"}),
            (("node", 1, "score"), {"kind": "proportional", "rate": "1/2 max"}),
            (("node", 2, "score", "bands", 0, "from"), 5),
            (("node", 4, "counts"), "parts"),
            (("node", 5, "score", "when", "is"), False),
            (("input", 1, "max"), 13),
            (("input", 5, "options", "x"), "Khác"),
            (("reading", 0, "default"), "o2"),
            (("reading", 0, "options", "o2", "1.1", "max"), 9),
            (("reading", 0, "labels", "o1"), "L2"),
            (("document", 0, "title"), "Khác"),
        ],
        ids=str,
    )
    def test_deep_inside(self, place: tuple[str | int, ...], value: object) -> None:
        """Any field of a row, a rule, an input, a reading."""
        changed = json.loads(json.dumps(RAW))
        owner = changed
        for step in place[:-1]:
            owner = owner[step]
        owner[place[-1]] = value

        assert hash_of(RAW) != hash_of(changed)

    def test_a_truth_is_no_number(self) -> None:
        """True and 1 are two values, and so are 1 and "1"."""

        @frozen
        class Row:
            value: object

        assert 3 == len({content_hash(Row(each)) for each in (True, 1, "1")})


def test_it_is_computed_once() -> None:
    """A rubric never changes, and neither does its hash."""
    found = rubric()

    assert found.content_hash is found.content_hash
