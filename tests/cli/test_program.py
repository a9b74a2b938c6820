"""How the program behaves around its commands: language, help, streams, signals, extras."""

import errno
import io
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from runpy import run_module

import pytest

import rubrik as library
from cli.running import REPORT, SLUG, Rubrik
from rubrik import catalog, cli
from rubrik.cli import main

ASCII = {
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONIOENCODING": "ascii",
    "PYTHONUTF8": "0",
}


MODULES = [cli.__name__, *(each.name for each in walk_packages(cli.__path__, "rubrik.cli."))]


@pytest.mark.parametrize("name", MODULES)
def test_dir_is_all(name: str) -> None:
    """The module shows its public names and no others."""
    module = import_module(name)

    assert sorted(module.__all__) == dir(module)


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A process of its own, in the tests' own interpreter."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


class TestLanguage:
    """Vietnamese, unless an option or the environment says English."""

    @pytest.mark.parametrize(
        ("arguments", "variable", "expected"),
        [
            (["list"], "", "Tên"),
            (["list"], "vi", "Tên"),
            (["list"], "fr", "Tên"),
            (["list"], "en", "Title"),
            (["list"], "en_US.UTF-8", "Title"),
            (["list", "--lang", "vi"], "en", "Tên"),
            (["list", "--lang", "en"], "", "Title"),
            (["list", "--lang=en"], "", "Title"),
            (["--lang", "en", "list"], "", "Title"),
            (["--lang", "vi", "list", "--lang", "en"], "", "Title"),
        ],
    )
    def test_is_chosen(
        self,
        rubrik: Rubrik,
        monkeypatch: pytest.MonkeyPatch,
        arguments: list[str],
        variable: str,
        expected: str,
    ) -> None:
        """The option counts more than the variable, before the command or after it."""
        monkeypatch.setenv("RUBRIK_LANG", variable)

        assert expected in rubrik(*arguments).out.split()

    def test_is_not_looked_for_among_names(self, rubrik: Rubrik) -> None:
        """What stands after ``--`` is a name."""
        result = rubrik("score", "--", "--lang=en")

        assert "rubrik: --lang=en: không có tệp này\n" == result.err


class TestHelp:
    """Help speaks the language of the run."""

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", ["Lệnh", "Tùy chọn", "In hướng dẫn này rồi thoát.", "Chấm điểm chính xác"]),
            ("en", ["Commands", "Options", "Print this help and leave.", "Score by official"]),
        ],
    )
    @pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
    def test_of_the_program(
        self, rubrik: Rubrik, arguments: list[str], lang: str, expected: list[str]
    ) -> None:
        """Without a command, too; every command is named."""
        result = rubrik("--lang", lang, *arguments)

        assert (0, "") == (result.status, result.err)
        for text in (*expected, "list", "show", "score", "compare", "verify", "template", "schema"):
            assert text in result.out

    @pytest.mark.parametrize(
        "command", ["list", "show", "score", "compare", "verify", "template", "schema"]
    )
    @pytest.mark.parametrize(
        ("lang", "foreign"), [("vi", "the"), ("en", "hoặc"), ("en", "một"), ("vi", "message")]
    )
    def test_of_a_command(self, rubrik: Rubrik, command: str, lang: str, foreign: str) -> None:
        """No word of the other language is in it."""
        result = rubrik(command, "--help", "--lang", lang)

        assert 0 == result.status
        assert foreign not in result.out.split()

    def test_version(self, rubrik: Rubrik) -> None:
        """The release of the library."""
        result = rubrik("--version")

        assert (0, f"rubrik {library.__version__}\n") == (result.status, result.out)


class TestCompletion:
    """Shells complete commands and slugs."""

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("rubrik sc", "score\nschema\nscore-table"),
            ("rubrik show thanh", SLUG),
            ("rubrik score --rubric than", SLUG),
        ],
    )
    def test_a_word_is_completed(
        self,
        rubrik: Rubrik,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        line: str,
        expected: str,
    ) -> None:
        """What can follow is printed for the shell."""
        monkeypatch.setenv("_RUBRIK_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
        with pytest.raises(SystemExit):
            rubrik()

        assert expected == capsys.readouterr().out.strip()


class TestWidth:
    """Tables fit the width and lose nothing."""

    @pytest.mark.parametrize(
        ("columns", "widest"), [("20", 60), ("80", 80), ("160", 160), ("", 120), ("x", 120)]
    )
    @pytest.mark.parametrize("arguments", [["score", REPORT], ["show", SLUG], ["list"]])
    def test_no_line_is_wider(
        self,
        rubrik: Rubrik,
        monkeypatch: pytest.MonkeyPatch,
        arguments: list[str],
        columns: str,
        widest: int,
    ) -> None:
        """As wide as ``COLUMNS`` says, 120 where it says nothing, and never below 60."""
        monkeypatch.setenv("COLUMNS", columns)
        lines = rubrik(*arguments).out.splitlines()

        assert [] == [line for line in lines if len(line) > widest]

    @pytest.mark.parametrize("columns", ["80", "120", "160"])
    def test_no_word_is_lost(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch, columns: str
    ) -> None:
        """Every word of every name and reason is there: nothing is cut off."""
        monkeypatch.setenv("COLUMNS", columns)
        shown = set(rubrik("score", REPORT).out.split())
        sheet = library.score(library.load(SLUG), library.load_submission(REPORT))
        texts = [text for line in sheet.lines for text in (line.node.name, line.reason.text("vi"))]

        assert set() == {word for text in texts for word in text.split()} - shown

    def test_a_terminal_says_how_wide_it_is(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """On a terminal its own width counts, and figures may have colours."""
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setenv("COLUMNS", "72")  # what a terminal would be asked after
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        out = rubrik("score", REPORT).out

        assert "\x1b[" in out
        assert "─" * 70 in out
        assert "─" * 71 not in out

    def test_no_colours_elsewhere(self, rubrik: Rubrik) -> None:
        """A file or a pipe gets plain text."""
        assert "\x1b" not in rubrik("score", REPORT).out


class TestForeignText:
    """Data is drawn as it stands."""

    def test_brackets_are_no_markup(self, rubrik: Rubrik) -> None:
        """A unit may be called anything."""
        report = rubrik.file("s.toml", f'rubric = "{SLUG}"\nunit = "[bold]Xã[/bold] :smile:"\n')

        assert "Đơn vị [bold]Xã[/bold] :smile: Kỳ" in rubrik("score", report).flat

    def test_control_codes_are_shown(self, rubrik: Rubrik) -> None:
        """None of them reaches the terminal."""
        report = rubrik.file("s.toml", f'rubric = "{SLUG}"\nunit = "a\\u001b[31mb"\n')

        assert r"Đơn vị a\x1b[31mb Kỳ" in rubrik("score", report).flat


class TestStreams:
    """Output goes where it can, and its end is no error."""

    def test_text_streams_of_any_kind_will_do(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever embeds the command line may give it streams without an encoding."""
        out = io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)

        assert 0 == rubrik("list").status
        assert SLUG in out.getvalue()

    def test_standard_input_of_any_kind_will_do(self, rubrik: Rubrik) -> None:
        """The same for what is read."""
        assert 0 == rubrik("score", "-", stdin=f'rubric = "{SLUG}"').status

    def test_a_reader_that_goes_away_is_no_error(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """``rubrik show … | head -1`` ends silently, as tools killed by SIGPIPE do."""

        class Closed(io.StringIO):
            def flush(self) -> None:
                raise BrokenPipeError

        closed = Closed()
        monkeypatch.setattr(sys, "stdout", closed)
        result = rubrik("list")
        sys.stdout.close()

        assert (141, "") == (result.status, result.err)
        assert closed is not sys.stdout

    def test_a_full_disk_is_said(self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch) -> None:
        """Output that cannot be written is an error of one line."""

        class Full(io.StringIO):
            def flush(self) -> None:
                raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(sys, "stdout", Full())
        result = rubrik("list")

        assert 2 == result.status
        assert "rubrik: hệ thống không cho đọc hoặc ghi: ổ đĩa đã đầy\n" == result.err

    def test_an_interrupt_is_130(self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ctrl-C stops without a traceback."""

        def interrupted() -> tuple[str, ...]:
            raise KeyboardInterrupt

        monkeypatch.setattr(catalog, "slugs", interrupted)
        result = rubrik("list")

        assert (130, "") == (result.status, result.out)

    def test_an_interrupt_while_printing_is_130(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Ctrl-C may come at any time."""

        class Interrupted(io.StringIO):
            def flush(self) -> None:
                raise KeyboardInterrupt

        monkeypatch.setattr(sys, "stdout", Interrupted())

        assert 130 == rubrik("list").status


class TestProcess:
    """The same as a process of its own."""

    def test_main_leaves_with_the_status(
        self, rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The console script raises ``SystemExit``."""
        monkeypatch.setattr(sys, "argv", ["rubrik", "score", rubrik.file("s.toml", "")])
        with pytest.raises(SystemExit) as left:
            main()

        assert 2 == left.value.code

    def test_the_module_is_the_program(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """``python -m rubrik`` does what ``rubrik`` does."""
        monkeypatch.setattr(sys, "argv", ["rubrik", "list"])
        with pytest.raises(SystemExit) as left:
            run_module("rubrik")

        assert 0 == left.value.code

    def test_the_module_can_be_run(self) -> None:
        """``python -m rubrik``, where neither locale nor encoding knows Vietnamese."""
        done = started("-m", "rubrik", "score", REPORT, "--json", **ASCII)

        assert (0, b"") == (done.returncode, done.stderr)
        assert "UBND xã Triệu Thành".encode() in done.stdout

    def test_the_script_is_installed(self) -> None:
        """``rubrik`` stands beside the interpreter; errors are UTF-8 in any locale."""
        script = Path(sys.executable).with_name("rubrik")
        done = subprocess.run(
            [script, "score", "no.toml"],
            capture_output=True,
            check=False,
            env={**os.environ, **ASCII, "RUBRIK_LANG": "vi"},
        )

        assert (2, b"") == (done.returncode, done.stdout)
        assert "rubrik: no.toml: không có tệp này\n" == done.stderr.decode()

    def test_a_pipe_that_is_closed_leaves_no_traceback(self) -> None:
        """A real pipe whose reader is gone before anything is written."""
        read, write = os.pipe()
        os.close(read)
        try:
            done = subprocess.run(
                [sys.executable, "-m", "rubrik", "show", SLUG],
                stdout=write,
                stderr=subprocess.PIPE,
                check=False,
            )
        finally:
            os.close(write)

        assert (141, b"") == (done.returncode, done.stderr)


class TestWithoutTheExtra:
    """Where typer, rich or tomlkit is not installed, one line says what to do."""

    @pytest.mark.parametrize("name", ["rich", "tomlkit", "typer"])
    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("vi", 'rubrik: chưa cài {}: hãy chạy pip install "rubrik[cli]"\n'),
            ("en", 'rubrik: {} not installed: run pip install "rubrik[cli]"\n'),
        ],
    )
    def test_the_extra_is_named(
        self,
        name: str,
        lang: str,
        expected: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """The status is 2, and there is no traceback."""
        monkeypatch.setitem(sys.modules, name, None)
        monkeypatch.setattr(sys, "argv", ["rubrik", "list", "--lang", lang])
        with pytest.raises(SystemExit) as left:
            main()

        assert 2 == left.value.code
        assert ("", expected.format(name)) == capsys.readouterr()

    def test_importing_it_loads_none_of_them(self) -> None:
        """The package `rubrik.cli` can be imported without its extra."""
        code = "import sys, rubrik.cli; print({'rich', 'tomlkit', 'typer'} & set(sys.modules))"

        assert b"set()" == started("-c", code).stdout.strip()
