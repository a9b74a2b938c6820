import sys

import pytest

from cli.running import Rubrik
from rubrik.cli.progress import watched

MANY = tuple(range(21))


class TestWatched:
    """A bar on standard error, while a person waits there for many things."""

    def test_hands_everything_on(self, capsys: pytest.CaptureFixture[str]) -> None:
        """In order; and says nothing where nobody looks."""
        assert list(MANY) == list(watched(MANY, "Đọc"))
        assert ("", "") == capsys.readouterr()

    def test_is_drawn_on_a_terminal(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With what is being done, and never on standard output."""
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

        assert list(MANY) == list(watched(MANY, "Đọc"))
        out, err = capsys.readouterr()
        assert "" == out
        assert "Đọc" in err

    def test_is_not_drawn_for_a_few(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """They are there before anyone has seen a bar."""
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

        assert [1, 2] == list(watched((1, 2), "Đọc"))
        assert ("", "") == capsys.readouterr()


def test_many_files_are_watched(rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a folder of reports is what takes long."""
    for number in range(25):
        rubrik.file(f"{number}.toml", f'rubric = "thanh-hoa/cap-xa-2023"\nunit = "Xã {number}"\n')
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    result = rubrik("rank", "thanh-hoa/cap-xa-2023", str(rubrik.folder))

    assert 0 == result.status
    assert "Đọc phiếu báo cáo" in result.err
    assert result.out.startswith("BẢNG XẾP HẠNG\n")
