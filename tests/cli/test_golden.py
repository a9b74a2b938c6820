"""Whole outputs as they were read and found right, kept in ``golden/``.

``GOLDEN=write pytest tests/cli/test_golden.py`` writes them anew – and fails, so that nobody takes
them for checked: read the difference line by line, then run without it.
"""

import os
import re
from pathlib import Path

import pytest

import rubrik as library
from cli.running import DECISIONS, REPORT, SLUG, TABLE, Rubrik, corrected

FOLDER = Path(__file__).with_name("golden")

CORRECTED = "sua.toml"
"""Stands for the report as the commune might have corrected it."""

CASES = {
    "score.vi.120": ["score", REPORT],
    "score.en.120": ["score", REPORT, "--lang", "en"],
    "show-3.11.vi.120": ["show", SLUG, "--code", "3.11"],
    "show-6.1.en.80": ["show", SLUG, "--code", "6.1", "--lang", "en"],
    "rank.vi.120": ["rank", SLUG, TABLE, "--unranked", "Xã bịa Tây 1=nộp muộn"],
    "rank.en.80": ["rank", SLUG, TABLE, "--within", "huyen", "--lang", "en"],
    "verify.vi.120": ["verify", REPORT, DECISIONS],
    "verify.en.80": ["verify", REPORT, DECISIONS, "--lang", "en"],
    "compare.vi.120": ["compare", REPORT, CORRECTED],
    "compare.en.80": ["compare", REPORT, CORRECTED, "--lang", "en"],
}


@pytest.mark.parametrize("name", CASES)
def test_output_is_as_it_was_reviewed(
    rubrik: Rubrik, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """To the letter, save for the hash of the rubric and the version of the library."""
    monkeypatch.setenv("COLUMNS", name.rpartition(".")[2])
    path = FOLDER / f"{name}.txt"
    files = {CORRECTED: rubrik.file(CORRECTED, corrected())}
    out = rubrik(*(files.get(each, each) for each in CASES[name])).out
    found = re.sub(r"sha256:[0-9a-f]+", "sha256:…", out)
    found = found.replace(f"rubrik {library.__version__}", "rubrik …")
    if os.environ.get("GOLDEN") == "write":
        path.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{path.name} was written: review it, then run without GOLDEN")

    assert path.read_text(encoding="utf-8") == found
