"""The command line with nothing of the user's own environment in it, and a rubric for tables."""

from pathlib import Path

import pytest

from cli.running import Rubrik
from cli.tables import RUBRIC
from cli.threads import seen

_OF_THE_USER = ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "RUBRIK_LANG", "TERMINAL_WIDTH")


@pytest.fixture
def rubrik(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Rubrik:
    """The command, speaking Vietnamese on 120 columns unless told otherwise."""
    for name in _OF_THE_USER:
        monkeypatch.delenv(name, raising=False)
    return Rubrik(tmp_path, capsys, monkeypatch)


@pytest.fixture
def small_rubric(rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of a small rubric that asks for every kind of input, for tables of units."""
    seen(monkeypatch)
    return rubrik.file("r.toml", RUBRIC)
