from rubrik import Criterion, Level, Rubric, Scale, Threshold
from rubrik.frames.names import Names


def names_of(*codes: str, scales: tuple[Scale, ...] = ()) -> Names:
    """The names for a rubric of some rows."""
    nodes = tuple(Criterion(code=code, name=code, max=1) for code in codes)
    rubric = Rubric(slug="ten", title="Tên", nodes=nodes, scales=scales)
    return Names.of(rubric.under())


def scale(id_: str, *nodes: str) -> Scale:
    """A scale of one level, for some rows."""
    level = Level(name="Đạt", conditions=(Threshold(points=1),))
    return Scale(id=id_, name=id_, levels=(level,), nodes=nodes)


def test_a_code_is_written_with_letters_and_digits() -> None:
    """What is neither becomes one line below, in every kind of name."""
    names = names_of("A.I.1*")

    assert ("points_A_I_1", "low_A_I_1", "high_A_I_1", "status_A_I_1") == (
        names.points("A.I.1*"),
        names.low("A.I.1*"),
        names.high("A.I.1*"),
        names.status("A.I.1*"),
    )


def test_the_whole_is_the_total() -> None:
    """The code of the whole is empty, its name is not."""
    assert "points_total" == names_of("1").points("")


def test_codes_that_look_alike_are_numbered() -> None:
    """Small and capital letters are not told apart, and no number makes two names the same."""
    names = names_of("1.1", "1-1", "1.1.1", "a", "A", "total", "…")

    assert [
        *("points_1_1_2", "points_1_1_3", "points_1_1_1"),
        *("points_a_1", "points_A_2", "points_total_1", "points_x"),
    ] == [names.points(code) for code in ("1.1", "1-1", "1.1.1", "a", "A", "total", "…")]


def test_a_level_is_named_for_its_scale_and_row() -> None:
    """The row is part of the name where a scale is for several."""
    names = names_of("1.1", "2", scales=(scale("muc-do"), scale("hang-muc", "1.1", "2")))

    assert ["level_muc_do", "level_hang_muc_1_1", "level_hang_muc_2"] == [
        names.level("muc-do", ""),
        names.level("hang-muc", "1.1"),
        names.level("hang-muc", "2"),
    ]


def test_levels_that_look_alike_are_numbered() -> None:
    """A scale for a row and one that is called like both are told apart."""
    names = names_of("1", scales=(scale("a", "1"), scale("a_1")))

    assert ["level_a_1_1", "level_a_1_2"] == [names.level("a", "1"), names.level("a_1", "")]
