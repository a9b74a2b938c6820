"""Print the one command line that stands under a heading of a Markdown file.

    python .ci/readme_block.py README.md "## Run the tests"

The CI runs what it prints, so that the README cannot promise anything else.
"""

import sys
from pathlib import Path
from typing import NamedTuple


class BlockError(Exception):
    """The file does not hold exactly one such command line; seen by whoever edits the README."""


class Block(NamedTuple):
    """A fenced block: its language and its lines."""

    language: str
    lines: list[str]


class Section(NamedTuple):
    """A heading as it is written, and the blocks between it and the next one."""

    heading: str
    blocks: list[Block]


def sections(markdown: str) -> list[Section]:
    """The sections in order; a ``#`` inside a block is a comment, not a heading."""
    found = [Section("", [])]
    block = None
    for line in markdown.splitlines():
        if block is not None and line.rstrip() == "```":
            block = None
        elif block is not None:
            block.lines.append(line)
        elif line.startswith("```"):
            block = Block(line.removeprefix("```").strip(), [])
            found[-1].blocks.append(block)
        elif line.startswith("#"):
            found.append(Section(line.rstrip(), []))
    return found


def command(markdown: str, heading: str) -> str:
    """The command under a heading that stands once and holds one ``sh`` block of one line.

    Raises:
        BlockError: there is no such heading, block or line, or more than one.
    """
    named = [section for section in sections(markdown) if section.heading == heading]
    if len(named) != 1:
        message = f"expected the heading {heading!r} once, found it {len(named)} times"
        raise BlockError(message)
    blocks = [block.lines for block in named[0].blocks if block.language == "sh"]
    if [len(lines) for lines in blocks] != [1]:
        message = f"expected one sh block of one line under {heading!r}, found {blocks}"
        raise BlockError(message)
    return blocks[0][0]


def main(arguments: list[str]) -> int:
    """Print the command; where there is none, say why on standard error and answer 1."""
    path, heading = arguments
    try:
        print(command(Path(path).read_text(encoding="utf-8"), heading))
    except BlockError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
