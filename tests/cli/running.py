"""Running the command line inside of the test's own process, as a user would run it."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen

from rubrik.cli.program import run

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORT = str(EXAMPLES / "trieu-thanh-2023.toml")
TABLE = str(EXAMPLES / "cac-xa-bia-2023.csv")
DECISIONS = str(EXAMPLES / "trieu-thanh-2023-tham-dinh.toml")
SLUG = "thanh-hoa/cap-xa-2023"

HEAD = f'rubric = "{SLUG}"\n'
"""What every submission under the shipped rubric begins with."""


@frozen
class Result:
    """What one run came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever was printed
        """Standard output, read as JSON."""
        return json.loads(self.out)

    @property
    def flat(self) -> str:
        """Standard output with every run of blanks and line breaks as one blank."""
        return " ".join(self.out.split())


@frozen
class Rubrik:
    """The command ``rubrik``, in a folder of its own for files that a test writes."""

    folder: Path
    _captured: pytest.CaptureFixture[str] = field(repr=False)
    _patch: pytest.MonkeyPatch = field(repr=False)

    def __call__(self, *arguments: str, stdin: bytes | str = b"") -> Result:
        """Run it; standard input is a stream of bytes, as files are, or of text alone."""
        piped = (
            io.StringIO(stdin) if isinstance(stdin, str) else io.TextIOWrapper(io.BytesIO(stdin))
        )
        self._patch.setattr(sys, "stdin", piped)
        status = run(arguments)
        out, err = self._captured.readouterr()
        return Result(status, out, err)

    def file(self, name: str, content: str | bytes) -> str:
        """A file in the folder, by its path."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)


def corrected() -> str:
    """The report as the commune might have corrected it: facts, claims, evidence, a gap filled."""
    text = Path(REPORT).read_text(encoding="utf-8")
    for old, new in _CORRECTIONS:
        assert 1 == text.count(old)
        text = text.replace(old, new)
    return text


_CORRECTIONS = (
    ("cbcc_thu_dien_tu = 10\n", "cbcc_thu_dien_tu = 15\n"),
    (
        "\ndai_truyen_thanh_cntt = ",
        '\nhoi_nghi_truyen_hinh = "Có kết nối"\ndai_truyen_thanh_cntt = ',
    ),
    ('"6.7" = 20\n', '"6.7" = "15,79"\n'),
    ("- 10 CBCC.\n", "- 15 CBCC.\n"),
)
