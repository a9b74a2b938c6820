from pathlib import Path

import pytest

import rubrik
from rubrik import FileFormatError, NotFoundError, Rubric

SLUG = "thanh-hoa/cap-xa-2023"
SMALL = 'slug = "nho"\ntitle = "Nhỏ"\nnode = []\n'


def test_slugs_are_those_of_the_rubrics_that_ship() -> None:
    """Every rubric that ships is listed by its slug, in order."""
    slugs = rubrik.slugs()

    assert SLUG in slugs
    assert sorted(slugs) == list(slugs)


@pytest.mark.parametrize("slug", rubrik.slugs())
def test_a_rubric_that_ships_has_the_slug_of_its_file(slug: str) -> None:
    """What is loaded by a slug says that slug of itself."""
    assert slug == rubrik.load(slug).slug


def test_a_rubric_that_ships_is_read_once() -> None:
    """Rubrics are values that cannot change, so the same one is handed out again."""
    assert rubrik.load(SLUG) is rubrik.load(SLUG)


class TestLoadingAFile:
    """A path in the place of a slug."""

    @pytest.mark.parametrize("name", ["nho.toml", "nho.TOML", "nho.txt", "nho"])
    def test_by_a_path_as_text(self, tmp_path: Path, name: str) -> None:
        """A file is read as TOML whatever it is called."""
        file = tmp_path / name
        file.write_text(SMALL, encoding="utf-8")

        assert Rubric(slug="nho", title="Nhỏ", nodes=()) == rubrik.load(str(file))

    def test_by_a_path(self, tmp_path: Path) -> None:
        """A path object will do as well, and JSON is JSON."""
        file = tmp_path / "nho.json"
        file.write_text('{"slug": "nho", "title": "Nhỏ", "node": []}', encoding="utf-8")

        assert Rubric(slug="nho", title="Nhỏ", nodes=()) == rubrik.load(file)

    def test_that_is_not_there(self, tmp_path: Path) -> None:
        """A name with the ending of a file is taken for a file, and the file is missed."""
        file = tmp_path / "khong-co.toml"

        with pytest.raises(FileFormatError) as caught:
            rubrik.load(str(file))
        assert f"{file}: there is no such file" == caught.value.text("en")
        assert f"{file}: không có tệp này" == caught.value.text("vi")

    def test_that_is_a_directory(self, tmp_path: Path) -> None:
        """A folder is no rubric."""
        with pytest.raises(FileFormatError) as caught:
            rubrik.load(tmp_path)
        assert (
            f"{tmp_path}: this is a directory: a TOML or JSON file is expected"
            == caught.value.text("en")
        )


class TestUnknownSlug:
    """A name that is neither a slug nor a file."""

    def test_names_the_nearest(self) -> None:
        """A slip of the pen is met with the slug that was meant."""
        with pytest.raises(NotFoundError) as caught:
            rubrik.load("thanh-hoa/cap-xa-2032")
        assert (
            "there is no rubric 'thanh-hoa/cap-xa-2032' (did you mean: thanh-hoa/cap-xa-2023?)"
            == caught.value.text("en")
        )
        assert (
            "không có bộ tiêu chí 'thanh-hoa/cap-xa-2032' (có phải là: thanh-hoa/cap-xa-2023?)"
            == caught.value.text("vi")
        )

    def test_that_is_near_to_nothing(self) -> None:
        """Nothing is suggested where nothing comes near."""
        with pytest.raises(NotFoundError) as caught:
            rubrik.load("zzz")
        assert "there is no rubric 'zzz'" == caught.value.text("en")

    @pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "\ud800"], ids=["long", "null", "half"])
    def test_that_no_file_can_have(self, name: str) -> None:
        """A name that no file system takes is a name that is not found, no error of the system."""
        with pytest.raises(NotFoundError):
            rubrik.load(name)

    @pytest.mark.parametrize(
        "name", ["x" * 5000 + ".toml", "a\0b.toml", "\ud800.toml"], ids=["long", "null", "half"]
    )
    def test_that_looks_like_a_file(self, name: str) -> None:
        """Likewise where it ends as a file does: a file that cannot be read."""
        with pytest.raises(FileFormatError):
            rubrik.load(name)
