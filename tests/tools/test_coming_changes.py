import pytest

from coming_changes import with_coming

WRITTEN = """# Changelog

## [Unreleased]

## [0.1.0] – 2026-01-01

### Added

- `score`.
"""
DRAFT = """
## [next] – 2026-02-02

### Fixed

- `audit` ends.

"""


def test_what_is_coming_stands_above_the_first_release() -> None:
    """It takes the heading of the changelog, and that of the draft is left out."""
    expected = """# Changelog

## [Unreleased]

### Fixed

- `audit` ends.

## [0.1.0] – 2026-01-01

### Added

- `score`.
"""

    assert expected == with_coming(WRITTEN, DRAFT)


def test_nothing_coming_leaves_the_heading_alone() -> None:
    """A draft that has a heading alone adds no line that can be seen."""
    found = with_coming(WRITTEN, "## [next] – 2026-02-02\n")

    assert WRITTEN.split() == found.split()


def test_a_changelog_without_the_heading_is_refused() -> None:
    """What is coming is never dropped silently."""
    with pytest.raises(ValueError, match=r"^substring not found$"):
        with_coming("# Changelog\n", DRAFT)
