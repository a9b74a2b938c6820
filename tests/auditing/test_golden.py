"""The findings of every rubric that ships, as they were read and found right.

``GOLDEN=write pytest tests/auditing/test_golden.py`` writes them anew – and fails, so that nobody
takes them for checked: read the difference line by line, then run without it.
"""

import os
from pathlib import Path

import pytest

import rubrik

FOLDER = Path(__file__).with_name("golden")


@pytest.mark.parametrize("slug", rubrik.slugs())
def test_findings_are_as_they_were_reviewed(slug: str) -> None:
    """To the letter: severity, kind, code, and what is said in both languages."""
    path = FOLDER / f"{slug}.txt"
    found = "".join(
        f"{each.severity} {each.kind} {each.code}\n"
        f"  {each.message.text('vi')}\n"
        f"  {each.message.text('en')}\n"
        for each in rubrik.audit(rubrik.load(slug))
    )
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{path.name} was written: review it, then run without GOLDEN")

    assert path.read_text(encoding="utf-8") == found
