import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace

import pytest

import rubrik
from rubrik import FileFormatError, NotFoundError, Rubric, RubricError, RubrikError, catalog

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

    @pytest.mark.parametrize("suffix", [".toml", ".json"])
    def test_names_the_file_beside_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
    ) -> None:
        """A file that was named without its ending is what was meant."""
        monkeypatch.chdir(tmp_path)
        (tmp_path / f"pools{suffix}").write_text(SMALL, encoding="utf-8")

        with pytest.raises(NotFoundError) as caught:
            rubrik.load("pools")
        assert f"there is no rubric 'pools' (did you mean: pools{suffix}?)" == (
            caught.value.text("en")
        )
        assert f"không có bộ tiêu chí 'pools' (có phải là: pools{suffix}?)" == (
            caught.value.text("vi")
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


class TestPlugIns:
    """Rubrics that other packages bring, by entry point."""

    @pytest.fixture
    def plug_in(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Callable[..., None]]:
        """Makes packages with files in them, and an entry point for each."""
        points: list[EntryPoint] = []

        def add(package: str, files: Mapping[str, str]) -> None:
            folder = tmp_path / package
            folder.mkdir()
            (folder / "__init__.py").write_text("", encoding="utf-8")
            for name, text in files.items():
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
            points.append(EntryPoint(name=package, value=package, group=catalog.GROUP))

        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.setattr(
            catalog, "entry_points", lambda group: points if group == catalog.GROUP else []
        )
        forget()
        yield add
        for point in points:
            sys.modules.pop(point.value, None)
        forget()

    def test_stand_among_the_others(self, plug_in: Callable[..., None]) -> None:
        """A rubric of another package is listed, loaded and says where it comes from."""
        plug_in("tinh_mau", {"tinh-mau/cap-xa.toml": SMALL.replace("nho", "tinh-mau/cap-xa")})

        assert {SLUG, "tinh-mau/cap-xa"} <= set(rubrik.slugs())
        assert sorted(rubrik.slugs()) == list(rubrik.slugs())
        assert "Nhỏ" == rubrik.load("tinh-mau/cap-xa").title
        assert "tinh_mau" == catalog.origin("tinh-mau/cap-xa")
        assert f"rubrik {rubrik.__version__}" == catalog.origin(SLUG)

    def test_of_one_name_are_refused(self, plug_in: Callable[..., None]) -> None:
        """Nobody's rubric is put in the place of another's: both packages are named."""
        plug_in("mot", {"nho.toml": SMALL})
        plug_in("hai", {"nho.toml": SMALL})

        with pytest.raises(RubrikError) as caught:
            rubrik.slugs()
        assert "two packages bring the rubric nho: hai and mot" == caught.value.text("en")
        assert "hai gói cùng có bộ tiêu chí nho: hai và mot" == caught.value.text("vi")

    def test_cannot_take_the_place_of_one_that_ships(self, plug_in: Callable[..., None]) -> None:
        """Likewise where one of them is the library."""
        plug_in("mot", {f"{SLUG}.toml": SMALL})

        said = f"^two packages bring the rubric {SLUG}: rubrik {rubrik.__version__} and mot$"
        with pytest.raises(RubrikError, match=said):
            rubrik.load(SLUG)

    def test_that_cannot_be_opened_are_named(self, plug_in: Callable[..., None]) -> None:
        """A broken package is named with what is wrong, and is not passed over."""
        plug_in("mot", {"__init__.py": "import khong_co_goi_nay\n"})

        with pytest.raises(RubrikError) as caught:
            rubrik.slugs()
        why = "\"ModuleNotFoundError: No module named 'khong_co_goi_nay'\""
        assert f"mot plugs in rubrics from mot, which cannot be opened: {why}" == str(caught.value)

    def test_stand_where_their_slug_says(self, plug_in: Callable[..., None]) -> None:
        """A slug leads to the rubric that bears it."""
        plug_in("mot", {"khac.toml": SMALL})

        with pytest.raises(RubricError) as caught:
            rubrik.load("khac")
        assert "slug: 'nho' is not where the file is: khac is expected" == caught.value.text("en")

    def test_name_the_distribution(
        self, plug_in: Callable[..., None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What was installed is told by its name and version."""
        plug_in("mot", {"nho.toml": SMALL})
        dist = SimpleNamespace(name="bo-tieu-chi-mot", version="2.1")
        monkeypatch.setattr(EntryPoint, "dist", dist)

        assert "bo-tieu-chi-mot 2.1" == catalog.origin("nho")


def test_the_origin_of_nothing_is_not_found() -> None:
    """A slug that nobody brings comes from nowhere."""
    with pytest.raises(NotFoundError, match=r"^there is no rubric 'zzz'$"):
        catalog.origin("zzz")


def forget() -> None:
    """Look for plug-ins again."""
    catalog._entries.cache_clear()  # noqa: SLF001 - what a new process would do
    catalog._at_hand.cache_clear()  # noqa: SLF001 - likewise
