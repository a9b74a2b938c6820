"""Writes the JSON Schema of every kind of file that the library reads, from the model alone.

Usage: python tools/schemas.py [FOLDER], by default docs/reference/schema; a test holds the
committed files against this script.
"""

import json
import sys
from pathlib import Path

import rubrik

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "schema"
KINDS = {
    "adjudications": rubrik.Adjudications,
    "cohort": rubrik.CohortRecord,
    "rubric": rubrik.Rubric,
    "submission": rubrik.Submission,
}


def schemas() -> dict[str, str]:
    """The text of every schema, by the name of its file."""
    return {
        f"{name}.json": json.dumps(rubrik.json_schema(kind), ensure_ascii=False, indent=2) + "\n"
        for name, kind in KINDS.items()
    }


def main(folder: Path = FOLDER) -> None:
    """Write them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
