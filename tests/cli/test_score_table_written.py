"""``rubrik score-table`` writes a table that is whole, or none at all."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import polars as pl
import pytest
from attrs import frozen

from cli.running import Rubrik
from cli.tables import COMPLETE, states, write


class TestWholeOrNothing:
    """What stands under the name of the output is always a table that was finished."""

    def test_a_file_that_exists_is_kept(self, rubrik: Rubrik, small_rubric: str) -> None:
        """Unless it may be written over."""
        table, output = rubrik.file("t.csv", COMPLETE), rubrik.file("t.scored.csv", "mine")
        result = rubrik("score-table", table, "--rubric", small_rubric, "--lang", "en")
        kept = Path(output).read_text(encoding="utf-8")
        forced = rubrik("score-table", table, "--rubric", small_rubric, "--force")

        assert (2, "mine") == (result.status, kept)
        assert f"rubrik: {output}: the file exists: --force writes over it\n" == result.err
        assert 0 == forced.status
        assert ["scored"] == states(output)

    def test_the_rights_of_a_file_that_is_written_over_are_kept(
        self, rubrik: Rubrik, small_rubric: str
    ) -> None:
        """Who could not read it before cannot read it now."""
        table, output = rubrik.file("t.csv", COMPLETE), Path(rubrik.file("o.csv", "mine"))
        output.chmod(0o600)
        rubrik("score-table", table, "--rubric", small_rubric, "-o", str(output), "--force")

        assert 0o600 == stat.S_IMODE(output.stat().st_mode)

    def test_a_table_may_take_the_place_of_itself(self, rubrik: Rubrik, small_rubric: str) -> None:
        """It is read to its end before it is replaced."""
        table = rubrik.file("t.csv", COMPLETE)
        result = rubrik("score-table", table, "--rubric", small_rubric, "-o", table, "--force")

        assert 0 == result.status
        assert ["scored"] == states(table)

    @pytest.mark.parametrize("name", ["t.csv", "t.parquet", "t.jsonl"])
    def test_a_table_that_breaks_off_leaves_nothing(
        self, rubrik: Rubrik, small_rubric: str, name: str
    ) -> None:
        """Neither under the name of the output nor beside it."""
        table = rubrik.file("x.csv", COMPLETE + 'Xã 2,1,"\n')
        output = rubrik.folder / name
        before = sorted(path.name for path in rubrik.folder.iterdir())
        result = rubrik("score-table", table, "--rubric", small_rubric, "-o", str(output))

        assert 2 == result.status
        assert before == sorted(path.name for path in rubrik.folder.iterdir())

    def test_a_folder_that_is_not_there_is_said(self, rubrik: Rubrik, small_rubric: str) -> None:
        """Nobody makes it."""
        table = rubrik.file("t.csv", COMPLETE)
        output = str(rubrik.folder / "no" / "o.csv")
        result = rubrik(
            "score-table", table, "--rubric", small_rubric, "-o", output, "--lang", "en"
        )

        assert (
            f"rubrik: {output}: the file cannot be written: No such file or directory\n"
        ) == result.err

    @pytest.mark.parametrize("kind", [".csv", ".parquet", ".jsonl"])
    def test_a_full_disk_is_said(self, rubrik: Rubrik, small_rubric: str, kind: str) -> None:
        """A device is written to as it is: here one that is always full."""
        table = rubrik.file("t.csv", COMPLETE)
        output = rubrik.folder / f"o{kind}"
        output.symlink_to("/dev/full")
        arguments = ("score-table", table, "--rubric", small_rubric, "-o", str(output), "--force")
        vietnamese = rubrik(*arguments)
        english = rubrik(*arguments, "--lang", "en")

        assert (2, 2) == (vietnamese.status, english.status)
        assert (f"rubrik: {output}: không ghi được tệp: ổ đĩa đã đầy\n") == vietnamese.err
        assert (
            f"rubrik: {output}: the file cannot be written: No space left on device\n"
        ) == english.err
        assert output.is_symlink()


SCRIPT = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from rubrik.cli import main
sys.argv = ["rubrik", *sys.argv[1:]]
main()
"""


@frozen
class Run:
    """A run over a table that has no end yet, and that has begun to write."""

    process: "subprocess.Popen[bytes]"
    table: BinaryIO
    folder: Path

    def ended_by(self, number: signal.Signals) -> int:
        """Its exit status after a signal."""
        self.process.send_signal(number)
        with suppress(BrokenPipeError):
            self.table.close()
        return self.process.wait()

    @property
    def written(self) -> list[Path]:
        """What it has begun to write."""
        return list(self.folder.glob(".rubrik-*.tmp"))


@pytest.fixture
def started(rubrik: Rubrik, small_rubric: str) -> Iterator[Run]:
    """A run that shall write over a file; its table is a pipe."""
    pipe, output = rubrik.folder / "t.csv", rubrik.file("o.csv", "mine")
    os.mkfifo(pipe)
    arguments = ["score-table", str(pipe), "--rubric", small_rubric, "-o", output, "--force"]
    with subprocess.Popen([sys.executable, "-c", SCRIPT, *arguments]) as process:
        table = pipe.open("wb")
        run = Run(process, table, rubrik.folder)
        table.write(b"a,b,ghi_chu\n")
        while not any(path.stat().st_size for path in run.written):
            table.write((b"1,2," + b"x" * 1000 + b"\n") * 1000)
        yield run
        process.kill()
        with suppress(BrokenPipeError):
            table.close()


class TestInterrupted:
    """However a run ends, the file that was there before is there afterwards."""

    def test_by_its_user_it_leaves_nothing(self, started: Run) -> None:
        """The status is that of an interrupted command."""
        assert 130 == started.ended_by(signal.SIGINT)
        assert [] == started.written
        assert "mine" == (started.folder / "o.csv").read_text(encoding="utf-8")

    def test_by_force_it_leaves_no_half_of_a_table(self, started: Run) -> None:
        """What it had begun stands beside, under a name that is nobody's."""
        assert -signal.SIGKILL == started.ended_by(signal.SIGKILL)
        assert 1 == len(started.written)
        assert "mine" == (started.folder / "o.csv").read_text(encoding="utf-8")


class TestProgress:
    """A bar on standard error, while a person waits there."""

    @pytest.mark.parametrize("kind", [".csv", ".parquet", ".jsonl"])
    def test_is_drawn_on_a_terminal(
        self, rubrik: Rubrik, small_rubric: str, kind: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It fills up, whatever is counted: bytes of a text, or rows."""
        table = rubrik.folder / f"t{kind}"
        frame = pl.DataFrame({"a": [1] * 1000, "b": [2] * 1000})
        write(frame, table)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        result = rubrik("score-table", str(table), "--rubric", small_rubric, "--lang", "en")

        assert 0 == result.status
        assert "Scoring" in result.err
        assert "100%" in result.err


class TestWithoutTheExtra:
    """Where narwhals or Polars is not installed, one line says what to do."""

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", 'rubrik: chưa cài {}: hãy chạy pip install "rubrik[cli,table]"\n'),
            ("en", 'rubrik: {} not installed: run pip install "rubrik[cli,table]"\n'),
        ],
    )
    @pytest.mark.parametrize("absent", [("narwhals",), ("polars",), ("narwhals", "polars")])
    def test_the_extra_is_named(
        self,
        rubrik: Rubrik,
        absent: tuple[str, ...],
        lang: str,
        expected: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """The status is 2, and there is no traceback."""
        for name in absent:
            monkeypatch.setitem(sys.modules, name, None)
        result = rubrik("score-table", "t.csv", "--rubric", "x", "--lang", lang)

        assert (2, "", expected.format(", ".join(absent))) == (
            result.status,
            result.out,
            result.err,
        )

    def test_no_other_command_loads_it(self) -> None:
        """Who has not installed it can do everything else."""
        script = (
            "import sys, rubrik.cli.program as program; program.run(['list']);"
            "print({'narwhals', 'polars'} & set(sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, text=True
        )

        assert done.stdout.endswith("set()\n")
